"""What a result can be narrowed by: countries, blocs, persons, bodies, places, months, sources, with their counts.

They are counted in the index, where each article's names lie as numbers in a row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from weakref import WeakKeyDictionary

from kgtui.library.orders import SHOWN
from kgtui.library.results import Facet, FacetKind, FacetValue
from kgtui.model import EntityKind
from kgtui.search import SOURCE, NamedThing, View, keys_named, printed, thing_of
from kgtui.search.query import nodes
from kgtui.search.query.nodes import Field

_NUMBER = 32  # bits of a thing's number where it is sorted together with its articles
_FREQUENT = 1000  # things
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
    if len(places) < view.count():
        return _counted(view, places, limit)
    kept = _of_all.setdefault(view, {})
    if limit not in kept:
        kept[limit] = _counted(view, places, limit)
    return kept[limit]


_of_all: WeakKeyDictionary[View, dict[int, tuple[Facet, ...]]] = WeakKeyDictionary()


def _counted(view: View, places: Collection[int], limit: int) -> tuple[Facet, ...]:
    counts = view.things_named(places)
    kinds = list(map(view.kinds.__getitem__, counts))
    each = {kind: kinds.count(kind) for kind in _KINDS}
    first = _first_of_kinds(counts, {kind: min(limit or each[kind], each[kind]) for kind in _KINDS if each[kind]}, view)
    facets = {
        _KINDS[kind][0]: Facet(_KINDS[kind][0], tuple(values), each[kind] - len(values))
        for kind, values in first.items()
    }
    facets[FacetKind.MONTH] = _months(map(view.published.__getitem__, places), limit)
    return tuple(facets[kind] for kind in FacetKind if kind in facets and facets[kind].values)


def _first_of_kinds(counts: Counter[int], wanted: dict[str, int], view: View) -> dict[str, list[FacetValue]]:
    """Of each kind so many values, those of most articles first; there are as many."""
    found: dict[str, list[FacetValue]] = {kind: [] for kind in wanted}
    missing = sum(wanted.values())
    for together in _most_frequent_first(counts):
        number = together & ((1 << _NUMBER) - 1)
        kind = view.kinds[number]
        if len(found.get(kind, ())) < wanted.get(kind, 0):
            name, query = _shown(number, view)
            found[kind].append(FacetValue(name, counts[number], query))
            missing -= 1
            if not missing:
                break
    return found


def _most_frequent_first(counts: Counter[int]) -> Iterator[int]:
    """Number and articles of each thing in one number. Most results need only the frequent ones: these are sorted
    alone, the others where they are asked for too."""
    least = sorted(counts.values())[-_FREQUENT:][:1]
    bound = least[0] if least else 0
    yield from sorted([number - (articles << _NUMBER) for number, articles in counts.items() if articles > bound])
    yield from sorted([number - (articles << _NUMBER) for number, articles in counts.items() if articles <= bound])


_shown_of: WeakKeyDictionary[View, dict[int, tuple[str, str]]] = WeakKeyDictionary()


def _shown(number: int, view: View) -> tuple[str, str]:
    """Name and query of a thing, found out once a view: the same few stand in most facets."""
    known = _shown_of.setdefault(view, {})
    if number not in known:
        known[number] = _name_and_query(view.thing(number), view)
    return known[number]


def _name_and_query(named: NamedThing, view: View) -> tuple[str, str]:
    thing = thing_of(named.unit)
    _, asked_in = _KINDS[thing.kind]
    if asked_in is Field.COUNTRY:  # any name of it stands for it
        query = f"страна:{thing.name}" if thing.name.isalpha() else f'страна:"{thing.name}"'
    else:
        alone = keys_named(view, named.zone, thing.name) == {thing.key}
        query = printed(nodes.Named(asked_in, thing.name.replace('"', "") if alone else thing.key))
    return thing.name, query


def _months(published: Iterable[int], limit: int) -> Facet:
    months: Counter[str] = Counter()
    for day, articles in Counter(published).items():
        if day:
            months[date.fromordinal(day).isoformat()[:7]] += articles
    latest = sorted(months, reverse=True)
    values = tuple(FacetValue(month, months[month], f"дата:{month}") for month in latest[: limit or len(latest)])
    return Facet(FacetKind.MONTH, values, len(latest) - len(values))
