"""The topics of an article."""

from __future__ import annotations

from kgtui.extraction.context import Context
from kgtui.model import Topic


def topics(_context: Context) -> tuple[Topic, ...]:
    return ()
