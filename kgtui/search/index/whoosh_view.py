"""Reading a Whoosh index: its segments one after the other, as if they were one."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from typing import Any

from kgtui.search.index.blocks import Block
from kgtui.search.index.protocol import NamedThing, Zone
from kgtui.search.index.things import Things
from kgtui.search.index.whoosh_segment import SegmentFile
from kgtui.search.units import THING_SIGN, first_term


class _Segment:
    """One segment: its number, and the place of its first article."""

    def __init__(self, file: SegmentFile, number: int, base: int) -> None:
        self.file = file
        self.number = number
        self.base = base


class WhooshUnit:
    """A unit in one segment, read when its articles are asked for."""

    __slots__ = ("_block", "_ordinal", "_segment", "key")

    def __init__(self, segment: _Segment, ordinal: int) -> None:
        self._segment = segment
        self._ordinal = ordinal
        self._block: Block | None = None
        self.key = segment.number * _MOST_UNITS + ordinal

    @property
    def name(self) -> str:
        return self._segment.file.name(self._ordinal)[1]

    @property
    def part(self) -> int:
        return self._segment.number

    @property
    def articles(self) -> int:
        return self._read().articles

    @property
    def places(self) -> Sequence[int]:
        return self._read().places

    @property
    def weights(self) -> bytes:
        return self._read().weights

    @property
    def standing(self) -> Sequence[int]:
        return self._read().standing

    def spots_of(self, standing: Iterable[int]) -> list[int]:
        return self._read().spots_of(standing)

    def spots(self, within: frozenset[int]) -> list[int]:
        return self._read().spots(within)

    def _read(self) -> Block:
        if self._block is None:
            self._block = self._segment.file.block(self._ordinal, self._segment.base)
        return self._block


_NOWHERE = (1 << 32) - 1
_MOST_UNITS = 1 << 32  # of a segment: keys of one never reach those of the next


class WhooshView:
    """The index as it stood when it was opened."""

    def __init__(self, index: Any) -> None:
        self._reader = index.reader()
        self._segments: list[_Segment] = []
        self.numbers, self.published, self.lengths = array("I"), array("I"), array("I")
        deleted: list[int] = []
        for reader in [leaf for leaf, _ in self._reader.leaf_readers() if leaf.doc_count_all()]:
            base = len(self.numbers)
            deleted += [base + place for place in reader.deleted_docs_set]
            self._segments.append(_Segment(reader._terms, len(self._segments), base))
            columns = reader._terms.columns()
            for column, values in zip((self.numbers, self.published, self.lengths), columns, strict=True):
                column.extend(values)
        self.deleted = frozenset(deleted)

    def units(self, zone: Zone, term: str) -> list[WhooshUnit]:
        return [WhooshUnit(segment, unit) for segment in self._segments for unit in segment.file.units(zone, term)]

    def units_beginning(self, zone: Zone, beginning: str) -> list[WhooshUnit]:
        return [
            WhooshUnit(segment, unit)
            for segment in self._segments
            for unit, _ in segment.file.units_beginning(zone, beginning)
        ]

    def unit_names(self, zone: Zone, beginning: str) -> list[tuple[str, int]]:
        counts: dict[str, int] = {}
        for segment in self._segments:
            for name, articles in segment.file.names_beginning(zone, beginning):
                counts[name] = counts.get(name, 0) + articles
        return sorted(counts.items())

    @property
    def words(self) -> WhooshView:
        return self

    def keys_called(self, zone: Zone, term: str) -> set[str]:
        return {first_term(unit.name).removeprefix(THING_SIGN) for unit in self.units(zone, THING_SIGN + term)}

    def naming(self, zone: Zone, key: str) -> set[int]:
        units = (unit for unit in self.units(zone, THING_SIGN + key) if first_term(unit.name) == THING_SIGN + key)
        return set().union(*(unit.places for unit in units))

    def called_otherwise(self, _zone: Zone) -> dict[str, str]:
        return {}

    def things_named(self, places: Collection[int]) -> Counter[int]:
        return self._things.count(places)

    def things_of(self, zone: Zone) -> range:
        return self._things.of_zone(zone)

    def thing(self, number: int) -> NamedThing:
        return self._things[number]

    def articles_naming(self, number: int) -> int:
        return self._things.articles(number)

    @property
    def kinds(self) -> list[str]:
        return self._things.kinds

    def place(self, number: int) -> int | None:
        return next(iter(self.places([number])), None)

    def places(self, numbers: Iterable[int]) -> list[int]:
        places, end = self._places, len(self._places)
        return [place for number in numbers if number < end and (place := places[number]) != _NOWHERE]

    def count(self) -> int:
        return len(self.numbers) - len(self.deleted)

    def close(self) -> None:
        self._reader.close()

    @cached_property
    def _places(self) -> array[int]:
        """By number: the record counts its articles, so that hardly any number is nobody's."""
        places = array("I", [_NOWHERE]) * (max(self.numbers, default=0) + 1)
        for place, number in enumerate(self.numbers):
            if place not in self.deleted:
                places[number] = place
        return places

    @cached_property
    def recency(self) -> array[int]:
        return array("Q", (day << 32 | number for day, number in zip(self.published, self.numbers, strict=True)))

    @cached_property
    def _things(self) -> Things:
        return Things([segment.file for segment in self._segments])
