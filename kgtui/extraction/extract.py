"""From an analysed article to its facts."""

from __future__ import annotations

from kgtui.extraction.context import Context
from kgtui.extraction.countries import countries_and_blocs
from kgtui.extraction.persons import persons
from kgtui.language import Analysis
from kgtui.model import Document, Facts

FACTS_VERSION = 1  # raised whenever the same text may give other facts


def extract(document: Document, analysis: Analysis) -> Facts:  # noqa: ARG001
    """The facts of a document; ``analysis`` is that of its body, and every span lies in it. Raises for no text."""
    context = Context(analysis)
    people, _mentions = persons(context)
    return Facts(FACTS_VERSION, (*countries_and_blocs(context.matches), *people))
