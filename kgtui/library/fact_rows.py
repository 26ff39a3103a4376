"""What articles name and say as rows of the record, and back.

An entity is a row with its mentions; any other fact is kept whole as JSON, and beside it what is asked for by SQL.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from kgtui.library.rows import Row
from kgtui.model import (
    FACT_TYPES,
    Actor,
    Doubt,
    Entity,
    EntityKind,
    Fact,
    FactKind,
    Facts,
    Figure,
    Meeting,
    Period,
    Promise,
    Span,
)
from kgtui.model.codec import plain, revived

Concerned = tuple[EntityKind, str]  # kind and key

_INSERT_ENTITY = """
INSERT INTO entities (
    number, kind, key, name, role, role_start, role_end, country, found_by, doubt, mentions
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_INSERT_FACT = "INSERT INTO facts (number, kind, start, end, found_by, doubt, value) VALUES (?, ?, ?, ?, ?, ?, ?)"


def insert_entities(connection: sqlite3.Connection, number: int, entities: Iterable[Entity]) -> None:
    for entity in entities:
        role = entity.role_span
        values = (
            number,
            entity.kind.value,
            entity.key,
            entity.name,
            entity.role,
            role.start if role else None,
            role.end if role else None,
            entity.country,
            entity.found_by,
            entity.doubt.value if entity.doubt else None,
            len(entity.spans),
        )
        row = connection.execute(_INSERT_ENTITY, values).lastrowid
        connection.executemany(
            "INSERT OR IGNORE INTO mentions VALUES (?, ?, ?)", [(row, span.start, span.end) for span in entity.spans]
        )


def entity_of(row: Row, spans: Iterable[Span]) -> Entity:
    """From the columns of `reading.ENTITIES` after the article's number, in their order, and its mentions."""
    _, kind, key, name, role, role_start, role_end, country, found_by, doubt = row
    return Entity(
        kind=EntityKind(kind),
        key=key,
        name=name,
        spans=tuple(spans),
        role=role,
        role_span=Span(role_start, role_end) if role_start is not None else None,
        country=country,
        found_by=found_by,
        doubt=Doubt(doubt) if doubt else None,
    )


def insert_facts(connection: sqlite3.Connection, number: int, facts: Facts) -> None:
    """What an article says of those whom it names."""
    whom: list[tuple[str, str, str, int]] = []
    for kind in FactKind:
        for fact in facts.of(kind):
            row = connection.execute(_INSERT_FACT, (number, kind.value, *_columns(fact), _json(fact))).lastrowid or 0
            whom += ((each.value, key, kind.value, row) for each, key in concerned(fact, facts.entities))
    connection.executemany("INSERT INTO concerned VALUES (?, ?, ?, ?)", whom)


def fact_of(kind: str, value: str) -> Fact | Period | None:
    """The fact of a row; None for one that another version of the program has put in a form of its own."""
    try:
        return revived(FACT_TYPES[FactKind(kind)], json.loads(value))
    except (ValueError, TypeError, KeyError):
        return None


def concerned(fact: Fact | Period, entities: Sequence[Entity]) -> set[Concerned]:
    """The countries and actors of a fact, the countries that these belong to, and those named in its words."""
    actors = set(_actors(fact))
    found: set[Concerned] = {(actor.kind, actor.key) for actor in actors}
    codes = set(fact.countries) if isinstance(fact, Figure | Meeting) else set()
    codes |= {entity.country for entity in entities if entity.country and (entity.kind, entity.key) in found}
    if fact.span and not isinstance(fact, Figure | Period):
        codes |= {
            entity.key
            for entity in entities
            if entity.kind is EntityKind.COUNTRY and any(fact.span.overlaps(span) for span in entity.spans)
        }
    return found | {(EntityKind.COUNTRY, code) for code in codes}


def _actors(fact: Fact | Period) -> Iterator[Actor]:
    if isinstance(fact, Meeting):
        yield from fact.participants
    elif isinstance(fact, Promise):
        yield from fact.who
    if not isinstance(fact, Figure | Meeting | Period) and fact.speaker:
        yield fact.speaker


def _columns(fact: Fact | Period) -> Iterable[object]:
    """Start, end, found_by and doubt."""
    yield from (fact.span.start, fact.span.end) if fact.span else (None, None)
    yield None if isinstance(fact, Period) else fact.found_by
    yield fact.doubt.value if fact.doubt else None


def _json(fact: Fact | Period) -> str:
    return json.dumps(plain(fact), ensure_ascii=False, separators=(",", ":"))
