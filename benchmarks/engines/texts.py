"""A store of texts beside an index that keeps none: what snippets are cut from, and for SQLite what it joins with."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.engines.article import Article
from kgtui.language import analyse
from kgtui.search import Matcher, parse_query, snippet

_TABLES = """
CREATE TABLE texts (number INTEGER PRIMARY KEY, text TEXT NOT NULL);
CREATE TABLE dates (number INTEGER PRIMARY KEY, published INTEGER NOT NULL);
CREATE TABLE facets (number INTEGER, kind TEXT, name TEXT, PRIMARY KEY (number, kind, name)) WITHOUT ROWID;
"""


class Texts:
    def __init__(self, path: Path) -> None:
        new = not path.exists()
        self.connection = sqlite3.connect(path)
        if new:
            self.connection.execute("PRAGMA journal_mode = WAL")
            self.connection.executescript(_TABLES)

    def add(self, articles: Iterable[Article]) -> None:
        with self.connection as record:
            for article in articles:
                record.execute("INSERT INTO texts VALUES (?, ?)", (article.number, article.text))
                record.execute("INSERT INTO dates VALUES (?, ?)", (article.number, article.published.toordinal()))
                record.executemany(
                    "INSERT INTO facets VALUES (?, ?, ?)",
                    ((article.number, kind, name) for kind, names in article.facets().items() for name in names),
                )

    def snippets(self, query: str, numbers: Sequence[int]) -> list[str]:
        """By the program's own snippets: what differs between engines is how they came to the numbers."""
        matcher = Matcher(parse_query(query).root)
        found = []
        for number in numbers:
            (text,) = self.connection.execute("SELECT text FROM texts WHERE number = ?", (number,)).fetchone()
            found.append(snippet(analyse(text), matcher).text)
        return found
