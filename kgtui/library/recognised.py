"""What the neural recogniser has marked, kept as it said it: it can be joined with newer rules without asking again."""

from __future__ import annotations

import json
import sqlite3

from kgtui.model import Recognised, RecognisedKind, Recognition, Span

_PUT = "INSERT OR REPLACE INTO recognised VALUES (?, ?, ?)"
_BEHIND = """
SELECT number FROM articles WHERE recogniser_version < ? ORDER BY published IS NULL, published DESC, number DESC LIMIT ?
"""


def put_recognition(connection: sqlite3.Connection, number: int, recognition: Recognition) -> None:
    names = [[name.span.start, name.span.end, name.kind.value] for name in recognition.names]
    connection.execute(_PUT, (number, recognition.version, json.dumps(names)))


def recognition_of(connection: sqlite3.Connection, number: int) -> Recognition | None:
    """None where the recogniser has not been asked about the body as it is now."""
    row = connection.execute("SELECT version, names FROM recognised WHERE number = ?", (number,)).fetchone()
    if row is None:
        return None
    names = (Recognised(Span(start, end), RecognisedKind(kind)) for start, end, kind in json.loads(row[1]))
    return Recognition(row[0], tuple(names))


def forget_recognition(connection: sqlite3.Connection, number: int) -> None:
    """Of a document that has changed."""
    connection.execute("DELETE FROM recognised WHERE number = ?", (number,))


def behind_recogniser(connection: sqlite3.Connection, version: int, limit: int) -> list[int]:
    """The articles in whose facts no recogniser of this version took part, the newest first; ``limit`` 0 is all."""
    return [number for (number,) in connection.execute(_BEHIND, (version, limit or -1))]
