"""The postings of one commit, kept by term until they are written.

The engine's own pool keeps a tuple of five a posting and sorts them all; here the terms alone are sorted, since
articles come in ascending order.
"""

from __future__ import annotations

from collections.abc import Iterator


class TermPool:
    """Stands in for Whoosh's ``PostingPool``."""

    def __init__(self) -> None:
        self._fields: dict[str, dict[bytes, tuple[list[int], list[bytes]]]] = {}

    def add(self, item: tuple[str, bytes, int, float, bytes]) -> None:
        field, term, place, _, packed = item
        terms = self._fields.setdefault(field, {})
        held = terms.get(term)
        if held is None:
            terms[term] = [place], [packed]
        else:
            held[0].append(place)
            held[1].append(packed)

    def iter_postings(self) -> Iterator[tuple[str, bytes, int, float, bytes]]:
        for field in sorted(self._fields):
            terms = self._fields[field]
            for term in sorted(terms):
                for place, packed in zip(*terms[term], strict=True):
                    yield field, term, place, 1.0, packed

    def cleanup(self) -> None:
        self._fields.clear()
