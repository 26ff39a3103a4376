"""When segments of the index are merged: small ones together, large ones never while somebody waits."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from typing import Any

from kgtui.search.index.positions import pack
from kgtui.search.index.protocol import Positions
from kgtui.search.index.whoosh_names import SegmentReader
from kgtui.search.index.whoosh_pool import Pool
from kgtui.search.index.whoosh_segment import SegmentFile

_SMALL = 500  # articles of a segment that may be merged
_MANY = 8  # small segments that a reader may have to look into
_AT_MOST = 1000  # articles that are merged at once: about a second
_TIMES = 4  # a large commit may merge so many times its own articles


def merge_small(writer: Any, segments: list[Any]) -> list[Any]:
    """A merge policy of Whoosh: takes the writer and the segments, merges some in, returns the others."""
    small = sorted((s for s in segments if s.doc_count() < _SMALL), key=lambda s: int(s.doc_count_all()))
    if len(small) < _MANY:
        return segments
    most = max(_AT_MOST, _TIMES * writer.docnum)
    sizes = accumulate(segment.doc_count() for segment in small)
    small = [segment for segment, size in zip(small, sizes, strict=True) if size <= most]
    for segment in small:
        reader = SegmentReader(writer.storage, writer.schema, segment)
        try:
            _take(writer, reader._terms, frozenset(segment.deleted_docs()))
        finally:
            reader.close()
    return [segment for segment in segments if segment not in small]


def _take(writer: Any, file: SegmentFile, deleted: frozenset[int]) -> None:
    """Put the articles of a segment that are still there after those of the pool."""
    pool: Pool = writer.pool
    places: dict[int, int] = {}
    for place, numbers in enumerate(zip(*file.columns(), strict=True)):
        if place not in deleted:
            places[place] = pool.add_article(numbers)
            writer.add_document()
    for ordinal, zone, name in file.all_units():
        if name[0] != "*":  # these are made from the words when they are written
            pool.take_unit(zone, name, _moved(file, ordinal, places))


def _moved(file: SegmentFile, ordinal: int, places: dict[int, int]) -> Iterator[tuple[int, int, Positions]]:
    block = file.block(ordinal, 0)
    for place, weight, row in zip(block.places, block.weights, block.rows(), strict=True):
        if place in places:
            yield places[place], weight, pack(row)
