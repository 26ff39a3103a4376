"""A library: the one object through which the faces read, search and add articles."""

from __future__ import annotations

import errno
import os
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kgtui.library import reading
from kgtui.library.connections import FILE, Connections
from kgtui.library.errors import LibraryMissing, LibraryUnreadable, ReadOnly
from kgtui.library.orders import SHOWN, Sort
from kgtui.library.record import Record

if TYPE_CHECKING:
    from types import TracebackType

    from kgtui.corrections import Change, Correction, Corrections, DamagedLine, Logged
    from kgtui.language import Analysis
    from kgtui.library.adding import Adder
    from kgtui.library.counts import Stats
    from kgtui.library.indexing import Index, Progress
    from kgtui.library.readers_index import ReadersIndex
    from kgtui.library.results import AddReport, Facet, NewArticles, Ranking, Results
    from kgtui.model import Article, Document, Facts, Span
    from kgtui.search import Completion, Query, Reason, Snippet
    from kgtui.settings import Settings

# What searching and adding need is imported by the methods that do so: the list is on the screen before.
_WAIT = 3.0  # seconds that a writer waits for another one


def open_library(path: Path, *, create: bool = True, settings: Settings) -> Library:
    """Open the library in a folder; with ``create`` a missing one is made, empty.

    Raises LibraryMissing, LibraryTooNew, LibraryTooOld, LibraryUnreadable, ReadOnly (a missing one where this user may
    not make it).
    """
    folder = path.resolve()
    if folder.exists() and not folder.is_dir():
        raise LibraryUnreadable(folder, NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR)))
    if not (folder / FILE).exists():
        if not create:
            raise LibraryMissing(folder)
        try:
            folder.mkdir(mode=0o755, parents=True, exist_ok=True)
        except PermissionError as error:
            raise ReadOnly(folder) from error
        except OSError as error:
            raise LibraryUnreadable(folder, error) from error
    connections = Connections(folder)
    if not connections.writable and not (folder / FILE).exists():
        raise ReadOnly(folder)
    connections.prepare()
    return Library(folder, connections, settings)


class Library(Record):
    """Made by `open_library`. Every method may be called from any thread; reading never waits for writing."""

    def __init__(self, path: Path, connections: Connections, settings: Settings) -> None:
        super().__init__(path, connections)
        self._settings = settings
        self._opened_index: Index | None = None
        self._opening = threading.Lock()

    def __enter__(self) -> Library:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        if self._opened_index is not None:
            self._opened_index.close()
        self._connections.close()

    def stats(self) -> Stats:
        from kgtui.library import counts  # noqa: PLC0415

        record = self._record()
        articles, mentions, entities, first, last, sources = counts.totals(self._seen())
        size = sum(path.stat().st_size for path in self.path.rglob("*") if path.is_file())
        behind = reading.change(record) - self._index.change(record)
        return counts.Stats(articles, mentions, entities, first, last, sources, self.path, size, behind)

    # Searching

    def read(self, query: str) -> Query:
        """«неделя» is counted from the day that is today for this library's reader."""
        from kgtui.search import parse_query  # noqa: PLC0415

        return parse_query(query, self._settings.date_today())

    def search(
        self,
        query: str,
        *,
        sort: Sort = Sort.RELEVANCE,
        limit: int = 0,
        snippets: bool = True,
        facets: bool = False,
        mend: bool = True,
    ) -> Results:
        """The articles that match, best first; ``limit`` 0 is all. Never raises for a query, whatever it is.

        A query that finds nothing as typed is read as what it likely meant, unless ``mend`` is off.
        """
        from kgtui.library import searching  # noqa: PLC0415

        return searching.search(
            self._seen(),
            self._asked,
            self.read(query),
            sort=sort,
            limit=limit,
            snippets=snippets,
            facets=facets,
            mend=mend,
        )

    def ranking(self, query: str, *, sort: Sort = Sort.RELEVANCE, mend: bool = True) -> Ranking:
        """The numbers of all articles that match: `search` without reading the record."""
        from kgtui.library import searching  # noqa: PLC0415

        ranking = searching.ranking(self._asked, self.read(query), sort=sort, mend=mend)
        return replace(ranking, groups=self.groups(ranking.numbers))

    def new_articles(
        self, query: str, *, since: int, sort: Sort = Sort.RELEVANCE, limit: int = 0, snippets: bool = True
    ) -> NewArticles:
        """What a query finds among the articles written after a change; ``limit`` takes those written first."""
        from kgtui.library.new_articles import new_articles  # noqa: PLC0415

        return new_articles(
            self._seen(), self._asked, self.read(query), since=since, sort=sort, limit=limit, snippets=snippets
        )

    def like(self, number: int, limit: int = 20, *, snippets: bool = True) -> Results:
        """The articles most alike in subject to one, without its reprints; ``query`` asks for what they may share."""
        from kgtui.library.similar import like  # noqa: PLC0415

        return like(self._seen(), self._asked, number, limit=limit, snippets=snippets)

    def facets(self, numbers: Sequence[int], *, limit: int = SHOWN) -> tuple[Facet, ...]:
        """What a result can be narrowed by, with counts; ``limit`` values of each kind, 0 is all."""
        from kgtui.library import searching  # noqa: PLC0415

        return searching.facets_of_numbers(self._asked, numbers, limit)

    def complete(self, text: str, at: int) -> tuple[Completion, ...]:
        """How the word, or the value of a field, that ends at the cursor (an offset in a query) may go on."""
        from kgtui.search import completions  # noqa: PLC0415

        return self._asked.ask(lambda view: completions(text, at, view))

    def snippets(self, query: str, numbers: Sequence[int]) -> dict[int, Snippet]:
        """By number the sentence that shows why an article matches; of those that are still there."""
        from kgtui.library import answering  # noqa: PLC0415

        return dict(answering.snippets_of(self._seen(), self._asked, query, numbers))

    def hit_spans(self, query: str, article: Article) -> tuple[Span, ...]:
        """Where an article's body answers a query: offsets in its text, in text order, none inside another."""
        from kgtui.library import answering  # noqa: PLC0415

        return answering.hit_spans(self._seen(), self._asked, query, article)

    def why(self, query: str, article: Article) -> tuple[Reason, ...]:
        """By which forms, where and how surely an article answers each part of a query, in the query's order."""
        from kgtui.library import answering  # noqa: PLC0415

        return answering.why(self._seen(), self._asked, self.read(query), article)

    # Writing

    def add(self, items: Iterable[tuple[Document, Analysis, Facts]]) -> AddReport:
        """Keep articles, in one transaction, and index them. Raises Busy, ReadOnly, LibraryUnreadable."""
        with self.adding() as adder:
            return adder.add(items)

    @contextmanager
    def adding(self) -> Iterator[Adder]:
        """Add in many transactions under one lock; the index follows now and then, and at the end."""
        from kgtui.library.adding import Adder  # noqa: PLC0415
        from kgtui.library.lock import writing  # noqa: PLC0415

        with writing(self.path, wait=_WAIT):
            adder = Adder(self.path, self._connections.writer(), self._index, self._shared)
            try:
                yield adder
                adder.index()
            except KeyboardInterrupt:
                adder.index()  # what was committed before is found at once
                raise
            finally:
                adder.close()

    def remove(self, *ids: str) -> int:
        """Take articles out, in one transaction; gives how many there were of these ids. Raises as `add`."""
        with self.adding() as adder:
            return adder.remove(*ids)

    # Correcting

    def correct(self, change: Change, *, shared: bool = False) -> Correction:
        """Keep a correction: the reader's own, or for all readers of the library, whose index then follows.

        Raises OSError; of a shared one also Busy and ReadOnly.
        """
        if not shared:
            return self._ledger.add(change)
        with self.adding() as adder, self._touching(change, adder):
            return self._ledger.add(change, shared=True)

    def undo_correction(self, *, shared: bool = False, only: str | None = None) -> Correction | None:
        """Take back the last correction, the reader's own or the shared one, or the reader's with an id; None where
        there is none that holds. Raises as `correct`."""
        if not shared:
            return self._ledger.undo(only=only)
        with self.adding() as adder:
            last = self._ledger.last(shared=True)
            if last:
                with self._touching(last.change, adder):
                    self._ledger.undo(shared=True)
        return last

    def last_correction(self) -> Correction | None:
        """The last of the reader's own that holds: what `undo_correction` would take back."""
        return self._ledger.last()

    def corrections(self) -> list[Logged]:
        """All that was corrected, also what was undone: the shared ones, then the reader's own, each in order."""
        return self._ledger.log()

    def standing_corrections(self) -> Sequence[Change]:
        """What of them holds for this reader: without what was undone, and without merges that were split again."""
        return self._ledger.all().changes

    def damaged_corrections(self) -> tuple[DamagedLine, ...]:
        """The lines of the corrections files that cannot be understood, and do not hold."""
        return self._ledger.damaged()

    def catch_up(self, progress: Progress | None = None) -> None:
        """Bring the index up to the record; searching does so too, without saying how far it is."""
        self._index.catch_up(self._searched(), progress)

    def has_index(self) -> bool:
        """Whether there is one that answers; where not, the first search would build it while it is waited for."""
        return self._index.change(self._record()) > 0

    def index_lacks(self) -> int:
        """How many articles are to be taken in before the index is up to date."""
        record = self._record()
        return len(reading.changed_since(record, self._index.change(record)))

    def rebuild(self, progress: Progress | None = None) -> None:
        """Build the index anew from the record; the old one answers meanwhile. Raises Busy, ReadOnly."""
        self._index.rebuild(self._searched(), progress)

    @property
    def _index(self) -> Index:
        from kgtui.library.indexing import Index  # noqa: PLC0415

        with self._opening:
            if self._opened_index is None:
                self._opened_index = Index(self.path, self._settings)
            return self._opened_index

    @cached_property
    def _asked(self) -> ReadersIndex:
        from kgtui.library.readers_index import ReadersIndex  # noqa: PLC0415

        return ReadersIndex(self._index, self._searched, self._seen, self._standing)

    @contextmanager
    def _touching(self, change: Change, adder: Adder) -> Iterator[None]:
        """While a shared correction is kept or undone: have the index follow. Also before it is, so that an end at any
        byte leaves nothing that the index does not take in."""
        from kgtui.corrections import Corrections  # noqa: PLC0415

        before = self._ledger.shared()
        adder.touch(self._touched_by(change, Corrections(), before))
        yield
        adder.touch(self._touched_by(change, before, self._ledger.shared()))

    def _touched_by(self, change: Change, *corrections: Corrections) -> set[int]:
        """The articles of which a change speaks, as they are seen with one or the other corrections."""
        from kgtui.library.corrected import touched_by  # noqa: PLC0415

        seen = (self._connections.corrected(each, own=False) for each in corrections)
        return set().union(*(touched_by(connection, change) for connection in seen))
