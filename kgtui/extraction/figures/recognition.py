"""From the numbers of an article to its figures: what they are of, how exact they are, whether they tell a change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kgtui.extraction.context import Context
from kgtui.extraction.figures.counted import PEOPLE
from kgtui.extraction.figures.directions import Change, change_of, is_reached
from kgtui.extraction.figures.equivalents import with_equivalents
from kgtui.extraction.figures.frames import Frame, frame_before
from kgtui.extraction.figures.kinds import kind_of
from kgtui.extraction.figures.measures import Measure, measures
from kgtui.extraction.figures.proportions import own_direction, proportions
from kgtui.extraction.figures.ranges import joined, paired
from kgtui.extraction.figures.sharing import shared
from kgtui.extraction.figures.surroundings import measuring
from kgtui.extraction.figures.units import Unit
from kgtui.model import Amount, Approximation, Direction, Doubt, Figure, FigureKind

_BASES = (1, 10, 100, 1000, 10_000, 100_000, 1_000_000)


def recognised(context: Context) -> list[Figure]:
    """The figures with their amounts; what is measured, of whom and when is not known of them yet."""
    found = list(measures(context))
    worded = list(proportions(context))
    if not found and not worded:
        return []
    amounts = shared(context, paired(context, list(joined(context, list(measuring(context, _apart(found, worded)))))))
    return list(_figures(context, sorted([*amounts, *worded], key=lambda measure: measure.first)))


def _apart(found: Iterable[Measure], worded: Iterable[Measure]) -> list[Measure]:
    """The measures without those inside a proportion in words: «две» of «две трети» is no amount."""
    taken = {at for measure in worded for at in range(measure.first, measure.stop)}
    return [measure for measure in found if measure.first not in taken]


def _figures(context: Context, amounts: list[Measure]) -> Iterator[Figure]:
    last: tuple[Measure, Change] | None = None
    starts = {measure.before.first for measure in amounts if measure.before is not None}
    for measure, equivalent in with_equivalents(context, amounts):
        frame, unit = frame_before(context, measure), measure.unit
        if unit is None or (unit.code == "times" and not _is_multiple(measure, frame)):
            continue
        change = change_of(context, measure, unit, frame, last) or _own_change(context, measure)
        last = (measure, change) if change is not None else None
        if change is None and _is_base(measure, unit, frame):
            continue
        direction = change.direction if change is not None else None
        yield Figure(
            span=context.span(measure.first, measure.stop),
            amount=_amount(measure, unit, negative=frame.sign is Direction.DOWN and not unit.is_proportion),
            kind=FigureKind.LEVEL if measure.first in starts else kind_of(context, measure, unit, direction),
            approximation=_approximation(context, measure, frame),
            change=direction,
            equivalent=_amount(equivalent, equivalent.unit) if equivalent and equivalent.unit else None,
            previous=_amount(measure.before, unit) if measure.before is not None else None,
            found_by=unit.rule,
            doubt=Doubt.UNIT_FROM_TEXT if measure.from_text else None,
        )


def _own_change(context: Context, measure: Measure) -> Change | None:
    """That of «удвоить», which has its amount in itself."""
    direction = own_direction(context.tokens[measure.first].text) if measure.number.worded else None
    return Change(direction) if direction is not None else None


def _is_multiple(measure: Measure, frame: Frame) -> bool:
    """«в 3 раза», «2,5 раза», «вдвое»; not «поздравил 3 раза»."""
    return measure.stop == measure.number.stop or measure.number.fraction or frame.preposition == "в"


def _is_base(measure: Measure, unit: Unit, frame: Frame) -> bool:
    """What a price or a rate is counted for: «за тысячу кубометров», «на 100 тысяч населения»."""
    return frame.preposition == ("на" if unit.code == PEOPLE else "за") and not unit.is_money and measure.low in _BASES


def _amount(measure: Measure, unit: Unit, *, negative: bool = False) -> Amount:
    """In base units; a balance of «минус 3,4 млрд долларов» is negative, the size of a decline is not."""
    low = _exact(measure.low * unit.factor)
    if measure.high is None:
        return Amount(unit.code, -low if negative else low)
    return Amount(unit.code, low=low, high=_exact(measure.high * unit.factor))


def _exact(value: float) -> float:
    """Without the last digits, in which a product of fractions errs."""
    return float(f"{value:.12g}")


def _approximation(context: Context, measure: Measure, frame: Frame) -> Approximation | None:
    """That of the frame; «до» is a limit unless a word of growth says that the amount was reached, «от» a least one."""
    if frame.approximation is not None or measure.high is not None:
        return frame.approximation
    if frame.preposition == "от":
        return Approximation.MORE
    if frame.preposition == "до" and measure.before is None and not is_reached(context, frame):
        return Approximation.UP_TO
    return None
