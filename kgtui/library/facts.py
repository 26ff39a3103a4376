"""Reading facts out of the record: what articles name, and what they tell."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from kgtui.library.fact_rows import entity_of, fact_of
from kgtui.library.reading import headlines
from kgtui.library.rows import day
from kgtui.library.scope import EVERY, OF_ARTICLES_WITHIN, WITHIN, Scope
from kgtui.model import Entity, EntityKind, FactKind, Facts, Headline, Quote, Span, Stated

_ENTITIES = """
SELECT number, entity, kind, key, name, role, role_start, role_end, country, found_by, doubt FROM entities
WHERE {rows} ORDER BY entity
"""
_MENTIONS = """
SELECT entity, start, end FROM mentions WHERE entity IN (SELECT entity FROM entities WHERE {rows})
ORDER BY entity, start
"""
_OF_ARTICLES = "number IN (SELECT value FROM json_each(?))"
_OF_ROWS = "entity IN (SELECT value FROM json_each(?))"
_FACTS = "SELECT number, fact, kind, value FROM facts WHERE number IN (SELECT value FROM json_each(?)) ORDER BY fact"
_FACTS_IN = """
SELECT number, value FROM facts WHERE number IN (SELECT value FROM json_each(?)) AND kind = ? ORDER BY fact
"""
_VERSIONS = """
SELECT number, facts_version, recogniser_version FROM articles WHERE number IN (SELECT value FROM json_each(?))
"""
_CONCERNING = f"""
SELECT fact FROM concerned WHERE kind = :kind AND entity_kind = :whom AND key = :key AND {OF_ARTICLES_WITHIN}
ORDER BY day DESC, number DESC, fact LIMIT :limit
"""  # noqa: S608 - our own words
_SPEECH_AT = """
SELECT kind, value FROM facts
WHERE number = ? AND kind IN ('quote', 'statement') AND start < ? AND end > ? ORDER BY fact
"""
_VALUES = "SELECT fact, number, value FROM facts WHERE fact IN (SELECT value FROM json_each(?))"
_NAMING = f"""
SELECT number, published FROM entities WHERE kind = :kind AND key = :key AND {WITHIN}
ORDER BY published DESC, number DESC
"""  # noqa: S608 - our own words


def numbers_naming(
    connection: sqlite3.Connection, kind: EntityKind, key: str, scope: Scope = EVERY
) -> dict[int, date | None]:
    """The articles that name something, newest first, each with its date."""
    rows = connection.execute(_NAMING, {"kind": kind.value, "key": key, **scope.values})
    return {number: day(published) for number, published in rows}


def facts_of(
    connection: sqlite3.Connection, numbers: Sequence[int], *, entities_alone: bool = False
) -> dict[int, Facts]:
    """Number → facts, of the articles that are still there; of each kind in the order in which they were found."""
    entities = entities_of(connection, numbers)
    said = {} if entities_alone else _said_in(connection, numbers)
    return {
        number: Facts(version, tuple(entities.get(number, ())), recognised=recognised, **said.get(number, {}))
        for number, version, recognised in connection.execute(_VERSIONS, (_json(numbers),)).fetchall()
    }


def facts_of_one(connection: sqlite3.Connection, number: int) -> Facts:
    """Of an article that is gone: none, of version 0."""
    return facts_of(connection, [number]).get(number, Facts(0, ()))


def entities_of(connection: sqlite3.Connection, numbers: Collection[int]) -> dict[int, list[Entity]]:
    """Number → what the article names, in the order in which it was found; nothing of one that names nothing."""
    entities: dict[int, list[Entity]] = {}
    for number, _, entity in _entities(connection, _OF_ARTICLES, numbers):
        entities.setdefault(number, []).append(entity)
    return entities


def entities_in_rows(connection: sqlite3.Connection, rows: Collection[int]) -> dict[int, Entity]:
    """Row → what it names."""
    return {row: entity for _, row, entity in _entities(connection, _OF_ROWS, rows)}


def _entities(connection: sqlite3.Connection, rows: str, among: Collection[int]) -> Iterator[tuple[int, int, Entity]]:
    """The number of the article, the row, and what it names."""
    spans: dict[int, list[Span]] = {}
    for owner, start, end in connection.execute(_MENTIONS.format(rows=rows), (_json(among),)):
        spans.setdefault(owner, []).append(Span(start, end))
    for number, *row in connection.execute(_ENTITIES.format(rows=rows), (_json(among),)):
        yield number, row[0], entity_of(tuple(row), spans.get(row[0], ()))


def _said_in(connection: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, dict[str, Any]]:
    """Number → field of `Facts` → what it holds."""
    said: dict[int, dict[str, Any]] = {}
    for number, _, kind, value in connection.execute(_FACTS, (_json(numbers),)):
        if fact := fact_of(kind, value):
            field = f"{kind}s"
            of_article = said.setdefault(number, {})
            of_article[field] = (*of_article.get(field, ()), fact)
    return said


def facts_concerning(
    connection: sqlite3.Connection, kind: FactKind, whom: tuple[EntityKind, str], scope: Scope, limit: int
) -> list[tuple[Headline, Stated]]:
    """The ones of the latest days; those of the newest articles first, of one article in text order."""
    asked = {"kind": kind.value, "whom": whom[0].value, "key": whom[1], "limit": limit or -1, **scope.values}
    latest = {fact for (fact,) in connection.execute(_CONCERNING, asked)}
    rows = connection.execute(_VALUES, (_json(latest),)).fetchall()
    by_number = {each.number: each for each in headlines(connection, list({number for _, number, _ in rows}))}
    rows.sort(key=lambda row: (*_newest_first(by_number[row[1]]), row[0]))
    return [(by_number[number], fact) for _, number, value in rows if (fact := fact_of(kind, value))]


def _newest_first(headline: Headline) -> tuple[int, int]:
    return -(headline.published or date.min).toordinal(), -headline.number


def facts_in(connection: sqlite3.Connection, kind: FactKind, numbers: Sequence[int]) -> list[tuple[Headline, Stated]]:
    """Those of the articles in the order of their numbers, of one article in text order."""
    found: dict[int, list[Stated]] = {}
    for number, value in connection.execute(_FACTS_IN, (_json(numbers), kind.value)):
        if fact := fact_of(kind, value):
            found.setdefault(number, []).append(fact)
    among = headlines(connection, [number for number in numbers if number in found])
    return [(headline, fact) for headline in among for fact in found[headline.number]]


def speech_at(connection: sqlite3.Connection, number: int, span: Span) -> list[Quote]:
    """The speech, direct and indirect, that overlaps with a span."""
    rows = connection.execute(_SPEECH_AT, (number, span.end, span.start))
    return [fact for kind, value in rows if isinstance(fact := fact_of(kind, value), Quote)]


def _json(numbers: Iterable[int]) -> str:
    return json.dumps(list(numbers))
