"""Promises: every row of the tables, cases in full, any text."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgtui.extraction.extract import extract
from kgtui.extraction.promises.wording import MOST_WORDS, word_count
from kgtui.extraction.records import facts_record
from kgtui.extraction.tables import table
from kgtui.language import analyse, word
from kgtui.model import Document, Doubt, Promise, PromiseStage, Span

from .reading_of import cases

PUBLISHED = date(2025, 11, 20)


def promises(text: str) -> tuple[Promise, ...]:
    read = Document(id="t", origin="t.txt", text=text, body=Span(0, len(text)), title="", published=PUBLISHED)
    return extract(read, analyse(text)).promises


def rows(name: str, column: str) -> list[object]:
    return [pytest.param(row, id=row[column]) for row in table(name)]


@pytest.mark.parametrize("row", rows("promise_triggers", "words"))
def test_a_trigger_tells_of_a_promise(row: dict[str, str]) -> None:
    assert [promise.stage.value for promise in promises(row["example"])] == [row["stage"]]


@pytest.mark.parametrize("row", rows("promise_triggers", "words"))
def test_words_like_a_trigger_tell_of_none(row: dict[str, str]) -> None:
    assert [promise for promise in promises(row["near"]) if promise.stage.value != row["otherwise"]] == []


@pytest.mark.parametrize("row", rows("things", "noun"))
def test_a_thing_is_done_or_under_way(row: dict[str, str]) -> None:
    (promise,) = promises(row["example"])
    assert promise.stage in (PromiseStage.DONE, PromiseStage.UNDER_WAY)
    assert any(row["noun"] in word(form).lemmas for form in promise.what.split())


@pytest.mark.parametrize("row", rows("deeds", "verbs"))
def test_a_deed_is_named_with_its_object(row: dict[str, str]) -> None:
    done, named = row["example"].split(" > ")
    frame = "К 2030 году должен {}." if row["about"] == "subject" else "Стороны договорились {}."
    found = promises(frame.format(done))
    if row["sort"] in ("talk", "none") or (row["sort"], row["about"]) == ("meeting", "subject"):
        assert found == ()
    else:
        assert [promise.what for promise in found] == [named]


def written(text: str) -> list[str]:
    """The promises of a text as a case gives them: «stage | what | amount | due | who»."""
    return [" | ".join(_cells(promise)) for promise in promises(text)]


def _cells(promise: Promise) -> tuple[str, ...]:
    amount = promise.amount
    size = "-" if amount is None or amount.value is None else f"{amount.value:.12g} {amount.unit}"
    who = ", ".join(actor.name for actor in promise.who)
    return promise.stage.value, promise.what, size, promise.due.iso if promise.due else "-", who or "-"


@pytest.mark.parametrize(("text", "wanted"), cases("promises"))
def test_promises_of_a_text(text: str, wanted: str) -> None:
    assert written(text) == ([] if wanted == "-" else wanted.split("; "))


WORDS = (
    "Кабмин КР намерен планируется договорились предложил поручил обещает цель решение не будет построит откроет введут"
    " довести увеличить построить и запустить товарооборот школу завод новый новые до 5 млрд долларов 20 % к 2030 году"
    ' в следующем году что чтобы если который , . : ; — ( ) « » " ? «CASA-1000» Ош Бишкек мы он стороны начнётся о об'
    " на по 18 станций соглашение подписали 2027 годом объявить меры: \n"
).split(" ")


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_any_words_give_promises_within_the_text(text: str) -> None:
    for promise in promises(text):
        assert 0 <= promise.span.start < promise.span.end <= len(text)
        assert 0 < word_count(promise.what) <= MOST_WORDS


def test_a_promise_in_a_quotation_is_made_by_its_speaker() -> None:
    text = "«Мы построим в Оше завод», — сказал министр экономики КР Бакыт Сыдыков."
    assert [actor.name for promise in promises(text) for actor in promise.who] == ["Бакыт Сыдыков"]


def test_who_tells_of_another_s_promise_is_its_speaker() -> None:
    text = "«Узбекистан построит в Оше завод», — сказал министр экономики КР Бакыт Сыдыков."
    (promise,) = promises(text)
    assert [actor.name for actor in promise.who] == ["Узбекистан"]
    assert promise.speaker is not None
    assert promise.speaker.name == "Бакыт Сыдыков"


def test_a_unit_without_a_code_is_exchanged_as_its_noun() -> None:
    text = "Узбекистан до 2030 года переведет на водосбережение 2 млн гектаров."
    read = Document(id="t", origin="t.txt", text=text, body=Span(0, len(text)), title="", published=PUBLISHED)
    told = facts_record(read, extract(read, analyse(text)))["promises"]
    assert isinstance(told, list)
    assert [promise["figure"] for promise in told] == [{"value": 2_000_000, "unit": "гектар"}]


def test_a_guessed_doer_is_in_doubt() -> None:
    text = "Кыргызстан и Казахстан обсудили торговлю. В Астане решено построить терминал. Россия следит."
    assert [promise.doubt for promise in promises(text)] == [Doubt.GUESSED_DOER]


def test_a_list_of_documents_is_signed_item_by_item() -> None:
    text = (
        "По итогам переговоров подписаны следующие документы:\n- Соглашение о сотрудничестве в сфере энергетики;\n"
        "- Меморандум о взаимопонимании между министерствами транспорта.\nПротокол о намерениях готовится."
    )
    assert [promise.document for promise in promises(text)] == [
        "Соглашение о сотрудничестве в сфере энергетики",
        "Меморандум о взаимопонимании между министерствами транспорта",
    ]


def test_what_was_agreed_on_is_listed_with_the_time_of_each() -> None:
    text = "Стороны договорились:\n- до конца года открыть торговый дом;\n- снять ограничения на поставку угля."
    assert written(text) == [
        "agreed | открытие торгового дома | - | 2025 | -",
        "agreed | снятие ограничений на поставку угля | - | - | -",
    ]


def test_the_documents_that_were_signed_are_listed_in_one_sentence_or_below_it() -> None:
    inline = "Среди подписанных документов: Соглашение о создании фонда развития, а также меморандум о торговле."
    below = "Среди подписанных документов:\n- соглашение о создании фонда развития;\n- меморандум о торговле."
    wanted = ["соглашение о создании фонда развития", "меморандум о торговле"]
    for text in (inline, below):
        assert [(promise.document or "").lower() for promise in promises(text)] == wanted


def test_what_was_agreed_to_be_concluded_is_not_signed() -> None:
    text = "С подписанием договора о границе мы договорились заключить договор о точке стыка границ."
    assert [promise.document for promise in promises(text) if promise.document] == ["договор о границе"]


def test_a_document_is_named_without_its_case_and_dated_where_the_text_says_so() -> None:
    (promise,) = promises("3 ноября 2025 года президенты подписали межправительственное соглашение о границе.")
    assert promise.document == "межправительственное соглашение о границе"
    assert promise.on is not None
    assert promise.on.iso == "2025-11-03"


BILATERAL = (
    "Премьер-министр Казахстана прибыл в Кыргызстан. Переговоры премьеров Казахстана и Кыргызстана прошли в Бишкеке. "
)


@pytest.mark.parametrize(
    ("text", "countries", "union"),
    [
        pytest.param("Россия и Китай построят порт в Оше.", {"RU", "CN", "KG"}, None, id="named"),
        pytest.param(BILATERAL + "Стороны договорились построить мост.", {"KZ", "KG"}, None, id="the article's pair"),
        pytest.param(BILATERAL + "Премьер Казахстана поручил построить мост.", {"KZ"}, None, id="one side's own"),
        pytest.param(
            BILATERAL + "Стороны договорились ускорить дорогу Китай — Кыргызстан — Узбекистан и открыть мост.",
            {"KZ", "KG"},
            None,
            id="a third's name beside",
        ),
        pytest.param(
            BILATERAL + "«Мы намерены довести товарооборот до 2 млрд долларов», — сказал премьер Казахстана.",
            {"KZ", "KG"},
            None,
            id="trade is of two",
        ),
        pytest.param(
            "Жапаров предложил странам ШОС создать банк. Россия и Китай за.", {"RU", "CN"}, "ШОС", id="a bloc's"
        ),
        pytest.param(
            "На встрече стран Центральной Азии предложено создать банк. Узбекистан за.",
            {"UZ"},
            "Центральная Азия",
            id="a region's",
        ),
    ],
)
def test_a_matter_lies_between_those_whom_it_is_told_of(text: str, countries: set[str], union: str | None) -> None:
    promise = promises(text)[-1]
    assert set(promise.countries) == countries
    assert (promise.union.name if promise.union else None) == union
