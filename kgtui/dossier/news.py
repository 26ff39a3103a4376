"""What came into a library after a change of it, country by country: articles, and what they tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kgtui.dossier.namings import newest_first
from kgtui.dossier.notes import Notes, Sentences
from kgtui.dossier.values import LINES, Note
from kgtui.model import Fact, FactKind, Facts, Figure, Headline, Promise, PromiseStage

if TYPE_CHECKING:
    from kgtui.library import Library

NEWS_KINDS = (FactKind.MEETING, FactKind.PROMISE, FactKind.FIGURE)
"""What news tell; speech is read in its article."""


@dataclass(frozen=True, slots=True)
class NewFact:
    """A contact, an agreement or plan, a figure, in the text of its article."""

    fact: Fact
    text: str
    note: Note


@dataclass(frozen=True, slots=True)
class NewArticle:
    """``reprints`` of it came as well and are folded into it. ``also`` are the codes of the other foreign countries
    that it names, ``facts`` what it tells in the order of its text, and ``more`` how many of them are left out."""

    headline: Headline
    reprints: int
    also: tuple[str, ...]
    facts: tuple[NewFact, ...]
    more: int


@dataclass(frozen=True, slots=True)
class CountryNews:
    """The new articles that are most about a country, the newest first, and how many ``more`` there are.

    ``code`` is None for those that name no country, and home where they name no other one. ``known`` counts those that
    are a text the library had before.
    """

    code: str | None
    articles: tuple[NewArticle, ...]
    more: int
    known: int

    @property
    def count(self) -> int:
        """Articles, reprints among them."""
        shown = sum(1 + article.reprints for article in self.articles)
        return shown + self.more + self.known


@dataclass(frozen=True, slots=True)
class News:
    """Country by country, the most articles first; those on home alone and on no country stand at the end."""

    countries: tuple[CountryNews, ...]

    @property
    def count(self) -> int:
        return sum(country.count for country in self.countries)


def news(library: Library, home: str, since: int, limit: int = LINES) -> News:
    """What was added or changed after the change ``since``; of each country at most ``limit`` articles, of each article
    at most ``limit`` facts, 0 is all."""
    numbers = library.written_since(since)
    named = library.countries_named(numbers)
    of_country: dict[str | None, list[Headline]] = {}
    for headline in sorted(library.headlines(numbers), key=newest_first):
        of_country.setdefault(_main_country(named.get(headline.number, ()), home), []).append(headline)
    reader = _Reader(library, numbers, named, home, limit)
    countries = [reader.country(code, headlines) for code, headlines in of_country.items()]
    return News(tuple(sorted(countries, key=lambda each: (each.code in (home, None), each.code is None, -each.count))))


def _main_country(codes: Sequence[str], home: str) -> str | None:
    """That of most mentions, home only where there is no other."""
    return next((code for code in codes if code != home), codes[0] if codes else None)


class _Reader:
    """Makes news of the new articles; what one tells is read only where it is shown."""

    def __init__(
        self, library: Library, numbers: Sequence[int], named: Mapping[int, Sequence[str]], home: str, limit: int
    ) -> None:
        self._library = library
        self._new = frozenset(numbers)
        self._groups = library.groups(numbers)
        self._named = named
        self._home = home
        self._limit = limit or None
        self._sentences = Sentences(library)
        self._notes = Notes(self._sentences)

    def country(self, code: str | None, headlines: Sequence[Headline]) -> CountryNews:
        texts: dict[str | int, list[Headline]] = {}
        for headline in headlines:
            texts.setdefault(self._groups.get(headline.number, headline.number), []).append(headline)
        fresh = [each for each in texts.values() if self._is_fresh(each[0].number)]
        shown = fresh[: self._limit]
        return CountryNews(
            code=code,
            articles=tuple(self._article(code, each) for each in shown),
            more=sum(map(len, fresh[len(shown) :])),
            known=len(headlines) - sum(map(len, fresh)),
        )

    def _is_fresh(self, number: int) -> bool:
        """Whether the library had the text in no other article."""
        return number not in self._groups or self._new.issuperset(self._library.reprints(number))

    def _article(self, code: str | None, reprints: Sequence[Headline]) -> NewArticle:
        """Of one text that which came out first stands for all."""
        headline = reprints[-1]
        told = _told(self._library.facts(headline.number))
        shown = told[: self._limit]
        return NewArticle(
            headline=headline,
            reprints=len(reprints) - 1,
            also=tuple(each for each in self._named.get(headline.number, ()) if each not in (code, self._home)),
            facts=tuple(self._fact(headline, fact) for fact in shown),
            more=len(told) - len(shown),
        )

    def _fact(self, headline: Headline, fact: Fact) -> NewFact:
        text, _ = self._sentences.of(headline.number)
        return NewFact(fact, text, self._notes.note(headline, fact.span))


def _told(facts: Facts) -> list[Fact]:
    """Without compliments, which promise nothing, and without figures that a promise tells as its size."""
    promised = [promise for promise in facts.promises if promise.stage is not PromiseStage.RITUAL]
    told: list[Fact] = [*facts.meetings, *promised]
    told += (figure for figure in facts.figures if not any(_is_size_of(figure, promise) for promise in promised))
    return sorted(told, key=lambda fact: fact.span)


def _is_size_of(figure: Figure, promise: Promise) -> bool:
    return figure.amount == promise.amount and figure.span.overlaps(promise.span)
