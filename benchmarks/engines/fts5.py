"""SQLite's full-text search over the same lemmas, without contents of its own."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from benchmarks.engines.article import Article
from benchmarks.engines.engine import SHOWN, Answer, Kind, Question, size_of
from benchmarks.engines.lemmas import Streams, asked, asked_phrases, form, streams
from benchmarks.engines.texts import Texts

_TABLE = """
CREATE VIRTUAL TABLE IF NOT EXISTS ft.words USING fts5(
    title, form, lemma, more, content='', tokenize="ascii tokenchars '~^?!:-.,'''"
)
"""
_BEST = "SELECT rowid FROM words WHERE words MATCH ? AND rank MATCH 'bm25(3, 1, 1, 1)' ORDER BY rank LIMIT ?"
_NEWEST = """
SELECT number FROM words JOIN dates ON number = words.rowid WHERE words MATCH ?
ORDER BY published DESC, number DESC LIMIT ?
"""
_FACETS = """
SELECT kind, name, COUNT(*) FROM words JOIN facets ON number = words.rowid WHERE words MATCH ? GROUP BY kind, name
"""
_COUNT = "SELECT COUNT(*) FROM words WHERE words MATCH ?"


class Fts5:
    def __init__(self, folder: Path) -> None:
        self._index = folder / "index"
        self._index.mkdir(parents=True, exist_ok=True)
        self._texts_path = folder / "texts.sqlite3"
        self._texts = Texts(self._texts_path)
        self.open()

    def version(self) -> str:
        return sqlite3.sqlite_version

    def analysed(self, articles: Sequence[Article]) -> list[tuple[int, Streams]]:
        self._texts.add(articles)
        return [(article.number, streams(article.title_words, article.words)) for article in articles]

    def build(self, analysed: list[tuple[int, Streams]]) -> None:
        self._database.executemany(
            "INSERT INTO words(rowid, title, form, lemma, more) VALUES (?, ?, ?, ?, ?)",
            ((number, made.title, made.form, made.lemma, made.more) for number, made in analysed),
        )

    def finish(self) -> None:
        self._database.commit()
        self._database.execute("PRAGMA ft.wal_checkpoint(TRUNCATE)")

    def commit(self, analysed: list[tuple[int, Streams]]) -> None:
        self.build(analysed)
        self._database.commit()

    def bytes(self) -> int:
        return size_of(self._index)

    def open(self) -> None:
        """Committed writes are on the disk, as the program's own are."""
        self._texts.connection.close()
        self._texts = Texts(self._texts_path)
        self._database = self._texts.connection
        self._database.execute("ATTACH ? AS ft", (str(self._index / "words.sqlite3"),))
        self._database.execute("PRAGMA ft.journal_mode = WAL")
        self._database.execute("PRAGMA ft.synchronous = FULL")
        self._database.execute(_TABLE)
        self._database.commit()

    def ask(self, question: Question) -> Answer:
        query = _query(question)
        run = self._database.execute
        if question.kind is Kind.NEWEST:
            return Answer(numbers=[number for (number,) in run(_NEWEST, (query, SHOWN))])
        if question.kind is Kind.COUNT:
            return Answer(self.count(question))
        if question.kind is Kind.FACETS:
            counts: dict[str, dict[str, int]] = {}
            for kind, name, articles in run(_FACETS, (query,)):
                counts.setdefault(kind, {})[name] = articles
            return Answer(facets=counts)
        numbers = [number for (number,) in run(_BEST, (query, SHOWN))]
        snippets = self._texts.snippets(question.text, numbers) if question.kind is Kind.SNIPPETS else ()
        return Answer(numbers=numbers, snippets=snippets)

    def count(self, question: Question) -> int:
        return int(self._database.execute(_COUNT, (_query(question),)).fetchone()[0])


def _query(question: Question) -> str:
    words = question.words
    if question.kind in (Kind.PHRASE_2, Kind.PHRASE_3):
        phrases = " OR ".join(_quoted(" ".join(phrase)) for phrase in asked_phrases(words))
        return f"lemma : ({phrases})"
    if question.kind is Kind.PREFIX:
        return f"form : {_quoted(form(words[0]))} *"
    return " AND ".join(map(_word, words))


def _word(word: str) -> str:
    lemmas = " OR ".join(map(_quoted, asked(word)))
    exact = f"form : {_quoted(form(word))}"
    return f"({exact} OR {{title lemma more}} : ({lemmas}))" if lemmas else f"({exact})"


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
