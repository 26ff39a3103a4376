"""Which articles of a library are one text: kept in step with the record, in the transaction that writes an article.

Four tables follow the articles: ``sketches`` and ``fingerprints`` find the articles that may be alike, ``likenesses``
keeps what was compared, ``reprints`` the groups. The groups of an article are made anew out of everything that is alike
to it, to what is alike to that and so on; so they depend on which articles there are, not on the order they came in.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections import Counter
from collections.abc import Collection, Iterable
from itertools import combinations

from kgtui.library import reading
from kgtui.model import Span
from kgtui.reprints import (
    FEWEST_WORDS,
    MOST_TEXTS,
    REPRINTS_VERSION,
    Pair,
    Profile,
    are_alike,
    common_enough,
    fingerprints,
    groups,
    profile,
    shared_part,
    words_in,
)

_HASHES = "I"  # array type of a sketch: 32 bits, in this machine's order; read back only where it was made

_KNOWN = """
SELECT number, other, shared, ratio, alike FROM likenesses
WHERE number < other AND number IN (SELECT value FROM json_each(?1)) AND other IN (SELECT value FROM json_each(?1))
"""
_NAMES = """
SELECT number, id, published, origin, given_id FROM articles WHERE number IN (SELECT value FROM json_each(?))
"""
_UNSKETCHED = """
SELECT number FROM articles WHERE number NOT IN (SELECT number FROM sketches WHERE version = ?) ORDER BY number LIMIT ?
"""


def place(connection: sqlite3.Connection, number: int, text: str, body: Span) -> None:
    """Put an article, new or changed, into its group."""
    before = _taken_out(connection, number)
    words = words_in(text, body)
    hashes = sorted(fingerprints(words)) if len(words) >= FEWEST_WORDS else []
    candidates = _candidates(connection, hashes)
    connection.execute(
        "INSERT INTO sketches VALUES (?, ?, ?)", (number, REPRINTS_VERSION, array(_HASHES, hashes).tobytes())
    )
    connection.executemany("INSERT INTO fingerprints VALUES (?, ?)", [(each, number) for each in hashes])
    found = [other for other in candidates if _compare(connection, number, other).alike]
    if before or found:
        _group(connection, [*before, number])


def take_out(connection: sqlite3.Connection, number: int) -> None:
    """Before an article is removed: its group goes on without it."""
    _group(connection, _taken_out(connection, number))


def place_missing(connection: sqlite3.Connection, limit: int) -> bool:
    """Place articles that an earlier program kept, at most ``limit``; whether there were any."""
    missing = connection.execute(_UNSKETCHED, (REPRINTS_VERSION, limit)).fetchall()
    for (number,) in missing:
        article = reading.article_numbered(connection, number)
        if article:
            place(connection, number, article.document.text, article.document.body)
    return bool(missing)


def _taken_out(connection: sqlite3.Connection, number: int) -> list[int]:
    """Forget what is known of an article; gives those that were alike to it."""
    row = connection.execute("SELECT hashes FROM sketches WHERE number = ?", (number,)).fetchone()
    if row is None:
        return []
    hashes = array(_HASHES, row[0])
    connection.executemany("DELETE FROM fingerprints WHERE hash = ? AND number = ?", [(h, number) for h in hashes])
    rows = connection.execute("SELECT other, alike FROM likenesses WHERE number = ?", (number,)).fetchall()
    connection.executemany(
        "DELETE FROM likenesses WHERE number = ? AND other = ?",
        [pair for other, _ in rows for pair in ((number, other), (other, number))],
    )
    connection.execute("DELETE FROM reprints WHERE number = ?", (number,))
    connection.execute("DELETE FROM sketches WHERE number = ?", (number,))
    return [other for other, alike in rows if alike]


def _candidates(connection: sqlite3.Connection, hashes: Collection[int]) -> list[int]:
    """The articles with enough of these fingerprints."""
    common: Counter[int] = Counter()
    for each in hashes:
        rows = connection.execute("SELECT number FROM fingerprints WHERE hash = ? LIMIT ?", (each, MOST_TEXTS + 1))
        holders = [number for (number,) in rows]
        if len(holders) <= MOST_TEXTS:
            common.update(holders)
    return [number for number, times in common.items() if common_enough(times, len(hashes), _size(connection, number))]


def _size(connection: sqlite3.Connection, number: int) -> int:
    row = connection.execute("SELECT length(hashes) FROM sketches WHERE number = ?", (number,)).fetchone()
    return int(row[0]) // array(_HASHES).itemsize


def _compare(connection: sqlite3.Connection, one: int, other: int, *, candidates: bool = True) -> Pair:
    """Compare two articles and keep what came of it. Those that are no candidates for each other are never alike."""
    first, second = sorted((one, other))
    ours, theirs = _profile(connection, first), _profile(connection, second)
    shared, ratio = shared_part(ours, theirs), min(ours.length, theirs.length) / max(ours.length, theirs.length, 1)
    pair = Pair(first, second, shared, ratio, candidates and are_alike(shared, ratio))
    if pair.alike or not candidates:
        values = (pair.shared, pair.ratio, pair.alike)
        connection.executemany(
            "INSERT INTO likenesses VALUES (?, ?, ?, ?, ?)", [(first, second, *values), (second, first, *values)]
        )
    return pair


def _profile(connection: sqlite3.Connection, number: int) -> Profile:
    text, start, end = connection.execute(
        "SELECT text, body_start, body_end FROM texts JOIN articles USING (number) WHERE number = ?", (number,)
    ).fetchone()
    return profile(text, Span(start, end))


def _group(connection: sqlite3.Connection, touched: Iterable[int]) -> None:
    """Make the groups anew of all articles that these are alike to, directly or through others."""
    done: set[int] = set()
    for number in touched:
        if number not in done:
            reached = _reachable(connection, number)
            done |= reached
            _write_groups(connection, reached)


def _reachable(connection: sqlite3.Connection, number: int) -> set[int]:
    reached, to_visit = {number}, [number]
    while to_visit:
        rows = connection.execute("SELECT other FROM likenesses WHERE number = ? AND alike", (to_visit.pop(),))
        new = {other for (other,) in rows} - reached
        reached |= new
        to_visit += new
    return reached


def _write_groups(connection: sqlite3.Connection, numbers: set[int]) -> None:
    among = json.dumps(sorted(numbers))
    connection.execute("DELETE FROM reprints WHERE number IN (SELECT value FROM json_each(?))", (among,))
    if len(numbers) == 1:
        return
    ids, names = {}, {}
    for number, id_, published, origin, given_id in connection.execute(_NAMES, (among,)):
        ids[number], names[number] = id_, f"{published or '9999'} {origin} {given_id}"
    for group in groups(_pairs(connection, numbers, among), names):
        name = ids[min(group, key=names.__getitem__)]
        connection.executemany("INSERT INTO reprints VALUES (?, ?)", [(number, name) for number in group])


def _pairs(connection: sqlite3.Connection, numbers: set[int], among: str) -> list[Pair]:
    """Every two of these articles; what was not yet compared is compared now."""
    known = {(row[0], row[1]): Pair(*row) for row in connection.execute(_KNOWN, (among,))}
    return [
        known.get(pair) or _compare(connection, *pair, candidates=False) for pair in combinations(sorted(numbers), 2)
    ]
