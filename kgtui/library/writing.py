"""Putting articles into the record and taking them out, inside a transaction that the caller makes."""

from __future__ import annotations

import sqlite3
from datetime import datetime, timezone
from enum import Enum

from kgtui.library.rows import digest, document_values
from kgtui.model import Document, Facts

_INSERT = """
INSERT INTO articles (
    id, origin, given_id, title, published, published_from, published_doubtful, source, publisher, url,
    body_start, body_end, digest, added, change, facts_version
) VALUES (
    :id, :origin, :given_id, :title, :published, :published_from, :published_doubtful, :source, :publisher, :url,
    :body_start, :body_end, :digest, :added, :change, :facts_version
)
"""
_UPDATE = """
UPDATE articles SET
    title = :title, published = :published, published_from = :published_from,
    published_doubtful = :published_doubtful, source = :source, publisher = :publisher, url = :url,
    body_start = :body_start, body_end = :body_end, digest = :digest, change = :change, facts_version = :facts_version
WHERE number = :number
"""
_INSERT_ENTITY = """
INSERT INTO entities (
    number, kind, key, name, role, role_start, role_end, country, found_by, doubtful, mentions
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


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
    values = {
        **document_values(document),
        "digest": mark,
        "facts_version": facts.version,
        "change": _next(connection),
    }
    if held:
        values["number"] = number = int(held[0])
        connection.execute(_UPDATE, values)
        connection.execute("UPDATE texts SET text = ? WHERE number = ?", (document.text, number))
        connection.execute("DELETE FROM entities WHERE number = ?", (number,))
    else:
        values["id"] = _free_id(connection, document.id)
        values["added"] = datetime.now(timezone.utc).isoformat(timespec="seconds")
        number = int(connection.execute(_INSERT, values).lastrowid or 0)
        connection.execute("INSERT INTO texts VALUES (?, ?)", (number, document.text))
    _put_facts(connection, number, facts)
    return (Outcome.UPDATED if held else Outcome.ADDED), number


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


def _put_facts(connection: sqlite3.Connection, number: int, facts: Facts) -> None:
    for entity in facts.entities:
        role = entity.role_span
        cursor = connection.execute(
            _INSERT_ENTITY,
            (
                number,
                entity.kind.value,
                entity.key,
                entity.name,
                entity.role,
                role.start if role else None,
                role.end if role else None,
                entity.country,
                entity.found_by,
                int(entity.doubtful),
                len(entity.spans),
            ),
        )
        connection.executemany(
            "INSERT OR IGNORE INTO mentions VALUES (?, ?, ?)",
            [(cursor.lastrowid, span.start, span.end) for span in entity.spans],
        )
