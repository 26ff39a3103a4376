"""Positions of words as bytes: two bytes each, or four after a marker byte in an article of 60,000 words and more.

Smaller than what the engine would make of them, and read back without unpickling.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from functools import lru_cache

_LAST_NARROW = 0xEFFF  # less than two bytes hold: no phrase goes on from there into the first words of the next article
_WIDE = b"\0"  # makes the length odd, which two-byte positions never have


def pack(positions: Sequence[int]) -> bytes:
    """Ascending positions → bytes.

    >>> unpack(pack([3, 70_000]))
    array('I', [3, 70000])
    """
    if len(positions) == 1:
        return _single(positions[0])
    return _packed(positions)


@lru_cache(maxsize=4096)
def _single(position: int) -> bytes:
    """Most words occur once in an article: these few values are shared."""
    return _packed((position,))


def _packed(positions: Sequence[int]) -> bytes:
    if positions[-1] > _LAST_NARROW:
        return _WIDE + array("I", positions).tobytes()
    return array("H", positions).tobytes()


def unpack(packed: bytes) -> array[int]:
    wide = len(packed) % 2
    positions = array("I" if wide else "H")
    positions.frombytes(packed[wide:])
    return positions


def count_of(length: int) -> int:
    """How many positions there are in so many bytes."""
    return length // 4 if length % 2 else length // 2
