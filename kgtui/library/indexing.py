"""Keeping the index in step with the record: it is opened, brought up to the record's change, or built anew."""

from __future__ import annotations

import gc
import os
import sqlite3
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from kgtui.language import Analysis, analyse
from kgtui.library import reading
from kgtui.library.facts import facts_of
from kgtui.library.lock import last_taken, writing
from kgtui.library.trust import own_index, private_index, usable_index
from kgtui.model import Document, Facts
from kgtui.search import Entry, IndexUnusableError, View, entry
from kgtui.settings import Settings

if TYPE_CHECKING:
    from kgtui.search.index.whoosh_engine import WhooshEngine

Progress = Callable[[int, int], None]  # articles done, of how many
Result = TypeVar("Result")

_AT_ONCE = 10_000  # articles between two commits of the index
_PATIENCE = 3.0  # seconds to wait for another writer of the index


class Index:
    """The index of one library. What reads it and what writes it are two engines, so that nobody waits for a writer."""

    def __init__(self, library: Path, settings: Settings) -> None:
        self._library = library
        self._settings = settings
        self.folder = usable_index(library, settings)
        self._engine: WhooshEngine | None = None
        self._guard = threading.Lock()
        self._building = threading.RLock()  # one thread of this process builds, the others wait for it
        self._mended = False

    def ask(self, record: sqlite3.Connection, question: Callable[[View], Result]) -> Result:
        """Put a question to the index, up to date if nobody else is writing it now.

        A torn index may fail in any way, when it is opened or when it is read: it is built anew, once, unless another
        thread does so meanwhile. Raises IndexUnusableError where it cannot be.
        """
        with suppress(Exception):
            return self._ask(record, question)
        with self._building:
            try:
                return self._ask(record, question)
            except Exception:  # a torn index may raise anything at all; once built anew it may raise nothing
                if self._mended:
                    raise
                self._mended = True
                self.rebuild(record)
                return self._ask(record, question)

    def change(self, record: sqlite3.Connection) -> int:
        """Up to which change of the record the index goes; 0 where there is none."""
        with self._guard:
            try:
                return self._reading(record).change
            except IndexUnusableError:
                self._forget()
                return 0

    def catch_up(self, record: sqlite3.Connection, progress: Progress | None = None) -> None:
        """Take in what the record has and the index lacks. Raises Busy, ReadOnly."""
        if self.change(record) == reading.change(record):
            return
        with self._building:
            if self.change(record) != reading.change(record):
                self._move_if_not_ours()
                with self._lock(self._worth_waiting()):
                    self.replay(record, {}, progress)

    def rebuild(self, record: sqlite3.Connection, progress: Progress | None = None) -> None:
        """Build a new index beside the old one, which answers until the new one is complete. Raises Busy, ReadOnly."""
        self._move_if_not_ours()
        with self._lock():
            engine = self._created(record, hidden=True)
            try:
                _replay(engine, record, {}, progress)
                engine.show()
            finally:
                engine.close()
        self._forget_reading()

    def replay(self, record: sqlite3.Connection, ready: Mapping[int, Entry], progress: Progress | None = None) -> None:
        """What the index lacks, by a writer that holds the lock; ``ready`` are entries that need no new analysis."""
        engine = self._writing(record)
        try:
            _replay(engine, record, ready, progress)
        finally:
            engine.close()

    def drop_if_ahead(self, record: sqlite3.Connection) -> None:
        """Before the record is written: an index of a later state of it, which was put back since, is of no use."""
        if self.change(record) > reading.change(record):
            self._forget_reading()
            _engine().drop(self.folder)

    @contextmanager
    def lock_beside_the_record(self) -> Iterator[None]:
        """For a writer of the record: the library's lock covers the library's own index, not a private one."""
        if self.folder == own_index(self._library):
            yield
        else:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with writing(self.folder, wait=_PATIENCE):
                yield

    def close(self) -> None:
        self._forget_reading()

    def _ask(self, record: sqlite3.Connection, question: Callable[[View], Result]) -> Result:
        with self._guard:
            return question(self._reading(record).view())

    def _worth_waiting(self) -> float:
        """Seconds to wait for a writer before answering without what it writes; one that has been at it for longer
        goes on for longer."""
        taken = last_taken(self._library if self.folder == own_index(self._library) else self.folder)
        recent = taken is None or (datetime.now(timezone.utc) - taken).total_seconds() < _PATIENCE
        return _PATIENCE if recent else 0.0

    @contextmanager
    def _lock(self, wait: float = _PATIENCE) -> Iterator[None]:
        if self.folder == own_index(self._library):
            with writing(self._library, wait=wait):
                yield
        else:
            with self.lock_beside_the_record():
                yield

    def _move_if_not_ours(self) -> None:
        """Where an index must be written that this user may only read, a private one takes its place."""
        if self.folder.exists() and not os.access(self.folder, os.W_OK):
            self._forget_reading()
            self.folder = private_index(self._library)

    def _reading(self, record: sqlite3.Connection) -> WhooshEngine:
        if self._engine is None:
            self._engine = _engine().open(self.folder, reading.identity(record))
            gc.freeze()  # dictionary and rules stay: a collection in the middle of a search need not go through them
        return self._engine

    def _writing(self, record: sqlite3.Connection) -> WhooshEngine:
        try:
            engine = _engine().open(self.folder, reading.identity(record))
        except IndexUnusableError:
            return self._created(record)
        if engine.change > reading.change(record):  # of a later state of this record, which was put back since
            engine.close()
            return self._created(record)
        return engine

    def _created(self, record: sqlite3.Connection, *, hidden: bool = False) -> WhooshEngine:
        return _engine().create(self.folder, reading.identity(record), hidden=hidden)

    def _forget_reading(self) -> None:
        with self._guard:
            self._forget()

    def _forget(self) -> None:
        if self._engine is not None:
            self._engine.close()
            self._engine = None


def _engine() -> type[WhooshEngine]:
    from kgtui.search.index.whoosh_engine import WhooshEngine  # noqa: PLC0415 - kept off the start path

    return WhooshEngine


def _replay(
    engine: WhooshEngine, record: sqlite3.Connection, ready: Mapping[int, Entry], progress: Progress | None
) -> None:
    target = reading.change(record)
    changed = reading.changed_since(record, engine.change)
    gone = reading.removed_since(record, engine.change)
    for start in range(0, max(len(changed), 1), _AT_ONCE):
        part = changed[start : start + _AT_ONCE]
        last = start + _AT_ONCE >= len(changed)
        entries = _entries(record, [number for number, _ in part], ready)
        if progress:
            entries = _counted(entries, progress, start, len(changed))
        engine.write(entries, gone if start == 0 else (), target if last else part[-1][1])


def _entries(record: sqlite3.Connection, numbers: list[int], ready: Mapping[int, Entry]) -> Iterator[Entry]:
    for number in numbers:
        if number in ready:
            yield ready[number]
        elif article := reading.article_numbered(record, number):
            document = article.document
            body = analyse(document.text, document.body)
            yield made_entry(number, document, body, facts_of(record, [number], entities_alone=True)[number])


def made_entry(number: int, document: Document, body: Analysis, facts: Facts) -> Entry:
    """The index entry of a document that was analysed already."""
    published = document.published.toordinal() if document.published else 0
    sources = dict.fromkeys(name for name in (document.source, document.publisher) if name)
    return entry(number, published, analyse(document.title), body, facts, sources=sources)


def _counted(entries: Iterator[Entry], progress: Progress, start: int, total: int) -> Iterator[Entry]:
    for done, made in enumerate(entries, start + 1):
        yield made
        progress(done, total)
