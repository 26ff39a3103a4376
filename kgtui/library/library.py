"""A library: the one object through which the faces read, search and add articles."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from kgtui.corrections import Change, Correction, Corrections, DamagedLine, Ledger, Logged
from kgtui.library import counts, overviews, reading, recognised, sentences
from kgtui.library.connections import FILE, Connections
from kgtui.library.corrected import touched_by
from kgtui.library.counts import (
    CountryCount,
    EntityCount,
    EntityMention,
    FactMention,
    Order,
    Standing,
    Stats,
    TopicCount,
)
from kgtui.library.errors import LibraryMissing, LibraryUnreadable, ReadOnly
from kgtui.library.groups import Groups
from kgtui.library.results import SHOWN, AddReport, Facet, NewArticles, Ranking, Results, Sort
from kgtui.library.scope import EVERY, Scope
from kgtui.model import Article, Document, Entity, EntityKind, FactKind, Facts, Headline, Quote, Recognition, Span
from kgtui.settings import Settings, own_corrections

if TYPE_CHECKING:
    from kgtui.language import Analysis
    from kgtui.library.adding import Adder
    from kgtui.library.indexing import Index, Progress
    from kgtui.search import Completion, Query, Reason, Snippet

# What searching and adding need is imported by the methods that do so: the list is on the screen before.
CORRECTIONS = "corrections.jsonl"
_WAIT = 3.0  # seconds that a writer waits for another one


def open_library(path: Path, *, create: bool = True, settings: Settings) -> Library:
    """Open the library in a folder; with ``create`` a missing one is made, empty.

    Raises LibraryMissing, LibraryTooNew, LibraryUnreadable, ReadOnly (a missing one where this user may not make it).
    """
    folder = path.expanduser().resolve()
    if not (folder / FILE).exists():
        if not create:
            raise LibraryMissing(folder)
        try:
            folder.mkdir(mode=0o755, parents=True, exist_ok=True)
        except PermissionError as error:
            raise ReadOnly(folder) from error
        except OSError as error:
            raise LibraryUnreadable(folder, str(error)) from error
    connections = Connections(folder)
    if not connections.writable and not (folder / FILE).exists():
        raise ReadOnly(folder)
    connections.prepare()
    return Library(folder, connections, settings)


class Library:
    """Made by `open_library`. Every method may be called from any thread; reading never waits for writing."""

    def __init__(self, path: Path, connections: Connections, settings: Settings) -> None:
        self.path = path
        self._connections = connections
        self._settings = settings
        self._opened_index: Index | None = None
        self._opening = threading.Lock()
        self._groups = Groups()
        self._ledger = Ledger(path / CORRECTIONS, lambda: own_corrections(self.identity))

    def __enter__(self) -> Library:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        if self._opened_index is not None:
            self._opened_index.close()
        self._connections.close()

    # Reading

    @property
    def change(self) -> int:
        """Counts the writes to the record: a greater number means that something is new."""
        return reading.change(self._record())

    @property
    def identity(self) -> str:
        """What tells this record from every other, wherever its folder is."""
        return reading.identity(self._record())

    def count(self) -> int:
        """How many articles there are."""
        return reading.count(self._record())

    def period(self) -> tuple[date | None, date | None]:
        """The dates of the first and the last article; None where no article has one."""
        return counts.period(self._record())

    def numbers(self, order: Order = Order.NEWEST) -> Sequence[int]:
        """The numbers of all articles."""
        return counts.numbers(self._record(), order)

    def headlines(self, numbers: Sequence[int]) -> list[Headline]:
        """In the order of the numbers; an article that is gone is left out."""
        return reading.headlines(self._record(), numbers)

    def article(self, number: int) -> Article | None:
        return reading.article_numbered(self._record(), number)

    def article_by_id(self, id_: str) -> Article | None:
        number = reading.number_of(self._record(), id_)
        return None if number is None else self.article(number)

    def facts(self, number: int) -> Facts:
        """As they stand with what readers have corrected. Of an article that is gone: none, of version 0."""
        return reading.facts_of(self._seen(), [number]).get(number, Facts(0, ()))

    def facts_as_extracted(self, number: int) -> Facts:
        """As `facts`, without what readers have corrected."""
        return reading.facts_of(self._record(), [number]).get(number, Facts(0, ()))

    def sentences(self, number: int) -> tuple[Span, ...]:
        """Where the sentences of an article's body begin and end; none of an article that is gone."""
        kept = sentences.sentences_of(self._record(), number)
        article = self.article(number) if kept is None else None
        if article:  # a program that did not keep them has added it
            from kgtui.language.sentences import sentence_spans  # noqa: PLC0415 - with the rules

            return tuple(sentence_spans(article.document.text, article.document.body))
        return kept or ()

    def country_counts(self) -> list[CountryCount]:
        """The countries named, those in most articles first."""
        return counts.country_counts(self._seen())

    def months_of_countries(self, since: str) -> Mapping[str, Mapping[str, int]]:
        """Code → month ("2025-11") → how many articles of it name the country, from the month ``since`` on."""
        return overviews.months_of_countries(self._seen(), since)

    def last_contacts(self, codes: Sequence[str], home: str, day: date) -> Mapping[str, FactMention]:
        """Code → the latest meeting that was held between home and the country up to a day."""
        return overviews.last_contacts(self._seen(), codes, home, day)

    def contacts_ahead(self, codes: Sequence[str], home: str, day: date, recently: date) -> Mapping[str, FactMention]:
        """Code → the soonest meeting planned with home from a day on, else the last announced one."""
        return overviews.contacts_ahead(self._seen(), codes, home, day, recently)

    def latest_figures(self, codes: Sequence[str], home: str, measure: str) -> Mapping[str, FactMention]:
        """Code → the level of a measure between home and the country for the latest period."""
        return overviews.latest_figures(self._seen(), codes, home, measure)

    def entities(
        self, kind: EntityKind | None = None, *, country: str | None = None, limit: int = 0
    ) -> list[EntityCount]:
        """Whatever is named, of a kind, of a country (by alpha-2 code); those in most articles first."""
        return counts.entity_counts(self._seen(), kind, country, limit)

    def mentions(
        self, kind: EntityKind, key: str, scope: Scope = EVERY, *, with_office: bool = False, limit: int = 0
    ) -> list[EntityMention]:
        """All articles that name something, newest first, with how and where; of persons those that state an office."""
        return counts.entity_mentions(self._seen(), (kind, key), scope, with_office=with_office, limit=limit)

    def numbers_naming(self, kind: EntityKind, key: str, scope: Scope = EVERY) -> Mapping[int, date | None]:
        """The articles that name something, newest first, each with its date."""
        return reading.numbers_naming(self._seen(), kind, key, scope)

    def named_in(self, numbers: Collection[int]) -> Mapping[int, Sequence[Entity]]:
        """Number → what an article names; nothing of one that names nothing."""
        return reading.entities_of(self._seen(), numbers)

    def standing(self, kind: EntityKind, key: str) -> Standing:
        """The office and the country of somebody as the newest articles state them."""
        return counts.standing(self._seen(), kind, key)

    def source_count(self, numbers: Iterable[int]) -> int:
        """How many publishers or sources these articles are of."""
        return counts.source_count(self._record(), numbers)

    def written_since(self, change: int) -> Sequence[int]:
        """The numbers of the articles that were added or changed after a change; new facts do not count."""
        return [number for number, _ in reading.documents_since(self._record(), change)]

    def facts_about(
        self, kind: FactKind, whom: EntityKind, key: str, scope: Scope = EVERY, *, limit: int = 0
    ) -> list[FactMention]:
        """What the library says of a country, person or body: the facts of a kind, of the newest articles first.

        A fact is about the countries and actors that it states, the countries these belong to, and those that its
        words name. ``limit`` takes those of the latest days: of the event, of the measured period or of the deadline,
        else of publication.
        """
        found = reading.facts_concerning(self._seen(), kind, (whom, key), scope, limit)
        return [FactMention(headline, fact) for headline, fact in found]

    def facts_in(self, kind: FactKind, numbers: Sequence[int]) -> list[FactMention]:
        """The facts of a kind that articles state, in the order of their numbers."""
        found = reading.facts_in(self._seen(), kind, numbers)
        return [FactMention(headline, fact) for headline, fact in found]

    def speech_at(self, number: int, span: Span) -> list[Quote]:
        """The speech, direct and indirect, of which a span of an article is a part."""
        return reading.speech_at(self._seen(), number, span)

    def with_older_facts(self, version: int) -> Sequence[int]:
        """The numbers of the articles whose facts an earlier version of the extractors made, in the order of adding."""
        return reading.with_older_facts(self._record(), version)

    def countries_named(self, numbers: Sequence[int]) -> Mapping[int, Sequence[str]]:
        """Number → the codes of the countries that an article names, those of most mentions first."""
        return counts.countries_named(self._seen(), numbers)

    def figure_counts(self, numbers: Sequence[int]) -> Mapping[int, int]:
        """Number → how many figures, of those of these articles that tell any."""
        return counts.figure_counts(self._seen(), numbers)

    def articles_about_blocs(self, blocs: Sequence[str], *, but: str) -> Mapping[str, Sequence[int]]:
        """Code of a bloc → the articles that name it at least as often as any country but one, the newest first."""
        return counts.articles_about_blocs(self._seen(), blocs, but)

    def topic_counts(self, numbers: Sequence[int]) -> list[TopicCount]:
        """What these articles are about, the topics of most of them first."""
        return counts.topic_counts(self._record(), numbers)

    def behind_recogniser(self, version: int, limit: int = 0) -> Sequence[int]:
        """The numbers of the articles in whose facts no recogniser of this version took part, the newest first."""
        return recognised.behind_recogniser(self._record(), version, limit)

    def recognition(self, number: int) -> Recognition | None:
        """What the recogniser once marked in an article; None where it was never asked about its present text."""
        return recognised.recognition_of(self._record(), number)

    def stats(self) -> Stats:
        record = self._record()
        articles, mentions, entities, first, last, sources = counts.totals(self._seen())
        size = sum(path.stat().st_size for path in self.path.rglob("*") if path.is_file())
        behind = reading.change(record) - self._index.change(record)
        return Stats(articles, mentions, entities, first, last, sources, self.path, size, behind)

    def reprints(self, number: int) -> Sequence[int]:
        """The articles that are one text, this one among them, the earliest first; none where it is the only one."""
        return reading.reprints_of(self._record(), number)

    def groups(self, numbers: Collection[int]) -> Mapping[int, str]:
        """Number → group, of those of these articles that have reprints."""
        return self._groups.of(self._record(), numbers)

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
            self._searched(),
            self._index,
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

        ranking = searching.ranking(self._searched(), self._index, self.read(query), sort=sort, mend=mend)
        return replace(ranking, groups=self.groups(ranking.numbers))

    def new_articles(
        self, query: str, *, since: int, sort: Sort = Sort.RELEVANCE, limit: int = 0, snippets: bool = True
    ) -> NewArticles:
        """What a query finds among the articles written after a change; ``limit`` takes those written first."""
        from kgtui.library.new_articles import new_articles  # noqa: PLC0415

        return new_articles(
            self._searched(), self._index, self.read(query), since=since, sort=sort, limit=limit, snippets=snippets
        )

    def like(self, number: int, limit: int = 20, *, snippets: bool = True) -> Results:
        """The articles most alike in subject to one, without its reprints; ``query`` asks for what they may share."""
        from kgtui.library.similar import like  # noqa: PLC0415

        return like(self._searched(), self._index, number, limit=limit, snippets=snippets)

    def facets(self, numbers: Sequence[int], *, limit: int = SHOWN) -> tuple[Facet, ...]:
        """What a result can be narrowed by, with counts; ``limit`` values of each kind, 0 is all."""
        from kgtui.library import searching  # noqa: PLC0415

        return searching.facets_of_numbers(self._searched(), self._index, numbers, limit)

    def complete(self, text: str, at: int) -> tuple[Completion, ...]:
        """How the word, or the value of a field, that ends at the cursor (an offset in a query) may go on."""
        from kgtui.search import completions  # noqa: PLC0415

        return self._index.ask(self._searched(), lambda view: completions(text, at, view))

    def snippets(self, query: str, numbers: Sequence[int]) -> dict[int, Snippet]:
        """By number the sentence that shows why an article matches; of those that are still there."""
        from kgtui.library import answering  # noqa: PLC0415

        return dict(answering.snippets_of(self._searched(), self._index, query, numbers))

    def hit_spans(self, query: str, article: Article) -> tuple[Span, ...]:
        """Where an article's body answers a query: offsets in its text, in text order, none inside another."""
        from kgtui.library import answering  # noqa: PLC0415

        return answering.hit_spans(self._searched(), self._index, query, article)

    def why(self, query: str, article: Article) -> tuple[Reason, ...]:
        """By which forms, where and how surely an article answers each part of a query, in the query's order."""
        from kgtui.library import answering  # noqa: PLC0415

        return answering.why(self._searched(), self._index, self.read(query), article)

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
            finally:
                adder.close()

    def remove(self, id_: str) -> bool:
        """Take an article out; False where there is none with this id."""
        with self.adding() as adder:
            return adder.remove(id_)

    # Correcting

    def correct(self, change: Change, *, shared: bool = False) -> Correction:
        """Keep a correction: the reader's own, or for all readers of the library, whose index then follows.

        Raises OSError; of a shared one also Busy and ReadOnly.
        """
        if not shared:
            return self._ledger.add(change)
        with self.adding() as adder, self._touching(change, adder):
            return self._ledger.add(change, shared=True)

    def undo_correction(self, *, shared: bool = False) -> Correction | None:
        """Take back the last correction, the reader's own or the shared one; None where there is none. Raises as
        `correct`."""
        if not shared:
            return self._ledger.undo()
        with self.adding() as adder:
            last = self._ledger.last(shared=True)
            if last:
                with self._touching(last.change, adder):
                    self._ledger.undo(shared=True)
        return last

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

    @contextmanager
    def _touching(self, change: Change, adder: Adder) -> Iterator[None]:
        """While a shared correction is kept or undone: have the index follow. Also before it is, so that an end at any
        byte leaves nothing that the index does not take in."""
        before = self._ledger.shared()
        adder.touch(self._touched_by(change, Corrections(), before))
        yield
        adder.touch(self._touched_by(change, before, self._ledger.shared()))

    def _touched_by(self, change: Change, *corrections: Corrections) -> set[int]:
        """The articles of which a change speaks, as they are seen with one or the other corrections."""
        seen = (self._connections.corrected(each, own=False) for each in corrections)
        return set().union(*(touched_by(connection, change) for connection in seen))

    def _record(self) -> sqlite3.Connection:
        return self._connections.reader()

    def _shared(self) -> sqlite3.Connection | None:
        """The record with the corrections that all readers share; None where there are none."""
        corrections = self._ledger.shared()
        return self._connections.corrected(corrections, own=False) if corrections else None

    def _searched(self) -> sqlite3.Connection:
        """What the index, which all readers share, is made of."""
        return self._shared() or self._record()

    def _seen(self) -> sqlite3.Connection:
        """The record with all corrections that hold for this reader."""
        shared, every = self._ledger.shared(), self._ledger.all()
        return self._searched() if every is shared else self._connections.corrected(every, own=True)
