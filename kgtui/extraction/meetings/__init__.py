"""Who met whom: talks, visits, sittings, summits and calls; held, announced or put off."""

from __future__ import annotations

from collections.abc import Sequence

from kgtui.extraction.cast import Cast
from kgtui.extraction.context import Context
from kgtui.model import Meeting, Period


def meetings(context: Context, cast: Cast, periods: Sequence[Period]) -> tuple[Meeting, ...]:  # noqa: ARG001
    """The meetings of an article, each once, in the order in which the text first tells of them."""
    return ()
