"""The record of a library, as the faces ask it: articles, what they name and tell, as readers have corrected it."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kgtui.library import reading
from kgtui.library.groups import Groups
from kgtui.library.orders import Order
from kgtui.library.scope import EVERY
from kgtui.settings import own_corrections
from kgtui.unloaded import Unloaded

if TYPE_CHECKING:
    import sqlite3
    from datetime import date

    from kgtui.corrections import Corrections, Ledger
    from kgtui.library import counts, facts, overviews, recognised, sentences
    from kgtui.library.connections import Connections
    from kgtui.library.counts import CountryCount, EntityCount, EntityMention, FactMention, Standing, TopicCount
    from kgtui.library.scope import Scope
    from kgtui.model import Actor, Article, Entity, EntityKind, FactKind, Facts, Headline, Quote, Recognition, Span
else:  # the first list of articles needs none of them
    counts = Unloaded("kgtui.library.counts")
    facts = Unloaded("kgtui.library.facts")
    overviews = Unloaded("kgtui.library.overviews")
    recognised = Unloaded("kgtui.library.recognised")
    sentences = Unloaded("kgtui.library.sentences")

CORRECTIONS = "corrections.jsonl"


class Record:
    """Reads SQLite alone; a `Library` searches and writes as well."""

    def __init__(self, path: Path, connections: Connections) -> None:
        self.path = path
        self._connections = connections
        self._groups = Groups()

    @property
    def change(self) -> int:
        """Counts the writes to the record: a greater number means that something is new."""
        return reading.change(self._record())

    def check_in_place(self) -> None:
        """Whether the record that is open is still the one in its folder. Raises LibraryMissing, LibraryReplaced."""
        self._connections.check_in_place()

    @property
    def identity(self) -> str:
        """What tells this record from every other, wherever its folder is."""
        return reading.identity(self._record())

    @property
    def is_writable(self) -> bool:
        """Whether this user may write to the library, as it was when it was opened."""
        return self._connections.writable

    def count(self) -> int:
        """How many articles there are."""
        return reading.count(self._record())

    def period(self) -> tuple[date | None, date | None]:
        """The dates of the first and the last article; None where no article has one."""
        return counts.period(self._record())

    def numbers(self, order: Order = Order.NEWEST) -> Sequence[int]:
        """The numbers of all articles."""
        return reading.numbers(self._record(), order)

    def newest(self, limit: int) -> Sequence[int]:
        """The first of these numbers, and after them those of the articles that are reprints of one of the first."""
        return reading.newest(self._record(), limit)

    def texts(self) -> int:
        """How many articles there are, where reprints of one text count as one."""
        return reading.texts(self._record())

    def headlines(self, numbers: Sequence[int]) -> list[Headline]:
        """In the order of the numbers; an article that is gone is left out."""
        return reading.headlines(self._record(), numbers)

    def article(self, number: int) -> Article | None:
        return reading.article_numbered(self._record(), number)

    def article_by_id(self, id_: str) -> Article | None:
        number = reading.number_of(self._record(), id_)
        return None if number is None else self.article(number)

    def numbers_of(self, ids: Collection[str]) -> Mapping[str, int]:
        """Id → number, of those of these articles that are there."""
        return reading.numbers_of(self._record(), ids)

    def facts(self, number: int) -> Facts:
        """As they stand with what readers have corrected. Of an article that is gone: none, of version 0."""
        return facts.facts_of_one(self._seen(), number)

    def facts_as_extracted(self, number: int) -> Facts:
        """As `facts`, without what readers have corrected."""
        return facts.facts_of_one(self._record(), number)

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

    def former_names(self) -> Sequence[Actor]:
        """By a name under which readers do not know it any more, what they have merged or renamed: under its key."""
        corrections = self._standing()
        return corrections.former if corrections else ()

    def mentions(
        self, kind: EntityKind, key: str, scope: Scope = EVERY, *, with_office: bool = False, limit: int = 0
    ) -> list[EntityMention]:
        """All articles that name something, newest first, with how and where; of persons those that state an office."""
        return counts.entity_mentions(self._seen(), (kind, key), scope, with_office=with_office, limit=limit)

    def numbers_naming(self, kind: EntityKind, key: str, scope: Scope = EVERY) -> Mapping[int, date | None]:
        """The articles that name something, newest first, each with its date."""
        return facts.numbers_naming(self._seen(), kind, key, scope)

    def named_in(self, numbers: Collection[int]) -> Mapping[int, Sequence[Entity]]:
        """Number → what an article names; nothing of one that names nothing."""
        return facts.entities_of(self._seen(), numbers)

    def standing(self, kind: EntityKind, key: str) -> Standing:
        """The office and the country of somebody as the newest articles state them."""
        return counts.standing(self._seen(), kind, key)

    def source_count(self, numbers: Iterable[int]) -> int:
        """How many publishers or sources these articles are of."""
        return counts.source_count(self._record(), numbers)

    def written_since(self, change: int, *, upto: int | None = None) -> Sequence[int]:
        """The numbers of the articles that were added or changed after a change, and no later than ``upto``; new facts
        do not count."""
        written = reading.documents_since(self._record(), change)
        return [number for number, at in written if upto is None or at <= upto]

    def facts_about(
        self, kind: FactKind, whom: EntityKind, key: str, scope: Scope = EVERY, *, limit: int = 0
    ) -> list[FactMention]:
        """What the library says of a country, person or body: the facts of a kind, of the newest articles first.

        A fact is about the countries and actors that it states, the countries these belong to, and those that its
        words name. ``limit`` takes those of the latest days: of the event, of the measured period or of the deadline,
        else of publication.
        """
        found = facts.facts_concerning(self._seen(), kind, (whom, key), scope, limit)
        return [counts.FactMention(headline, fact) for headline, fact in found]

    def facts_in(self, kind: FactKind, numbers: Sequence[int]) -> list[FactMention]:
        """The facts of a kind that articles state, in the order of their numbers."""
        found = facts.facts_in(self._seen(), kind, numbers)
        return [counts.FactMention(headline, fact) for headline, fact in found]

    def speech_at(self, number: int, span: Span) -> list[Quote]:
        """The speech, direct and indirect, of which a span of an article is a part."""
        return facts.speech_at(self._seen(), number, span)

    def with_older_facts(self, version: int) -> Sequence[int]:
        """The numbers of the articles whose facts an earlier version of the extractors made, in the order of adding."""
        return reading.with_older_facts(self._record(), version)

    def countries_named(self, numbers: Sequence[int]) -> Mapping[int, Sequence[str]]:
        """Number → the codes of the countries that an article names, those of most mentions first."""
        return counts.countries_named(self._seen(), numbers)

    def figure_counts(self, numbers: Sequence[int]) -> Mapping[int, int]:
        """Number → how many figures, of those of these articles that tell any."""
        return reading.figure_counts(self._seen(), numbers)

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

    def reprints(self, number: int) -> Sequence[int]:
        """The articles that are one text, this one among them, the earliest first; none where it is the only one."""
        return reading.reprints_of(self._record(), number)

    def groups(self, numbers: Collection[int]) -> Mapping[int, str]:
        """Number → group, of those of these articles that have reprints."""
        return self._groups.of(self._record(), numbers)

    def _record(self) -> sqlite3.Connection:
        return self._connections.reader()

    @cached_property
    def _ledger(self) -> Ledger:
        from kgtui.corrections import Ledger  # noqa: PLC0415 - where nothing was corrected it is not needed

        return Ledger(self.path / CORRECTIONS, lambda: self._own_corrections)

    @cached_property
    def _own_corrections(self) -> Path:
        return own_corrections(self.identity)

    @property
    def _is_corrected(self) -> bool:
        """Whether anybody has ever corrected anything."""
        return any(os.access(path, os.F_OK) for path in (self.path / CORRECTIONS, self._own_corrections))

    def _shared(self) -> sqlite3.Connection | None:
        """The record with the corrections that all readers share; None where there are none."""
        corrections = self._ledger.shared()
        return self._connections.corrected(corrections, own=False) if corrections else None

    def _searched(self) -> sqlite3.Connection:
        """What the index, which all readers share, is made of."""
        return self._shared() or self._record()

    def _standing(self) -> Corrections | None:
        """The corrections that hold for this reader; None where nobody has ever corrected anything."""
        return self._ledger.all() if self._is_corrected else None

    def _seen(self) -> sqlite3.Connection:
        """The record with all corrections that hold for this reader."""
        if not self._is_corrected:
            return self._record()
        shared, every = self._ledger.shared(), self._ledger.all()
        return self._searched() if every is shared else self._connections.corrected(every, own=True)
