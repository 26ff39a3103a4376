"""One value of a claim, by all who give it: told twice in an article, in several or in reprints, it is one figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from kgtui.dossier.figures.claims import Claim, Thing, ToldFigure, told_figures
from kgtui.dossier.figures.values import Value, value_of
from kgtui.dossier.material import Material
from kgtui.measures import Claims, standard_measures
from kgtui.model import Amount, Approximation, Figure, FigureKind, Headline


@dataclass(frozen=True, slots=True)
class FigureFact:
    """``told`` by one or more, the newest first."""

    claim: Claim
    told: tuple[ToldFigure, ...]

    @property
    def headline(self) -> Headline:
        return self.told[0].headline

    @property
    def figure(self) -> Figure:
        return self.told[0].figure

    @property
    def with_growth(self) -> ToldFigure | None:
        """The newest who tells a change beside the value."""
        return next((each for each in self.told if each.growth), None)

    @property
    def growth(self) -> Figure | None:
        return self.with_growth.growth if self.with_growth else None


def figure_facts(material: Material) -> list[FigureFact]:
    """In the order of the newest who tells each."""
    return material.once(_figure_facts)


def _figure_facts(material: Material) -> list[FigureFact]:
    alike: dict[tuple[Claim, Amount, Approximation | None], list[ToldFigure]] = {}
    for each in told_figures(material):
        alike.setdefault((each.claim, each.amount, each.figure.approximation), []).append(each)
    by_claim: dict[Claim, list[FigureFact]] = {}
    for (claim, _, _), of_claim in alike.items():
        by_claim.setdefault(claim, []).append(FigureFact(claim, tuple(of_claim)))
    found = [fact for facts in by_claim.values() for fact in _joined(material, facts)]
    return _by_voices(material, _without_growths_apart(material, _with_periods(found)))


def _joined(material: Material, facts: Sequence[FigureFact]) -> Sequence[FigureFact]:
    """Of the values of one claim those that agree as one, which is the most exactly written."""
    if len(facts) == 1 or not is_compared(facts[0].claim):
        return facts
    if not _may_agree(facts):
        return facts
    values = [written(material, fact.told[0]) for fact in facts]
    joined: dict[int, FigureFact] = {}
    for place in sorted(range(len(facts)), key=lambda at: values[at].high - values[at].low):
        like = next((at for at in joined if values[at].agrees(values[place])), None)
        if like is None:
            joined[place] = facts[place]
        else:
            joined[like] = replace(joined[like], told=(*joined[like].told, *facts[place].told))
    return list(joined.values())


def _may_agree(facts: Sequence[FigureFact]) -> bool:
    """Whether any two values would agree if they were written as roughly as can be: else no text need be read."""
    widest = [value_of(fact.figure.amount, fact.figure.approximation, None) for fact in facts]
    widest.sort(key=lambda value: value.low)
    return any(one.agrees(other) for one, other in pairwise(widest))


def is_compared(claim: Claim) -> bool:
    """Whether a claim has one true value: its measure has, and it is known of whom and for what time it is."""
    measure = standard_measures().get(claim.thing.measure or "")
    if measure is None or measure.claims is Claims.SEVERAL or not claim.thing.has_known_sides:
        return False
    return claim.period is not None or measure.claims is Claims.ONE


def written(material: Material, told: ToldFigure) -> Value:
    """The value of a figure as its text writes it."""
    text, _ = material.sentences.of(told.headline.number)
    figure = told.figure
    return value_of(figure.amount, figure.approximation, figure.span.of(text))


def _with_periods(facts: Sequence[FigureFact]) -> list[FigureFact]:
    """A value that is told once with its period and once without is one figure."""
    timed = {(replace(fact.claim, period=None), fact.figure.amount): fact for fact in facts if fact.claim.period}
    also: dict[Claim, list[ToldFigure]] = {}
    kept: list[FigureFact] = []
    for fact in facts:
        other = timed.get((fact.claim, fact.figure.amount)) if fact.claim.period is None else None
        if other is None:
            kept.append(fact)
        else:
            also.setdefault(other.claim, []).extend(fact.told)
    return [_with(fact, also.get(fact.claim, ())) if timed.get(_timeless(fact)) is fact else fact for fact in kept]


def _by_voices(material: Material, facts: Sequence[FigureFact]) -> list[FigureFact]:
    """Each by those who give it, of reprints of one text only the earliest."""
    groups = material.library.groups({each.headline.number for fact in facts for each in fact.told})
    return [replace(fact, told=tuple(_voices(fact.told, groups))) for fact in facts]


def _voices(told: Sequence[ToldFigure], groups: Mapping[int, str]) -> Iterator[ToldFigure]:
    earliest: dict[str, int] = {}
    for each in sorted(told, key=lambda each: each.headline.published or date.max):
        earliest.setdefault(groups.get(each.headline.number, ""), each.headline.number)
    for each in told:
        number = each.headline.number
        if number not in groups or earliest[groups[number]] == number:
            yield each


def _without_growths_apart(material: Material, facts: Sequence[FigureFact]) -> list[FigureFact]:
    """«Вырос на 17 %» of a title is the «16,6 %» that a level of the same thing and time has beside it."""
    levels = {_thing_and_time(fact): fact for fact in facts if fact.growth and fact.claim.period}
    return [
        fact
        for fact in facts
        if (level := levels.get(_thing_and_time(fact))) is None or not _tells_growth(material, fact, level)
    ]


def _thing_and_time(fact: FigureFact) -> tuple[Thing, tuple[date, date] | None]:
    return fact.claim.thing, fact.claim.period


def _tells_growth(material: Material, change: FigureFact, level: FigureFact) -> bool:
    told, growth = level.with_growth, level.growth
    if told is None or growth is None or change.claim.kind is not FigureKind.CHANGE:
        return False
    if (growth.change, growth.amount.unit) != (change.claim.change, change.claim.unit):
        return False
    beside = ToldFigure(told.headline, growth, None, told.reach)
    return written(material, beside).agrees(written(material, change.told[0]))


def _timeless(fact: FigureFact) -> tuple[Claim, Amount]:
    return replace(fact.claim, period=None), fact.figure.amount


def _with(fact: FigureFact, told: Iterable[ToldFigure]) -> FigureFact:
    return replace(fact, told=(*fact.told, *told))
