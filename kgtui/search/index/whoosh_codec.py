"""Whoosh's segments with terms and postings of our own in them.

Whoosh's own codec writes each term's postings in pickled blocks of 128 with statistics for its scorers, and again for
each term of a word. What takes its place is in `whoosh_segment`.
"""

from __future__ import annotations

import os
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from kgtui.search.index.blocks import pack_block
from kgtui.search.index.protocol import Zone
from kgtui.search.index.whoosh_names import FieldWriter, StructFile, SubFile, W3Codec
from kgtui.search.index.whoosh_pool import Pool, PooledUnit
from kgtui.search.index.whoosh_segment import PAGE, SegmentFile, Table, key_of, pack_extent, pack_names, pack_numbers
from kgtui.search.units import THING_SIGN, terms_of


class Codec(W3Codec):  # type: ignore[misc]  # Whoosh's classes are untyped here
    """Whoosh 3's codec with our terms and postings. Its name and place are pickled into the index."""

    length_stats = False  # lengths are a column of ours

    def field_writer(self, storage: Any, segment: Any) -> _SegmentWriter:
        return _SegmentWriter(self, storage, segment)

    def postings_writer(self, _file: Any, byteids: bool = False) -> None:  # noqa: ARG002 - the field writer writes
        return None

    def terms_reader(self, storage: Any, segment: Any) -> SegmentFile:
        terms = segment.make_filename(self.TERMS_EXT)
        postings = segment.make_filename(self.POSTS_EXT)
        return SegmentFile(_file(storage, terms), storage.file_length(terms), _file(storage, postings))


class _Part(StructFile):  # type: ignore[misc]
    """A file inside a segment's one file, read where it lies. It is not mapped into memory: where a mapped file is cut
    short, the system ends whoever reads on in it; here that is an error."""

    def __init__(self, whole: Any, offset: int, length: int) -> None:
        super().__init__(SubFile(whole, offset, length))
        self._descriptor = whole.fileno()
        self._offset = offset

    def get(self, position: int, length: int) -> bytes:
        packed = os.pread(self._descriptor, length, self._offset + position)
        if len(packed) < length:
            raise EOFError
        return packed


def _file(storage: Any, name: str) -> Any:
    """Where a segment is not yet in one file, Whoosh's file."""
    segment = getattr(storage, "a", None)  # Whoosh lays a segment's one file over the folder
    return _Part(segment._file, *segment.range(name)) if segment else storage.open_file(name)


@dataclass(slots=True)
class _Rows:
    """What is known of each unit by its number, and the numbers of units by term and by article."""

    things: list[list[int]]
    offsets: array[int] = field(default_factory=lambda: array("Q"))
    articles: array[int] = field(default_factory=lambda: array("I"))
    names: list[str] = field(default_factory=list)
    terms: dict[bytes, array[int]] = field(default_factory=dict)

    def take(self, zone: Zone, unit: PooledUnit, offset: int) -> None:
        number = len(self.names)
        self.offsets.append(offset)
        self.articles.append(len(unit.places))
        self.names.append(zone.value + unit.name)
        for term in terms_of(unit.name):
            self.terms.setdefault(key_of(zone, term), array("I")).append(number)
        if unit.name[0] == THING_SIGN:
            for place in unit.places:
                self.things[place].append(number)


class _SegmentWriter(FieldWriter):  # type: ignore[misc]
    """Writes what a `Pool` has gathered."""

    def add_postings(self, _schema: Any, _lengths: Any, pool: Pool) -> None:
        self._written = 0
        rows = _Rows(things=[[] for _ in pool.columns])
        wide = pool.is_wide()
        for zone, unit in pool.units():
            rows.take(zone, unit, self._written)
            self._write(pack_block(unit.places, bytes(unit.weights), unit.rows, wide=wide))
        rows.offsets.append(self._written)
        for table, packed in self._tables(rows, pool.columns):
            self._tindex.add(table.key, pack_extent(self._written, len(packed)))
            self._write(packed)
        for key in sorted(rows.terms):
            self._tindex.add(key, rows.terms[key].tobytes())

    def _tables(self, rows: _Rows, columns: list[tuple[int, int, int]]) -> Iterator[tuple[Table, bytes]]:
        """In the order of their keys."""
        pages = [rows.names[start : start + PAGE] for start in range(0, len(rows.names), PAGE)]
        yield Table.OFFSETS, rows.offsets.tobytes()
        yield Table.PAGES, self._written_pages(pages).tobytes()
        yield Table.FIRSTS, pack_names([page[0] for page in pages])
        yield Table.COLUMNS, array("I", chain.from_iterable(zip(*columns, strict=True))).tobytes()
        yield Table.THINGS_EACH, pack_numbers("H", map(len, rows.things))
        yield Table.THINGS, pack_numbers("I", chain.from_iterable(rows.things))
        yield Table.ARTICLES, pack_numbers("I", rows.articles)

    def _written_pages(self, pages: list[list[str]]) -> array[int]:
        """Where each page begins, and where the last one ends."""
        offsets = array("Q")
        for page in pages:
            offsets.append(self._written)
            self._write(pack_names(page))
        offsets.append(self._written)
        return offsets

    def _write(self, packed: bytes) -> None:
        self._postfile.write(packed)
        self._written += len(packed)
