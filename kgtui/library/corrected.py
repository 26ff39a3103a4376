"""A connection that sees the record as readers have corrected it.

Views in the place of the record's tables show what has another name or key under that one, and take the few articles of
which more is corrected from tables that only this connection has. So every question is asked as ever, and costs nothing
more where nothing was corrected.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Collection, Iterable
from functools import partial
from typing import Any

from kgtui.corrections import Amend, Change, Corrections, Hide, Merge, Rename, Split
from kgtui.library import reading
from kgtui.library.fact_rows import insert_facts
from kgtui.library.facts import facts_of, numbers_naming
from kgtui.library.joined_names import Moves, join

_INTO = "corrected_"
_AFTER = 1 << 48  # the rows of corrected facts are numbered from here on: the record has none of them

_LAY = """
PRAGMA temp_store = MEMORY;
CREATE TEMP TABLE moved (kind TEXT, key TEXT, to_key TEXT, to_name TEXT, PRIMARY KEY (kind, key)) WITHOUT ROWID;
CREATE TEMP TABLE corrected_articles (number INTEGER PRIMARY KEY);
CREATE TEMP TABLE joined_entities (entity INTEGER PRIMARY KEY, number INTEGER);  -- together in corrected_entities
CREATE INDEX temp.joined_entities_of_article ON joined_entities (number);
CREATE TEMP TABLE corrected_entities AS SELECT * FROM main.entities WHERE 0;
CREATE INDEX temp.corrected_entities_by_row ON corrected_entities (entity);
CREATE INDEX temp.corrected_entities_of_article ON corrected_entities (number);
CREATE INDEX temp.corrected_entities_by_key ON corrected_entities (kind, key, published, number);
CREATE TEMP TABLE corrected_mentions AS SELECT * FROM main.mentions WHERE 0;
CREATE INDEX temp.corrected_mentions_of_entity ON corrected_mentions (entity);
CREATE TEMP TABLE corrected_facts AS SELECT * FROM main.facts WHERE 0;
CREATE INDEX temp.corrected_facts_of_article ON corrected_facts (number);
CREATE INDEX temp.corrected_facts_by_row ON corrected_facts (fact);
CREATE TEMP TABLE corrected_concerned AS SELECT * FROM main.concerned WHERE 0;
CREATE INDEX temp.corrected_concerned_by_key ON corrected_concerned (entity_kind, key, kind, day);
CREATE INDEX temp.corrected_concerned_of_article ON corrected_concerned (number);
CREATE TEMP VIEW entities AS
    SELECT * FROM main.entities AS own
    WHERE number NOT IN (SELECT number FROM temp.corrected_articles)
        AND entity NOT IN (SELECT entity FROM temp.joined_entities)
        AND NOT EXISTS (SELECT 1 FROM temp.moved WHERE kind = own.kind AND key = own.key)
    UNION ALL
    SELECT entity, number, own.kind, to_key, to_name, role, role_start, role_end, country, found_by, doubt, mentions,
        published
    FROM temp.moved CROSS JOIN main.entities AS own ON own.kind = moved.kind AND own.key = moved.key
    WHERE number NOT IN (SELECT number FROM temp.corrected_articles)
        AND entity NOT IN (SELECT entity FROM temp.joined_entities)
    UNION ALL SELECT * FROM temp.corrected_entities;
CREATE TEMP VIEW mentions AS
    SELECT * FROM main.mentions UNION ALL SELECT * FROM temp.corrected_mentions;
CREATE TEMP VIEW facts AS
    SELECT fact, number, kind, start, end, found_by, doubt, CAST(moved(value) AS TEXT) AS value FROM main.facts
    WHERE number NOT IN (SELECT number FROM temp.corrected_articles)
    UNION ALL SELECT * FROM temp.corrected_facts;
CREATE TEMP VIEW concerned AS
    SELECT * FROM main.concerned AS own
    WHERE number NOT IN (SELECT number FROM temp.corrected_articles)
        AND NOT EXISTS (SELECT 1 FROM temp.moved WHERE kind = own.entity_kind AND key = own.key)
    UNION ALL
    SELECT entity_kind, to_key, own.kind, day, number, fact, code, stage
    FROM temp.moved CROSS JOIN main.concerned AS own ON own.entity_kind = moved.kind AND own.key = moved.key
    WHERE number NOT IN (SELECT number FROM temp.corrected_articles)
    UNION ALL SELECT * FROM temp.corrected_concerned;
"""
_FORGET = (
    "DELETE FROM temp.corrected_mentions WHERE entity IN (SELECT entity FROM temp.corrected_entities WHERE number = ?)",
    "DELETE FROM temp.corrected_entities WHERE number = ?",
    "DELETE FROM temp.corrected_facts WHERE number = ?",
    "DELETE FROM temp.corrected_concerned WHERE number = ?",
    "DELETE FROM temp.corrected_articles WHERE number = ?",
    "DELETE FROM temp.joined_entities WHERE number = ?",
)

_OTHERWISE = """
SELECT number FROM temp.corrected_articles
UNION SELECT number FROM temp.moved CROSS JOIN main.entities AS own ON own.kind = moved.kind AND own.key = moved.key
"""

_LAID = "SELECT number FROM temp.corrected_articles UNION SELECT number FROM temp.joined_entities"


class CorrectedRecord:
    """The record, with one set of corrections laid over it at a time."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._moved = _Moved({})
        connection.create_function("moved", 1, self._as_moved)
        connection.executescript(_LAY)
        self._corrections = Corrections()
        self._change = -1

    def seen_with(self, corrections: Corrections) -> sqlite3.Connection:
        """The connection, up to date with the corrections and with the record."""
        change = reading.change(self._connection)
        if corrections is not self._corrections:
            self._lay(corrections, None)
        elif change != self._change:
            self._lay(corrections, self._written_since(self._change))
        self._corrections, self._change = corrections, change
        return self._connection

    def _lay(self, corrections: Corrections, among: Collection[int] | None) -> None:
        """Correct these articles anew, None is all."""
        self._connection.execute("BEGIN")
        try:
            self._move({})  # so that the articles are read as they were extracted
            laid = {number for (number,) in self._connection.execute(_LAID)}
            _forget(self._connection, laid if among is None else laid.intersection(among))
            singly = _spoken_of(self._connection, corrections)
            for number in sorted(singly if among is None else singly.intersection(among)):
                _correct(self._connection, number, corrections)
            others = partial(_is_other, singly, among)
            join(self._connection, corrections.moves, others, _INTO)
            self._move(corrections.moves)
        finally:
            self._connection.execute("COMMIT")

    def _move(self, moves: Moves) -> None:
        self._moved = _Moved(moves)
        self._connection.execute("DELETE FROM temp.moved")
        rows = [(kind.value, key, *to) for (kind, key), to in moves.items()]
        self._connection.executemany("INSERT INTO temp.moved VALUES (?, ?, ?, ?)", rows)

    def _as_moved(self, value: str) -> str:
        return self._moved(value)

    def _written_since(self, change: int) -> set[int]:
        changed = (number for number, _ in reading.changed_since(self._connection, change))
        return {*changed, *reading.removed_since(self._connection, change)}


class _Moved:
    """Facts as JSON, in which whoever acts under one key and name does so under another."""

    def __init__(self, moves: Moves) -> None:
        self._moves = {(kind.value, key): to for (kind, key), to in moves.items()}
        keys = sorted({re.escape(json.dumps(key, ensure_ascii=False)) for _, key in self._moves})
        self._any_key = re.compile("|".join(keys)) if keys else None

    def __call__(self, value: str) -> str:
        if self._any_key is None or not self._any_key.search(value):
            return value
        return json.dumps(json.loads(value, object_hook=self._held), ensure_ascii=False)

    def _held(self, held: dict[str, Any]) -> dict[str, Any]:
        """Of an actor the other one; of a fact with several that are now one, each once."""
        to = self._moves.get((held.get("kind", ""), held.get("key", "")))
        if to:
            return {**held, "key": to[0], "name": to[1]}
        for several in ("who", "participants"):
            if several in held:
                by_key: dict[tuple[str, str], Any] = {}
                for actor in held[several]:
                    by_key.setdefault((actor["kind"], actor["key"]), actor)
                held[several] = list(by_key.values())
        return held


def seen_otherwise(connection: sqlite3.Connection) -> set[int]:
    """The articles that a connection of this kind may see otherwise than the record has them."""
    return {number for (number,) in connection.execute(_OTHERWISE)}


def touched_by(connection: sqlite3.Connection, change: Change) -> set[int]:
    """The articles whose facts a correction speaks of, as they are seen."""
    if isinstance(change, Hide | Amend):
        number = reading.number_of(connection, change.place.article)
        return set() if number is None else {number}
    if isinstance(change, Merge | Rename | Split):
        return set(numbers_naming(connection, change.kind, change.key))
    return set()


def _spoken_of(connection: sqlite3.Connection, corrections: Corrections) -> set[int]:
    """The articles of which a correction speaks singly."""
    numbers = (reading.number_of(connection, article) for article in corrections.articles)
    return {number for number in numbers if number is not None}


def _is_other(singly: Collection[int], among: Collection[int] | None, number: int) -> bool:
    return number not in singly and (among is None or number in among)


def _forget(connection: sqlite3.Connection, numbers: Iterable[int]) -> None:
    for statement in _FORGET:
        connection.executemany(statement, [(number,) for number in numbers])


def _correct(connection: sqlite3.Connection, number: int, corrections: Corrections) -> None:
    article = reading.article_numbered(connection, number)
    if article:
        document = article.document
        facts = corrections.applied(document.id, document.text, facts_of(connection, [number])[number])
        connection.execute("INSERT INTO temp.corrected_articles VALUES (?)", (number,))
        insert_facts(connection, number, facts, into=_INTO, after=_AFTER)
