"""When: spans of time that a text names, resolved against the day of its publication.

``periods`` reads an article once; `Times` is how the rules on figures, meetings and promises look its periods up.
"""

from __future__ import annotations

from collections.abc import Iterator

from kgtui.extraction.context import Context
from kgtui.extraction.periods.expressions import Days
from kgtui.extraction.periods.grammar import expression_at
from kgtui.extraction.periods.resolving import Resolver
from kgtui.extraction.periods.stamps import is_stamp
from kgtui.extraction.periods.times import Bound, Times
from kgtui.extraction.periods.words import TimeTokens
from kgtui.model import Period

__all__ = ["Bound", "Times", "periods"]


def periods(context: Context) -> tuple[Period, ...]:
    """The periods and days that an article names, in the order of the text.

    What is relative to the day of publication is left out where that is not known.
    """
    return tuple(_periods(context))


def _periods(context: Context) -> Iterator[Period]:
    tokens, resolver = TimeTokens(context), Resolver(context)
    stop = 0
    for position in tokens.starts:
        found = expression_at(tokens, position) if position >= stop else None
        if found is None:
            continue
        said, stop = found
        if not (isinstance(said, Days) and is_stamp(context, position, stop)):
            period = resolver.resolve(said, position, stop)
            if period is not None:
                yield period
