"""Contacts and announcements, from real libraries of small articles."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest

from kgtui.dossier import Frame, SectionKind, Subject, country_subject, dossier_of
from kgtui.dossier.values import ContactRow, Level
from kgtui.export.row_records import row_record
from kgtui.export.row_words import page_rows
from kgtui.intake import take_in, take_in_documents
from kgtui.library import Library, open_library
from kgtui.model import Document, Doubt, EntityKind, MeetingStage, Span
from kgtui.settings import Settings

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
AS_OF = date(2025, 11, 21)

Rows = Callable[..., Sequence[ContactRow]]


def rows_of(library: Library, code: str, kind: SectionKind = SectionKind.CONTACTS) -> Sequence[ContactRow]:
    dossier = dossier_of(library, country_subject(code), Frame(AS_OF, sections=(kind,)))
    return [row for row in dossier.section(kind).rows if isinstance(row, ContactRow)]


def lines(rows: Sequence[ContactRow]) -> list[str]:
    """The rows as a page has them, notes left out; a space that does not break is shown as «_»."""
    return [f"{row.label}  {row.text}".replace("\u00a0", "_") for each in rows for row in page_rows(each)]


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    settings = Settings(library=tmp_path_factory.mktemp("seeds") / "library", language="ru")
    with open_library(settings.library, settings=settings) as opened:
        take_in(SEEDS, opened)
        yield opened


@pytest.fixture
def told(tmp_path: Path) -> Rows:
    """The contacts with a country that articles of a day tell of."""

    def rows(
        articles: Sequence[tuple[date, str]], code: str = "UZ", kind: SectionKind = SectionKind.CONTACTS
    ) -> Sequence[ContactRow]:
        settings = Settings(library=tmp_path / "library", language="ru")
        with open_library(settings.library, settings=settings) as library:
            take_in_documents(
                [
                    Document(f"a{n}", f"/a{n}.txt", text, Span(0, len(text)), text[:30], published=day)
                    for n, (day, text) in enumerate(articles)
                ],
                library,
            )
            return rows_of(library, code, kind)

    return rows


def test_a_day_of_printing_is_not_given_as_the_day_of_the_event(seeds: Library) -> None:
    (summit, talks) = rows_of(seeds, "TJ")
    assert (talks.when, talks.published) == (None, date(2025, 3, 4))
    assert lines([talks])[0].startswith("публ. 04.03.25  ")
    assert lines([summit])[0].startswith("публ. 16.11.25  Ташкент: ")


def test_a_day_that_the_text_says_is_the_day_of_the_event(brief_library: Library) -> None:
    assert lines(rows_of(brief_library, "UZ"))[1] == "04.08.25  телефонный разговор: А._Молдобаев ↔ Ф._Ким"


def test_newest_first(brief_library: Library) -> None:
    days = [row.when.first_day for row in rows_of(brief_library, "UZ") if row.when]
    assert days == sorted(days, reverse=True)
    assert len(days) == 4


def test_a_summit_is_one_contact_and_no_pairs(seeds: Library) -> None:
    """The president of the subject's country is named, the others are counted."""
    (summit, _talks) = rows_of(seeds, "TJ")
    assert [person.name for person in (*summit.home_side, *summit.other_side)] == ["Садыр Жапаров", "Эмомали Рахмон"]
    assert (summit.others, summit.is_of_many, summit.level) == (4, True, Level.HIGHEST)
    assert "С._Жапаров, Э._Рахмон и ещё 4" in lines([summit])[0]
    assert "↔" not in lines([summit])[0]


def test_home_side_first_whoever_the_article_names_first(brief_library: Library) -> None:
    (reception, _summit) = rows_of(brief_library, "KZ")
    assert lines([reception]) == ["20.10.25  Астана: приём: Э._Садырбеков ↔ Е._Алимов"]


def test_what_was_held_is_not_announced_any_more(brief_library: Library) -> None:
    announced = rows_of(brief_library, "UZ", SectionKind.ANNOUNCED)
    assert [row.form for row in announced] == ["state_visit"]


def test_an_announcement_of_which_nothing_is_heard_says_so(brief_library: Library) -> None:
    (visit,) = rows_of(brief_library, "UZ", SectionKind.ANNOUNCED)
    assert (visit.is_past, visit.stage) == (True, MeetingStage.PLANNED)
    (line,) = lines([visit])
    assert line == (
        "15.09.25  Бишкек: государственный визит: Т._Рашидов → Кыргызстан; анонс 17.06.25; "
        "сообщений о проведении в библиотеке нет"
    )


def test_a_recent_announcement_without_a_day_is_not_past(seeds: Library) -> None:
    (visit,) = rows_of(seeds, "RU", SectionKind.ANNOUNCED)
    assert not visit.is_past
    assert lines([visit])[0].startswith("без даты  визит")


def test_a_reprint_is_no_second_event_and_no_second_voice(brief_library: Library) -> None:
    sittings = [row for row in rows_of(brief_library, "UZ") if row.place == "Самарканд"]
    assert len(sittings) == 1
    assert {note.id for note in sittings[0].notes} == {"commission_held_2025"}


TALKS = "Президент Кыргызстана Азамат Турдиев провёл в Ташкенте переговоры с президентом Узбекистана Тимуром Рашидовым."


def test_one_event_in_two_articles_is_one_row_with_the_sentences_of_both(told: Rows) -> None:
    other = (
        "Президент Узбекистана Тимур Рашидов встретился с президентом Кыргызстана Азаматом Турдиевым. Речь шла о воде."
    )
    (row,) = told([(date(2025, 3, 4), TALKS), (date(2025, 3, 5), other)])
    assert [note.id for note in row.notes] == ["a0", "a1"]


def test_the_same_persons_meet_again_another_week(told: Rows) -> None:
    assert len(told([(date(2025, 3, 4), TALKS), (date(2025, 3, 14), TALKS.replace("Ташкенте", "Бишкеке"))])) == 2


def test_of_one_day_two_countries_come_before_many_and_the_higher_level_first(told: Rows) -> None:
    ministers = (
        "Министр энергетики Кыргызстана Бакыт Асанов встретился с министром энергетики Узбекистана Уктамом Каримовым."
    )
    summit = (
        "В саммите ОТГ участвовали президент Кыргызстана Азамат Турдиев, президент Узбекистана Тимур Рашидов "
        "и президент Турции Кемаль Озтюрк."
    )
    day = date(2025, 3, 4)
    rows = told([(day, ministers), (day, summit), (day, TALKS)])
    assert [row.form for row in rows] == ["talks", "meeting", "summit"]
    assert [row.level for row in rows] == [Level.HIGHEST, Level.OTHER, Level.HIGHEST]


def test_a_contact_without_the_readers_country_comes_last_and_is_told_apart(told: Rows) -> None:
    others = "Президент Казахстана Ерлан Алимов провёл переговоры с президентом Узбекистана Тимуром Рашидовым."
    ours, theirs = told([(date(2025, 3, 4), TALKS), (date(2025, 6, 4), others)])
    assert (ours.is_with_home, theirs.is_with_home) == (True, False)
    assert lines([theirs])[0].endswith("наша сторона не упоминается")


def test_an_officer_of_no_stated_country_who_met_one_of_another_is_taken_for_ours(told: Rows) -> None:
    text = "Министр энергетики Бакыт Асанов принял в Бишкеке посла Узбекистана Тимура Рашидова."
    (row,) = told([(date(2025, 3, 4), text)])
    assert (row.is_with_home, row.doubt) == (True, Doubt.HOME_ASSUMED)
    assert lines([row]) == ["публ. 04.03.25  Бишкек: приём: Б._Асанов ↔ Т._Рашидов (?)"]


def test_an_officer_of_no_stated_country_elsewhere_may_be_anybodys(told: Rows) -> None:
    text = "АСТАНА, 4 марта. Министр энергетики Бакыт Асанов принял посла Узбекистана Тимура Рашидова."
    (row,) = told([(date(2025, 3, 4), text)])
    assert not row.is_with_home
    assert "не упоминается" not in lines([row])[0]


def test_who_met_two_others_in_one_sentence_met_each_in_his_own_brief(told: Rows) -> None:
    text = (
        "Министр иностранных дел Кыргызстана Бакыт Асанов на полях форума встретился с главой МИД Турции Кемалем "
        "Озтюрком и министром иностранных дел Узбекистана Тимуром Рашидовым."
    )
    rows = told([(date(2025, 3, 4), text)])
    assert [[person.name for person in row.other_side] for row in rows] == [["Тимур Рашидов"]]


def test_who_came_together_is_not_of_the_side_that_they_came_to(told: Rows) -> None:
    text = (
        "Министр энергетики Узбекистана Тимур Рашидов и глава ведомства Уктам Каримов прибыли с визитом в Кыргызстан."
    )
    (row,) = told([(date(2025, 3, 4), text)])
    assert not row.home_side


def test_compositions_and_the_sentence_that_says_so(seeds: Library) -> None:
    (_summit, talks) = rows_of(seeds, "TJ")
    assert lines([talks]) == ["публ. 04.03.25  Душанбе: А._Касымалиев ↔ К._Расулзода, узкий и расширенный состав"]
    labels = [note.label.split(".")[1] for note in talks.notes]
    assert (labels[0], labels[-1]) == ("1", "11")


def test_the_number_and_the_name_of_a_summit_are_kept_and_the_visit_is_its_circumstance(seeds: Library) -> None:
    (summit,) = rows_of(seeds, "UZ")
    assert lines([summit]) == [
        "публ. 16.11.25  Ташкент: 7-я Консультативная встреча глав государств Центральной Азии: "
        "С._Жапаров, Ш._Мирзиёев и ещё 4; С._Жапаров — в рамках рабочего визита в Узбекистан"
    ]


def test_a_meeting_that_nobody_is_named_of_has_the_level_of_its_name(seeds: Library) -> None:
    (row,) = rows_of(seeds, "TJ", SectionKind.ANNOUNCED)
    assert (row.place, row.level, row.is_past) == ("Худжанд", Level.HIGHEST, True)


def test_our_own_voice_has_the_countries_own_names(told: Rows) -> None:
    text = "В Ташкенте прошло заседание киргизско-узбекского Делового совета во главе с министрами."
    planned = "Готовится встреча президентов Киргизии, Узбекистана и Белоруссии."
    (sitting,) = told([(date(2025, 3, 4), text)])
    assert "заседание кыргызско-узбекского Делового совета" in lines([sitting])[0]
    (meeting,) = told([(date(2025, 3, 4), planned)], kind=SectionKind.ANNOUNCED)
    assert "встреча президентов Кыргызстана, Узбекистана и Беларуси" in lines([meeting])[0]


def test_sittings_of_two_numbers_are_two(told: Rows) -> None:
    text = "В Бишкеке прошло {}-е заседание кыргызско-узбекской межправительственной комиссии."
    day = date(2025, 3, 4)
    assert len(told([(day, text.format(11)), (day, text.format(12))])) == 2


def test_a_union_has_its_sittings(seeds: Library) -> None:
    dossier = dossier_of(seeds, Subject(EntityKind.BLOC, "SCO", "ШОС"), Frame(AS_OF))
    occasions = [row.occasion for row in dossier.section(SectionKind.CONTACTS).rows if isinstance(row, ContactRow)]
    assert "24-е заседание Совета глав правительств государств-членов ШОС" in occasions


def test_whose_country_one_article_leaves_open_another_says(told: Rows) -> None:
    ministers = (
        "Министры транспорта обеих стран Тимур Каримов и Бакыт Асанов созвонились. "
        "Речь шла об Узбекистане и Кыргызстане."
    )
    other = (
        "Министр транспорта Кыргызстана Бакыт Асанов открыл дорогу. "
        "Министр транспорта Узбекистана Тимур Каримов открыл мост."
    )
    (call,) = told([(date(2025, 3, 4), ministers), (date(2025, 1, 4), other)])
    assert lines([call]) == ["публ. 04.03.25  телефонный разговор: Б._Асанов ↔ Т._Каримов"]


def test_a_president_whose_country_goes_without_saying_is_of_the_readers(told: Rows) -> None:
    summit = (
        "Президент Азамат Турдиев принял участие в саммите ОТГ. В нем участвуют президент Казахстана Ерлан Алимов "
        "и президент Узбекистана Тимур Рашидов."
    )
    (row, _talks) = told([(date(2025, 6, 4), summit), (date(2025, 3, 4), TALKS)])
    assert (row.is_with_home, row.countries[0]) == (True, "KG")
    assert lines([row]) == ["публ. 04.06.25  саммит ОТГ: А._Турдиев, Т._Рашидов, Е._Алимов"]


def test_who_came_along_is_counted_and_of_no_side(told: Rows) -> None:
    text = f"{TALKS} В переговорах участвовали министр обороны Яшар Гюлер и министр торговли Омер Болат."
    (row,) = told([(date(2025, 3, 4), text)])
    assert lines([row]) == ["публ. 04.03.25  Ташкент: А._Турдиев ↔ Т._Рашидов и ещё 2"]


@pytest.mark.parametrize(
    ("days", "label"),
    [("1–4 декабря", "01–04.12.24"), ("30 ноября – 1 декабря", "30.11–01.12.24"), ("2 декабря", "02.12.24")],
)
def test_the_days_of_an_event_are_short(told: Rows, days: str, label: str) -> None:
    text = f"{days} президент Кыргызстана Азамат Турдиев встретился с президентом Узбекистана Тимуром Рашидовым."
    assert lines(told([(date(2024, 12, 5), text)]))[0].startswith(f"{label}  ")


def test_the_next_meeting_is_not_the_one_that_the_article_tells_of(told: Rows) -> None:
    text = (
        "Президент Кыргызстана Азамат Турдиев встретился с президентом Узбекистана Тимуром Рашидовым. "
        "Следующая встреча президента Кыргызстана Азамата Турдиева с президентом Узбекистана Тимуром Рашидовым "
        "состоится в Бишкеке."
    )
    (planned,) = told([(date(2025, 11, 4), text)], kind=SectionKind.ANNOUNCED)
    assert (planned.place, planned.is_past) == ("Бишкек", False)


def test_an_undated_visit_that_was_held_later_is_not_announced_any_more(told: Rows) -> None:
    planned = "Готовится визит президента Узбекистана Тимура Рашидова в Кыргызстан."
    held = "Президент Узбекистана Тимур Рашидов прибыл в Кыргызстан с официальным визитом."
    assert not told([(date(2025, 3, 4), planned), (date(2025, 5, 4), held)], kind=SectionKind.ANNOUNCED)


def test_a_visit_put_off_is_said_to_be(told: Rows) -> None:
    planned = "Президент Узбекистана Тимур Рашидов посетит Кыргызстан 15 апреля 2025 года."
    off = "Визит президента Узбекистана Тимура Рашидова в Кыргызстан перенесён."
    (row,) = told([(date(2025, 3, 4), planned), (date(2025, 4, 4), off)], kind=SectionKind.ANNOUNCED)
    assert row.stage is MeetingStage.CANCELLED
    assert len(row.notes) == 2
    assert lines([row])[0].endswith("отложено или отменено")


def test_the_record_has_the_keys_of_the_record_of_facts(seeds: Library) -> None:
    record = row_record(rows_of(seeds, "TJ")[1])
    assert record["participants"] == ["Адылбек Касымалиев", "Кохир Расулзода"]
    assert record["countries"] == ["KG", "TJ"]
    assert (record["stage"], record["form"], record["date"], record["published"]) == (
        "held",
        "talks",
        None,
        "2025-03-04",
    )


VISIT = "Президент Узбекистана Тимур Рашидов прибыл с официальным визитом в Кыргызстан. "


def test_one_way_of_coming_there_is_told_once_and_a_visit_is_not_within_itself(told: Rows) -> None:
    text = (
        "Министр Узбекистана Тимур Рашидов прибыл в Кыргызстан с визитом для участия в форуме. "
        "Министр Узбекистана Тимур Рашидов прибыл в Кыргызстан для участия в форуме инвесторов. "
        "В рамках визита прошла встреча министра Узбекистана Тимура Рашидова и министра Кыргызстана Азамата Турдиева."
    )
    (row,) = told([(date(2025, 10, 1), text)])
    assert row.circumstances == ("для участия в форуме инвесторов",)


def test_what_two_signed_when_they_met_is_no_second_contact(told: Rows) -> None:
    signed = "Президенты Узбекистана и Кыргызстана подписали заявление о дружбе."
    rows = told([(date(2025, 10, 1), VISIT), (date(2025, 10, 2), signed)])
    assert [row.form for row in rows] == ["official_visit"]


def test_talks_of_a_visit_that_was_held_are_not_announced_any_more(told: Rows) -> None:
    ahead = VISIT + "На следующий день пройдут кыргызско-узбекские переговоры."
    held = VISIT + "Его встретил президент Кыргызстана Азамат Турдиев."
    assert not told([(date(2025, 10, 1), ahead), (date(2025, 10, 2), held)], kind=SectionKind.ANNOUNCED)


def test_who_is_called_by_a_patronymic_alone_is_named_by_others(told: Rows) -> None:
    text = (
        "Президенты Узбекистана и Кыргызстана договорились построить мост. Об этом заявил глава Узбекистана Тимур "
        "Рашидов.\n— С подписанием договора мы с Азаматом Эркиновичем договорились построить мост, — сообщил он."
    )
    (row,) = told([(date(2025, 10, 1), text)])
    assert [person.name for person in row.participants] == ["Тимур Рашидов"]


def test_talks_that_were_a_numbered_sitting_are_called_so(told: Rows) -> None:
    talks = "Президент Узбекистана Тимур Рашидов и президент Кыргызстана Азамат Турдиев провели переговоры в Оше."
    sitting = (
        "Под председательством президентов Узбекистана и Кыргызстана Тимура Рашидова и Азамата Турдиева состоялось "
        "седьмое заседание Высшего совета Кыргызстана и Узбекистана."
    )
    (row,) = told([(date(2025, 10, 1), talks), (date(2025, 10, 1), sitting)])
    assert row.occasion == "7-е заседание Высшего совета Кыргызстана и Узбекистана"


def test_the_only_other_one_at_a_table_is_named(told: Rows) -> None:
    text = "В саммите ОТГ участвовали президент Узбекистана Тимур Рашидов и президент Турции Гела Абашидзе."
    (row,) = told([(date(2025, 10, 1), text)])
    assert ([person.name for person in row.other_side], row.others) == (["Тимур Рашидов", "Гела Абашидзе"], 0)


def test_a_visit_recalled_while_it_goes_on_is_the_one_that_is_told_of(told: Rows) -> None:
    text = VISIT + "Напомним, что 1–2 октября президент Узбекистана Тимур Рашидов находится с визитом в Кыргызстане."
    assert len(told([(date(2025, 10, 1), text)])) == 1
