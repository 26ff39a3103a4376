"""How postings lie in the index's files: a term's in one piece, as arrays.

Whoosh's own codec pickles blocks of 128 postings with their weights and statistics for its scorers. We score by counts
of positions and read postings whole, so a term here is its articles' places, the lengths of their packed positions and
the positions in a row, compressed where that pays. Building costs less than half, and so does reading.
"""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Any

from kgtui.search.index.protocol import Positions
from kgtui.search.index.whoosh_names import FieldWriter, ListMatcher, TermInfo, W3Codec, pack_ushort

TermPostings = tuple[str, bytes, Sequence[int], Sequence[Positions]]  # field, term, ascending places, positions

_COMPRESSED, _LONG = 1, 2  # flags: compressed; some positions take more than 255 bytes
_WORTH_COMPRESSING = 96  # bytes
_LEVEL = 1


def pack_postings(places: Sequence[int], positions: Sequence[Positions]) -> bytes:
    """
    >>> unpacked = unpack_postings(pack_postings([1, 300], [b"ab", b"cdef"]))
    >>> list(unpacked[0]), list(unpacked[1]), list(split(*unpacked[1:]))
    ([1, 300], [2, 4], [b'ab', b'cdef'])
    """
    lengths = [len(packed) for packed in positions]
    flags = _LONG if max(lengths) > 0xFF else 0
    parts = (
        array("I", (len(places),)).tobytes(),
        array("I", places).tobytes(),
        array("I" if flags else "B", lengths).tobytes(),
        b"".join(positions),
    )
    packed = b"".join(parts)
    if len(packed) > _WORTH_COMPRESSING:
        return bytes((flags | _COMPRESSED,)) + zlib.compress(packed, _LEVEL)
    return bytes((flags,)) + packed


def unpack_postings(packed: bytes) -> tuple[array[int], array[int], bytes]:
    """Places, lengths of positions, positions in a row."""
    flags = packed[0]
    content = zlib.decompress(packed[1:]) if flags & _COMPRESSED else packed[1:]
    count = int.from_bytes(content[:4], _ORDER)
    after_places = 4 + 4 * count
    places, lengths = array("I"), array("I" if flags & _LONG else "B")
    places.frombytes(content[4:after_places])
    after_lengths = after_places + lengths.itemsize * count
    lengths.frombytes(content[after_places:after_lengths])
    return places, lengths, content[after_lengths:]


_ORDER: Any = "little" if array("H", (1,)).tobytes()[0] else "big"  # of this machine, as arrays are written


def split(lengths: Iterable[int], row: bytes) -> Iterator[Positions]:
    """The positions of each article."""
    ends = list(accumulate(lengths))
    return (row[start:end] for start, end in zip([0, *ends], ends, strict=False))


class Codec(W3Codec):  # type: ignore[misc]  # Whoosh's classes are untyped here
    """Whoosh 3's codec with our postings. Its name and place are pickled into the index."""

    length_stats = False  # lengths are a column of ours

    def field_writer(self, storage: Any, segment: Any) -> _FieldWriter:
        return _FieldWriter(self, storage, segment)

    def postings_writer(self, _file: Any, byteids: bool = False) -> None:  # noqa: ARG002 - the field writer writes
        return None

    def postings_reader(self, file: Any, info: Any, format_: Any, term: Any = None, scorer: Any = None) -> Matcher:
        offset, (length,) = info.extent()  # Whoosh leaves the length as `struct` unpacked it
        return Matcher(file.get(offset, length), format_, term, scorer)


class _FieldWriter(FieldWriter):  # type: ignore[misc]
    def add_postings(self, schema: Any, _lengths: Any, terms: Iterable[TermPostings]) -> None:
        last = None
        for field, term, places, positions in terms:
            if field != last:
                self.start_field(field, schema[field])
                last = field
            packed = pack_postings(places, positions)
            info = TermInfo()
            info._df, info._minid, info._maxid = len(places), places[0], places[-1]
            info.set_extent(self._postfile.tell(), len(packed))
            self._postfile.write(packed)
            self._tindex.add(pack_ushort(self._fieldid) + term, info.to_bytes())


class Matcher(ListMatcher):  # type: ignore[misc]
    """A term's postings in one segment; Whoosh walks it when it merges, we take it whole."""

    def __init__(self, packed: bytes, format_: Any, term: Any, scorer: Any) -> None:
        self.places, self.lengths, self.row = unpack_postings(packed)
        super().__init__(self.places, format=format_, scorer=scorer, all_weights=1.0, term=term)
        self._split: list[Positions] = []

    def positions(self) -> list[Positions]:
        return list(split(self.lengths, self.row))

    def value(self) -> Positions:
        if not self._split:
            self._split = self.positions()
        return self._split[self._i]
