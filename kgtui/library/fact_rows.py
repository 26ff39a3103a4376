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
    FactKind,
    Facts,
    Figure,
    Meeting,
    Period,
    Promise,
    Quote,
    Span,
    Stated,
    Topic,
)
from kgtui.model.codec import plain, revived

Concerned = tuple[EntityKind, str]  # kind and key

_INSERT_ENTITY = "INSERT INTO {into}entities VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_INSERT_MENTION = "INSERT OR IGNORE INTO {into}mentions VALUES (?, ?, ?)"
_INSERT_FACT = "INSERT INTO {into}facts VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_INSERT_CONCERNED = "INSERT INTO {into}concerned VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_LAST_DAY = "0000-12-31"
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def insert_facts(connection: sqlite3.Connection, number: int, facts: Facts, *, into: str = "", after: int = 0) -> None:
    """Write what an article names and says, into tables whose names begin with ``into``, whose rows are numbered from
    ``after`` on."""
    first = _last(connection, f"{into}entities", "entity", after) + 1
    insert_entities(
        connection, number, [(row, each, each.spans) for row, each in enumerate(facts.entities, first)], into
    )

    first = _last(connection, f"{into}facts", "fact", after) + 1
    told = list(enumerate(((kind, fact) for kind in FactKind for fact in facts.of(kind)), first))
    connection.executemany(_INSERT_FACT.format(into=into), [_fact_row(row, number, *each) for row, each in told])
    published = _published(connection, number)
    whom = [
        (each.value, key, kind.value, day_of(fact, published), number, row, code_of(fact), stage_of(fact))
        for row, (kind, fact) in told
        for each, key in concerned(fact, facts.entities)
    ]
    connection.executemany(_INSERT_CONCERNED.format(into=into), whom)


def insert_entities(
    connection: sqlite3.Connection, number: int, rows: Sequence[tuple[int, Entity, Iterable[Span]]], into: str
) -> None:
    """Write what an article names, each as one row with these mentions of it."""
    published = _published(connection, number)
    entities = [(*_entity_row(row, number, entity), published) for row, entity, _ in rows]
    connection.executemany(_INSERT_ENTITY.format(into=into), entities)
    mentions = [(row, span.start, span.end) for row, _, spans in rows for span in spans]
    connection.executemany(_INSERT_MENTION.format(into=into), mentions)


def _last(connection: sqlite3.Connection, table: str, row: str, after: int) -> int:
    (last,) = connection.execute(f"SELECT MAX({row}) FROM {table}").fetchone()  # noqa: S608 - our own names
    return max(last or 0, after)


def _published(connection: sqlite3.Connection, number: int) -> str | None:
    """YYYY-MM-DD of an article."""
    (published,) = connection.execute("SELECT published FROM articles WHERE number = ?", (number,)).fetchone()
    return str(published) if published else None


def _entity_row(row: int, number: int, entity: Entity) -> tuple[object, ...]:
    role = entity.role_span
    return (
        row,
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


def _fact_row(row: int, number: int, kind: FactKind, fact: Stated) -> tuple[object, ...]:
    span = fact.span
    return (
        row,
        number,
        kind.value,
        span.start if span else None,
        span.end if span else None,
        None if isinstance(fact, Period) else fact.found_by,
        fact.doubt.value if fact.doubt else None,
        _JSON.encode(plain(fact)),
    )


def entity_of(row: Row, spans: Iterable[Span]) -> Entity:
    """From row, kind, key, name, role, start and end of the role, country, found_by, doubt, and its mentions."""
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


def fact_of(kind: str, value: str) -> Stated | None:
    """The fact of a row; None for one that another version of the program has put in a form of its own."""
    try:
        return revived(FACT_TYPES[FactKind(kind)], json.loads(value))
    except (ValueError, TypeError, KeyError):
        return None


def concerned(fact: Stated, entities: Sequence[Entity]) -> set[Concerned]:
    """The countries and actors of a fact, the countries that these belong to, and those named in its words; its union,
    not the members of that, and of a meeting the unions named in its words."""
    actors = set(_actors(fact))
    found: set[Concerned] = {(actor.kind, actor.key) for actor in actors}
    codes = set(fact.countries) if isinstance(fact, Figure | Meeting | Promise) else set()
    codes |= {entity.country for entity in entities if entity.country and (entity.kind, entity.key) in found}
    if fact.span and not isinstance(fact, Figure | Period | Topic):
        codes |= {
            entity.key
            for entity in entities
            if entity.kind is EntityKind.COUNTRY and any(fact.span.overlaps(span) for span in entity.spans)
        }
    if isinstance(fact, Meeting):
        found |= {
            (entity.kind, entity.key)
            for entity in entities
            if entity.kind is EntityKind.BLOC
            and any(words.overlaps(span) for words in (fact.span, *fact.told) for span in entity.spans)
        }
    return found | {(EntityKind.COUNTRY, code) for code in codes}


def day_of(fact: Stated, published: str | None) -> str:
    """What a fact is sorted by, in the form YYYY-MM-DD: the end of the event, of the measured period or of the
    deadline, else the day of publication, else nothing. The last day of a month is always the 31st."""
    period = _period(fact)
    return period.end + _LAST_DAY[len(period.end) :] if period else published or ""


def _period(fact: Stated) -> Period | None:
    if isinstance(fact, Meeting):
        return fact.date
    if isinstance(fact, Promise):
        return fact.due
    return fact.period if isinstance(fact, Figure) else None


def code_of(fact: Stated) -> str | None:
    """The measure of a figure, the form of a meeting, the key of a topic."""
    if isinstance(fact, Figure):
        return fact.measure
    if isinstance(fact, Meeting):
        return fact.form
    return fact.key if isinstance(fact, Topic) else None


def stage_of(fact: Stated) -> str | None:
    """The stage of a meeting or promise, the kind of a figure."""
    if isinstance(fact, Figure):
        return str(fact.kind.value)
    return str(fact.stage.value) if isinstance(fact, Meeting | Promise) else None


def _actors(fact: Stated) -> Iterator[Actor]:
    if isinstance(fact, Meeting):
        yield from fact.participants
    elif isinstance(fact, Promise):
        yield from fact.who
        if fact.union:
            yield fact.union
    elif isinstance(fact, Figure) and fact.union:
        yield fact.union
    if isinstance(fact, Quote | Promise) and fact.speaker:
        yield fact.speaker
