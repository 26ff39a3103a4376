"""What articles say is kept whole, and asked for by whom it is about."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgtui.library import Library, Scope, Standing, open_library
from kgtui.library.connections import FILE
from kgtui.library.facts import facts_of
from kgtui.library.migrations import migrate
from kgtui.library.writing import put
from kgtui.model import (
    Actor,
    Amount,
    Doubt,
    Entity,
    EntityKind,
    FactKind,
    Facts,
    Figure,
    Meeting,
    Period,
    Promise,
    PromiseStage,
    Quote,
    Span,
)

from .conftest import item, named, settings_for

TEXT = "Токаев пообещал Киргизии 5 млрд долларов. «Мы построим ГЭС к 2027 году»."
TOKAYEV = Actor(EntityKind.PERSON, "токаев", "Токаев")
ENTITIES = (
    named(EntityKind.PERSON, "токаев", TEXT, "Токаев", country="KZ"),
    named(EntityKind.COUNTRY, "KG", TEXT, "Киргизии"),
)
SAID = Facts(
    1,
    ENTITIES,
    periods=(Period("2027", "2027", Span(62, 66)),),
    figures=(Figure(Span(25, 40), Amount("USD", 5e9), countries=("UZ",), doubt=Doubt.HERALDED_OFFICE),),
    quotes=(Quote(Span(43, 71), (Span(43, 71),), direct=True, speaker=TOKAYEV),),
    meetings=(Meeting(Span(0, 6), "talks", "переговоры", participants=(TOKAYEV,), countries=("KG",)),),
    promises=(Promise(Span(7, 40), PromiseStage.PLANNED, "5 млрд долларов", who=(TOKAYEV,)),),
    recognised=3,
)

spans = st.integers(0, 90).flatmap(lambda start: st.builds(Span, st.just(start), st.integers(start + 1, 99)))
st.register_type_strategy(Span, spans)
st.register_type_strategy(float, st.floats(allow_nan=False))
entities = st.builds(Entity, spans=st.sets(spans, min_size=1).map(lambda each: tuple(sorted(each))))


def add(library: Library, facts: Facts, id_: str = "a", day: int = 1) -> int:
    document, analysis, _ = item(id_, TEXT, day=day)
    library.add([(document, analysis, facts)])
    article = library.article_by_id(id_)
    assert article is not None
    return article.number


@given(
    st.builds(
        Facts,
        version=st.integers(0, 9),
        recognised=st.integers(0, 9),
        entities=st.lists(entities, max_size=3).map(tuple),
    )
)
def test_facts_come_back_as_extraction_gave_them(facts: Facts) -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as record:
        migrate(record)
        document, _, _ = item("a", TEXT)
        _, number = put(record, document, facts)
        assert facts_of(record, [number]) == {number: facts}


def test_facts_of_a_country_or_an_actor(library: Library) -> None:
    add(library, SAID, "older", day=1)
    add(library, SAID, "newer", day=2)

    def told(kind: FactKind, whom: EntityKind, key: str, limit: int = 0) -> list[tuple[str, object]]:
        found = library.facts_about(kind, whom, key, limit=limit)
        return [(each.headline.id, each.fact) for each in found]

    (meeting,), (promise,), (quote,), (figure,) = SAID.meetings, SAID.promises, SAID.quotes, SAID.figures
    country, person = EntityKind.COUNTRY, EntityKind.PERSON
    assert told(FactKind.MEETING, country, "KG") == [("newer", meeting), ("older", meeting)]  # takes part
    assert told(FactKind.MEETING, country, "KZ", limit=1) == [("newer", meeting)]  # one of its people takes part
    assert told(FactKind.PROMISE, country, "KG", limit=1) == [("newer", promise)]  # is named in it
    assert told(FactKind.PROMISE, person, "токаев", limit=1) == [("newer", promise)]
    assert told(FactKind.QUOTE, person, "токаев", limit=1) == [("newer", quote)]
    assert told(FactKind.FIGURE, country, "UZ", limit=1) == [("newer", figure)]
    assert told(FactKind.FIGURE, country, "KG") == []
    assert told(FactKind.STATEMENT, person, "токаев") == []


def test_a_figure_of_a_union_is_about_the_union_and_not_its_members(library: Library) -> None:
    union = Actor(EntityKind.BLOC, "SCO", "ШОС")
    figure = replace(SAID.figures[0], union=union)
    add(library, replace(SAID, figures=(figure,)))

    def told(kind: EntityKind, key: str) -> list[object]:
        return [each.fact for each in library.facts_about(FactKind.FIGURE, kind, key)]

    assert told(EntityKind.BLOC, "SCO") == told(EntityKind.COUNTRY, "UZ") == [figure]
    assert told(EntityKind.COUNTRY, "RU") == []


def test_a_limit_takes_the_facts_of_the_latest_days(library: Library) -> None:
    soon, late = (replace(SAID.promises[0], due=Period(year, year)) for year in ("2026", "2030"))
    add(library, replace(SAID, promises=(late,)), "older", day=1)
    add(library, replace(SAID, promises=(soon,)), "newer", day=2)
    asked = FactKind.PROMISE, EntityKind.COUNTRY, "KG"
    assert [each.fact for each in library.facts_about(*asked)] == [soon, late]
    assert [each.fact for each in library.facts_about(*asked, limit=1)] == [late]


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        (Scope(first=date(2025, 11, 2)), ["newer"]),
        (Scope(last=date(2025, 11, 1)), ["older"]),
        (Scope(date(2025, 11, 1), date(2025, 11, 2)), ["newer", "older"]),
        (Scope(among=[1, 3]), ["older", "undated"]),
        (Scope(), ["newer", "older", "undated"]),
    ],
)
def test_articles_in_a_scope(library: Library, scope: Scope, expected: list[str]) -> None:
    for id_, day in (("older", 1), ("newer", 2), ("undated", 0)):
        add(library, SAID, id_, day=day)
    told = library.facts_about(FactKind.MEETING, EntityKind.COUNTRY, "KG", scope)
    assert [each.headline.id for each in told] == expected
    named = library.numbers_naming(EntityKind.PERSON, "токаев", scope)
    assert [headline.id for headline in library.headlines(list(named))] == expected


def test_a_standing_is_that_of_the_newest_article_that_states_it(library: Library) -> None:
    for day, role, country in ((1, "президент", "UZ"), (2, "президент", "KZ"), (3, "спикер", None), (4, None, "BY")):
        person = replace(ENTITIES[0], role=role, country=country)
        add(library, Facts(1, (person,)), f"a{day}", day=day)
    assert library.standing(EntityKind.PERSON, "токаев") == Standing("президент", "KZ")
    assert library.standing(EntityKind.PERSON, "рахмон") == Standing(None, None)


def test_speech_of_which_a_span_is_a_part(library: Library) -> None:
    number = add(library, SAID)
    assert library.speech_at(number, Span(60, 62)) == list(SAID.quotes)
    assert library.speech_at(number, Span(71, 72)) == library.speech_at(number, Span(40, 43)) == []


def test_what_is_removed_says_nothing(library: Library) -> None:
    add(library, SAID)
    library.remove("a")
    assert library.facts_about(FactKind.PROMISE, EntityKind.PERSON, "токаев") == []


def test_a_fact_in_a_form_of_another_program_is_left_out(library: Library, folder: Path) -> None:
    number = add(library, SAID)
    with sqlite3.connect(folder / FILE) as connection:
        connection.execute("UPDATE facts SET value = '{\"stage\": \"sung\"}' WHERE kind = 'promise'")
    assert library.facts(number) == replace(SAID, promises=())
    assert library.facts_about(FactKind.PROMISE, EntityKind.PERSON, "токаев") == []


def test_facts_are_there_next_time(library: Library, folder: Path) -> None:
    number = add(library, SAID)
    with open_library(folder, settings=settings_for(folder)) as again:
        assert again.facts(number) == SAID
