"""Reading a Whoosh index: a term's postings whole, a column whole, a segment's deletions once."""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from kgtui.search.index.positions import count_of
from kgtui.search.index.protocol import Positions, Zone
from kgtui.search.index.whoosh_fields import COLUMNS
from kgtui.search.index.whoosh_names import TermNotFound

Value = TypeVar("Value")


class _Segment:
    """One segment: its reader, the columns of its articles, which of them are still there."""

    def __init__(self, reader: Any) -> None:
        self.reader = reader
        size = reader.doc_count_all()
        self.numbers, self.published, self.lengths = (_column(reader, name, size) for name in COLUMNS)
        self.deleted: frozenset[int] = reader.deleted_docs_set

    def living(self) -> Iterator[int]:
        """The places (segment's document numbers) of articles that are still there."""
        places = range(len(self.numbers))
        return (place for place in places if place not in self.deleted) if self.deleted else iter(places)

    def postings(self, zone: Zone, term: bytes) -> Iterable[tuple[int, Positions]]:
        matcher = self._matcher(zone, term)
        return self._numbered(matcher.places, matcher.positions()) if matcher else ()

    def counts(self, zone: Zone, term: bytes) -> Iterable[tuple[int, int]]:
        matcher = self._matcher(zone, term)
        return self._numbered(matcher.places, map(count_of, matcher.lengths)) if matcher else ()

    def _matcher(self, zone: Zone, term: bytes) -> Any:
        try:
            matcher = self.reader.postings(zone.value, term)
        except TermNotFound:
            return None
        return matcher.child if self.deleted else matcher  # Whoosh's filter goes posting by posting; ours does not

    def _numbered(self, places: Iterable[int], values: Iterable[Value]) -> Iterable[tuple[int, Value]]:
        """Article number and value of the articles that are still there."""
        numbers, deleted = self.numbers, self.deleted
        if deleted:
            pairs = zip(places, values, strict=True)
            return [(numbers[place], value) for place, value in pairs if place not in deleted]
        return zip(map(numbers.__getitem__, places), values, strict=True)


def _column(reader: Any, name: str, size: int) -> array[int]:
    """A whole column at once; articles at its end that have its default are not in the file."""
    column = reader.column_reader(name, translate=False)
    if not hasattr(column, "_dbfile"):  # a segment in which no article has a value
        return array("I", bytes(4 * size))
    held = column._count
    values = array("I", struct.unpack(f"!{held}I", column._dbfile.get(column._basepos, 4 * held)))
    values.frombytes(bytes(4 * (size - held)))
    return values


class WhooshView:
    """The index as it stood when it was opened."""

    def __init__(self, index: Any) -> None:
        self._reader = index.reader()
        self._segments = [_Segment(leaf) for leaf, _ in self._reader.leaf_readers() if leaf.doc_count_all()]
        self._published: dict[int, int] = {}
        self._lengths: dict[int, int] = {}
        for segment in self._segments:
            for place in segment.living():
                number = segment.numbers[place]
                self._published[number] = segment.published[place]
                self._lengths[number] = segment.lengths[place]
        self.published = self._published.__getitem__
        self.length = self._lengths.__getitem__

    def postings(self, zone: Zone, term: str) -> dict[int, Positions]:
        found: dict[int, Positions] = {}
        encoded = term.encode()
        for segment in self._segments:
            found.update(segment.postings(zone, encoded))
        return found

    def counts(self, zone: Zone, term: str) -> dict[int, int]:
        found: dict[int, int] = {}
        encoded = term.encode()
        for segment in self._segments:
            found.update(segment.counts(zone, encoded))
        return found

    def terms(self, zone: Zone, prefix: str) -> list[tuple[str, int]]:
        counts: dict[str, int] = {}
        encoded = prefix.encode()
        for segment in self._segments:
            for term in segment.reader.expand_prefix(zone.value, encoded):
                name = term.decode()
                counts[name] = counts.get(name, 0) + segment.reader.doc_frequency(zone.value, term)
        return sorted(counts.items())

    def count(self) -> int:
        return len(self._lengths)

    def mean_length(self) -> float:
        return sum(self._lengths.values()) / len(self._lengths) if self._lengths else 0.0

    def places(self) -> dict[int, int]:
        """Article number → the index's own document number, as a writer that begins now would count it."""
        found: dict[int, int] = {}
        base = 0
        for segment in self._segments:
            found.update((segment.numbers[place], base + place) for place in segment.living())
            base += len(segment.numbers)
        return found

    def close(self) -> None:
        self._reader.close()
