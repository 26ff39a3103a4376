"""What the record keeps so that a brief need not read articles again."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kgtui.language import analyse
from kgtui.library import Library
from kgtui.library.connections import FILE
from kgtui.library.fact_rows import code_of, day_of, stage_of
from kgtui.model import (
    Amount,
    EntityKind,
    Facts,
    Figure,
    FigureKind,
    Meeting,
    MeetingStage,
    Period,
    Promise,
    PromiseStage,
    Quote,
    Span,
    Stated,
    Topic,
)

from .conftest import Item, item, named

TEXT = "Киргизия строит ГЭС. Узбекистан помогает.\nКиргизия благодарит!"
AT = Span(0, 8)
FIGURE = Figure(AT, Amount("USD", 5e9), FigureKind.TARGET, measure="turnover", period=Period("2024", "2024-08"))


def told(text: str, *, day: int) -> Item:
    document, analysis, facts = item("a", text, day=day, entities=(named(EntityKind.COUNTRY, "KG", text, "Киргизия"),))
    return document, analysis, replace(facts, figures=(replace(FIGURE, period=None, countries=("KG",)),))


def rows(folder: Path, statement: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(folder / FILE) as connection:
        return connection.execute(statement).fetchall()


@pytest.mark.parametrize(
    ("fact", "day", "code", "stage"),
    [
        (FIGURE, "2024-08-31", "turnover", "target"),
        (replace(FIGURE, period=Period("2030", "2030"), measure=None), "2030-12-31", None, "target"),
        (Meeting(AT, "talks", "переговоры", date=Period("2025-11-03", "2025-11-04")), "2025-11-04", "talks", "held"),
        (Meeting(AT, "call", "разговор", MeetingStage.PLANNED), "2025-11-20", "call", "planned"),
        (Promise(AT, PromiseStage.AGREED, "договор", due=Period("2026", "2026")), "2026-12-31", None, "agreed"),
        (Topic(AT, "trade", 2), "2025-11-20", "trade", None),
        (Quote(AT, (AT,), direct=True), "2025-11-20", None, None),
    ],
)
def test_by_what_a_fact_is_found(fact: Stated, day: str, code: str | None, stage: str | None) -> None:
    assert (day_of(fact, "2025-11-20"), code_of(fact), stage_of(fact)) == (day, code, stage)


def test_a_fact_of_no_day() -> None:
    assert day_of(Quote(AT, (AT,), direct=True), None) == ""


def test_the_day_of_publication_follows_the_article(library: Library, folder: Path) -> None:
    library.add([told(TEXT, day=3)])
    library.add([told(TEXT, day=17)])
    days = "SELECT published FROM entities UNION ALL SELECT day FROM concerned"
    assert rows(folder, days) == [("2025-11-17",), ("2025-11-17",)]
    (kyrgyzstan,) = library.country_counts()
    assert (kyrgyzstan.first, kyrgyzstan.last) == (date(2025, 11, 17), date(2025, 11, 17))


def test_sentences_are_those_of_the_analysis(library: Library) -> None:
    library.add([told(TEXT, day=3)])
    assert library.sentences(1) == tuple(sentence.span for sentence in analyse(TEXT).sentences)
    shorter = "Киргизия строит. ГЭС."
    library.add([told(shorter, day=3)])
    assert [span.of(shorter) for span in library.sentences(1)] == ["Киргизия строит.", "ГЭС."]


def test_sentences_of_an_article_of_an_earlier_program(library: Library, folder: Path) -> None:
    library.add([told(TEXT, day=3)])
    kept = library.sentences(1)
    with sqlite3.connect(folder / FILE) as connection:
        connection.execute("DELETE FROM sentences")
    assert library.sentences(1) == kept
    article = library.article(1)
    assert article is not None
    with library.adding() as adder:
        adder.renew([(article, analyse(TEXT), Facts(2, ()))])
    assert len(rows(folder, "SELECT * FROM sentences")) == 1


def test_what_is_removed_leaves_nothing(library: Library, folder: Path) -> None:
    library.add([told(TEXT, day=3)])
    library.remove("a")
    assert library.sentences(1) == ()
    for table in ("sentences", "entities", "concerned"):
        assert rows(folder, f"SELECT * FROM {table}") == []  # noqa: S608 - our own names
