"""A query's tree over the postings of an index: which articles match, in which tier.

Set algebra over places, which runs at C's speed: a node gives four sets, of the articles that match surely, at least by
form, by any reading, at all. What a match is worth is computed later, for those articles alone that may be shown first
(see `ranking`).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from functools import reduce
from typing import TypeVar

from kgtui.search.asking import Ladder, One, ladder, terms_ladder
from kgtui.search.index.protocol import SHIFT, View, Zone
from kgtui.search.matching import Things
from kgtui.search.nearness import together
from kgtui.search.query.nodes import (
    All,
    Asked,
    Country,
    Dated,
    Either,
    Exact,
    Field,
    InCountry,
    InField,
    Initial,
    Named,
    Near,
    Node,
    Phrase,
    Without,
)
from kgtui.search.terms import Tier, country_terms, name_term
from kgtui.search.units import first_term
from kgtui.search.weights import TITLE_ENDS

Spotted = Phrase | Near | Exact  # what takes words that stand as they should
Tiers = tuple[set[int], ...]  # by tier, what is at least so sure: each set holds the one before; not to be changed
ZONES = {
    Field.PERSON: Zone.PERSONS,
    Field.COUNTRY: Zone.COUNTRIES,
    Field.BODY: Zone.BODIES,
    Field.PLACE: Zone.PLACES,
    Field.PROJECT: Zone.PROJECTS,
    Field.SOURCE: Zone.SOURCES,
}
NOTHING: Tiers = (set(), set(), set(), set())
Made = TypeVar("Made")


class Evaluation:
    """Evaluates trees over one view; what it has read for a word it keeps for the rest of the query."""

    def __init__(self, view: View) -> None:
        self.view = view
        self._kept: dict[object, object] = {}

    def tiers(self, node: Node | Initial, zone: Zone = Zone.TEXT) -> Tiers:
        """The places of the articles that match."""
        return self._once(("tiers", node, zone), lambda: self._tiers(node, zone))

    def spots(self, node: Asked | Country, zone: Zone, within: frozenset[int]) -> Tiers:
        """Where a node matches in these articles: the spots of its first words."""
        if isinstance(node, Country):
            related = self._spots_of(self.related(node.code, zone), within)
            return _either([self.spots(node.words, zone, within), related])
        parts = _parts(node)
        found = [self._spots_of(self.ladder(part, zone, positions=True), within) for part in parts]
        return _followed(found) if len(found) > 1 else found[0]

    def ladder(self, asked: One, zone: Zone, *, positions: bool = False) -> Ladder:
        return self._once(
            ("ladder", asked, zone, positions), lambda: ladder(asked, zone, self.view, positions=positions)
        )

    def related(self, code: str, zone: Zone) -> Ladder:
        """Where a country is named by whichever word."""
        return self._once(("related", code, zone), lambda: terms_ladder(country_terms(code), zone, self.view))

    def spots_found(self, node: Spotted, zone: Zone) -> Tiers:
        """Where a node that takes several words matches: of those articles that have all words, the spots where the
        words stand as they should."""
        return self._once(("found", node, zone), lambda: self._spots_found(node, zone))

    def _once(self, key: object, make: Callable[[], Made]) -> Made:
        if key not in self._kept:
            self._kept[key] = make()
        return self._kept[key]  # type: ignore[return-value]

    def _tiers(self, node: Node | Initial, zone: Zone) -> Tiers:  # noqa: PLR0911 - a table of nodes
        match node:
            case All():
                return _all([self.tiers(part) for part in node.parts])
            case Either():
                return _either([self.tiers(part) for part in node.parts])
            case Without():
                return self._without(node)
            case Country():
                return _either([self.tiers(node.words, zone), self._places(self.related(node.code, zone))])
            case InField():
                return self.tiers(node.asked, ZONES[node.field]) if node.field in ZONES else NOTHING
            case Named():
                return _surely(self._named(node))
            case InCountry():
                return self._in_country(node)
            case Dated():
                return _surely(self._dated(node))
            case Phrase() | Near() | Exact(forms=(_, _, *_)):
                return _places_of(self.spots_found(node, zone))
            case _:
                return self._places(self.ladder(node, zone))

    def _places(self, asked: Ladder) -> Tiers:
        by_tier: list[set[int]] = [set(), set(), set(), set()]
        for step in asked:
            by_tier[step.tier].update(*(unit.places for unit in step.units))
        if self.view.deleted:
            by_tier = [places - self.view.deleted for places in by_tier]
        return _cumulative(by_tier)

    def _without(self, node: Without) -> Tiers:
        wanted = self.tiers(node.wanted) if node.wanted else _surely(self._all())
        unwanted: set[int] = set().union(*map(self._excluded, node.unwanted))
        return _mapped(wanted, lambda places: places - unwanted)

    def _excluded(self, node: Node) -> set[int]:
        """Only likely readings exclude: an unlikely one, or another word for the same, is no reason to hide. But the
        field of a country asks for whichever word, and excludes by it."""
        match node:
            case InCountry():
                return self.tiers(node)[Tier.RELATED]
            case All():
                return set.intersection(*map(self._excluded, node.parts))
            case Either():
                return set().union(*map(self._excluded, node.parts))
            case _:
                return self.tiers(node)[Tier.FORM]

    def _all(self) -> set[int]:
        return set(range(len(self.view.numbers))) - self.view.deleted

    def _named(self, node: Named) -> set[int]:
        zone = ZONES.get(node.field)
        return (
            set().union(*(self._thing(zone, key) for key in keys_named(self.view, zone, node.name))) if zone else set()
        )

    def _thing(self, zone: Zone, key: str) -> set[int]:
        units = self.view.units(zone, "#" + key)
        return set().union(*(unit.places for unit in units if first_term(unit.name) == "#" + key)) - self.view.deleted

    def _in_country(self, node: InCountry) -> Tiers:
        naming = self._thing(Zone.COUNTRIES, name_term(node.code))
        *sure, _ = narrowed(self.tiers(node.words), naming)
        return (*sure, naming)

    def _dated(self, node: Dated) -> set[int]:
        first = (node.first or date.min).toordinal()
        last = (node.last or date.max).toordinal()
        return {place for place, day in enumerate(self.view.published) if first <= day <= last} - self.view.deleted

    def _spots_found(self, node: Spotted, zone: Zone) -> Tiers:
        parts: Sequence[Node | Initial] = node.parts if isinstance(node, Near) else _parts(node)
        within = self._having_all(parts, zone)
        if not within:
            return NOTHING
        return self._near_spots(node, zone, within) if isinstance(node, Near) else self.spots(node, zone, within)

    def _having_all(self, parts: Sequence[Node | Initial], zone: Zone) -> frozenset[int]:
        """The articles that have all parts, however surely: those of the rarest, looked up in the others."""
        rows = sorted((self._rows(part, zone) for part in parts), key=lambda rows: sum(map(len, rows)))
        found: set[int] = set().union(*rows[0])
        for others in rows[1:]:
            found = set().union(*map(found.intersection, others))
        return frozenset(found - self.view.deleted)

    def _rows(self, part: Node | Initial, zone: Zone) -> list[Collection[int]]:
        """The articles that have a part, in one row or several."""
        if isinstance(part, One):
            return [unit.places for step in self.ladder(part, zone) for unit in step.units]
        return [self.tiers(part, zone)[Tier.RELATED]]

    def _near_spots(self, node: Near, zone: Zone, within: frozenset[int]) -> Tiers:
        """The spots of the first part that stand near all others."""
        distance = min(node.distance, TITLE_ENDS)
        parts = [self.spots(part, zone, within) for part in node.parts]
        found: list[set[int]] = []
        for tier in Tier:
            spots = [part[tier] for part in parts]
            if tier and all(part[tier] is part[tier - 1] for part in parts):
                found.append(found[-1])
            else:
                found.append(together([sorted(part) for part in spots], distance)[0] if all(spots) else set())
        return tuple(found)

    def _spots_of(self, asked: Ladder, within: frozenset[int]) -> Tiers:
        by_tier: list[set[int]] = [set(), set(), set(), set()]
        for step in asked:
            by_tier[step.tier].update(*(unit.spots(within) for unit in step.units))
        return _cumulative(by_tier)


def narrowed(tiers: Tiers, among: set[int]) -> Tiers:
    return _mapped(tiers, among.__and__)


def keys_named(view: View, zone: Zone, name: str) -> set[str]:
    """The keys of the things that have this key or, in some article, this name."""
    term = name_term(name)
    return {first_term(unit.name)[1:] for unit in view.units(zone, "#" + term)}


def things_named(named: Iterable[Named], view: View) -> Things:
    """The keys of what parts of a query name exactly."""
    zones = ((part, ZONES[part.field]) for part in named if part.field in ZONES)
    return frozenset((part, key) for part, zone in zones for key in keys_named(view, zone, part.name))


def _parts(node: Asked) -> Sequence[One]:
    if isinstance(node, Phrase):
        return node.parts
    if isinstance(node, Exact):
        return [Exact((form,)) for form in node.forms]
    return (node,)


def _followed(parts: list[Tiers]) -> Tiers:
    """The spots from which on the parts follow each other: as sure as the least sure of them."""
    return _combined(parts, _followed_in_tier)


def _followed_in_tier(parts: Sequence[set[int]]) -> set[int]:
    """From the rarest part, whose neighbours are looked up."""
    by_size = sorted(enumerate(parts), key=lambda part: len(part[1]))
    first, rarest = by_size[0]
    starts = {spot - first for spot in rarest}
    for offset, spots in by_size[1:]:
        starts = {start for start in starts if start + offset in spots}
    return starts


def _places_of(spots: Tiers) -> Tiers:
    return _mapped(spots, lambda found: {spot >> SHIFT for spot in found})


def _surely(places: set[int]) -> Tiers:
    return places, places, places, places


def _cumulative(by_tier: list[set[int]]) -> Tiers:
    found = [by_tier[0]]
    for more in by_tier[1:]:
        found.append(found[-1] | more if more else found[-1])
    return tuple(found)


def _all(parts: Sequence[Tiers]) -> Tiers:
    return _combined(parts, lambda sets: reduce(set.intersection, sorted(sets, key=len)))


def _either(parts: Sequence[Tiers]) -> Tiers:
    return _combined(parts, lambda sets: set().union(*sets))


def _combined(parts: Sequence[Tiers], combine: Callable[[Sequence[set[int]]], set[int]]) -> Tiers:
    """Tier by tier; where nothing is new in a tier, the set of the one before stands for it too."""
    found: list[set[int]] = []
    for tier in Tier:
        same = tier and all(part[tier] is part[tier - 1] for part in parts)
        found.append(found[-1] if same else combine([part[tier] for part in parts]))
    return tuple(found)


def _mapped(tiers: Tiers, change: Callable[[set[int]], set[int]]) -> Tiers:
    return _combined([tiers], lambda sets: change(sets[0]))
