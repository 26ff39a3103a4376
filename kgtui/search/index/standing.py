"""Where one unit stands in one segment, as bytes.

A standing is a number within a segment, ``place << bits | position``, so that words that follow each other differ by 1
and a phrase is set algebra. A unit that stands often keeps these numbers as they are, to be read back at once; one that
stands seldom keeps less: how often it stands in each of its articles, and the positions alone.
"""

from __future__ import annotations

import zlib
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from itertools import accumulate, chain, pairwise, repeat
from operator import add, lshift

from kgtui.search.index.positions import count_of, unpack
from kgtui.search.index.protocol import SHIFT, Positions

_NARROW_BITS = 16  # of a position in a segment of shorter articles; of others as many as in a spot
_MOST_NARROW = 1 << 16  # articles of such a segment
_OFTEN = 512  # standings from which on they are kept as such
_VERY_OFTEN = 8192  # from which on they are not compressed, since most of their time would go into that
_WORTH_COMPRESSING = 64  # bytes
_LEVEL = 1
_PACKED, _WIDE, _STANDINGS, _ONCE_EACH, _WIDE_COUNTS = (1 << bit for bit in range(5))


def needs_wide(articles: int, rows: Iterable[Positions]) -> bool:
    """Whether a segment of so many articles with these positions needs wider standings."""
    return articles > _MOST_NARROW or any(len(row) % 2 for row in rows)


def pack_standing(places: Sequence[int], rows: Sequence[Positions], *, wide: bool) -> bytes:
    """``places`` of a segment, the positions in each, and whether the segment is a wide one."""
    counts = list(map(count_of, map(len, rows)))
    positions = _joined(rows, wide=wide)
    flags = _WIDE if wide else 0
    if len(positions) >= _OFTEN:
        flags |= _STANDINGS
        packed = array("Q" if wide else "I", _standing(places, counts, positions, _bits(flags))).tobytes()
    elif max(counts) == 1:
        flags |= _ONCE_EACH
        packed = positions.tobytes()
    elif max(counts) > 0xFF:
        flags |= _WIDE_COUNTS
        packed = array("H", counts).tobytes() + positions.tobytes()
    else:
        packed = bytes(counts) + positions.tobytes()
    if len(packed) > _WORTH_COMPRESSING and len(positions) < _VERY_OFTEN:
        packed, flags = zlib.compress(packed, _LEVEL), flags | _PACKED
    return bytes([flags]) + packed


def _joined(rows: Sequence[Positions], *, wide: bool) -> array[int]:
    if wide:
        return array("I", chain.from_iterable(map(unpack, rows)))
    positions = array("H")
    positions.frombytes(b"".join(rows))
    return positions


def _standing(places: Sequence[int], counts: Sequence[int], positions: Sequence[int], bits: int) -> list[int]:
    firsts = map(lshift, places, repeat(bits))
    if len(positions) == len(places):
        return list(map(add, firsts, positions))
    return list(map(add, chain.from_iterable(map(repeat, firsts, counts)), positions))


def _bits(flags: int) -> int:
    return SHIFT if flags & _WIDE else _NARROW_BITS


class Standing:
    """What `pack_standing` made; ``places`` gives the places of the segment as there, where they are needed."""

    def __init__(self, packed: bytes, articles: int, places: Callable[[], Sequence[int]]) -> None:
        self._flags = packed[0]
        self._bytes = zlib.decompress(packed[1:]) if self._flags & _PACKED else packed[1:]
        self._articles = articles
        self._places = places
        self.bits = _bits(self._flags)

    @cached_property
    def all(self) -> Sequence[int]:
        """Ascending."""
        if self._flags & _STANDINGS:
            return array("Q" if self._flags & _WIDE else "I", self._bytes)
        counts, positions = self._counts_and_positions()
        return _standing(self._places(), counts, positions, self.bits)

    def at(self, place: int) -> Sequence[int]:
        """The positions in one of the articles."""
        first = place << self.bits
        start = bisect_left(self.all, first)
        stop = bisect_left(self.all, first + (1 << self.bits), start)
        return [standing - first for standing in self.all[start:stop]]

    def rows(self) -> list[list[int]]:
        """The positions in each article, for a merger."""
        if self._flags & _STANDINGS:
            return [list(self.at(place)) for place in self._places()]
        counts, positions = self._counts_and_positions()
        return [positions[start:end].tolist() for start, end in pairwise(accumulate(counts, initial=0))]

    def _counts_and_positions(self) -> tuple[Sequence[int], array[int]]:
        """How many positions each article has, and all positions."""
        typecode = "I" if self._flags & _WIDE else "H"
        if self._flags & _ONCE_EACH:
            return [1] * self._articles, array(typecode, self._bytes)
        size = self._articles * (2 if self._flags & _WIDE_COUNTS else 1)
        counts = self._bytes[:size]
        return array("H", counts) if self._flags & _WIDE_COUNTS else counts, array(typecode, self._bytes[size:])
