"""Bars of a line of numbers where the terminal has no signs for them."""

from __future__ import annotations

from collections.abc import Callable

from kgtui.abilities import Abilities

_PLAIN = str.maketrans("·▁▂▃▄▅▆▇█", ".:-=+*%#@")


Bars = Callable[[str], str]
"""What a terminal shows for a line of bars."""


def bars_of(abilities: Abilities) -> Bars:
    return str if abilities.blocks else _plain


def _plain(bars: str) -> str:
    return bars.translate(_PLAIN)
