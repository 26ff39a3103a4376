"""A connection that sees the record as readers have corrected it.

The few articles that a correction touches are read, corrected, and put into tables that only this connection has; views
in the place of the record's own tables take these articles from there and all others from the record. So every question
is asked as ever, and costs nothing more where nothing was corrected.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable

from kgtui.corrections import Corrections
from kgtui.library import reading
from kgtui.library.fact_rows import insert_facts

_INTO = "corrected_"
_AFTER = 1 << 48  # the rows of corrected facts are numbered from here on: the record has none of them

_LAY = """
PRAGMA temp_store = MEMORY;
CREATE TEMP TABLE corrected_articles (number INTEGER PRIMARY KEY);
CREATE TEMP TABLE corrected_entities AS SELECT * FROM main.entities WHERE 0;
CREATE INDEX temp.corrected_entities_by_row ON corrected_entities (entity);
CREATE INDEX temp.corrected_entities_of_article ON corrected_entities (number);
CREATE INDEX temp.corrected_entities_by_key ON corrected_entities (kind, key, number);
CREATE TEMP TABLE corrected_mentions AS SELECT * FROM main.mentions WHERE 0;
CREATE INDEX temp.corrected_mentions_of_entity ON corrected_mentions (entity);
CREATE TEMP TABLE corrected_facts AS SELECT * FROM main.facts WHERE 0;
CREATE INDEX temp.corrected_facts_of_article ON corrected_facts (number);
CREATE INDEX temp.corrected_facts_by_row ON corrected_facts (fact);
CREATE TEMP TABLE corrected_concerned AS SELECT * FROM main.concerned WHERE 0;
CREATE INDEX temp.corrected_concerned_by_key ON corrected_concerned (entity_kind, key, kind);
CREATE INDEX temp.corrected_concerned_of_article ON corrected_concerned (number);
CREATE TEMP VIEW entities AS
    SELECT * FROM main.entities WHERE number NOT IN (SELECT number FROM temp.corrected_articles)
    UNION ALL SELECT * FROM temp.corrected_entities;
CREATE TEMP VIEW mentions AS
    SELECT * FROM main.mentions UNION ALL SELECT * FROM temp.corrected_mentions;
CREATE TEMP VIEW facts AS
    SELECT * FROM main.facts WHERE number NOT IN (SELECT number FROM temp.corrected_articles)
    UNION ALL SELECT * FROM temp.corrected_facts;
CREATE TEMP VIEW concerned AS
    SELECT * FROM main.concerned WHERE number NOT IN (SELECT number FROM temp.corrected_articles)
    UNION ALL SELECT * FROM temp.corrected_concerned;
"""
_FORGET = (
    "DELETE FROM temp.corrected_mentions WHERE entity IN (SELECT entity FROM temp.corrected_entities WHERE number = ?)",
    "DELETE FROM temp.corrected_entities WHERE number = ?",
    "DELETE FROM temp.corrected_facts WHERE number = ?",
    "DELETE FROM temp.corrected_concerned WHERE number = ?",
    "DELETE FROM temp.corrected_articles WHERE number = ?",
)


class CorrectedRecord:
    """The record, with one set of corrections laid over it at a time."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        connection.executescript(_LAY)
        self._connection = connection
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
        connection = self._connection
        connection.execute("BEGIN")
        try:
            laid = corrected_articles(connection)
            _forget(connection, laid if among is None else laid.intersection(among))
            touched = touched_by(connection, corrections)
            for number in sorted(touched if among is None else touched.intersection(among)):
                _correct(connection, number, corrections)
        finally:
            connection.execute("COMMIT")

    def _written_since(self, change: int) -> set[int]:
        changed = (number for number, _ in reading.changed_since(self._connection, change))
        return {*changed, *reading.removed_since(self._connection, change)}


def corrected_articles(connection: sqlite3.Connection) -> set[int]:
    """Those that a connection sees otherwise than the record has them."""
    if not connection.execute("SELECT 1 FROM temp.sqlite_master WHERE name = 'corrected_articles'").fetchone():
        return set()
    return {number for (number,) in connection.execute("SELECT number FROM temp.corrected_articles")}


def touched_by(connection: sqlite3.Connection, corrections: Corrections) -> set[int]:
    """The articles whose facts these corrections may change."""
    numbers = (reading.number_of(connection, article) for article in corrections.articles)
    named = (reading.numbers_naming(connection, kind, key) for kind, key in corrections.identities)
    return {number for number in numbers if number is not None}.union(*named)


def _forget(connection: sqlite3.Connection, numbers: Iterable[int]) -> None:
    for statement in _FORGET:
        connection.executemany(statement, [(number,) for number in numbers])


def _correct(connection: sqlite3.Connection, number: int, corrections: Corrections) -> None:
    article = reading.article_numbered(connection, number)
    if article:
        document = article.document
        facts = corrections.applied(document.id, document.text, reading.facts_of(connection, [number])[number])
        connection.execute("INSERT INTO temp.corrected_articles VALUES (?)", (number,))
        insert_facts(connection, number, facts, into=_INTO, after=_AFTER)
