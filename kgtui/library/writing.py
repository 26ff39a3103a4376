"""Putting articles into the record and taking them out, inside a transaction that the caller makes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import datetime, timezone
from enum import Enum

from kgtui.library.fact_rows import insert_facts
from kgtui.library.recognised import forget_recognition
from kgtui.library.rows import digest, document_values
from kgtui.model import Document, Facts

_INSERT = """
INSERT INTO articles (
    id, origin, given_id, title, published, published_from, published_doubtful, source, publisher, url,
    body_start, body_end, digest, added, change, document_change
) VALUES (
    :id, :origin, :given_id, :title, :published, :published_from, :published_doubtful, :source, :publisher, :url,
    :body_start, :body_end, :digest, :added, :change, :change
)
"""
_UPDATE = """
UPDATE articles SET
    title = :title, published = :published, published_from = :published_from,
    published_doubtful = :published_doubtful, source = :source, publisher = :publisher, url = :url,
    body_start = :body_start, body_end = :body_end, digest = :digest, document_change = :change
WHERE number = :number
"""
_UPDATE_FACTS = "UPDATE articles SET change = ?, facts_version = ?, recogniser_version = ? WHERE number = ?"


class Outcome(Enum):
    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


def put(connection: sqlite3.Connection, document: Document, facts: Facts) -> tuple[Outcome, int]:
    """Keep a document with its facts; gives the article's number. The same origin and id are the same article."""
    held = connection.execute(
        "SELECT number, digest, facts_version FROM articles WHERE origin = ? AND given_id = ?",
        (document.origin, document.id),
    ).fetchone()
    mark = digest(document)
    if held and held[1] == mark and held[2] == facts.version:
        return Outcome.UNCHANGED, held[0]
    change = _next(connection)
    values = {**document_values(document), "digest": mark, "change": change}
    if held is None:
        number = _insert(connection, document, values)
    else:
        number = int(held[0])
        if held[1] != mark:
            _update(connection, number, document, values)
            forget_recognition(connection, number)
    _write_facts(connection, number, facts, change)
    return (Outcome.UPDATED if held else Outcome.ADDED), number


def put_facts(connection: sqlite3.Connection, number: int, facts: Facts) -> None:
    """Give an article these facts instead of those that it has."""
    _write_facts(connection, number, facts, _next(connection))


def _write_facts(connection: sqlite3.Connection, number: int, facts: Facts, change: int) -> None:
    connection.execute("DELETE FROM entities WHERE number = ?", (number,))
    connection.execute("DELETE FROM facts WHERE number = ?", (number,))
    connection.execute(_UPDATE_FACTS, (change, facts.version, facts.recognised, number))
    insert_facts(connection, number, facts)


def touch(connection: sqlite3.Connection, numbers: Iterable[int]) -> None:
    """Count articles as written, though their documents and facts are the same."""
    for number in numbers:
        connection.execute("UPDATE articles SET change = ? WHERE number = ?", (_next(connection), number))


def remove(connection: sqlite3.Connection, number: int) -> None:
    """Take an article out; its number is never used again, and its tombstone tells the index."""
    connection.execute("INSERT INTO tombstones VALUES (?, ?)", (number, _next(connection)))
    connection.execute("DELETE FROM articles WHERE number = ?", (number,))


def _next(connection: sqlite3.Connection) -> int:
    """The record's next change number."""
    connection.execute("UPDATE state SET change = change + 1")
    return int(connection.execute("SELECT change FROM state").fetchone()[0])


def _free_id(connection: sqlite3.Connection, wanted: str) -> str:
    """The id itself, or with the first suffix (``-2``, ``-3``…) that no other article has."""
    candidate, suffix = wanted, 1
    while connection.execute("SELECT 1 FROM articles WHERE id = ?", (candidate,)).fetchone():
        suffix += 1
        candidate = f"{wanted}-{suffix}"
    return candidate


def _insert(connection: sqlite3.Connection, document: Document, values: dict[str, object]) -> int:
    values["id"] = _free_id(connection, document.id)
    values["added"] = datetime.now(timezone.utc).isoformat(timespec="seconds")
    number = int(connection.execute(_INSERT, values).lastrowid or 0)
    connection.execute("INSERT INTO texts VALUES (?, ?)", (number, document.text))
    return number


def _update(connection: sqlite3.Connection, number: int, document: Document, values: dict[str, object]) -> None:
    connection.execute(_UPDATE, {**values, "number": number})
    connection.execute("UPDATE texts SET text = ? WHERE number = ?", (document.text, number))
