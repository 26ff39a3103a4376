"""Counts over the whole record: countries, entities, dates, sizes."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kgtui.library.facts import entities_in_rows
from kgtui.library.reading import headlines
from kgtui.library.rows import day
from kgtui.library.scope import WITHIN, Scope
from kgtui.model import Entity, EntityKind, Headline, Span, Stated

_COUNTRIES = """
SELECT key, COUNT(*), SUM(mentions), MIN(published), MAX(published)
FROM entities WHERE kind = 'country'
GROUP BY key ORDER BY 2 DESC, 3 DESC, key
"""
# The bare columns are those of the article that MAX picks: the latest that states a role, else a country.
_ENTITIES = """
SELECT kind, key, name, articles, named, role, country FROM (
    SELECT kind, key, name, COUNT(*) AS articles, SUM(mentions) AS named, role, country,
        MAX((role IS NOT NULL) || (country IS NOT NULL) || COALESCE(published, ''))
    FROM entities
    WHERE :kind IS NULL OR kind = :kind
    GROUP BY kind, key
)
WHERE :country IS NULL OR country = :country
ORDER BY articles DESC, named DESC, name LIMIT :limit
"""
_MENTIONING = f"""
SELECT entity, number FROM entities
WHERE kind = :kind AND key = :key AND (NOT :with_office OR role IS NOT NULL) AND {WITHIN}
ORDER BY published DESC, number DESC LIMIT :limit
"""  # noqa: S608 - our own words
# Of the newest article that states both an office and a country, else an office, else a country.
_STANDINGS = tuple(
    f"SELECT role, country FROM entities WHERE kind = ? AND key = ? AND {stated} "  # noqa: S608 - our own words
    "ORDER BY published DESC, number DESC LIMIT 1"
    for stated in ("role IS NOT NULL AND country IS NOT NULL", "role IS NOT NULL", "country IS NOT NULL")
)
_SOURCES = """
SELECT COUNT(DISTINCT COALESCE(publisher, source)) FROM articles WHERE number IN (SELECT value FROM json_each(?))
"""

_COUNTRIES_NAMED = """
SELECT number, key FROM entities
WHERE number IN (SELECT value FROM json_each(?)) AND kind = 'country' ORDER BY number, mentions DESC, entity
"""
# The bare columns are those of the newest article, which MAX picks.
_TOPICS = """
SELECT json_extract(value, '$.key') AS topic, COUNT(DISTINCT number), number, start, end,
    MAX(COALESCE(published, '') || printf('%012d', number))
FROM facts JOIN articles USING (number)
WHERE kind = 'topic' AND number IN (SELECT value FROM json_each(?))
GROUP BY topic ORDER BY 2 DESC, 6 DESC
"""
_ABOUT_BLOCS = """
WITH most AS (
    SELECT number, MAX(mentions) AS mentions FROM entities WHERE kind = 'country' AND key <> :but GROUP BY number
)
SELECT DISTINCT bloc.key, bloc.number FROM entities AS bloc LEFT JOIN most USING (number)
WHERE bloc.kind = 'bloc' AND bloc.key IN (SELECT value FROM json_each(:blocs))
    AND bloc.mentions >= COALESCE(most.mentions, 0)
ORDER BY published DESC, bloc.number DESC
"""


@dataclass(frozen=True, slots=True)
class CountryCount:
    """How often a country is named; ``first`` and ``last`` are the dates of the articles that do."""

    code: str
    articles: int
    mentions: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class EntityCount:
    """How often something is named; name, role and country as the latest article that states them has them."""

    kind: EntityKind
    key: str
    name: str
    articles: int
    mentions: int
    role: str | None
    country: str | None


@dataclass(frozen=True, slots=True)
class Standing:
    """The office and the country of somebody, as the newest articles that state them have them."""

    role: str | None
    country: str | None


@dataclass(frozen=True, slots=True)
class EntityMention:
    """An article that names something, and how."""

    headline: Headline
    entity: Entity


@dataclass(frozen=True, slots=True)
class FactMention:
    """An article, and what it says."""

    headline: Headline
    fact: Stated


@dataclass(frozen=True, slots=True)
class TopicCount:
    """A topic (its code in the table of topics), how many articles are about it, and the newest of them with the first
    sentence that says so."""

    topic: str
    articles: int
    number: int
    span: Span


@dataclass(frozen=True, slots=True)
class Stats:
    """A library in numbers. ``index_behind`` counts the writes that the index has not yet taken in."""

    articles: int
    mentions: int
    entities: int
    first: date | None
    last: date | None
    sources: int
    path: Path
    size_bytes: int
    index_behind: int


def country_counts(connection: sqlite3.Connection) -> list[CountryCount]:
    return [
        CountryCount(code, articles, mentions, day(first), day(last))
        for code, articles, mentions, first, last in connection.execute(_COUNTRIES)
    ]


def entity_counts(
    connection: sqlite3.Connection, kind: EntityKind | None, country: str | None, limit: int
) -> list[EntityCount]:
    values = {"kind": kind.value if kind else None, "country": country, "limit": limit or -1}
    return [
        EntityCount(EntityKind(found), key, name, articles, mentions, role, home)
        for found, key, name, articles, mentions, role, home in connection.execute(_ENTITIES, values)
    ]


def entity_mentions(
    connection: sqlite3.Connection, whom: tuple[EntityKind, str], scope: Scope, *, with_office: bool, limit: int
) -> list[EntityMention]:
    """The articles that name something, newest first, with how and where."""
    kind, key = whom
    asked = {"kind": kind.value, "key": key, "with_office": with_office, "limit": limit or -1, **scope.values}
    rows = dict(connection.execute(_MENTIONING, asked).fetchall())
    named = entities_in_rows(connection, list(rows))
    by_number = {each.number: each for each in headlines(connection, list(rows.values()))}
    return [EntityMention(by_number[number], named[row]) for row, number in rows.items()]


def standing(connection: sqlite3.Connection, kind: EntityKind, key: str) -> Standing:
    for statement in _STANDINGS:
        if row := connection.execute(statement, (kind.value, key)).fetchone():
            return Standing(*row)
    return Standing(None, None)


def source_count(connection: sqlite3.Connection, numbers: Iterable[int]) -> int:
    """How many publishers or sources these articles are of."""
    return int(connection.execute(_SOURCES, (json.dumps(list(numbers)),)).fetchone()[0])


def articles_about_blocs(connection: sqlite3.Connection, blocs: Sequence[str], but: str) -> dict[str, list[int]]:
    """Code of a bloc → the articles that name it at least as often as any country but one, the newest first."""
    found: dict[str, list[int]] = {}
    for bloc, number in connection.execute(_ABOUT_BLOCS, {"blocs": json.dumps(list(blocs)), "but": but}):
        found.setdefault(bloc, []).append(number)
    return found


def topic_counts(connection: sqlite3.Connection, numbers: Sequence[int]) -> list[TopicCount]:
    """The topics of these articles, those of most of them first."""
    rows = connection.execute(_TOPICS, (json.dumps(list(numbers)),))
    return [TopicCount(topic, articles, number, Span(start, end)) for topic, articles, number, start, end, _ in rows]


def period(connection: sqlite3.Connection) -> tuple[date | None, date | None]:
    """The dates of the first and the last article."""
    first, last = connection.execute("SELECT MIN(published), MAX(published) FROM articles").fetchone()
    return day(first), day(last)


def totals(connection: sqlite3.Connection) -> tuple[int, int, int, date | None, date | None, int]:
    """Articles, mentions, distinct entities, first and last date, distinct publishers or sources."""
    articles, first, last, sources = connection.execute(
        "SELECT COUNT(*), MIN(published), MAX(published), COUNT(DISTINCT COALESCE(publisher, source)) FROM articles"
    ).fetchone()
    (mentions,) = connection.execute("SELECT COALESCE(SUM(mentions), 0) FROM entities").fetchone()
    (entities,) = connection.execute("SELECT COUNT(*) FROM (SELECT DISTINCT kind, key FROM entities)").fetchone()
    return articles, mentions, entities, day(first), day(last), sources


def countries_named(connection: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, list[str]]:
    """Number → the codes of the countries that an article names, those of most mentions first."""
    named: dict[int, list[str]] = {}
    for number, code in connection.execute(_COUNTRIES_NAMED, (json.dumps(list(numbers)),)):
        named.setdefault(number, []).append(code)
    return named
