"""What figures claim: which measure, of what part of it, of whom, for which time. Only equal claims are compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kgtui.dossier.figures.growth import Levelled, levelled
from kgtui.dossier.material import Material
from kgtui.dossier.values import Reach
from kgtui.language import fold
from kgtui.measures import Sides, scope_of, standard_measures
from kgtui.model import Amount, Direction, EntityKind, Figure, FigureKind, Headline

_MANY_SIDES = 2  # countries of a pair


@dataclass(frozen=True, slots=True)
class Thing:
    """What is measured, and of whom. ``measure`` is a standard one or, in the article's words, any other. ``sides`` are
    in the order of the alphabet where their order says nothing or is not told (``is_directed``). ``union`` is the key
    of a bloc or region."""

    measure: str | None
    scope: frozenset[str]
    sides: tuple[str, ...]
    union: str | None
    is_directed: bool

    @property
    def has_known_sides(self) -> bool:
        """Whether it is known from whom to whom it is, where that matters."""
        is_alone = len(self.sides) + bool(self.union) < _MANY_SIDES
        return is_alone or self.is_directed or not is_ordered(self.measure)


@dataclass(frozen=True, slots=True)
class Claim:
    """Values of one claim may be compared, if they are of one unit. ``change`` parts rises from falls."""

    thing: Thing
    kind: FigureKind
    change: Direction | None
    unit: str
    period: tuple[date, date] | None


@dataclass(frozen=True)
class ToldFigure:
    """A figure of an article, the change to the period before that is told beside it, and how near it is."""

    headline: Headline
    figure: Figure
    growth: Figure | None
    reach: Reach

    @cached_property
    def thing(self) -> Thing:
        figure = self.figure
        measure = standard_measures().get(figure.measure or "")
        is_directed = figure.is_directed and is_ordered(figure.measure)
        return Thing(
            measure=measure.code if measure else None,
            scope=scope_of(measure.code, figure.about) if measure else frozenset({fold(figure.about or "")}),
            sides=figure.countries if is_directed else tuple(sorted(figure.countries)),
            union=figure.union.key if figure.union else None,
            is_directed=is_directed,
        )

    @cached_property
    def claim(self) -> Claim:
        figure, period = self.figure, self.figure.period
        days = (period.first_day, period.last_day) if period else None
        return Claim(self.thing, figure.kind, figure.change, figure.amount.unit, days)

    @property
    def amount(self) -> Amount:
        return self.figure.amount


def is_ordered(measure: str | None) -> bool:
    """Whether it matters which of two sides is the first: exports are from one to the other."""
    known = standard_measures().get(measure or "")
    return known is not None and known.sides not in (Sides.PAIR, Sides.ONE)


def told_figures(material: Material) -> Sequence[ToldFigure]:
    """The figures that a brief may show, the newest articles first. A change that is told beside a level is no figure
    of its own."""
    told = (
        ToldFigure(each.headline, each.figure, each.growth, _reach(material, each.figure)) for each in _all(material)
    )
    return [each for each in told if _belongs(material, each)]


def _belongs(material: Material, told: ToldFigure) -> bool:
    """Of one country alone only standard measures; of a country and others neither of which is the reader's, nothing;
    and nothing of which it is not known what it measures."""
    figure = told.figure
    if told.reach is Reach.OWN:
        return figure.measure is not None
    is_ours = told.reach is not Reach.OTHERS or material.frame.home in figure.countries
    return is_ours and bool(figure.measure or figure.about)


def _all(material: Material) -> Iterator[Levelled]:
    seen: set[tuple[int, int]] = set()
    for each in levelled([*material.figures, *material.union_figures]):
        place = each.headline.number, each.figure.span.start
        if place not in seen:
            seen.add(place)
            yield each


def _reach(material: Material, figure: Figure) -> Reach:
    if figure.union is not None:
        return Reach.REGION if figure.union.kind is EntityKind.PLACE else Reach.BLOC
    sides, home, subject = set(figure.countries), material.frame.home, material.subject.key
    if sides == {subject}:
        return Reach.OWN
    if home != subject and {home, subject} <= sides:
        return Reach.BILATERAL if len(sides) == _MANY_SIDES else Reach.MANY
    return Reach.OTHERS
