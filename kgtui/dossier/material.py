"""What the library has on a subject inside a frame: the articles that name it, and the facts that concern it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from kgtui.dossier.frame import Frame
from kgtui.dossier.membership import Membership
from kgtui.dossier.namings import NamingArticle, articles_naming, texts
from kgtui.dossier.notes import Notes, Sentences
from kgtui.dossier.values import Note, Source, Subject
from kgtui.gazetteer import load_gazetteer
from kgtui.model import (
    Entity,
    EntityKind,
    FactKind,
    Facts,
    Figure,
    Headline,
    Meeting,
    Promise,
    Quote,
    Span,
    Stated,
)

if TYPE_CHECKING:
    from kgtui.library import Library

FactT = TypeVar("FactT", bound=Stated)
MadeT = TypeVar("MadeT")


@dataclass(frozen=True, slots=True)
class Told(Generic[FactT]):
    """What one article says, and the article."""

    headline: Headline
    fact: FactT


class Material:
    """Read when it is asked for, and kept. All of one dossier's rows are made from one material."""

    def __init__(self, library: Library, subject: Subject, frame: Frame) -> None:
        self.library = library
        self.subject = subject
        self.frame = frame
        self.sentences = Sentences(library)
        self._notes = Notes(self.sentences, self._reprints_of)
        self._offices: dict[str, Mapping[str, str | None]] = {}
        self.membership = Membership(subject, frame.home, self.sentences)
        self._facts: dict[int, Facts] = {}
        self._made: dict[Callable[[Material], object], object] = {}
        self._new = frozenset(library.written_since(frame.look.change)) if frame.look else frozenset()

    @cached_property
    def articles(self) -> Sequence[NamingArticle]:
        """The articles that name the subject, the newest first."""
        return [article for article in articles_naming(self.library, self.subject) if self.is_framed(article.headline)]

    def framed(self, numbers: Sequence[int]) -> Sequence[Headline]:
        """Of any articles those inside the frame, in the order of their numbers."""
        return [headline for headline in self.library.headlines(numbers) if self.is_framed(headline)]

    def names_subject(self, number: int) -> bool:
        return number in self._by_number

    def is_about_subject(self, number: int) -> bool:
        """Whether an article names the subject, and no other country than home more often."""
        article = self._by_number.get(number)
        return article is not None and self.membership.is_about(article)

    @cached_property
    def _by_number(self) -> dict[int, NamingArticle]:
        return {article.headline.number: article for article in self.articles}

    @cached_property
    def reprints(self) -> Mapping[int, int]:
        """Of the articles that name the subject those that stay when reprints of one text are folded into the earliest,
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

    def facts(self, number: int) -> Facts:
        """All that an article says."""
        if number not in self._facts:
            self._facts[number] = self.library.facts(number)
        return self._facts[number]

    def entities(self, number: int) -> Sequence[Entity]:
        """What an article names."""
        article = self._by_number.get(number)
        return article.facts.entities if article else self.library.facts(number).entities

    def offices(self, code: str) -> Mapping[str, str | None]:
        """The persons of a country by key, each with the office that the newest article of the library states."""
        if code not in self._offices:
            persons = self.library.entities(EntityKind.PERSON, country=code)
            self._offices[code] = {person.key: person.role for person in persons}
        return self._offices[code]

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

    @cached_property
    def union_figures(self) -> Sequence[Told[Figure]]:
        """The figures of unions that a country belongs to, from the articles that name it; they are none of its own."""
        if self.subject.kind is not EntityKind.COUNTRY:
            return []
        gazetteer, figures = load_gazetteer(), []
        for union in gazetteer.unions_of(self.subject.key):
            kind = EntityKind.BLOC if union in gazetteer.blocs else EntityKind.PLACE
            told = self._told_of(FactKind.FIGURE, Figure, kind, union)
            figures += [each for each in told if each.headline.number in self._by_number]
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
        return self._told_of(kind, type_, self.subject.kind, self.subject.key)

    def _told_of(self, kind: FactKind, type_: type[FactT], whom: EntityKind, key: str) -> Sequence[Told[FactT]]:
        """The facts of a kind that concern somebody: those of the newest articles first, of one in text order."""
        return [
            Told(mention.headline, mention.fact)
            for mention in self.library.facts_about(kind, whom, key)
            if isinstance(mention.fact, type_) and self.is_framed(mention.headline)
        ]

    def is_new(self, headline: Headline) -> bool:
        return headline.number in self._new

    def note(self, headline: Headline, span: Span) -> Note:
        return self._notes.note(headline, span)

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
        frame, on = self.frame, headline.published
        if frame.only_new and not self.is_new(headline):
            return False
        if on is None:
            return frame.first is None and frame.last is None
        return (frame.first is None or frame.first <= on) and (frame.last is None or on <= frame.last)
