"""Two numbers of one amount: «от 1,2 до 1,5 млрд сомов», «10–12 %»; and of one change: «с 1,2 млрд до 1,5 млрд»."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kgtui.extraction.context import DASHES, Context
from kgtui.extraction.figures.measures import Measure

_FARTHEST = 6  # tokens between the two levels of a change («с 10 процентов в декабре до 9,9 процента»)


def is_year(measure: Measure) -> bool:
    """Whether a number without a unit looks like a year."""
    number = measure.number
    return number.scale == 1 and number.stop == number.first + 1 and not number.fraction and 1900 <= measure.low <= 2100


def joined(context: Context, measures: Sequence[Measure]) -> Iterator[Measure]:
    """The measures, two that are the ends of a range as one."""
    position = 0
    while position < len(measures):
        one = measures[position]
        other = measures[position + 1] if position + 1 < len(measures) else None
        whole = _range(context, one, other) if other is not None else None
        yield whole or one
        position += 2 if whole else 1


def paired(context: Context, measures: Sequence[Measure]) -> list[Measure]:
    """The measures, each level that something changed to with the one that it changed from."""
    found = list(measures)
    for position, (one, other) in enumerate(pairwise(measures)):
        if _is_change(context, one, other):
            start = _like(one, other)
            found[position] = start
            found[position + 1] = replace(other, before=start, unit=other.unit or start.unit)
    return found


def _range(context: Context, one: Measure, other: Measure) -> Measure | None:
    if one.high is not None or other.high is not None or not _one_unit(one, other):
        return None
    first = _range_start(context, one, other)
    low = _aligned(one, other)
    if first is None or low >= other.low:
        return None
    return replace(other, first=first, low=low, high=other.low, unit=other.unit or one.unit)


def _one_unit(one: Measure, other: Measure) -> bool:
    """«5–7 млн тонн», «10%–12%», «$5–7 млн»."""
    if one.unit is None:
        return True
    return one.unit.code == other.unit.code if other.unit is not None else _has_sign(one)


def _has_sign(measure: Measure) -> bool:
    """Whether the unit stands before the number, so that the other number of a pair need not repeat it."""
    return measure.first < measure.number.first


def _range_start(context: Context, one: Measure, other: Measure) -> int | None:
    """Where a range begins whose ends these are; None where they are none."""
    between = range(one.stop, other.first)
    if len(between) != 1 or context.sentence(one.first) != context.sentence(other.first):
        return None
    before = context.lower(one.first - 1) if one.first > context.sentence(one.first)[0] else ""
    link = context.lower(one.stop)
    if (before, link) in (("от", "до"), ("между", "и")):
        return one.first - 1
    is_dash = link in DASHES and not (is_year(one) and not context.glued(one.stop))
    return one.first if is_dash else None


def _is_change(context: Context, one: Measure, other: Measure) -> bool:
    """«с 25 до 100 млн долларов», «с 10 процентов в декабре до 9,9 процента»."""
    if one.first <= context.sentence(one.first)[0] or context.sentence(one.first) != context.sentence(other.first):
        return False
    between = [context.lower(at) for at in range(one.stop, other.first)]
    return (
        context.lower(one.first - 1) in ("с", "со")
        and 0 < len(between) <= _FARTHEST
        and between[-1] == "до"
        and (one.unit is None or other.unit is None or one.unit.code == other.unit.code)
    )


def _like(one: Measure, other: Measure) -> Measure:
    """A level in the unit, and by the multiplier, of the other one."""
    if (one.unit is not None and not _has_sign(one)) or (other.unit is None and other.scale == 1):
        return one
    return scaled_like(replace(one, unit=one.unit or other.unit), other)


def scaled_like(one: Measure, other: Measure) -> Measure:
    """A number with the multiplier of another, where that makes the two more alike."""
    low = _aligned(one, other)
    return one if low == one.low else replace(one, low=low, number=replace(one.number, scale=other.scale))


def _aligned(one: Measure, other: Measure) -> float:
    """The value of a number that may share the multiplier of another: what is nearer to that in size.

    «от 1,2 до 1,5 млрд» are both thousand millions, «от 900 до 1,2 тыс.» are not both thousands.
    """
    if one.scale > 1 or one.low <= 0 or other.low <= 0:
        return one.low
    return min(one.low, one.low * other.scale, key=lambda value: abs(math.log(other.low / value)))
