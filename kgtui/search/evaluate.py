"""A query's tree over the postings of an index: which articles match, in which tier.

Set algebra over places, which runs at C's speed: a node gives four sets, of the articles that match surely, at least by
form, by any reading, at all. What a match is worth is computed later, for those articles alone that may be shown first
(see `ranking`).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from typing import TypeVar

from kgtui.search.asking import Ladder, One, ladder, terms_ladder
from kgtui.search.following import following
from kgtui.search.index.protocol import SHIFT, View, Zone
from kgtui.search.matching import Things, tier_in_name
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
    Prefix,
    Without,
)
from kgtui.search.terms import Tier, country_terms, name_term
from kgtui.search.tiers import NOTHING, Tiers, all_of, cumulative, either_of, mapped, narrowed, surely
from kgtui.search.weights import TITLE_ENDS

Spotted = Phrase | Near | Exact  # what takes words that stand as they should
ZONES = {
    Field.PERSON: Zone.PERSONS,
    Field.COUNTRY: Zone.COUNTRIES,
    Field.BODY: Zone.BODIES,
    Field.PLACE: Zone.PLACES,
    Field.PROJECT: Zone.PROJECTS,
    Field.SOURCE: Zone.SOURCES,
}
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
            return either_of([self.spots(node.words, zone, within), related])
        parts = _parts(node)
        if isinstance(node, Phrase | Exact) and len(parts) > 1:
            found = self.spots_found(node, zone)
            return mapped(found, lambda spots: {spot for spot in spots if spot >> SHIFT in within})
        return self._spots_of(self.ladder(parts[0], zone, positions=True), within)

    def ladder(self, asked: One, zone: Zone, *, positions: bool = False) -> Ladder:
        positions = positions and isinstance(asked, Prefix)  # the units of all else have some anyway
        return self._once(
            ("ladder", asked, zone, positions), lambda: ladder(asked, zone, self.view, positions=positions)
        )

    def related(self, code: str, zone: Zone) -> Ladder:
        """Where a country is named by whichever word."""
        return self._once(("related", code, zone), lambda: terms_ladder(country_terms(code), zone, self.view))

    def places(self, asked: Ladder) -> Tiers:
        """Of the articles that have a unit of a ladder."""
        return self._once(("places", asked), lambda: self._places(asked))

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
                return all_of([self.tiers(part) for part in node.parts])
            case Either():
                return either_of([self.tiers(part) for part in node.parts])
            case Without():
                return self._without(node)
            case Country():
                return either_of([self.tiers(node.words, zone), self.places(self.related(node.code, zone))])
            case InField():
                return self._in_field(node) if node.field in ZONES else NOTHING
            case Named():
                return surely(self._named(node))
            case InCountry():
                return self._in_country(node)
            case Dated():
                return surely(self._dated(node))
            case Phrase() | Near() | Exact(forms=(_, _, *_)):
                return _places_of(self.spots_found(node, zone))
            case _:
                return self.places(self.ladder(node, zone))

    def _places(self, asked: Ladder) -> Tiers:
        by_tier: list[set[int]] = [set(), set(), set(), set()]
        for step in asked:
            by_tier[step.tier].update(*(unit.places for unit in step.units))
        if self.view.deleted:
            by_tier = [places - self.view.deleted for places in by_tier]
        return cumulative(by_tier)

    def _without(self, node: Without) -> Tiers:
        wanted = self.tiers(node.wanted) if node.wanted else surely(self._all())
        unwanted: set[int] = set().union(*map(self._excluded, node.unwanted))
        return mapped(wanted, lambda places: places - unwanted)

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
        return self.view.naming(zone, key) - self.view.deleted

    def _in_field(self, node: InField) -> Tiers:
        """Where the words of a name answer: one in the article, or one that the thing has by now."""
        zone = ZONES[node.field]
        found = self.tiers(node.asked, zone)
        if not (called := self.view.called_otherwise(zone)):
            return found
        by_tier: list[set[int]] = [set() for _ in Tier]
        for key, name in called.items():
            tier = tier_in_name(node.asked, name)
            if tier is not None:
                by_tier[tier] |= self._thing(zone, key)
        return either_of([found, cumulative(by_tier)])

    def _in_country(self, node: InCountry) -> Tiers:
        naming = self._thing(Zone.COUNTRIES, name_term(node.code))
        *sure, _ = narrowed(self.tiers(node.words), naming)
        return (*sure, naming)

    def _dated(self, node: Dated) -> set[int]:
        first = (node.first or date.min).toordinal()
        last = (node.last or date.max).toordinal()
        return {place for place, day in enumerate(self.view.published) if first <= day <= last} - self.view.deleted

    def _spots_found(self, node: Spotted, zone: Zone) -> Tiers:
        if isinstance(node, Near):
            within = self._having_all(node.parts, zone)
            return self._near_spots(node, zone, within) if within else NOTHING
        found = following([self.ladder(part, zone, positions=True) for part in _parts(node)])
        return mapped(found, self._left) if self.view.deleted else found

    def _left(self, spots: set[int]) -> set[int]:
        """Those in articles that were not taken out."""
        return {spot for spot in spots if spot >> SHIFT not in self.view.deleted}

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
        return cumulative(by_tier)


def keys_named(view: View, zone: Zone, name: str) -> set[str]:
    """The keys of the things that have this key or, in some article, this name."""
    return view.keys_called(zone, name_term(name))


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


def _places_of(spots: Tiers) -> Tiers:
    return mapped(spots, lambda found: {spot >> SHIFT for spot in found})
