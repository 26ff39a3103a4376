"""How much: money, shares, multiples and counts with what they measure, of whom and when."""

from __future__ import annotations

from collections.abc import Sequence

from kgtui.extraction.cast import Cast
from kgtui.extraction.context import Context
from kgtui.extraction.figures.recognition import recognised
from kgtui.model import Figure, Period


def figures(context: Context, cast: Cast, periods: Sequence[Period]) -> tuple[Figure, ...]:  # noqa: ARG001
    """The figures of an article in the order of the text."""
    return tuple(recognised(context))
