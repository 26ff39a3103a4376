"""When segments of the index are merged: small ones together, large ones never while somebody waits."""

from __future__ import annotations

from typing import Any

from kgtui.search.index.whoosh_names import SegmentReader

_SMALL = 500  # articles: merging so many takes about a second
_MANY = 8  # small segments that a reader may have to look into


def merge_small(writer: Any, segments: list[Any]) -> list[Any]:
    """A merge policy of Whoosh: takes the writer and the segments, merges some in, returns the others."""
    small = [segment for segment in segments if segment.doc_count() < _SMALL]
    if len(small) < _MANY:
        return segments
    for segment in small:
        reader = SegmentReader(writer.storage, writer.schema, segment)
        try:
            writer.add_reader(reader)
        finally:
            reader.close()
    return [segment for segment in segments if segment not in small]
