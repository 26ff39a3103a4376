"""Who says what: direct speech between quotation marks, and indirect speech, each with its speaker."""

from __future__ import annotations

from kgtui.extraction.cast import Cast
from kgtui.extraction.context import Context
from kgtui.extraction.speech.quotations import quotations
from kgtui.extraction.speech.speakers import Speakers
from kgtui.extraction.speech.statements import Statements
from kgtui.model import Quote


def speech(context: Context, cast: Cast) -> tuple[tuple[Quote, ...], tuple[Quote, ...]]:
    """The quotations of an article and its statements (indirect speech), each in the order of the text."""
    speakers = Speakers(context, cast)
    quotes = tuple(quotations(context, cast, speakers))
    quoted = frozenset(i for quote in quotes for i in context.positions(quote.span))
    return quotes, tuple(Statements(context, speakers, quoted).find())
