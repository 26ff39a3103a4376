"""Where the sentences of articles begin and end, kept as they are added: a note need not look for them again."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from kgtui.model import Span


def put_sentences(connection: sqlite3.Connection, number: int, spans: Iterable[Span]) -> None:
    """Keep the sentences of an article's body instead of those that it had."""
    offsets = [offset for span in spans for offset in (span.start, span.end)]
    connection.execute("INSERT OR REPLACE INTO sentences VALUES (?, ?)", (number, json.dumps(offsets)))


def sentences_of(connection: sqlite3.Connection, number: int) -> tuple[Span, ...] | None:
    """None where a program that did not keep them has added the article."""
    row = connection.execute("SELECT spans FROM sentences WHERE number = ?", (number,)).fetchone()
    if row is None:
        return None
    offsets = iter(json.loads(row[0]))
    return tuple(Span(start, end) for start, end in zip(offsets, offsets, strict=True))
