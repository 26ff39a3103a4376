"""What a result can be narrowed by: countries, blocs, persons, bodies, places, months, sources, with their counts.

They are counted in the index, where each article's names lie as numbers in a row.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date

from kgtui.library.results import SHOWN, Facet, FacetKind, FacetValue
from kgtui.model import EntityKind
from kgtui.search import SOURCE, Thing, View, Zone, keys_named, name_term, printed, thing_of
from kgtui.search.query.nodes import Field, Named

_KINDS = {
    EntityKind.COUNTRY.value: (FacetKind.COUNTRY, Field.COUNTRY),
    EntityKind.BLOC.value: (FacetKind.BLOC, Field.BODY),
    EntityKind.PERSON.value: (FacetKind.PERSON, Field.PERSON),
    EntityKind.ORGANISATION.value: (FacetKind.BODY, Field.BODY),
    EntityKind.PLACE.value: (FacetKind.PLACE, Field.PLACE),
    SOURCE: (FacetKind.SOURCE, Field.SOURCE),
}


@dataclass(slots=True)
class _Value:
    """A thing with the articles of the result that name it, by the name that they give it."""

    zone: Zone
    key: str
    articles: int = 0
    names: Counter[Thing] = field(default_factory=Counter)

    @property
    def usual(self) -> Thing:
        """By the name that is its key where an article has it, else by the most frequent one."""
        return max(self.names, key=lambda thing: (name_term(thing.name) == self.key, self.names[thing], thing.name))


def facets_of(view: View, places: Collection[int], limit: int = SHOWN) -> tuple[Facet, ...]:
    """The facets of these articles, by their places in the index, with up to ``limit`` values each (0 is all); kinds of
    which they have none are left out."""
    by_kind: dict[FacetKind, list[_Value]] = {}
    for value in _values(view.named(places)):
        if value.usual.kind in _KINDS:
            by_kind.setdefault(_KINDS[value.usual.kind][0], []).append(value)
    facets = {kind: _facet(kind, values, view, limit) for kind, values in by_kind.items()}
    facets[FacetKind.MONTH] = _months(map(view.published.__getitem__, places), limit)
    return tuple(facets[kind] for kind in FacetKind if kind in facets and facets[kind].values)


def _values(named: Iterable[tuple[Zone, str, int]]) -> Iterable[_Value]:
    values: dict[tuple[Zone, str], _Value] = {}
    for zone, unit, articles in named:
        thing = thing_of(unit)
        value = values.setdefault((zone, thing.key), _Value(zone, thing.key))
        value.articles += articles
        value.names[thing] += articles
    return values.values()


def _facet(kind: FacetKind, values: list[_Value], view: View, limit: int) -> Facet:
    first = heapq.nsmallest(limit or len(values), values, key=lambda value: (-value.articles, value.key))
    return Facet(kind, tuple(_shown(value, view) for value in first), len(values) - len(first))


def _shown(value: _Value, view: View) -> FacetValue:
    thing = value.usual
    _, asked_in = _KINDS[thing.kind]
    if asked_in is Field.COUNTRY:  # any name of it stands for it
        query = f"страна:{thing.name}" if thing.name.isalpha() else f'страна:"{thing.name}"'
    else:
        alone = keys_named(view, value.zone, thing.name) == {value.key}
        query = printed(Named(asked_in, thing.name.replace('"', "") if alone else value.key))
    return FacetValue(thing.name, value.articles, query)


def _months(published: Iterable[int], limit: int) -> Facet:
    months: Counter[str] = Counter()
    for day, articles in Counter(published).items():
        if day:
            months[date.fromordinal(day).isoformat()[:7]] += articles
    latest = sorted(months, reverse=True)
    values = tuple(FacetValue(month, months[month], f"дата:{month}") for month in latest[: limit or len(latest)])
    return Facet(FacetKind.MONTH, values, len(latest) - len(values))
