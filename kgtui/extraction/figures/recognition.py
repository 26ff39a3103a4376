"""From the numbers of an article to its figures: what they are of, how exact they are, whether they tell a change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kgtui.extraction.context import Context
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
from kgtui.model import Amount, Approximation, Direction, Doubt, Figure

_BASES = (1, 10, 100, 1000, 10_000)


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
    for measure, equivalent in with_equivalents(context, amounts):
        frame = frame_before(context, measure)
        unit = measure.unit
        if unit is None or not _measures(measure, unit, frame):
            continue
        change = change_of(context, measure, unit, frame, last)
        if change is None and measure.number.worded and measure.stop == measure.first + 1:
            own = own_direction(context.tokens[measure.first].text)
            change = Change(own) if own is not None else None
        last = (measure, change) if change is not None else None
        direction = change.direction if change is not None else None
        yield Figure(
            span=context.span(measure.first, measure.stop),
            amount=_amount(measure, unit, negative=frame.sign is Direction.DOWN and not unit.is_proportion),
            kind=kind_of(context, measure, unit, direction),
            approximation=_approximation(context, measure, frame),
            change=direction,
            equivalent=_amount(equivalent, equivalent.unit) if equivalent and equivalent.unit else None,
            previous=_amount(measure.before, unit) if measure.before is not None else None,
            found_by=unit.rule,
            doubt=Doubt.UNIT_FROM_TEXT if measure.from_text else None,
        )


def _measures(measure: Measure, unit: Unit, frame: Frame) -> bool:
    """«в 3 раза», «2,5 раза», «вдвое», not «поздравил 3 раза»; not the base of a price, «за тысячу кубометров»."""
    if unit.code != "times":
        return unit.is_money or frame.preposition != "за" or measure.low not in _BASES
    return measure.stop == measure.number.stop or measure.number.fraction or frame.preposition == "в"


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
