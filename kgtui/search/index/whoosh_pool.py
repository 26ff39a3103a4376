"""The units of one commit, kept by name until they are written.

The engine's own pool keeps a tuple of five a posting and sorts them all; here the names alone are sorted, since
articles come in ascending order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, groupby
from typing import NamedTuple

from kgtui.search.index.protocol import Occurrences, Positions, Zone
from kgtui.search.index.standing import needs_wide
from kgtui.search.units import PREFIX_LENGTHS, first_term


class PooledUnit(NamedTuple):
    """A unit with all that is to be written of it; no rows: it has no positions."""

    name: str
    places: list[int]
    weights: bytearray
    rows: list[Positions]


class Pool:
    """Stands in for Whoosh's ``PostingPool``, for a writer with our codec; also keeps the numbers of each article."""

    def __init__(self) -> None:
        self._zones: dict[Zone, dict[str, PooledUnit]] = {zone: {} for zone in Zone}
        self.columns: list[tuple[int, int, int]] = []  # number, published, length, by place

    def take(self, numbers: tuple[int, int, int], units: Mapping[Zone, Mapping[str, Occurrences]]) -> None:
        """The next article."""
        place = self.add_article(numbers)
        for zone, found in units.items():
            held = self._zones[zone]
            for name, (weight, packed) in found.items():
                unit = _unit_in(held, name)
                unit.places.append(place)
                unit.weights.append(weight)
                unit.rows.append(packed)

    def add_article(self, numbers: tuple[int, int, int]) -> int:
        """Make place for an article."""
        self.columns.append(numbers)
        return len(self.columns) - 1

    def take_unit(self, zone: Zone, name: str, occurrences: Iterable[tuple[int, int, Positions]]) -> None:
        """Place, weight and positions of a unit of a segment that is merged in; its places are above all before. Where
        all its articles are gone there are none, and it goes as well."""
        held = self._zones[zone]
        for place, weight, packed in occurrences:
            unit = _unit_in(held, name)
            unit.places.append(place)
            unit.weights.append(weight)
            unit.rows.append(packed)

    def add(self, _posting: object) -> None:
        """Whoosh would add what its fields index; ours has none."""
        raise NotImplementedError

    def iter_postings(self) -> Pool:
        """What Whoosh hands on to the codec."""
        return self

    def units(self) -> Iterator[tuple[Zone, PooledUnit]]:
        """By zone and name; beginnings of words among them."""
        for zone in sorted(Zone):
            units = self._zones[zone]
            words = sorted(name for name in units if name[0] == "=")
            beginnings = [unit for length in PREFIX_LENGTHS for unit in _beginnings(units, words, length)]
            units.update((unit.name, unit) for unit in beginnings)
            for name in sorted(units):
                yield zone, units[name]

    def is_wide(self) -> bool:
        """Whether what is written `needs_wide` standings."""
        units = chain.from_iterable(zone.values() for zone in self._zones.values())
        return needs_wide(len(self.columns), chain.from_iterable(unit.rows for unit in units))

    def cleanup(self) -> None:
        self._zones = {zone: {} for zone in Zone}


def _unit_in(held: dict[str, PooledUnit], name: str) -> PooledUnit:
    unit = held.get(name)
    if unit is None:
        unit = held[name] = PooledUnit(name, [], bytearray(), [])
    return unit


def _beginnings(units: Mapping[str, PooledUnit], words: Iterable[str], length: int) -> Iterator[PooledUnit]:
    """Units of all words that begin alike; such a unit weighs what its words weigh together."""
    for beginning, names in groupby(words, lambda name: first_term(name)[1 : length + 1]):
        if len(beginning) < length:
            continue
        weights: dict[int, int] = {}
        for name in names:
            found = dict(zip(units[name].places, units[name].weights, strict=True))
            for place in weights.keys() & found.keys():
                found[place] = min(found[place] + weights[place], 0xFF)
            weights.update(found)
        places = sorted(weights)
        yield PooledUnit("*" + beginning, places, bytearray(map(weights.__getitem__, places)), [])
