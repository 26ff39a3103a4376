"""Facts of a text, as tests ask for them."""

from __future__ import annotations

from pathlib import Path

from kgtui.extraction.extract import extract
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


def cases(name: str) -> list[tuple[str, str]]:
    """The texts of ``cases/<name>.tsv``, each with what it must give; lines that begin with # are remarks."""
    lines = (Path(__file__).parent / "cases" / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(text, wanted) for text, wanted in rows[1:]]
