"""Numbers with what they are of, as they stand in the text: «$135 миллионов», «38 600 тонн», «602,1 млн»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kgtui.extraction.context import Context
from kgtui.extraction.figures.counted import PEOPLE, counted_after
from kgtui.extraction.figures.numerals import Number, numbers
from kgtui.extraction.figures.units import NOT_A_FIGURE, Unit, sign_at, sign_before, unit_after
from kgtui.extraction.tables import table
from kgtui.language import fold, word

_FEW = 10  # a smaller count in words («пять лиц») is the manner of speech, unless it is of what is built
_PAIR = 2  # so is «два завода»


@dataclass(frozen=True, slots=True)
class Measure:
    """A number, or a range of two, in a token range with its sign and unit.

    ``low`` and ``high`` are in the text's own unit, with the multiplier; ``high`` is None where there is no range.
    ``unit`` is None where none stands beside it; ``shared`` tells that the same sentence gives it,
    ``from_text`` that one before that does. ``before`` is the level that it changed from («с 1,2 до 1,5 млрд»).
    """

    number: Number
    first: int
    stop: int
    low: float
    high: float | None = None
    unit: Unit | None = None
    from_text: bool = False
    shared: bool = False
    before: Measure | None = None

    @property
    def scale(self) -> float:
        return self.number.scale


def measures(context: Context) -> Iterator[Measure]:
    """The numbers of an article with their units, `NOT_A_FIGURE` of years and the like."""
    for number in numbers(context):
        yield _measure(context, number)


def _measure(context: Context, number: Number) -> Measure:
    sign = sign_before(context, number.first, context.sentence(number.first)[0])
    unit, stop = _stated(context, number, sign) or _counted(context, number) or (None, number.stop)
    if unit is not None and unit.code == PEOPLE and is_few(number):
        unit = Unit(NOT_A_FIGURE)
    first = sign[1] if sign is not None and unit is not None and unit.is_money else number.first
    low = number.value * 1000 if _is_thousands(context, number, first, stop, unit) else number.value
    return Measure(number, first, stop, low, number.high, unit)


def _stated(context: Context, number: Number, sign: tuple[Unit, int] | None) -> tuple[Unit, int] | None:
    """The unit by a word, sign or code after the number, in it or before it; and where it ends."""
    after = unit_after(context, number.stop)
    if after is not None:
        return (_code_in_brackets(context, after[1]) or after) if after[0].is_money else after
    inside = sign_at(context, number.sign) if number.sign is not None else None
    found = inside or sign
    return (found[0], number.stop) if found is not None else _in_brackets(context, number.stop)


def _counted(context: Context, number: Number) -> tuple[Unit, int] | None:
    counted = counted_after(context, number)
    if counted is None:
        return None
    if is_few(number) and (number.value <= _PAIR or fold(counted[0]) not in _things()):
        return Unit(NOT_A_FIGURE), counted[1]
    return Unit(counted[0], rule="count"), counted[1]


@cache
def _things() -> frozenset[str]:
    """What is built or opened («девять школ»): few of them are worth to be told as well."""
    return frozenset(fold(row["noun"]) for row in table("things"))


def is_few(number: Number) -> bool:
    """«два», «десять»."""
    return number.worded and number.scale == 1 and number.value <= _FEW


def _in_brackets(context: Context, position: int) -> tuple[Unit, int] | None:
    """The unit of «30 миллиардов (долларов – ред.)»."""
    end = context.sentence(position - 1)[1]
    if position + 1 >= end or context.tokens[position].text != "(" or not context.tokens[position + 1].is_word:
        return None
    return unit_after(context, position + 1)


def _code_in_brackets(context: Context, position: int) -> tuple[Unit, int] | None:
    """The code of «286,4 рубля (BYN)»."""
    if position + 2 >= len(context) or context.tokens[position].text != "(":
        return None
    found = sign_at(context, position + 1)
    if found is None or found[1] >= len(context) or context.tokens[found[1]].text != ")":
        return None
    return found[0], found[1] + 1


def _is_thousands(context: Context, number: Number, first: int, stop: int, unit: Unit | None) -> bool:
    """«1.500 рублей», «1.500 тонн», «$1,500»; not «1.500 тонны», where the noun stands as after a fraction."""
    if not number.open_thousands or unit is None or unit.is_proportion:
        return False
    if number.fraction:
        return first < number.first
    last = word(context.tokens[stop - 1].text)
    return unit.is_money or any(reading.number == "plur" and reading.case == "gent" for reading in last.readings)
