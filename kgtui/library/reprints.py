"""Which articles of a library are one text: kept in step with the record, in the transaction that writes an article.

Articles with the same body have one wording, and only wordings are compared: ``fingerprints`` find those that may be
alike, ``likenesses`` keeps what was compared, ``reprints`` the groups of articles that come of it. The groups of a
wording are made anew out of everything that is alike to it, to what is alike to that and so on; so they depend on which
articles there are, not on the order they came in.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations

from kgtui.library import reading
from kgtui.model import Span
from kgtui.reprints import (
    FEWEST_COMMON,
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

_HASHES = "I"  # array type of a wording's hashes: 32 bits, in this machine's order

_KNOWN = """
SELECT wording, other, shared, ratio, alike FROM likenesses
WHERE wording < other AND wording IN (SELECT value FROM json_each(?1)) AND other IN (SELECT value FROM json_each(?1))
"""
_ARTICLES = """
SELECT wording, number, id, published, origin, given_id FROM worded JOIN articles USING (number)
WHERE wording IN (SELECT value FROM json_each(?))
"""
_BODY = """
SELECT text, body_start, body_end FROM worded JOIN articles USING (number) JOIN texts USING (number)
WHERE wording = ? LIMIT 1
"""
_UNPLACED = "SELECT number FROM articles WHERE number NOT IN (SELECT number FROM worded) ORDER BY number LIMIT ?"
_FORGET_ALL = ("worded", "wordings", "fingerprints", "likenesses", "reprints")


def place(connection: sqlite3.Connection, number: int, text: str, body: Span) -> None:
    """Put an article, new or changed, into its group."""
    touched = _taken_out(connection, number)
    wording = _wording(connection, body.of(text))
    connection.execute("INSERT INTO worded VALUES (?, ?, ?)", (number, REPRINTS_VERSION, wording))
    if wording is not None:
        touched.append(wording)
    _group(connection, touched)


def take_out(connection: sqlite3.Connection, number: int) -> None:
    """Before an article is removed: its group goes on without it."""
    _group(connection, _taken_out(connection, number))


def place_missing(connection: sqlite3.Connection, limit: int) -> bool:
    """Place articles that an earlier program kept, at most ``limit``; whether there were any."""
    if connection.execute("SELECT 1 FROM worded WHERE version != ? LIMIT 1", (REPRINTS_VERSION,)).fetchone():
        for table in _FORGET_ALL:
            connection.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names
    missing = connection.execute(_UNPLACED, (limit,)).fetchall()
    for (number,) in missing:
        article = reading.article_numbered(connection, number)
        if article:
            place(connection, number, article.document.text, article.document.body)
    return bool(missing)


def _taken_out(connection: sqlite3.Connection, number: int) -> list[int]:
    """Forget an article, and its wording where no other has it; gives the wordings whose groups that may change."""
    row = connection.execute("SELECT wording FROM worded WHERE number = ?", (number,)).fetchone()
    connection.execute("DELETE FROM reprints WHERE number = ?", (number,))
    connection.execute("DELETE FROM worded WHERE number = ?", (number,))
    if row is None or row[0] is None:
        return []
    wording = int(row[0])
    if connection.execute("SELECT 1 FROM worded WHERE wording = ? LIMIT 1", (wording,)).fetchone():
        return [wording]
    return _forgotten(connection, wording)


def _forgotten(connection: sqlite3.Connection, wording: int) -> list[int]:
    """Drop a wording; gives those that were alike to it."""
    (hashes,) = connection.execute("SELECT hashes FROM wordings WHERE wording = ?", (wording,)).fetchone()
    connection.executemany(
        "DELETE FROM fingerprints WHERE hash = ? AND wording = ?", [(each, wording) for each in array(_HASHES, hashes)]
    )
    rows = connection.execute("SELECT other, alike FROM likenesses WHERE wording = ?", (wording,)).fetchall()
    connection.executemany(
        "DELETE FROM likenesses WHERE wording = ? AND other = ?",
        [pair for other, _ in rows for pair in ((wording, other), (other, wording))],
    )
    connection.execute("DELETE FROM wordings WHERE wording = ?", (wording,))
    return [other for other, alike in rows if alike]


def _wording(connection: sqlite3.Connection, body: str) -> int | None:
    """The wording of a text, found or made and compared with the others; None where the text is too short."""
    words = words_in(body, Span(0, len(body)))
    if len(words) < FEWEST_WORDS:
        return None
    digest = hashlib.sha256(body.encode(errors="surrogatepass")).digest()
    row = connection.execute("SELECT wording FROM wordings WHERE digest = ?", (digest,)).fetchone()
    if row:
        return int(row[0])
    hashes = sorted(fingerprints(words))
    candidates = _candidates(connection, hashes)
    cursor = connection.execute(
        "INSERT INTO wordings (digest, hashes) VALUES (?, ?)", (digest, array(_HASHES, hashes).tobytes())
    )
    wording = int(cursor.lastrowid or 0)
    connection.executemany("INSERT INTO fingerprints VALUES (?, ?)", [(each, wording) for each in hashes])
    for other in candidates:
        _compare(connection, (other, _profile(connection, other)), (wording, profile(body)), candidates=True)
    return wording


def _candidates(connection: sqlite3.Connection, hashes: Sequence[int]) -> list[int]:
    """The wordings with enough of these fingerprints."""
    common: Counter[int] = Counter()
    for each in hashes:
        rows = connection.execute("SELECT wording FROM fingerprints WHERE hash = ? LIMIT ?", (each, MOST_TEXTS + 1))
        holders = [wording for (wording,) in rows]
        if len(holders) <= MOST_TEXTS:
            common.update(holders)
    likely = {each: times for each, times in common.items() if times >= FEWEST_COMMON}
    return [each for each, times in likely.items() if common_enough(times, len(hashes), _size(connection, each))]


def _size(connection: sqlite3.Connection, wording: int) -> int:
    row = connection.execute("SELECT length(hashes) FROM wordings WHERE wording = ?", (wording,)).fetchone()
    return int(row[0]) // array(_HASHES).itemsize


def _profile(connection: sqlite3.Connection, wording: int) -> Profile:
    text, start, end = connection.execute(_BODY, (wording,)).fetchone()
    return profile(text[start:end])


def _compare(
    connection: sqlite3.Connection, first: tuple[int, Profile], second: tuple[int, Profile], *, candidates: bool
) -> Pair:
    """Compare two wordings, the lower number first, and keep what came of it.

    Those that are no candidates for each other are never alike, and are compared only where a third joins them.
    """
    (one, ours), (other, theirs) = first, second
    shared, ratio = shared_part(ours, theirs), min(ours.length, theirs.length) / max(ours.length, theirs.length, 1)
    pair = Pair(one, other, shared, ratio, candidates and are_alike(shared, ratio))
    if pair.alike or not candidates:
        connection.executemany("INSERT INTO likenesses VALUES (?, ?, ?, ?, ?)", [pair, (other, one, *pair[2:])])
    return pair


def _group(connection: sqlite3.Connection, touched: Iterable[int]) -> None:
    """Make the groups anew of all wordings that these are alike to, directly or through others."""
    done: set[int] = set()
    for wording in touched:
        if wording not in done:
            reached = _reachable(connection, wording)
            done |= reached
            _write_groups(connection, sorted(reached))


def _reachable(connection: sqlite3.Connection, wording: int) -> set[int]:
    reached, to_visit = {wording}, [wording]
    while to_visit:
        rows = connection.execute("SELECT other FROM likenesses WHERE wording = ? AND alike", (to_visit.pop(),))
        new = {other for (other,) in rows} - reached
        reached |= new
        to_visit += new
    return reached


def _write_groups(connection: sqlite3.Connection, wordings: list[int]) -> None:
    """A group is named by the id of its earliest article."""
    among = json.dumps(wordings)
    articles: dict[int, list[tuple[str, str, int]]] = {wording: [] for wording in wordings}
    for wording, number, id_, published, origin, given_id in connection.execute(_ARTICLES, (among,)):
        articles[wording].append((f"{published or '9999'} {origin} {given_id}", id_, number))
    connection.executemany(
        "DELETE FROM reprints WHERE number = ?", [(number,) for each in articles.values() for _, _, number in each]
    )
    names = {wording: min(each)[0] for wording, each in articles.items()}
    for group in groups(_pairs(connection, wordings, among), names):
        members = sorted(article for wording in group for article in articles[wording])
        if len(members) > 1:
            name = members[0][1]
            connection.executemany("INSERT INTO reprints VALUES (?, ?)", [(number, name) for _, _, number in members])


def _pairs(connection: sqlite3.Connection, wordings: list[int], among: str) -> list[Pair]:
    """Every two of these wordings; what was not yet compared is compared now."""
    known = {(row[0], row[1]): Pair(*row) for row in connection.execute(_KNOWN, (among,))}
    return [known.get(pair) or _compared(connection, *pair) for pair in combinations(wordings, 2)]


def _compared(connection: sqlite3.Connection, first: int, second: int) -> Pair:
    sides = (first, _profile(connection, first)), (second, _profile(connection, second))
    return _compare(connection, *sides, candidates=False)
