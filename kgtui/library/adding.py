"""Writing to a library by the one who holds its lock."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kgtui.language import Analysis
from kgtui.library import reading, reprints
from kgtui.library.corrected import seen_otherwise
from kgtui.library.errors import Busy, NotWritten, ReadOnly
from kgtui.library.indexing import Index, made_entry
from kgtui.library.recognised import put_recognition
from kgtui.library.results import AddReport
from kgtui.library.sentences import put_sentences
from kgtui.library.writing import Outcome, put, put_facts, remove, touch
from kgtui.model import Article, Document, Facts, Recognition
from kgtui.search import Entry, IndexUnusableError

_PLACED = 500  # articles of an earlier program that are looked at for reprints in one transaction
_PENDING = 10_000  # articles that the index may lag behind within one run


class Adder:
    """Adds in transactions; what one has committed stays, whatever comes after."""

    def __init__(
        self, path: Path, connection: sqlite3.Connection, index: Index, shared: Callable[[], sqlite3.Connection | None]
    ) -> None:
        self._path = path
        self._connection = connection
        self._index = index
        self._shared = shared  # the record as its readers have corrected it, if they have: what the index is made of
        self._ready: dict[int, Entry] = {}
        index.drop_if_ahead(connection)
        self._place_missing()

    def add(self, items: Iterable[tuple[Document, Analysis, Facts]]) -> AddReport:
        """One transaction. Raises NotWritten where the record cannot be written; then nothing of it is kept."""
        counts = dict.fromkeys(Outcome, 0)
        ready: dict[int, Entry] = {}
        with self._transaction():
            for document, analysis, facts in items:
                outcome, number = put(self._connection, document, facts)
                counts[outcome] += 1
                if outcome is not Outcome.UNCHANGED:
                    self._put_sentences(number, analysis)
                    reprints.place(self._connection, number, document.text, document.body)
                    ready[number] = made_entry(number, document, analysis, facts)
        self._index_soon(ready)
        return AddReport(counts[Outcome.ADDED], counts[Outcome.UPDATED], counts[Outcome.UNCHANGED])

    def renew(self, items: Iterable[tuple[Article, Analysis, Facts]]) -> None:
        """Give articles other facts, in one transaction. Raises as `add`."""
        ready: dict[int, Entry] = {}
        with self._transaction():
            for article, analysis, facts in items:
                put_facts(self._connection, article.number, facts)
                self._put_sentences(article.number, analysis)
                ready[article.number] = made_entry(article.number, article.document, analysis, facts)
        self._index_soon(ready)

    def enrich(self, items: Iterable[tuple[Article, Analysis, Recognition, Facts]]) -> int:
        """Give articles what the recogniser marks in them and the facts in which it took part, in one transaction.

        They may have been read before the lock was taken: what has changed or gone since is left out. Gives how many
        were taken. Raises as `add`.
        """
        ready: dict[int, Entry] = {}
        with self._transaction():
            for article, analysis, recognition, facts in items:
                if reading.article_numbered(self._connection, article.number) == article:
                    put_recognition(self._connection, article.number, recognition)
                    put_facts(self._connection, article.number, facts)
                    self._put_sentences(article.number, analysis)
                    ready[article.number] = made_entry(article.number, article.document, analysis, facts)
        self._index_soon(ready)
        return len(ready)

    def touch(self, numbers: Iterable[int]) -> None:
        """Have the index take in articles anew, whose facts are corrected otherwise than before."""
        with self._transaction():
            touch(self._connection, numbers)

    def remove(self, *ids: str) -> int:
        """One transaction; gives how many there were. Raises as `add`."""
        with self._transaction():
            found = [number for id_ in ids if (number := reading.number_of(self._connection, id_)) is not None]
            for number in found:
                reprints.take_out(self._connection, number)
                remove(self._connection, number)
        return len(found)

    def index(self) -> None:
        """Bring the index up to the record. What fails here is made up for by the next one who opens the library."""
        try:
            with self._index.lock_beside_the_record():
                record = self._shared()
                if record:
                    for number in seen_otherwise(record):
                        self._ready.pop(number, None)
                self._index.replay(record or self._connection, self._ready)
        except (OSError, IndexUnusableError, Busy, ReadOnly):
            return
        finally:
            self._ready = {}

    def close(self) -> None:
        """What was written is put from the log into the record itself, as far as no reader needs what stood there."""
        with suppress(sqlite3.Error):
            self._connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
        self._connection.close()

    def _index_soon(self, ready: dict[int, Entry]) -> None:
        self._ready |= ready
        if len(self._ready) >= _PENDING:
            self.index()

    def _put_sentences(self, number: int, analysis: Analysis) -> None:
        put_sentences(self._connection, number, (sentence.span for sentence in analysis.sentences))

    def _place_missing(self) -> None:
        """What a program that knew nothing of reprints has kept is grouped by the first writer that does."""
        more = True
        while more:
            with self._transaction():
                more = reprints.place_missing(self._connection, _PLACED)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._connection.rollback()
                raise
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            if self._connection.in_transaction:
                self._connection.rollback()
            raise NotWritten(self._path, error) from error
