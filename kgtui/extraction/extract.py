"""From an analysed article to its facts: names first, then what is said of those who bear them."""

from __future__ import annotations

from kgtui.extraction.cast import Cast
from kgtui.extraction.context import Context
from kgtui.extraction.figures import figures
from kgtui.extraction.meetings.meetings import meetings
from kgtui.extraction.names import entities
from kgtui.extraction.periods import periods
from kgtui.extraction.promises.promises import promises
from kgtui.extraction.speech import speech
from kgtui.extraction.topics.topics import topics
from kgtui.language import Analysis
from kgtui.model import FACTS_VERSION, Document, Facts, Recognition


def extract(document: Document, analysis: Analysis, recognition: Recognition | None = None) -> Facts:
    """The facts of a document. ``analysis`` is that of its body, and every span lies in it; no text makes it raise.

    ``recognition`` is what the neural recogniser marks in the body, where it was asked.
    """
    context = Context(analysis, document.published)
    cast = Cast(context, entities(context, recognition))
    times = periods(context)
    amounts = figures(context, cast, times)
    quotes, statements = speech(context, cast)
    return Facts(
        version=FACTS_VERSION,
        entities=cast.entities,
        periods=times,
        figures=amounts,
        quotes=quotes,
        statements=statements,
        meetings=meetings(context, cast, times),
        promises=promises(context, cast, times, amounts, (*quotes, *statements)),
        topics=topics(context),
        recognised=recognition.version if recognition else 0,
    )
