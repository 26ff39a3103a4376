"""Bars of a line of numbers where the terminal has no signs for them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

# The fonts of the Linux console hold only some of the eighths of a block.
_WITHOUT_BARS = frozenset(("linux", "vt100", "vt220"))
_PLAIN = str.maketrans("·▁▂▃▄▅▆▇█", ".:-=+*%#@")


Bars = Callable[[str], str]
"""What a terminal shows for a line of bars."""


def bars_of(environment: Mapping[str, str]) -> Bars:
    """
    >>> bars_of({"TERM": "linux"})("·▁█")
    '.:@'
    """
    return _plain if environment.get("TERM") in _WITHOUT_BARS else str


def _plain(bars: str) -> str:
    return bars.translate(_PLAIN)
