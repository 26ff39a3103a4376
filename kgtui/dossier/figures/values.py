"""Whether two values say the same, by how each of them is written.

The tolerance is that of the writing, not a fixed per cent: «1,7 млрд» is 1,65 to 1,75, «около» is 5 % either way,
«более» up to 5 % above, «до» a ceiling. Where these meet the values agree; and so do those that differ by less than
0,5 %.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kgtui.model import PROPORTIONS, Amount, Approximation

_NUMBER = re.compile(r"\d+(?:[ \u00a0\u202f]\d{3})*(?:[.,]\d+)?")
_SCALES = (1.0, 1e3, 1e6, 1e9, 1e12)
_ROUGHLY = 0.05
_EXACTLY = 0.005  # a difference below is none


@dataclass(frozen=True, slots=True)
class Value:
    """What an amount may be: from ``low`` to ``high``."""

    low: float
    high: float

    @property
    def middle(self) -> float:
        return (self.low + self.high) / 2

    def agrees(self, other: Value) -> bool:
        meet = self.low < other.high and other.low < self.high
        gap = abs(self.middle - other.middle)
        return meet or gap <= _EXACTLY * min(abs(self.middle), abs(other.middle))


def value_of(amount: Amount, approximation: Approximation | None, words: str | None) -> Value:
    """The value of an amount that a text gives in these words; without them as widely as any words may mean it.

    >>> value_of(Amount("USD", 1.7e9), None, "1,7 млрд долларов")
    Value(low=1650000000.0, high=1750000000.0)
    """
    if amount.value is None:
        low, high = (end if end is not None else 0.0 for end in (amount.low, amount.high))
        return Value(low, high)
    value, half = amount.value, _half_step(amount, words) if words is not None else _step_of_value(amount.value) / 2
    if approximation is Approximation.ABOUT:
        half = max(half, _ROUGHLY * abs(value))
    if approximation is Approximation.MORE:
        return Value(value, value + max(half, _ROUGHLY * abs(value)))
    if approximation is Approximation.LESS:
        return Value(value - max(half, _ROUGHLY * abs(value)), value)
    if approximation is Approximation.UP_TO:
        return Value(0.0, value + half)
    return Value(value - half, value + half)


def _half_step(amount: Amount, words: str) -> float:
    """Half of what the last written digit stands for; nothing of a number that is written out in full."""
    numbers = _NUMBER.findall(words)
    if not numbers or not amount.value:
        return 0.0
    last = numbers[-1]
    if len(numbers) > 1:  # «1 млрд 700 млн» is no more exact than «1,7 млрд»
        return _step_of_value(amount.value) / 2
    decimals = len(last.replace(",", ".").partition(".")[2])
    written = float(re.sub(r"[ \u00a0\u202f]", "", last).replace(",", "."))
    if amount.unit in PROPORTIONS:
        return float(10.0**-decimals) / 2
    scale = abs(amount.value) / written if written else 0.0
    known = next((each for each in _SCALES if abs(scale - each) <= 1e-6 * each), None)
    if known is None or (known == 1.0 and not decimals):
        return 0.0
    return known * float(10.0**-decimals) / 2


def _step_of_value(value: float) -> float:
    """What the last digit of a number stands for that is no nought; 1 of a fraction."""
    step = 1.0
    while value and value % (step * 10) == 0:
        step *= 10
    return step
