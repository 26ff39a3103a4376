"""How much: money, shares, multiples and counts with what they measure, of whom and when."""

from __future__ import annotations

from collections.abc import Sequence

from kgtui.extraction.cast import Cast
from kgtui.extraction.context import Context
from kgtui.extraction.figures.amounts import amounts
from kgtui.model import Amount, Figure, Period


def figures(context: Context, cast: Cast, periods: Sequence[Period]) -> tuple[Figure, ...]:  # noqa: ARG001
    """The figures of an article in the order of the text."""
    return tuple(recognised(context))


def recognised(context: Context) -> list[Figure]:
    """The figures with their amounts; what is measured, of whom and when is not known of them yet."""
    return [
        Figure(
            span=context.span(each.first, each.stop),
            amount=Amount(each.unit, each.value),
            found_by=each.found_by,
        )
        for each in amounts(context)
    ]
