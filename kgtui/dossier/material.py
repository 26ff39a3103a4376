"""What the library has on a subject inside a frame: the articles that name it, and the facts that concern it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, cast

from kgtui.dossier.frame import Frame
from kgtui.dossier.membership import Membership
from kgtui.dossier.namings import NamingArticle, naming_article, texts
from kgtui.dossier.notes import Notes, Sentences
from kgtui.dossier.values import FactT, Note, Source, Subject, Told
from kgtui.gazetteer import load_gazetteer
from kgtui.library.scope import Scope
from kgtui.model import (
    Entity,
    EntityKind,
    FactKind,
    Figure,
    Headline,
    Meeting,
    Period,
    Promise,
    Quote,
    Span,
)

if TYPE_CHECKING:
    from kgtui.library import EntityMention, Library, Standing

MadeT = TypeVar("MadeT")


class Material:
    """Read when it is asked for, and kept. All of one dossier's rows are made from one material.

    Where only the first rows of each section are asked for, they are made from the newest of what there is.
    """

    def __init__(self, library: Library, subject: Subject, frame: Frame) -> None:
        self.library = library
        self.subject = subject
        self.frame = frame
        self.sentences = Sentences(library)
        self._notes = Notes(self.sentences, self._reprints_of)
        self.membership = Membership(subject, frame.home, self.sentences)
        self._made: dict[Callable[[Material], object], object] = {}
        self._new = frozenset(library.written_since(frame.look.change)) if frame.look else frozenset()
        self._scope = Scope(frame.first, frame.last, self._new if frame.only_new else None)
        self._limit = frame.read if frame.limit else 0
        self._entities: dict[int, Sequence[Entity]] = {}
        self._read_together: list[frozenset[int]] = []
        self._standings: dict[str, Standing] = {}

    @cached_property
    def dates(self) -> Mapping[int, date | None]:
        """All articles that name the subject, by their numbers, the newest first, each with its date."""
        return self.library.numbers_naming(self.subject.kind, self.subject.key, self._scope)

    @cached_property
    def read(self) -> Sequence[int]:
        """The newest of them, from which rows are made."""
        return list(self.dates)[: self._limit or None]

    @cached_property
    def articles(self) -> Sequence[NamingArticle]:
        """Those that are read, the newest first."""
        self._read_together.append(frozenset(self.read))
        headlines = self.library.headlines(self.read)
        return [naming_article(each, self.entities(each.number), self.subject) for each in headlines]

    def framed(self, numbers: Sequence[int]) -> Sequence[Headline]:
        """Of any articles those inside the frame, in the order of their numbers."""
        return [headline for headline in self.library.headlines(numbers) if self.is_framed(headline)]

    def names_subject(self, number: int) -> bool:
        return number in self.dates

    def is_about_subject(self, number: int) -> bool:
        """Whether an article that is read names no other country than the subject and home more often."""
        article = self._by_number.get(number)
        return article is not None and self.membership.is_about(article)

    @cached_property
    def _by_number(self) -> dict[int, NamingArticle]:
        return {article.headline.number: article for article in self.articles}

    @cached_property
    def reprints(self) -> Mapping[int, int]:
        """Of the articles that are read those that stay when reprints of one text are folded into the earliest,
        each with how many are folded into it."""
        dated_first = sorted(
            self.articles, key=lambda each: (each.headline.published or date.max, each.headline.number)
        )
        numbers = [article.headline.number for article in dated_first]
        return texts(numbers, self.library.groups(numbers))

    @cached_property
    def originals(self) -> Sequence[NamingArticle]:
        """The articles that stay: four reprints confirm nothing four times."""
        return [article for article in self.articles if article.headline.number in self.reprints]

    def entities(self, number: int) -> Sequence[Entity]:
        """What an article names; read together with what those name that tell of the same kind of facts."""
        if number not in self._entities:
            among = next((each for each in self._read_together if number in each), frozenset({number}))
            missing = among - self._entities.keys()
            named = self.library.named_in(missing)
            self._entities.update((each, named.get(each, ())) for each in missing)
        return self._entities[number]

    def standing(self, key: str) -> Standing:
        """The office and the country of a person as the newest articles of the library state them."""
        if key not in self._standings:
            self._standings[key] = self.library.standing(EntityKind.PERSON, key)
        return self._standings[key]

    def office_elsewhere(self, key: str) -> EntityMention | None:
        """How the newest article of the library inside the frame names a person that states an office."""
        newest = self.library.mentions(EntityKind.PERSON, key, self._scope, with_office=True, limit=1)
        return newest[0] if newest else None

    def once(self, make: Callable[[Material], MadeT]) -> MadeT:
        """What several sections are made of, made for the first that asks."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast("MadeT", self._made[make])

    @cached_property
    def figures(self) -> Sequence[Told[Figure]]:
        return self._told(FactKind.FIGURE, Figure)

    def quotes_in(self, numbers: Sequence[int]) -> Sequence[Told[Quote]]:
        """Direct speech of any articles, in the order of their numbers."""
        return [
            Told(mention.headline, mention.fact)
            for mention in self.library.facts_in(FactKind.QUOTE, numbers)
            if isinstance(mention.fact, Quote)
        ]

    def periods(self, number: int) -> Sequence[Period]:
        """The times that an article speaks of."""
        told = self.library.facts_in(FactKind.PERIOD, [number])
        return [mention.fact for mention in told if isinstance(mention.fact, Period)]

    @cached_property
    def union_figures(self) -> Sequence[Told[Figure]]:
        """The figures of unions that a country belongs to, from the articles that name it; they are none of its own."""
        if self.subject.kind is not EntityKind.COUNTRY:
            return []
        gazetteer = load_gazetteer()
        figures: list[Told[Figure]] = []
        among = self._scope._replace(among=self.read)
        for union in gazetteer.unions_of(self.subject.key):
            kind = EntityKind.BLOC if union in gazetteer.blocs else EntityKind.PLACE
            figures += self._told_of(FactKind.FIGURE, Figure, kind, union, among)
        return figures

    @cached_property
    def meetings(self) -> Sequence[Told[Meeting]]:
        return self._told(FactKind.MEETING, Meeting)

    @cached_property
    def participants(self) -> frozenset[tuple[int, str]]:
        """Who took part in these contacts: the article's number and the person's key."""
        return frozenset(
            (told.headline.number, actor.key) for told in self.meetings for actor in told.fact.participants
        )

    @cached_property
    def promises(self) -> Sequence[Told[Promise]]:
        return self._told(FactKind.PROMISE, Promise)

    def _told(self, kind: FactKind, type_: type[FactT]) -> Sequence[Told[FactT]]:
        return self._told_of(kind, type_, self.subject.kind, self.subject.key, self._scope)

    def _told_of(
        self, kind: FactKind, type_: type[FactT], whom: EntityKind, key: str, scope: Scope
    ) -> Sequence[Told[FactT]]:
        """The facts of a kind that concern somebody: those of the newest articles first, of one in text order."""
        found = self.library.facts_about(kind, whom, key, scope, limit=self._limit)
        told: list[Told[FactT]] = [
            Told(mention.headline, mention.fact) for mention in found if isinstance(mention.fact, type_)
        ]
        self._read_together.append(frozenset(each.headline.number for each in told))
        return told

    @property
    def new(self) -> int:
        """How many of the articles came since the reader last looked."""
        return len(self._new.intersection(self.dates))

    def is_new(self, headline: Headline) -> bool:
        return headline.number in self._new

    def note(self, headline: Headline, span: Span, words: Span | None = None) -> Note:
        return self._notes.note(headline, span, words)

    @property
    def sources(self) -> tuple[Source, ...]:
        """In the order in which notes first needed them."""
        return self._notes.sources

    def number_anew(self) -> None:
        """Forget the sources of the notes made so far, which were but looked at."""
        self._notes = Notes(self.sentences, self._reprints_of)

    def _reprints_of(self, number: int) -> int:
        return self.reprints.get(number, 0)

    def is_framed(self, headline: Headline) -> bool:
        if self.frame.only_new and not self.is_new(headline):
            return False
        return self.frame.holds(headline.published, headline.published)
