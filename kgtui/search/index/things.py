"""What each article names, as numbers in a row, so that facets of any result are counted at C's speed."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import accumulate, chain, islice, repeat
from operator import add
from sys import intern

from kgtui.search.index.protocol import Named, Zone
from kgtui.search.index.whoosh_segment import SegmentFile
from kgtui.search.units import BETWEEN, THING_SIGN, first_term, kind_of

_AT_ONCE = 500  # articles that are counted before another thread may go on: two milliseconds


class Things:
    """All things of an index, numbered: the units of one key in one zone are one thing, whatever segment has them.

    Made of few large lists: hundreds of thousands of names pass here before the first facets are shown, and objects
    for each would be gone through by every collection meanwhile.
    """

    def __init__(self, files: Sequence[SegmentFile]) -> None:
        self.kinds: list[str] = []
        self._files = files
        self._keys: list[str] = []  # by number
        self._zones: list[Zone] = []
        self._row: list[int] = []  # the things that the articles name, article after article
        self._ends = array("I", [0])  # where each article's end in it
        known: dict[Zone, dict[str, int]] = {zone: {} for zone in Zone}
        for file in files:
            self._take(file, known)

    def count(self, places: Collection[int]) -> Counter[int]:
        """Number of a thing → how many of these articles name it."""
        counts: Counter[int] = Counter()
        left = iter(places)
        while some := list(islice(left, _AT_ONCE)):
            begins = map(self._ends.__getitem__, some)
            ends = map(self._ends.__getitem__, map(add, some, repeat(1)))
            counts.update(chain.from_iterable(map(self._row.__getitem__, map(slice, begins, ends))))
        return counts

    def __getitem__(self, number: int) -> Named:
        """A thing with all its units."""
        zone = self._zones[number]
        beginning = self._keys[number] + BETWEEN  # of a thing's name more follows than its key
        return Named(zone, [name for file in self._files for _, name in file.units_beginning(zone, beginning)])

    def _take(self, file: SegmentFile, known: Mapping[Zone, dict[str, int]]) -> None:
        """``known``: the numbers of the things of earlier segments, by their keys."""
        numbers: dict[int, int] = {}
        for zone, of_zone in known.items():
            for unit, name in file.units_beginning(zone, THING_SIGN):
                key = first_term(name)
                number = of_zone.get(key)
                if number is None:
                    number = of_zone[key] = len(self.kinds)
                    self._keys.append(key)
                    self._zones.append(zone)
                    self.kinds.append(intern(kind_of(name)))
                numbers[unit] = number
        each, units = file.things()
        self._row += map(numbers.__getitem__, units)
        self._ends.extend(islice(accumulate(each, initial=self._ends[-1]), 1, None))
