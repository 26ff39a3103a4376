"""What extraction is known to get wrong, by kind, with an example of each: `known_errors.tsv`.

A row says what a reader would take from a text; what the program takes is found anew whenever the table is made, and a
test says which rows are errors no longer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kgtui.export.told import fact_line
from kgtui.extraction.extract import extract
from kgtui.language import analyse
from kgtui.model import Document, EntityKind, FactKind, Span

TABLE = Path(__file__).with_name("known_errors.tsv")
PUBLISHED = date(2025, 11, 20)
NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class KnownError:
    """``kind`` is that of a fact or an entity; ``wanted`` and ``given`` are what is and what would be right."""

    kind: str
    text: str
    wanted: str
    given: str
    why: str


def known_errors() -> list[KnownError]:
    rows = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if line[:1] not in ("", "#")]
    return [KnownError(kind, text, wanted, taken(kind, text), why) for kind, text, wanted, why in rows[1:]]


def taken(kind: str, text: str) -> str:
    """What the program takes of a kind from a text, in a line."""
    return "; ".join(_lines(kind, text)) or NOTHING


def _lines(kind: str, text: str) -> Iterator[str]:
    document = Document("known", "known", text, Span(0, len(text)), "", PUBLISHED)
    facts = extract(document, analyse(text))
    if kind in {each.value for each in EntityKind}:
        yield from (entity.name for entity in facts.entities if entity.kind.value == kind)
    else:
        yield from (fact_line(fact, text) for fact in facts.told if fact.fact_kind is FactKind(kind))
