"""What each article names, as numbers in a row, so that facets of any result are counted at C's speed."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from heapq import merge
from itertools import accumulate, chain, groupby, islice, repeat
from operator import add
from sys import intern

from kgtui.search.index.protocol import NamedThing, Zone
from kgtui.search.index.whoosh_segment import SegmentFile
from kgtui.search.units import BETWEEN, THING_SIGN, first_term, kind_of, terms_of

_AT_ONCE = 500  # articles that are counted before another thread may go on: two milliseconds
_FILE = 32  # bits of a unit's number where it stands together with that of its file

_Unit = tuple[str, int, int]  # its name, the number of its file, and its own there


class Things:
    """All things of an index, numbered: the units of one key in one zone are one thing, whatever segment has them.

    Made of arrays of numbers: every session that reads a library has its own, of hundreds of thousands of things. Their
    names stay in the files, which sessions share.
    """

    def __init__(self, files: Sequence[SegmentFile]) -> None:
        self.kinds: list[str] = []
        self._files = files
        self._units = array("Q")  # by number: where its usual name is
        self._articles = array("I")
        self._of_zones: dict[Zone, range] = {}
        self._row = array("I")  # the things that the articles name, article after article
        self._ends = array("I", [0])  # where each article's end in it
        self._fill()

    def count(self, places: Collection[int]) -> Counter[int]:
        """Number of a thing → how many of these articles name it."""
        counts: Counter[int] = Counter()
        left = iter(places)
        while some := list(islice(left, _AT_ONCE)):
            begins = map(self._ends.__getitem__, some)
            ends = map(self._ends.__getitem__, map(add, some, repeat(1)))
            counts.update(chain.from_iterable(map(self._row.__getitem__, map(slice, begins, ends))))
        return counts

    def of_zone(self, zone: Zone) -> range:
        """The numbers of the things of a zone, in the order of their keys."""
        return self._of_zones[zone]

    def articles(self, number: int) -> int:
        """How many name a thing; those that were taken out since are counted too."""
        return self._articles[number]

    def __getitem__(self, number: int) -> NamedThing:
        file, unit = divmod(self._units[number], 1 << _FILE)
        return NamedThing(*self._files[file].name(unit))

    def _fill(self) -> None:
        """Number all things, and put the numbers in the place of the units that each article has."""
        named = [file.things() for file in self._files]
        numbers = [array("I", bytes(4 * (max(units, default=0) + 1))) for _, units in named]
        for zone in Zone:
            first = len(self.kinds)
            in_order = merge(*(_units(file, at, zone) for at, file in enumerate(self._files)))
            for _, same in groupby(in_order, key=lambda unit: first_term(unit[0])):
                self._take(list(same), numbers)
            self._of_zones[zone] = range(first, len(self.kinds))
        for (each, units), by_unit in zip(named, numbers, strict=True):
            self._row.extend(map(by_unit.__getitem__, units))
            self._ends.extend(islice(accumulate(each, initial=self._ends[-1]), 1, None))

    def _take(self, units: Sequence[_Unit], numbers: Sequence[array[int]]) -> None:
        articles = 0
        for _, file, unit in units:
            numbers[file][unit] = len(self.kinds)
            articles += self._files[file].articles(unit)
        usual, file, unit = units[0] if units[0][0] == units[-1][0] else self._usual(units)
        self.kinds.append(intern(kind_of(usual)))
        self._units.append(file << _FILE | unit)
        self._articles.append(articles)

    def _usual(self, units: Iterable[_Unit]) -> _Unit:
        """Of the units of a thing the one that is named by its key, else as most articles name it."""
        most, usual = (False, 0), ("", 0, 0)
        for called, same in groupby(units, key=lambda unit: unit[0].rpartition(BETWEEN)[0]):
            first, *others = same
            articles = sum(self._files[file].articles(unit) for _, file, unit in (first, *others))
            if (this := (len(terms_of(called)) == 1, articles)) > most:
                most, usual = this, first
        return usual


def _units(file: SegmentFile, at: int, zone: Zone) -> Iterator[_Unit]:
    """Those of the things of a zone, in the order of their names and so of their keys."""
    return ((name, at, unit) for unit, name in file.units_beginning(zone, THING_SIGN))
