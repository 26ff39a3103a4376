"""The figures of a whole library, narrowed: one after the other, each with who says it and its sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kgtui.dossier.figures.sources import source_of
from kgtui.dossier.notes import Sentences
from kgtui.dossier.values import Person
from kgtui.model import EntityKind, FactKind, Facts, Figure, Headline

if TYPE_CHECKING:
    from kgtui.library import FactMention, Library


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which figures: of the articles in ``numbers`` (None is all) that were published from ``first`` to ``last``; of a
    country, bloc or region (the kind and key of its entity); of a standard measure; of a period within ``period``."""

    numbers: Sequence[int] | None = None
    first: date | None = None
    last: date | None = None
    whose: tuple[EntityKind, str] | None = None
    measure: str | None = None
    period: tuple[date, date] | None = None

    def takes(self, headline: Headline, figure: Figure) -> bool:
        is_of_measure = self.measure is None or figure.measure == self.measure
        is_theirs = self.whose is None or self._is_theirs(figure)
        return is_of_measure and is_theirs and self._is_published_then(headline) and self._is_of_then(figure)

    def _is_published_then(self, headline: Headline) -> bool:
        on = headline.published
        if on is None:
            return self.first is None and self.last is None
        return (self.first is None or self.first <= on) and (self.last is None or on <= self.last)

    def _is_theirs(self, figure: Figure) -> bool:
        kind, key = self.whose or (None, "")
        if kind is EntityKind.COUNTRY:
            return key in figure.countries
        return figure.union is not None and (figure.union.kind, figure.union.key) == (kind, key)

    def _is_of_then(self, figure: Figure) -> bool:
        if self.period is None:
            return True
        measured, (first, last) = figure.period, self.period
        return measured is not None and first <= measured.first_day and measured.last_day <= last


@dataclass(frozen=True, slots=True)
class ListedFigure:
    """``sentence`` is its place in the article, from 1, ``quotation`` that sentence letter for letter."""

    headline: Headline
    figure: Figure
    speaker: Person | None
    data_of: str | None
    sentence: int
    quotation: str


def listed_figures(library: Library, wanted: Wanted, *, limit: int = 0) -> tuple[Sequence[ListedFigure], int]:
    """The figures, those of the newest articles first, at most ``limit`` (0 is all), and how many there are.

    Sentences are read only of those that are given.
    """
    numbers = library.numbers() if wanted.numbers is None else wanted.numbers
    found = [each for each in library.facts_in(FactKind.FIGURE, numbers) if _is_taken(wanted, each)]
    found.sort(key=lambda mention: mention.headline.published or date.min, reverse=True)
    return list(_listed(library, found[: limit or None])), len(found)


def _is_taken(wanted: Wanted, mention: FactMention) -> bool:
    return isinstance(mention.fact, Figure) and wanted.takes(mention.headline, mention.fact)


def _listed(library: Library, mentions: Sequence[FactMention]) -> Iterator[ListedFigure]:
    sentences = Sentences(library)
    facts: dict[int, Facts] = {}
    for mention in mentions:
        headline, figure = mention.headline, mention.fact
        if not isinstance(figure, Figure):
            continue
        number = headline.number
        if number not in facts:
            facts[number] = library.facts(number)
        text, spans = sentences.of(number)
        place = sentences.at(number, figure.span)
        quotation = spans[place].of(text) if spans else ""
        said = facts[number]
        speaker, body = source_of((*said.quotes, *said.statements), said.entities, figure.span)
        yield ListedFigure(headline, figure, speaker, body or figure.data_of, place + 1, quotation)
