"""Who says what: direct speech between quotation marks, and indirect speech, each with its speaker."""

from __future__ import annotations

from kgtui.extraction.cast import Cast
from kgtui.extraction.context import Context
from kgtui.model import Quote


def speech(context: Context, cast: Cast) -> tuple[tuple[Quote, ...], tuple[Quote, ...]]:  # noqa: ARG001
    """The quotations of an article and its statements (indirect speech), each in the order of the text."""
    return (), ()
