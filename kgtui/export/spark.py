"""A row of numbers as a line of bars."""

from __future__ import annotations

from collections.abc import Sequence

_BARS = "▁▂▃▄▅▆▇█"
_NONE = "·"


def spark(numbers: Sequence[float]) -> str:
    """A bar a number, from 0 to the greatest of them; nothing is a dot, and what is more than nothing at least a bar.

    >>> spark([0, 1, 4, 8]), spark([0, 0])
    ('·▁▄█', '··')
    """
    greatest = max(numbers, default=0)
    return "".join(_BARS[max(0, round(number / greatest * len(_BARS)) - 1)] if number else _NONE for number in numbers)
