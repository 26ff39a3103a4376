"""What the Whoosh index holds: ready terms with their positions, and three numbers an article. No text."""

from __future__ import annotations

from typing import Any

from kgtui.search.index.protocol import Zone
from kgtui.search.index.whoosh_names import Column, FieldType, NumericColumn, PositionsFormat, Schema

COLUMNS = ("number", "published", "length")


class Postings(FieldType):  # type: ignore[misc]  # Whoosh's classes are untyped here
    """Terms that are handed to the writer ready made (see `whoosh_pool`): no tokens, no lengths, no weights."""

    def __init__(self) -> None:
        self.format = PositionsFormat()
        self.scorable = self.stored = self.unique = False
        self.analyzer = self.vector = None


def schema() -> Any:
    """Postings a zone; what sorts and weighs an article as columns. The number is how the record calls it."""
    numbers = {name: Column(NumericColumn("I")) for name in COLUMNS}
    return Schema(**numbers, **{zone.value: Postings() for zone in Zone})
