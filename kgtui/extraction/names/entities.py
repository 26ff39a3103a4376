"""All that an article names, the kinds in the order in which they claim their words."""

from __future__ import annotations

from kgtui.extraction.context import Context
from kgtui.extraction.names.appointments import with_appointments
from kgtui.extraction.names.countries import countries_and_blocs
from kgtui.extraction.names.heralded import with_heralded_offices
from kgtui.extraction.names.homeland import with_countries
from kgtui.extraction.names.named import covered, with_one_key
from kgtui.extraction.names.organisations import organisations
from kgtui.extraction.names.persons import persons
from kgtui.extraction.names.places import headed_places, places
from kgtui.extraction.names.projects import projects
from kgtui.extraction.names.quoted import held, quoted_names
from kgtui.extraction.names.recognised_bodies import recognised_bodies
from kgtui.extraction.names.recognised_persons import Marks
from kgtui.extraction.names.short_names import proper_bodies
from kgtui.model import Entity, Recognition


def entities(context: Context, recognition: Recognition | None = None) -> tuple[Entity, ...]:
    """The entities of an article, each kind and key once; ``recognition`` is what the recogniser marks in it."""
    quoted = quoted_names(context)
    known = list(proper_bodies(context))
    sure = Marks(context, recognition).whole_names() if recognition else ()
    taken = covered(known) | headed_places(context, quoted, sure) | held(quoted)
    people, mentions = persons(context, taken, recognition)
    named = {position for mention in mentions for position in range(mention.first, mention.stop)}
    planned, projected = projects(context, named, quoted)
    claimed = named | covered(projected)
    marked = recognised_bodies(context, recognition, claimed) if recognition else ()
    bodies, bodily = organisations(context, claimed, quoted, known, marked)
    sites, _placed = places(context, named | covered(bodily), quoted)
    holders = with_heralded_offices(context, with_appointments(context, people, mentions))
    citizens = with_countries(context, holders)
    return with_one_key((*countries_and_blocs(context.matches), *citizens, *bodies, *sites, *planned))
