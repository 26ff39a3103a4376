"""Reading articles out of the record; what they name and tell is read by `facts`."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from kgtui.library.orders import Order
from kgtui.library.rows import article, headline
from kgtui.model import Span

if TYPE_CHECKING:
    from kgtui.model import Article, Headline

_HEADLINES = """
SELECT number, id, title, published, source, publisher FROM articles
WHERE number IN (SELECT value FROM json_each(?))
"""
ARTICLE = """
SELECT number, id, origin, text, body_start, body_end, title, published, published_from, published_doubtful,
    source, publisher, url, added
FROM articles JOIN texts USING (number) WHERE number = ?
"""
_BODIES = """
SELECT number, title, text, body_start, body_end FROM articles JOIN texts USING (number)
WHERE number IN (SELECT value FROM json_each(?))
"""
_FIGURES = """
SELECT number, COUNT(*) FROM facts
WHERE number IN (SELECT value FROM json_each(?)) AND kind = 'figure' GROUP BY number
"""
_REPRINTS = """
SELECT number FROM reprints JOIN articles USING (number)
WHERE name = (SELECT name FROM reprints WHERE number = ?)
ORDER BY published IS NULL, published, origin, given_id
"""


_NUMBERS = {
    Order.NEWEST: "SELECT number FROM articles ORDER BY published DESC, number DESC",
    Order.OLDEST: "SELECT number FROM articles ORDER BY published IS NULL, published, number",
}
# One row in place of a hundred thousand, each of which would be a step of Python's and a turn of its lock.
_IN_ONE = "SELECT '[' || IFNULL(GROUP_CONCAT(number), '') || ']' FROM ({numbers})"
_REPRINTS_OF_SOME = """
SELECT number FROM reprints JOIN articles USING (number)
WHERE name IN (SELECT name FROM reprints WHERE number IN (SELECT value FROM json_each(?)))
ORDER BY published DESC, number DESC
"""


def change(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT change FROM state").fetchone()[0])


def identity(connection: sqlite3.Connection) -> str:
    """What tells this record from every other."""
    return str(connection.execute("SELECT identity FROM state").fetchone()[0])


def count(connection: sqlite3.Connection) -> int:
    """How many articles there are."""
    return int(connection.execute("SELECT COUNT(*) FROM articles").fetchone()[0])


def numbers(connection: sqlite3.Connection, order: Order) -> list[int]:
    """All articles; those without a date last."""
    (found,) = connection.execute(_IN_ONE.format(numbers=_NUMBERS[order])).fetchone()
    numbers: list[int] = json.loads(found)
    return numbers


def newest(connection: sqlite3.Connection, limit: int) -> list[int]:
    """The first of all articles, the newest first, and after them those that are reprints of one of them."""
    first = [number for (number,) in connection.execute(f"{_NUMBERS[Order.NEWEST]} LIMIT ?", (limit,))]
    among = set(first)
    reprints = connection.execute(_REPRINTS_OF_SOME, (_json(first),))
    return first + [number for (number,) in reprints if number not in among]


def texts(connection: sqlite3.Connection) -> int:
    """How many articles there are, where reprints of one text count as one."""
    folded, groups = connection.execute("SELECT COUNT(*), COUNT(DISTINCT name) FROM reprints").fetchone()
    return count(connection) - int(folded) + int(groups)


def headlines(connection: sqlite3.Connection, numbers: Sequence[int]) -> list[Headline]:
    """In the order of the numbers; of those that are still there."""
    found = {row[0]: headline(row) for row in connection.execute(_HEADLINES, (_json(numbers),))}
    return [found[number] for number in numbers if number in found]


def figure_counts(connection: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, int]:
    """Number → how many figures, of those of these articles that have any."""
    return dict(connection.execute(_FIGURES, (_json(numbers),)).fetchall())


def article_numbered(connection: sqlite3.Connection, number: int) -> Article | None:
    row = connection.execute(ARTICLE, (number,)).fetchone()
    return article(row) if row else None


def bodies(connection: sqlite3.Connection, numbers: Sequence[int]) -> Iterator[tuple[int, str, str, Span]]:
    """Number, title, text, and the body's place in it, in no order; of those that are still there."""
    for number, title, text, start, end in connection.execute(_BODIES, (_json(numbers),)):
        yield number, title, text, Span(start, end)


def number_of(connection: sqlite3.Connection, id_: str) -> int | None:
    row = connection.execute("SELECT number FROM articles WHERE id = ?", (id_,)).fetchone()
    return int(row[0]) if row else None


def numbers_of(connection: sqlite3.Connection, ids: Collection[str]) -> dict[str, int]:
    """Id → number, of those of these articles that are there."""
    asked = json.dumps(list(ids))
    rows = connection.execute("SELECT id, number FROM articles WHERE id IN (SELECT value FROM json_each(?))", (asked,))
    return dict(rows.fetchall())


def with_older_facts(connection: sqlite3.Connection, version: int) -> list[int]:
    """The articles whose facts are of an earlier version, in the order in which they were added."""
    rows = connection.execute("SELECT number FROM articles WHERE facts_version < ? ORDER BY number", (version,))
    return [number for (number,) in rows]


def changed_since(connection: sqlite3.Connection, last: int) -> list[tuple[int, int]]:
    """The articles of which anything was written after a change, with the change of each, oldest first."""
    return connection.execute(
        "SELECT number, change FROM articles WHERE change > ? ORDER BY change", (last,)
    ).fetchall()


def documents_since(connection: sqlite3.Connection, last: int) -> list[tuple[int, int]]:
    """The articles that were added or changed after a change, with the change of each; new facts do not count."""
    return connection.execute(
        "SELECT number, document_change FROM articles WHERE document_change > ?", (last,)
    ).fetchall()


def removed_since(connection: sqlite3.Connection, last: int) -> list[int]:
    rows = connection.execute("SELECT number FROM tombstones WHERE change > ?", (last,))
    return [number for (number,) in rows]


def groups_of(connection: sqlite3.Connection, numbers: Collection[int]) -> dict[int, str]:
    """Number → group, of those of these articles that have reprints."""
    rows = connection.execute(
        "SELECT number, name FROM reprints WHERE number IN (SELECT value FROM json_each(?))", (_json(numbers),)
    )
    return dict(rows.fetchall())


def all_groups(connection: sqlite3.Connection) -> dict[int, str]:
    return dict(connection.execute("SELECT number, name FROM reprints").fetchall())


def reprints_of(connection: sqlite3.Connection, number: int) -> list[int]:
    """The articles of one text, this one among them, the earliest first; none where it was never put out again."""
    return [each for (each,) in connection.execute(_REPRINTS, (number,))]


def _json(numbers: Iterable[int]) -> str:
    return json.dumps(list(numbers))
