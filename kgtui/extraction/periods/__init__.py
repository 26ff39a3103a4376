"""When: spans of time that a text names, resolved against the day of its publication."""

from __future__ import annotations

from kgtui.extraction.context import Context
from kgtui.model import Period


def periods(context: Context) -> tuple[Period, ...]:  # noqa: ARG001
    """The periods and days that an article names, in the order of the text."""
    return ()
