"""From an analysed article to its facts: each module of this room leaves its tokens to the next."""

from __future__ import annotations

from kgtui.extraction.context import Context
from kgtui.extraction.countries import countries_and_blocs
from kgtui.extraction.heralded import with_heralded_offices
from kgtui.extraction.homeland import with_countries
from kgtui.extraction.named import covered, with_one_key
from kgtui.extraction.organisations import organisations
from kgtui.extraction.persons import persons
from kgtui.extraction.places import headed_places, places
from kgtui.extraction.projects import projects
from kgtui.extraction.quoted import quoted_names
from kgtui.extraction.short_names import proper_bodies
from kgtui.language import Analysis
from kgtui.model import Document, Facts

FACTS_VERSION = 2  # raised whenever the same text may give other facts


def extract(document: Document, analysis: Analysis) -> Facts:  # noqa: ARG001
    """The facts of a document. ``analysis`` is that of its body, and every span lies in it; no text makes it raise."""
    context = Context(analysis)
    quoted = quoted_names(context)
    people, mentions = persons(context, covered(proper_bodies(context)) | headed_places(context, quoted))
    named = {position for mention in mentions for position in range(mention.first, mention.stop)}
    planned, projected = projects(context, named, quoted)
    bodies, bodily = organisations(context, named | covered(projected), quoted)
    sites, _placed = places(context, named | covered(bodily), quoted)
    citizens = with_countries(context, with_heralded_offices(context, people))
    found = (*countries_and_blocs(context.matches), *citizens, *bodies, *sites, *planned)
    return Facts(FACTS_VERSION, with_one_key(found))
