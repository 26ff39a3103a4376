"""The occurrences of one unit in one segment, as bytes: articles and weights apart from positions.

Counting and ranking read the first part alone. Articles are kept as gaps, so that adding them up (`accumulate`, at C's
speed) gives their places, for any first place; each part is compressed where that pays.
"""

from __future__ import annotations

import struct
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Collection, Sequence
from itertools import accumulate, pairwise
from operator import sub

from kgtui.search.index.positions import count_of, unpack
from kgtui.search.index.protocol import SHIFT, Positions

_HEAD = struct.Struct("<BII")  # flags, articles, bytes of the first part
_PLACES_PACKED, _POSITIONS_PACKED, _WIDE_GAPS, _WIDE_COUNTS, _WIDE_POSITIONS, _ONCE_EACH = (
    1 << bit for bit in range(6)
)
_WORTH_COMPRESSING = 64  # bytes
_LEVEL = 1
_FEW = 8  # a search in a sorted row costs as much as so many steps along it


def pack_block(places: Sequence[int], weights: bytes, rows: Sequence[Positions]) -> bytes:
    """Ascending places, what the unit weighs in each, and its positions there (no rows: it has none).

    >>> block = Block(pack_block([1, 300], bytes([16, 48]), [b"a\\0", b"c\\0d\\0"]), base=1000)
    >>> block.places, list(block.weights), [spot & 0xFF for spot in block.spots({1300})]
    ([1001, 1300], [16, 48], [99, 100])
    """
    gaps = [places[0], *map(sub, places[1:], places)]
    wide = max(gaps) > 0xFFFF
    flags = _WIDE_GAPS if wide else 0
    first = array("I" if wide else "H", gaps).tobytes() + weights
    if len(first) > _WORTH_COMPRESSING:
        first, flags = zlib.compress(first, _LEVEL), flags | _PLACES_PACKED
    second, about_positions = _packed_rows(rows) if rows else (b"", 0)
    return _HEAD.pack(flags | about_positions, len(places), len(first)) + first + second


def _packed_rows(rows: Sequence[Positions]) -> tuple[bytes, int]:
    counts = list(map(count_of, map(len, rows)))
    flags = 0
    if any(len(row) % 2 for row in rows):
        positions = b"".join(array("I", unpack(row)).tobytes() for row in rows)
        flags |= _WIDE_POSITIONS
    else:
        positions = b"".join(rows)
    most = max(counts)
    if most == 1:
        packed, flags = positions, flags | _ONCE_EACH
    elif most > 0xFF:
        packed, flags = array("I", counts).tobytes() + positions, flags | _WIDE_COUNTS
    else:
        packed = bytes(counts) + positions
    if len(packed) > _WORTH_COMPRESSING:
        return zlib.compress(packed, _LEVEL), flags | _POSITIONS_PACKED
    return packed, flags


class Block:
    """A packed block, read when asked; ``base`` is the place of the segment's first article."""

    __slots__ = ("_base", "_count", "_flags", "_packed", "_positions_at", "places", "weights")

    def __init__(self, packed: bytes, base: int = 0) -> None:
        self._packed = packed
        self._base = base
        self._flags, self._count, size = _HEAD.unpack_from(packed)
        self._positions_at = _HEAD.size + size
        first = packed[_HEAD.size : self._positions_at]
        if self._flags & _PLACES_PACKED:
            first = zlib.decompress(first)
        gaps = array("I" if self._flags & _WIDE_GAPS else "H")
        gaps.frombytes(first[: gaps.itemsize * self._count])
        self.weights = first[gaps.itemsize * self._count :]
        self.places = list(accumulate(gaps[1:], initial=gaps[0] + base))

    def spots(self, within: Collection[int]) -> list[int]:
        """``place << SHIFT | position`` of every occurrence in these articles."""
        if len(self._packed) == self._positions_at:
            return []
        indices = self._indices(within)
        if not indices:
            return []
        counts, positions = self._rows()
        places = self.places
        if counts is None:
            return [positions[index] | places[index] << SHIFT for index in indices]
        starts = list(accumulate(counts, initial=0))
        return [at | places[index] << SHIFT for index in indices for at in positions[starts[index] : starts[index + 1]]]

    def _indices(self, within: Collection[int]) -> list[int]:
        """Where these articles stand in the block: looked up one by one where they are few, else gone through."""
        places, count = self.places, self._count
        if len(within) * _FEW > count:
            return [index for index, place in enumerate(places) if place in within]
        found = ((bisect_left(places, place), place) for place in within)
        return [index for index, place in found if index < count and places[index] == place]

    def rows(self) -> list[list[int]]:
        """The positions in each article, for a merger."""
        if len(self._packed) == self._positions_at:
            return []
        counts, positions = self._rows()
        return [
            positions[start:end].tolist() for start, end in pairwise(accumulate(counts or [1] * self._count, initial=0))
        ]

    def _rows(self) -> tuple[Sequence[int] | None, array[int]]:
        """How many positions each article has (None: one), and all positions in a row."""
        packed = self._packed[self._positions_at :]
        if self._flags & _POSITIONS_PACKED:
            packed = zlib.decompress(packed)
        counts: Sequence[int] | None = None
        taken = 0
        if self._flags & _WIDE_COUNTS:
            taken = 4 * self._count
            counts = array("I", packed[:taken])
        elif not self._flags & _ONCE_EACH:
            taken = self._count
            counts = packed[:taken]
        positions = array("I" if self._flags & _WIDE_POSITIONS else "H")
        positions.frombytes(packed[taken:])
        return counts, positions
