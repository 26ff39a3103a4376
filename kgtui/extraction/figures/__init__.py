"""How much: money, shares, multiples and counts with what they measure, of whom and when."""

from __future__ import annotations

from collections.abc import Sequence

from kgtui.extraction.cast import Cast
from kgtui.extraction.context import Context
from kgtui.extraction.figures.keepers import with_keepers
from kgtui.extraction.figures.measured import with_measured
from kgtui.extraction.figures.recognition import recognised
from kgtui.extraction.figures.standard import with_standard_measures
from kgtui.extraction.figures.when import with_periods
from kgtui.extraction.figures.whose import with_owners
from kgtui.extraction.periods import Times
from kgtui.model import Figure, Period


def figures(context: Context, cast: Cast, periods: Sequence[Period]) -> tuple[Figure, ...]:
    """The figures of an article in the order of the text."""
    found = recognised(context)
    if not found:
        return ()
    times = Times(periods, context)
    timed = with_periods(context, times, found)
    measured = with_measured(context, cast, times, with_owners(context, cast, timed))
    return tuple(with_keepers(context, cast, with_standard_measures(context, measured)))
