"""Facts of a text, as tests ask for them."""

from __future__ import annotations

from kgtui.extraction import extract
from kgtui.language import analyse
from kgtui.model import Document, Entity, EntityKind, Facts, Span


def document(text: str, body: Span | None = None) -> Document:
    return Document(id="t", origin="t.txt", text=text, body=body or Span(0, len(text)), title="")


def facts(text: str, body: Span | None = None) -> Facts:
    read = document(text, body)
    return extract(read, analyse(text, read.body))


def entities(text: str, *kinds: EntityKind) -> list[Entity]:
    return [entity for entity in facts(text).entities if entity.kind in kinds]


def names(text: str, *kinds: EntityKind) -> list[str]:
    return [entity.name for entity in entities(text, *kinds)]


def surfaces(text: str, *kinds: EntityKind) -> set[str]:
    return {span.of(text) for entity in entities(text, *kinds) for span in entity.spans}
