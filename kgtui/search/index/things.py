"""What each article names, as numbers in a row, so that facets of any result are counted at C's speed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import chain, islice

from kgtui.search.index.protocol import Named, Zone
from kgtui.search.index.whoosh_segment import SegmentFile
from kgtui.search.units import first_term, kind_of


class Things:
    """All things of an index, numbered: the units of one key in one zone are one thing, whatever segment has them."""

    def __init__(self, files: Sequence[SegmentFile]) -> None:
        self.named: list[Named] = []
        self.kinds: list[str] = []
        self._numbers: dict[tuple[Zone, str], int] = {}
        self._rows: list[tuple[int, ...]] = []  # by place, the things that an article names
        for file in files:
            self._take(file)

    def count(self, places: Collection[int]) -> Counter[int]:
        """Number of a thing → how many of these articles name it."""
        return Counter(chain.from_iterable(map(self._rows.__getitem__, places)))

    def _take(self, file: SegmentFile) -> None:
        numbers = {unit: self._number(zone, name) for zone, unit, name in _things(file)}
        each, units = file.things()
        row = map(numbers.__getitem__, units)
        self._rows += [tuple(islice(row, count)) for count in each]

    def _number(self, zone: Zone, name: str) -> int:
        key = zone, first_term(name)
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self.named)
            self.named.append(Named(zone, []))
            self.kinds.append(kind_of(name))
        self.named[number].units.append(name)
        return number


def _things(file: SegmentFile) -> Iterator[tuple[Zone, int, str]]:
    for zone in Zone:
        yield from ((zone, unit, name) for unit, name in file.units_beginning(zone, "#"))
