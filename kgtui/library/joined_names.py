"""What one article names under several keys and is one, as readers say: joined in the tables of a connection."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from kgtui.corrections import joined
from kgtui.library.fact_rows import entity_of, insert_entities
from kgtui.model import Entity, EntityKind, Span

Moves = Mapping[tuple[EntityKind, str], tuple[str, str]]  # kind and key → key and name
_Rows = dict[tuple[int, EntityKind, str], list[int]]  # article, kind and key → rows

_OF_KEY = "SELECT number, entity FROM main.entities WHERE kind = ? AND key = ?"
_ENTITIES = """
SELECT entity, kind, key, name, role, role_start, role_end, country, found_by, doubt FROM main.entities
WHERE entity IN (SELECT value FROM json_each(?)) ORDER BY entity
"""
_MENTIONS = """
SELECT entity, start, end FROM main.mentions WHERE entity IN (SELECT value FROM json_each(?)) ORDER BY entity, start
"""


def join(connection: sqlite3.Connection, moves: Moves, articles: Callable[[int], bool], into: str) -> None:
    """Keep each of them as one row, the first of its rows, in some articles."""
    rows = _rows(connection, moves)
    several = {named: sorted(each) for named, each in rows.items() if len(each) > 1 and articles(named[0])}
    entities = dict(_entities(connection, [row for each in several.values() for row in each]))
    for (number, _, _), each in several.items():
        (as_one,) = joined([_moved(entities[row], moves) for row in each])
        further = set(as_one.spans) - set(entities[each[0]].spans)  # the first row has its own in the record
        insert_entities(connection, number, [(each[0], as_one, further)], into)
        connection.executemany("INSERT INTO temp.joined_entities VALUES (?, ?)", [(row, number) for row in each])


def _rows(connection: sqlite3.Connection, moves: Moves) -> _Rows:
    keys: dict[tuple[EntityKind, str], set[str]] = {}
    for (kind, key), (to, _) in moves.items():
        keys.setdefault((kind, to), set() if (kind, to) in moves else {to}).add(key)
    rows: _Rows = {}
    for (kind, to), several in keys.items():
        for key in several:
            for number, row in connection.execute(_OF_KEY, (kind.value, key)):
                rows.setdefault((number, kind, to), []).append(row)
    return rows


def _entities(connection: sqlite3.Connection, rows: list[int]) -> Iterator[tuple[int, Entity]]:
    spans: dict[int, list[Span]] = {}
    for row, start, end in connection.execute(_MENTIONS, (json.dumps(rows),)):
        spans.setdefault(row, []).append(Span(start, end))
    for entity in connection.execute(_ENTITIES, (json.dumps(rows),)):
        yield entity[0], entity_of(entity, spans.get(entity[0], ()))


def _moved(entity: Entity, moves: Moves) -> Entity:
    key, name = moves.get((entity.kind, entity.key), (entity.key, entity.name))
    return replace(entity, key=key, name=name)
