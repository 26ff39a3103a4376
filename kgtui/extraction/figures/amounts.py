"""Amounts: numbers with what they are of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kgtui.extraction.context import Context
from kgtui.extraction.figures.counted import counted_after
from kgtui.extraction.figures.numerals import Number, numbers
from kgtui.extraction.figures.units import NOT_A_FIGURE, Unit, sign_before, unit_after


@dataclass(frozen=True, slots=True)
class Measured:
    """A number with its unit in a token range; ``found_by`` is the rule that gave the unit."""

    number: Number
    first: int
    stop: int
    unit: str
    value: float
    found_by: str


def amounts(context: Context) -> Iterator[Measured]:
    for number in numbers(context):
        measured = _with_unit(context, number) or _with_noun(context, number)
        if measured is not None:
            yield measured


def _with_unit(context: Context, number: Number) -> Measured | None:
    floor = context.sentence(number.first)[0]
    before = sign_before(context, number.first, floor)
    inside = sign_before(context, number.sign + 1, number.first) if number.sign is not None else None
    after = unit_after(context, number.stop)
    unit = next((found[0] for found in (after, inside, before) if found), None)
    if unit is None or unit.code == NOT_A_FIGURE:
        return None
    first = before[1] if before and before[0].money and unit.money else number.first
    stop = after[1] if after else number.stop
    return Measured(number, first, stop, unit.code, number.value * unit.factor, _rule(unit))


def _rule(unit: Unit) -> str:
    if unit.money:
        return "money"
    return unit.code if unit.code in ("percent", "pp") else "measure"


def _with_noun(context: Context, number: Number) -> Measured | None:
    counted = counted_after(context, number)
    if counted is None or (number.worded and number.scale == 1 and number.value <= 10):
        return None
    return Measured(number, number.first, counted[1], counted[0], number.value, "count")
