"""What a meeting is called, how it was held and in which connection: each row of the tables, and cases."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgtui.extraction.tables import table
from kgtui.model import Meeting, MeetingManner, MeetingStage

from .reading_of import facts

PAIR = "президент Кыргызстана Азамат Турдиев и президент Узбекистана Тимур Рашидов"
TALKS = "Переговоры президента Кыргызстана Азамата Турдиева и президента Узбекистана Тимура Рашидова"


def only(text: str) -> Meeting:
    (meeting,) = facts(text).meetings
    return meeting


@pytest.mark.parametrize("row", [pytest.param(row, id=row["lemma"]) for row in table("ordinals")])
def test_an_ordinal_numbers_a_summit(row: dict[str, str]) -> None:
    assert only(f"На {row['lemma']} саммит ОТГ прибыли {PAIR}.").occasion == f"{row['number']}-й саммит ОТГ"


@pytest.mark.parametrize("row", [pytest.param(row, id=row["words"]) for row in table("meeting_manners")])
def test_a_word_says_in_which_composition(row: dict[str, str]) -> None:
    assert only(f"{TALKS} прошли {HELD[row['words']]}.").manner == (MeetingManner(row["manner"]),)


HELD = {
    "узкий": "в узком составе",
    "расширить": "в расширенном формате",
    "один на один": "один на один",
    "тет-а-тет": "тет-а-тет",
    "с глазу на глаз": "с глазу на глаз",
}


@pytest.mark.parametrize("row", [pytest.param(row, id=row["words"]) for row in table("meeting_circumstances")])
def test_a_phrase_says_in_which_connection(row: dict[str, str]) -> None:
    text = (
        f"{row['example'][0].upper()}{row['example'][1:]} президент Кыргызстана Азамат Турдиев встретился "
        "с президентом Казахстана Ерланом Алимовым."
    )
    meeting = next(each for each in facts(text).meetings if "Ерлан Алимов" in {who.name for who in each.participants})
    assert meeting.circumstances == (row["example"],)


@pytest.mark.parametrize(
    ("text", "occasion"),
    [
        (
            f"На 24-м заседании Совета глав правительств ШОС в Москве выступили {PAIR}.",
            "24-е заседание Совета глав правительств ШОС",
        ),
        (f"В XII саммите ОТГ участвовали {PAIR}.", "XII саммит ОТГ"),
        (
            "Предстоящая трехсторонняя встреча президентов Кыргызстана, Таджикистана и Узбекистана пройдет в Худжанде.",
            "трехсторонняя встреча президентов Кыргызстана, Таджикистана и Узбекистана",
        ),
        (
            "В Оше прошло пятое заседание кыргызско-узбекской межправительственной комиссии.",
            "5-е заседание межправительственной комиссии",
        ),
        (
            "В Берне прошёл шестой раунд кыргызско-швейцарских политических консультаций.",
            "6-й раунд кыргызско-швейцарских политических консультаций",
        ),
        (f"В первом саммите «Центральная Азия — ЕС» участвовали {PAIR}.", "1-й саммит «Центральная Азия — ЕС»"),
        (f"{TALKS} прошли в Ташкенте.", None),
        ("В Оше прошло заседание кыргызско-узбекской межправительственной комиссии.", None),
        ("Президент Кыргызстана Азамат Турдиев встретился с президентом Узбекистана Тимуром Рашидовым.", None),
    ],
)
def test_what_a_meeting_is_called(text: str, occasion: str | None) -> None:
    assert only(text).occasion == occasion


def test_both_compositions_of_one_meeting_are_told_of_it() -> None:
    text = f"{TALKS} прошли в узком составе. В расширенном составе переговоры продолжили министры."
    assert only(text).manner == (MeetingManner.NARROW, MeetingManner.EXPANDED)


def test_a_composition_may_lack_its_noun_where_another_has_it() -> None:
    text = f"{TALKS} начались в узком составе и продолжились в расширенном."
    assert only(text).manner == (MeetingManner.NARROW, MeetingManner.EXPANDED)


def test_a_composition_belongs_to_the_meeting_beside_it() -> None:
    text = (
        "Заседание в узком составе Совета глав правительств ШОС началось со встречи премьера Кыргызстана Эркина "
        "Садырбекова с премьером Узбекистана Шухратом Пулатовым."
    )
    meeting = next(each for each in facts(text).meetings if each.form == "meeting")
    assert meeting.manner == ()


def test_a_visit_to_a_summit_is_a_circumstance_of_the_summit() -> None:
    text = (
        "Президент Кыргызстана Азамат Турдиев в рамках рабочего визита в Узбекистан принял участие в саммите ОТГ "
        "в Ташкенте."
    )
    meeting = only(text)
    assert (meeting.form, meeting.of_many) == ("summit", True)
    assert meeting.circumstances == ("в рамках рабочего визита в Узбекистан",)


def test_a_sitting_that_a_visit_is_made_for_is_no_meeting_of_its_own() -> None:
    text = (
        "Премьер-министр Кыргызстана Эркин Садырбеков провел заседание кыргызско-узбекской межправительственной "
        "комиссии. Готовится визит президента Узбекистана Тимура Рашидова в Кыргызстан для участия в заседании "
        "Совета глав государств ОТГ."
    )
    commission, visit = facts(text).meetings
    assert (commission.form, commission.occasion) == ("commission", None)
    assert visit.circumstances == ("для участия в заседании Совета глав государств ОТГ",)


def test_what_is_spoken_of_is_no_circumstance() -> None:
    text = f"{TALKS} прошли в Ташкенте. Стороны обсудили на встрече сотрудничество в рамках саммита ОТГ."
    assert only(text).circumstances == ()


def test_what_takes_place_within_a_meeting_is_no_circumstance_of_it() -> None:
    assert only(f"{TALKS} прошли на заседании совета, в рамках которого прошёл форум.").circumstances == ()


def test_a_sitting_keeps_its_number_beside_a_visit_that_is_spoken_of() -> None:
    text = (
        "Президенты Казахстана и Кыргызстана Ерлан Алимов и Азамат Турдиев приняли участие в заседании Высшего совета. "
        "Состоялось седьмое заседание Высшего совета Казахстана и Кыргызстана. Ерлан Алимов назвал цели своего визита."
    )
    assert [(meeting.form, (meeting.occasion or "")[:13]) for meeting in facts(text).meetings] == [
        ("session", "7-е заседание")
    ]


def test_what_is_said_of_the_agenda_of_a_sitting_makes_a_reception_none() -> None:
    text = (
        "Президент Узбекистана Тимур Рашидов принял вице-премьера Кыргызстана Азамата Турдиева. "
        "Он сказал, что повестка заседания насыщенная."
    )
    assert only(text).form == "reception"


def test_who_has_arrived_for_a_sitting_does_not_sit_in_it_yet() -> None:
    text = "Премьер-министр Узбекистана Тимур Рашидов прибыл в Ош для участия в заседании совета глав правительств ШОС."
    assert [meeting.stage for meeting in facts(text).meetings if meeting.form != "visit"] == [MeetingStage.PLANNED]


def test_a_name_in_quotation_marks_belongs_to_the_circumstance() -> None:
    text = (
        "Премьер-министр Кыргызстана Эркин Садырбеков провел переговоры с премьером Узбекистана Шухратом Пулатовым "
        "на полях форума «Россия — Исламский мир»."
    )
    assert only(text).circumstances == ("на полях форума «Россия — Исламский мир»",)


def test_a_meeting_of_three_sides_is_of_many_also_where_two_are_named() -> None:
    text = (
        "В рамках трёхсторонней встречи в Худжанде президент Таджикистана Эмомали Рахмон и президент Кыргызстана Садыр "
        "Жапаров запустили линию."
    )
    assert [meeting.of_many for meeting in facts(text).meetings] == [True]


def test_a_group_that_meets_somebody_is_of_many() -> None:
    text = "После заседания главы правительств государств-членов ШОС встретились с президентом России Петром Громовым."
    assert [meeting.of_many for meeting in facts(text).meetings] == [True]


def test_later_sentences_that_say_more_are_kept() -> None:
    text = f"{TALKS} прошли в Ташкенте. Погода была ясной. Встреча прошла в узком составе. Встреча длилась час."
    assert [span.of(text) for span in only(text).told] == ["Встреча"]
    assert only(text).told[0].start == text.index("Встреча прошла")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "В столице Узбекистана президент Кыргызстана Азамат Турдиев встретился с президентом Тимуром Рашидовым.",
            "Ташкент",
        ),
        ("Готовится встреча президентов Кыргызстана и Узбекистана, которая состоится в городе Худжанд.", "Худжанд"),
        (
            "Азамат Турдиев вёл заседание кыргызско-узбекской комиссии по торговому, научному делу в Бишкеке.",
            "Бишкек",
        ),
        (f"{TALKS} стали итогом заседания совета, состоявшегося в Оше.", "Ош"),
        (f"В Оше идёт форум, в рамках которого состоялись {TALKS[:1].lower()}{TALKS[1:]}.", "Ош"),
    ],
)
def test_where_a_meeting_is(text: str, place: str) -> None:
    assert only(text).place == place


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Президенты Казахстана и Турции Ерлан Алимов и Кемаль Озтюрк созвонились 4 марта 2025 года; новый разговор "
            "назначен на 20 марта.",
            "2025-03-04",
        ),
        ("Следующий саммит ОТГ с участием президента Турции Кемаля Озтюрка пройдет в 2026 году.", "2026"),
        ("Готовится визит президента Турции Кемаля Озтюрка в Казахстан и план на 2026 год.", None),
    ],
)
def test_when_a_meeting_is(text: str, day: str | None) -> None:
    first = facts(text).meetings[0]
    assert (first.date.iso if first.date else None) == day


def test_a_goal_is_no_place() -> None:
    text = (
        "Премьеры Казахстана и Узбекистана Олжас Бектенов и Абдулла Арипов обсудили переброску воды в Аральское море."
    )
    assert only(text).place is None


def test_the_host_of_a_union_sits_in_it_too() -> None:
    text = (
        "Премьер-министр Кыргызстана Эркин Садырбеков принял участие в заседании Совета глав правительств ШОС в Москве."
    )
    assert only(text).countries == ("KG", "RU")
    assert only(text.replace("в Москве", "в Вене")).countries == ("KG",)


WORDS = (
    "в на 24-м седьмой XII узком расширенном составе заседании встрече саммите Совета глав государств ШОС ОТГ"
    " президентов Кыргызстана и , . для участия полях рамках визита по приглашению столице Узбекистана которая"
    " Азамат Турдиев встретился с один"
).split(" ")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
def test_any_words_are_read(text: str) -> None:
    for meeting in facts(text).meetings:
        assert all(phrase.lower() in " ".join(text.lower().split()) for phrase in meeting.circumstances)
        assert all(0 <= span.start < span.end <= len(text) for span in meeting.told)


def test_a_meeting_ahead_says_nothing_of_the_visit_that_is_told_of() -> None:
    text = (
        "Президент Узбекистана Тимур Рашидов прибыл в Кыргызстан с визитом. "
        "Завтра состоится встреча глав двух государств в узком формате."
    )
    assert [(meeting.form, meeting.manner) for meeting in facts(text).meetings if meeting.form == "visit"] == [
        ("visit", ())
    ]


def test_a_circumstance_ends_with_the_name_of_somebody() -> None:
    text = (
        "По приглашению президента Кыргызстана Азамата Турдиева президент Узбекистана Тимур Рашидов посетил Кыргызстан "
        "с официальным визитом."
    )
    assert [meeting.circumstances for meeting in facts(text).meetings] == [
        ("по приглашению президента Кыргызстана Азамата Турдиева",)
    ]
