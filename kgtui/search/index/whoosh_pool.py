"""The postings of one commit, kept by term until they are written.

The engine's own pool keeps a tuple of five a posting and sorts them all; here the terms alone are sorted, since
articles come in ascending order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kgtui.search.index.protocol import Positions, Zone
from kgtui.search.index.whoosh_codec import TermPostings

_Term = tuple[list[int], list[Positions]]


class TermPool:
    """Stands in for Whoosh's ``PostingPool``, for a writer with our codec."""

    def __init__(self) -> None:
        self._fields: dict[str, dict[bytes, _Term]] = {zone.value: {} for zone in Zone}

    def take(self, place: int, terms: Mapping[Zone, Mapping[str, Positions]]) -> None:
        """An article's terms, under the place that the writer gives it."""
        for zone, positions in terms.items():
            held = self._fields[zone.value]
            for term, packed in positions.items():
                _append(held, term.encode(), place, packed)

    def add(self, item: tuple[str, bytes, int, float, Positions]) -> None:
        """One posting of a segment that is merged in."""
        field, term, place, _, packed = item
        _append(self._fields[field], term, place, packed)

    def iter_postings(self) -> Iterator[TermPostings]:
        for field in sorted(self._fields):
            terms = self._fields[field]
            for term in sorted(terms):
                yield field, term, *terms[term]

    def cleanup(self) -> None:
        self._fields.clear()


def _append(held: dict[bytes, _Term], term: bytes, place: int, packed: Positions) -> None:
    postings = held.get(term)
    if postings is None:
        held[term] = [place], [packed]
    else:
        postings[0].append(place)
        postings[1].append(packed)
