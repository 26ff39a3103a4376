"""Whether the change that is told fits the levels of the two periods."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kgtui.dossier.figures.claims import Claim
from kgtui.dossier.figures.facts import FigureFact, written
from kgtui.dossier.material import Material
from kgtui.model import Direction, Figure, FigureKind

_TOLERANCE = 1.0  # percentage points
_CHANGED = {("percent", Direction.UP): 1, ("percent", Direction.DOWN): -1}


@dataclass(frozen=True, slots=True)
class Misfit:
    """``shown`` are the levels of a period and of the same one a year before, and the change, where it is told apart
    from the level. ``told`` and ``computed`` are changes in per cent, the latter that between the levels."""

    shown: tuple[FigureFact, ...]
    told: float
    computed: float

    @property
    def gap(self) -> float:
        """In percentage points."""
        return abs(self.told - self.computed)


def misfits(material: Material, facts: Sequence[FigureFact]) -> Iterator[Misfit]:
    """The changes that differ from those between the levels by more than a percentage point, however these may have
    been rounded."""
    levels = {fact.claim: fact for fact in facts if fact.figure.kind is FigureKind.LEVEL}
    for claim, level in levels.items():
        before = levels.get(replace(claim, period=_year_before(claim)))
        if before is None or claim.period is None:
            continue
        if level.growth is not None:
            yield from _misfit(material, level, before, level.growth, (level, before))
        for change in _changes_of(claim, facts):
            yield from _misfit(material, level, before, change.figure, (level, before, change))


def _changes_of(level: Claim, facts: Sequence[FigureFact]) -> Iterator[FigureFact]:
    """The changes that are told of the same thing for the same time."""
    for fact in facts:
        if fact.figure.kind is FigureKind.CHANGE and (fact.claim.thing, fact.claim.period) == (
            level.thing,
            level.period,
        ):
            yield fact


def _misfit(
    material: Material, level: FigureFact, before: FigureFact, change: Figure, shown: tuple[FigureFact, ...]
) -> Iterator[Misfit]:
    sign = _CHANGED.get((change.amount.unit, change.change)) if change.change else None
    if sign is None or change.amount.value is None or change.approximation is not None:
        return
    now, then = (written(material, each.told[0]) for each in (level, before))
    if then.low <= 0:
        return
    least, most = 100 * (now.low / then.high - 1), 100 * (now.high / then.low - 1)
    told = sign * change.amount.value
    if least - _TOLERANCE <= told <= most + _TOLERANCE:
        return
    yield Misfit(shown, told, 100 * (now.middle / then.middle - 1))


def _year_before(claim: Claim) -> tuple[date, date] | None:
    return (_earlier(claim.period[0]), _earlier(claim.period[1])) if claim.period else None


def _earlier(day: date) -> date:
    """The day a year before; the last day of February stays the last one."""
    if (day.month, day.day) in ((2, 28), (2, 29)):
        return date(day.year - 1, 3, 1) - date.resolution
    return day.replace(year=day.year - 1)
