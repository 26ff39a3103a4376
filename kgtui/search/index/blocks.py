"""The occurrences of one unit in one segment, as bytes: articles and weights apart from where it stands in them.

Counting and ranking read the first part alone. Articles are kept as gaps, so that adding them up (`accumulate`, at C's
speed) gives their places, for any first place; each part is compressed where that pays.
"""

from __future__ import annotations

import struct
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property, partial
from itertools import accumulate, compress, repeat
from operator import rshift, sub

from kgtui.search.index.protocol import SHIFT, Positions
from kgtui.search.index.standing import Standing, pack_standing

_HEAD = struct.Struct("<BII")  # flags, articles, bytes of the first part
_PLACES_PACKED, _WIDE_GAPS = 1, 2
_WORTH_COMPRESSING = 64  # bytes
_LEVEL = 1
_FEW = 8  # a search in a sorted row costs as much as so many steps along it


def pack_block(places: Sequence[int], weights: bytes, rows: Sequence[Positions], *, wide: bool = False) -> bytes:
    """Ascending places, what the unit weighs in each, and its positions there (no rows: it has none). ``wide`` says
    whether the whole segment `needs_wide` standings.

    >>> block = Block(pack_block([1, 300], bytes([16, 48]), [b"a\\0", b"c\\0d\\0"]), base=1000)
    >>> block.places, list(block.weights), [spot & 0xFF for spot in block.spots(frozenset({1300}))]
    ([1001, 1300], [16, 48], [99, 100])
    """
    gaps = [places[0], *map(sub, places[1:], places)]
    wide_gaps = max(gaps) > 0xFFFF
    flags = _WIDE_GAPS if wide_gaps else 0
    first = array("I" if wide_gaps else "H", gaps).tobytes() + weights
    if len(first) > _WORTH_COMPRESSING:
        first, flags = zlib.compress(first, _LEVEL), flags | _PLACES_PACKED
    second = pack_standing(places, rows, wide=wide) if rows else b""
    return _HEAD.pack(flags, len(places), len(first)) + first + second


class Block:
    """A packed block, read when asked; ``base`` is the place of the segment's first article."""

    articles: int

    def __init__(self, packed: bytes, base: int = 0) -> None:
        self._packed = packed
        self._base = base
        self._flags, self.articles, size = _HEAD.unpack_from(packed)
        self._standing_at = _HEAD.size + size

    @cached_property
    def places(self) -> list[int]:
        return self._from(self._base)

    @cached_property
    def weights(self) -> bytes:
        return self._first[self._gaps_size :]

    @property
    def standing(self) -> Sequence[int]:
        """Where the unit stands in the segment (see `standing`)."""
        return self._standing.all if self._standing else ()

    def spots(self, within: frozenset[int]) -> list[int]:
        """``place << SHIFT | position`` of every occurrence in these articles."""
        if self._standing is None:
            return []
        found = self._among(within)
        if len(found) * _FEW > self.articles:
            local = set(map(sub, found, repeat(self._base)))
            places = map(rshift, self.standing, repeat(self._standing.bits))
            return self.spots_of(compress(self.standing, map(local.__contains__, places)))
        at = self._standing.at
        return [place << SHIFT | one for place in sorted(found) for one in at(place - self._base)]

    def _among(self, within: frozenset[int]) -> Collection[int]:
        """Those of these articles that have the unit."""
        if len(within) * _FEW > self.articles:
            return within.intersection(self.places)
        found = ((bisect_left(self.places, place), place) for place in within)
        return [place for index, place in found if index < self.articles and self.places[index] == place]

    def spots_of(self, standing: Iterable[int]) -> list[int]:
        """What stands so in the segment, this unit or another, as spots of the view."""
        if self._standing is None:
            return []
        bits, base = self._standing.bits, self._base
        mask = (1 << bits) - 1
        return [((one >> bits) + base) << SHIFT | one & mask for one in standing]

    def rows(self) -> list[list[int]]:
        """The positions in each article, for a merger."""
        return self._standing.rows() if self._standing else []

    def _from(self, base: int) -> list[int]:
        gaps = array("I" if self._flags & _WIDE_GAPS else "H", self._first[: self._gaps_size])
        gaps_after = iter(gaps)
        return list(accumulate(gaps_after, initial=next(gaps_after) + base))

    @property
    def _gaps_size(self) -> int:
        """In bytes."""
        return self.articles * (4 if self._flags & _WIDE_GAPS else 2)

    @cached_property
    def _first(self) -> bytes:
        first = self._packed[_HEAD.size : self._standing_at]
        return zlib.decompress(first) if self._flags & _PLACES_PACKED else first

    @cached_property
    def _standing(self) -> Standing | None:
        """None of a unit without positions."""
        packed = self._packed[self._standing_at :]
        return Standing(packed, self.articles, partial(self._from, 0)) if packed else None
