"""Who says what: quotations in every typography, speech without marks, speakers."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgtui.extraction.speech.words import speech_verb
from kgtui.extraction.tables import table
from kgtui.model import Quote

from .reading_of import cases, facts


def told(text: str, found: tuple[Quote, ...]) -> str:
    """The speech of a text as the tables of cases write it."""
    lines = (
        f"{quote.speaker.name if quote.speaker else '?'}: {' … '.join(part.of(text) for part in quote.parts)}"
        for quote in found
    )
    return " // ".join(lines) or "none"


@pytest.mark.parametrize(("text", "wanted"), cases("quotes"))
def test_direct_speech_has_its_span_and_speaker(text: str, wanted: str) -> None:
    text = text.replace("\\n", "\n")
    assert told(text, facts(text).quotes) == wanted


@pytest.mark.parametrize(("text", "wanted"), cases("statements"))
def test_indirect_speech_has_its_clause_and_speaker(text: str, wanted: str) -> None:
    assert told(text, facts(text).statements) == wanted


@pytest.mark.parametrize("row", table("speech_nouns"), ids=lambda row: row["noun"])
def test_a_noun_says_whose_words_these_are(row: dict[str, str]) -> None:
    read = facts(f"Вчера Бакыт Асанов открыл дорогу. {row['example']}")
    [said] = read.statements or read.quotes
    assert said.speaker is not None
    assert said.speaker.name == "Бакыт Асанов"


@pytest.mark.parametrize("row", [r for r in table("speech_verbs") if r["kind"] != "acts"], ids=lambda row: row["lemma"])
def test_a_verb_of_saying_is_read_as_its_kind(row: dict[str, str]) -> None:
    verb = speech_verb(row["example"].split()[0])
    assert verb is not None
    assert verb.kind.value == row["kind"]


@pytest.mark.parametrize("paragraphs", ["«{}.\n\n{}», — сказал Бакыт Усенов.", "«{}.\n\n«{}», — сказал Бакыт Усенов."])
def test_a_quotation_goes_on_over_paragraphs(paragraphs: str) -> None:
    text = paragraphs.format("Первый абзац речи", "Второй абзац речи")
    [quote] = facts(text).quotes
    assert quote.span.of(text).startswith("Первый абзац речи.")
    assert quote.span.of(text).endswith("Второй абзац речи")
    assert quote.speaker is not None


def test_what_is_doubtful_says_so() -> None:
    text = "«Дорога будет готова, — сказал Бакыт Усенов."
    [quote] = facts(text).quotes
    assert quote.doubt is not None
    assert quote.doubt.value == "unclosed_quote"


MARKS = st.sampled_from(["«»", '""', "“”", "„“", "‘’"])
DASHES = st.sampled_from([", - ", ", – ", ", — ", ",- ", " – ", "," + " -- "])
SAID = st.lists(st.sampled_from("дорога мост школа вода город".split()), min_size=2, max_size=12).map(
    lambda words: " ".join(words).capitalize() + " открыта"
)
SPEAKERS = st.sampled_from(
    [
        ("Вчера выступил Бакыт Усенов. ", "сказал Бакыт Усенов"),
        ("Вчера выступил министр энергетики Бакыт Усенов. ", "отметил министр"),
        ("Вчера выступил депутат Бакыт Усенов. ", "добавил он"),
        ("", "заявил во вторник журналистам министр энергетики КР Бакыт Усенов"),
        ("Вчера выступил Бакыт Усенов. ", "приводит слова Б. Усенова пресс-служба"),
    ]
)


@settings(max_examples=150, deadline=None)
@given(MARKS, DASHES, SAID, SPEAKERS)
def test_speech_behind_which_its_speaker_stands(marks: str, dash: str, said: str, speaker: tuple[str, str]) -> None:
    before, attribution = speaker
    text = f"{before}{marks[0]}{said}{marks[1]}{dash}{attribution}. Потом открыли мост."
    assert told(text, facts(text).quotes) == f"Бакыт Усенов: {said}"


@settings(max_examples=100, deadline=None)
@given(MARKS, SAID, st.sampled_from(["Бакыт Усенов заявил", "Министр Бакыт Усенов обратился к гостям и подчеркнул"]))
def test_speech_before_which_its_speaker_stands(marks: str, said: str, introduction: str) -> None:
    text = f"{introduction}: {marks[0]}{said}{marks[1]}. Потом открыли мост."
    assert told(text, facts(text).quotes) == f"Бакыт Усенов: {said}"


@settings(max_examples=100, deadline=None)
@given(MARKS, st.sampled_from("-–—"), SAID, SAID, st.sampled_from("., "))
def test_speech_that_its_speaker_interrupts(marks: str, dash: str, one: str, other: str, end: str) -> None:
    end = end.strip() or ","
    text = f"{marks[0]}{one}, {dash} сказал Бакыт Усенов{end} {dash} {other}{marks[1]}. Потом открыли мост."
    assert told(text, facts(text).quotes) == f"Бакыт Усенов: {one} … {other}"


SOUP = (
    '« » " “ ” „ ‘ ’ — – - , . : ! … ( ) \n сказал Асанов он она Бакыт Усенов слова по словам что как это Минтранс в'
).split(" ")


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(SOUP), max_size=60), st.sampled_from(["", " "]))
def test_soup_of_marks_is_read_and_spans_lie_in_order(words: list[str], space: str) -> None:
    text = space.join(words)
    read = facts(text)
    for quote in (*read.quotes, *read.statements):
        assert 0 <= quote.span.start < quote.span.end <= len(text)
        assert quote.parts[0].start == quote.span.start
        assert quote.parts[-1].end == quote.span.end
        assert all(part.start < part.end for part in quote.parts)
        assert all(one.end <= other.start for one, other in zip(quote.parts, quote.parts[1:], strict=False))
