"""What lies in a segment's two files, and how it is read.

The postings' file: a block a unit (see `blocks`), in the order of zones and names; then tables: where each block
begins, the names themselves in compressed pages, the columns of the articles, and what each article names. The terms'
file is a hash table of Whoosh's, from a term to the numbers of its units. Nothing is read before it is asked for.
"""

from __future__ import annotations

import struct
import zlib
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from enum import Enum
from functools import cached_property, lru_cache
from typing import Any

from kgtui.search.index.blocks import Block
from kgtui.search.index.protocol import Zone
from kgtui.search.index.whoosh_names import OrderedHashReader

PAGE = 128  # names
_EXTENT = struct.Struct("<QQ")
_TWO = struct.Struct("QQ")  # neighbours in a table, which is in this machine's order as arrays are
_LEVEL = 1
_PAGES_KEPT = 8


class Table(str, Enum):
    """The tables after the blocks. In the terms' file their names come before all terms."""

    OFFSETS = "0"
    PAGES = "1"
    FIRSTS = "2"
    COLUMNS = "3"
    THINGS_EACH = "4"
    THINGS = "5"
    ARTICLES = "6"

    @property
    def key(self) -> bytes:
        return b"\0" + self.value.encode()


def key_of(zone: Zone, term: str) -> bytes:
    return (zone.value + term).encode()


def pack_extent(start: int, length: int) -> bytes:
    return _EXTENT.pack(start, length)


def pack_names(names: list[str]) -> bytes:
    return zlib.compress("\n".join(names).encode(), _LEVEL)


def pack_numbers(typecode: str, numbers: Iterable[int]) -> bytes:
    return zlib.compress(array(typecode, numbers).tobytes(), _LEVEL)


def _names(packed: bytes) -> list[str]:
    names = zlib.decompress(packed).decode()
    return names.split("\n") if names else []


def _numbers(typecode: str, packed: bytes) -> array[int]:
    return array(typecode, zlib.decompress(packed))


class SegmentFile:
    """A segment open for reading. Stands in for Whoosh's reader of terms."""

    def __init__(self, terms: Any, length: int, postings: Any) -> None:
        self._terms = OrderedHashReader(terms, length)
        self._postings = postings
        self._page = lru_cache(maxsize=_PAGES_KEPT)(self._read_page)

    def units(self, zone: Zone, term: str) -> array[int]:
        """The units that answer to a term."""
        return array("I", self._terms.get(key_of(zone, term), b""))

    def units_beginning(self, zone: Zone, beginning: str) -> Iterator[tuple[int, str]]:
        """Number and name of the units whose name begins so."""
        wanted = zone.value + beginning
        page = max(0, bisect_right(self._firsts, wanted) - 1)
        while page < len(self._firsts):
            for ordinal, name in enumerate(self._page(page), page * PAGE):
                if name.startswith(wanted):
                    yield ordinal, name[1:]
                elif name > wanted:
                    return
            page += 1

    def all_units(self) -> Iterator[tuple[int, Zone, str]]:
        for page in range(len(self._firsts)):
            for ordinal, name in enumerate(self._page(page), page * PAGE):
                yield ordinal, Zone(name[0]), name[1:]

    def name(self, ordinal: int) -> tuple[Zone, str]:
        name = self._page(ordinal // PAGE)[ordinal % PAGE]
        return Zone(name[0]), name[1:]

    def block(self, ordinal: int, base: int) -> Block:
        start, stop = self._begin_and_end(self._offsets_at, ordinal)
        return Block(self._postings.get(start, stop - start), base)

    def articles(self, ordinal: int) -> int:
        """How many have a unit."""
        return self._articles[ordinal]

    def names_beginning(self, zone: Zone, beginning: str) -> Iterator[tuple[str, int]]:
        """The names that begin so, with the number of articles that have each."""
        articles = self._articles
        return ((name, articles[ordinal]) for ordinal, name in self.units_beginning(zone, beginning))

    def columns(self) -> tuple[array[int], array[int], array[int]]:
        """Number, day of publication and length of each article."""
        values = array("I", self._table(Table.COLUMNS))
        size = len(values) // 3
        return values[:size], values[size : 2 * size], values[2 * size :]

    def things(self) -> tuple[array[int], array[int]]:
        """How many things each article names, and their units, article after article."""
        return _numbers("H", self._table(Table.THINGS_EACH)), _numbers("I", self._table(Table.THINGS))

    def close(self) -> None:
        self._terms.close()
        self._postings.close()

    def _read_page(self, page: int) -> list[str]:
        start, stop = self._begin_and_end(self._pages_at, page)
        return _names(self._postings.get(start, stop - start))

    def _begin_and_end(self, table_at: int, number: int) -> tuple[int, int]:
        begin, end = _TWO.unpack(self._postings.get(table_at + 8 * number, 16))
        return begin, end

    @cached_property
    def _firsts(self) -> list[str]:
        return _names(self._table(Table.FIRSTS))

    @cached_property
    def _articles(self) -> array[int]:
        """How many articles have each unit."""
        return _numbers("I", self._table(Table.ARTICLES))

    @cached_property
    def _offsets_at(self) -> int:
        return self._extent(Table.OFFSETS)[0]

    @cached_property
    def _pages_at(self) -> int:
        return self._extent(Table.PAGES)[0]

    def _table(self, table: Table) -> bytes:
        packed: bytes = self._postings.get(*self._extent(table))
        return packed

    def _extent(self, table: Table) -> tuple[int, int]:
        start, length = _EXTENT.unpack(self._terms[table.key])
        return start, length
