"""«1,7 млрд долларов, на 14 % больше»: a change that is told beside a level belongs to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from kgtui.dossier.values import Told
from kgtui.model import PROPORTIONS, Figure, FigureKind, Headline

_NEAR = 2  # figures of the article between a level and its change


@dataclass(frozen=True, slots=True)
class Levelled:
    """A figure, and of a level the change to the period before that is told beside it."""

    headline: Headline
    figure: Figure
    growth: Figure | None = None


def levelled(told: Iterable[Told[Figure]]) -> Iterator[Levelled]:
    """The figures of articles, each article's together, without the changes that now stand beside their levels."""
    for _, of_article in groupby(told, key=lambda each: each.headline.number):
        article = list(of_article)
        headline, figures = article[0].headline, [each.fact for each in article]
        changes = _changes(figures)
        for place, figure in enumerate(figures):
            if place not in changes.values():
                growth = changes.get(place)
                yield Levelled(headline, figure, figures[growth] if growth is not None else None)


def _changes(figures: Sequence[Figure]) -> dict[int, int]:
    """The place of each level that has one → the place of its change; a change belongs to one level."""
    found: dict[int, int] = {}
    for place, level in enumerate(figures):
        if level.kind is not FigureKind.LEVEL or level.amount.unit in PROPORTIONS:
            continue
        near = range(max(0, place - _NEAR), min(len(figures), place + _NEAR + 1))
        fitting = [each for each in near if each not in found.values() and _belongs(figures[each], level)]
        if fitting:
            found[place] = min(fitting, key=lambda each: abs(figures[each].span.start - level.span.start))
    return found


def _belongs(change: Figure, level: Figure) -> bool:
    """Whether a change is told of the very words and of the time that a level is told of."""
    is_change = change.kind is FigureKind.CHANGE and change.amount.unit in PROPORTIONS
    of_same = change.about_span == level.about_span and (change.countries, change.union) == (
        level.countries,
        level.union,
    )
    when = {each.period.iso for each in (change, level) if each.period}
    return is_change and level.about_span is not None and of_same and len(when) < 2
