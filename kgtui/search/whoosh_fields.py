"""What the Whoosh index holds: ready terms with their positions, and three numbers an article. No text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from whoosh.fields import FieldType

from kgtui.search.engine import Positions, Zone
from kgtui.search.whoosh_names import Column, NumericColumn, PositionsFormat, Schema

COLUMNS = ("number", "published", "length")


class Postings(FieldType):
    """Takes a mapping of terms to packed positions; no tokens, no lengths, no weights are made of it."""

    def __init__(self) -> None:
        self.format = PositionsFormat()
        self.scorable = self.stored = self.unique = False
        self.analyzer = self.vector = None

    def index(self, value: Mapping[str, Positions], **_: Any) -> Iterator[tuple[bytes, int, float, bytes]]:  # type: ignore[override]
        for term, packed in value.items():
            yield term.encode(), 1, 1.0, packed


def schema() -> Any:
    """Postings a zone; what sorts and weighs an article as columns. The number is how the record calls it."""
    numbers = {name: Column(NumericColumn("I")) for name in COLUMNS}
    return Schema(**numbers, **{zone.value: Postings() for zone in Zone})
