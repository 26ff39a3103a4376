"""What a result can be narrowed by: countries, blocs, persons, bodies, places, months, sources, with their counts.

They are counted in the index, where each article's names lie as numbers in a row.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date

from kgtui.library.results import SHOWN, Facet, FacetKind, FacetValue
from kgtui.model import EntityKind
from kgtui.search import SOURCE, Named, Thing, View, keys_named, name_term, printed, thing_of
from kgtui.search.query import nodes
from kgtui.search.query.nodes import Field

_KINDS = {
    EntityKind.COUNTRY.value: (FacetKind.COUNTRY, Field.COUNTRY),
    EntityKind.BLOC.value: (FacetKind.BLOC, Field.BODY),
    EntityKind.PERSON.value: (FacetKind.PERSON, Field.PERSON),
    EntityKind.ORGANISATION.value: (FacetKind.BODY, Field.BODY),
    EntityKind.PLACE.value: (FacetKind.PLACE, Field.PLACE),
    SOURCE: (FacetKind.SOURCE, Field.SOURCE),
}


def facets_of(view: View, places: Collection[int], limit: int = SHOWN) -> tuple[Facet, ...]:
    """The facets of these articles, by their places in the index, with up to ``limit`` values each (0 is all); kinds of
    which they have none are left out."""
    by_kind: dict[str, list[tuple[int, int]]] = {}
    for number, articles in view.things_named(places).items():
        by_kind.setdefault(view.thing(number).kind, []).append((-articles, number))
    facets = {_KINDS[kind][0]: _facet(kind, things, view, limit) for kind, things in by_kind.items() if kind in _KINDS}
    facets[FacetKind.MONTH] = _months(map(view.published.__getitem__, places), limit)
    return tuple(facets[kind] for kind in FacetKind if kind in facets and facets[kind].values)


def _facet(kind: str, things: list[tuple[int, int]], view: View, limit: int) -> Facet:
    first = heapq.nsmallest(limit or len(things), things)
    values = tuple(_value(kind, view.thing(number), -less, view) for less, number in first)
    return Facet(_KINDS[kind][0], values, len(things) - len(first))


def _value(kind: str, named: Named, articles: int, view: View) -> FacetValue:
    thing = _usual(named)
    _, asked_in = _KINDS[kind]
    if asked_in is Field.COUNTRY:  # any name of it stands for it
        query = f"страна:{thing.name}" if thing.name.isalpha() else f'страна:"{thing.name}"'
    else:
        alone = keys_named(view, named.zone, thing.name) == {thing.key}
        query = printed(nodes.Named(asked_in, thing.name.replace('"', "") if alone else thing.key))
    return FacetValue(thing.name, articles, query)


def _usual(named: Named) -> Thing:
    """By the name that is its key where some article has it, else by the one that most segments have."""
    things = Counter(map(thing_of, named.units))
    return max(things, key=lambda thing: (name_term(thing.name) == thing.key, things[thing], thing.name))


def _months(published: Iterable[int], limit: int) -> Facet:
    months: Counter[str] = Counter()
    for day, articles in Counter(published).items():
        if day:
            months[date.fromordinal(day).isoformat()[:7]] += articles
    latest = sorted(months, reverse=True)
    values = tuple(FacetValue(month, months[month], f"дата:{month}") for month in latest[: limit or len(latest)])
    return Facet(FacetKind.MONTH, values, len(latest) - len(values))
