"""What is planned, agreed or proposed: who, what, how much and by when."""

from __future__ import annotations

from collections.abc import Sequence

from kgtui.extraction.cast import Cast
from kgtui.extraction.context import Context
from kgtui.model import Figure, Period, Promise, Quote


def promises(
    context: Context,  # noqa: ARG001
    cast: Cast,  # noqa: ARG001
    periods: Sequence[Period],  # noqa: ARG001
    figures: Sequence[Figure],  # noqa: ARG001
    speech: Sequence[Quote],  # noqa: ARG001
) -> tuple[Promise, ...]:
    """The promises of an article in the order of the text. ``speech`` are its quotations and statements: what is said
    there is promised by its speaker.
    """
    return ()
