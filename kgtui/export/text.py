"""An article and its facts as rows of text, 80 columns wide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kgtui.export.rows import Mark, Piece, Row, rows_of
from kgtui.export.told import fact_line, understood
from kgtui.export.wording import capital_first, provenance
from kgtui.export.wrapping import COLUMNS, hanging, lines_of, marked
from kgtui.locale import t
from kgtui.model import TOLD, Article, Document, Entity, EntityKind, Facts, Span
from kgtui.terminal import one_line

_BLANK: Row = ()


def article_rows(article: Article, facts: Facts, *, width: int | None) -> Iterator[Row]:
    """Head and body with its entities marked; ``width`` None leaves paragraphs unbroken."""
    document = article.document
    yield from _head_rows(document, width or COLUMNS)
    yield _BLANK
    marks = entity_marks(facts.entities)
    for line in lines_of(document.text, document.body, width):
        yield marked(document.text, line, marks)


def document_rows(document: Document, facts: Facts, *, width: int = COLUMNS) -> Iterator[Row]:
    """What was read of a document, without its text: title, where it is from, entities, and what is told of them."""
    yield from _head_rows(document, width)
    yield from entity_rows(facts, width=width)
    yield from fact_rows(document.text, facts, width=width)


def entity_rows(facts: Facts, *, width: int = COLUMNS) -> Iterator[Row]:
    """The entities by kind; each title wears the look that marks its kind in the text."""
    for kind in EntityKind:
        found = [entity for entity in facts.entities if entity.kind is kind]
        if not found:
            continue
        yield (Piece(capital_first(t(f"common.kind.{kind.value}")), Mark.of(kind)),)
        for entity in found:
            yield from rows_of(hanging(_entity_text(entity), width))


def fact_rows(text: str, facts: Facts, *, width: int = COLUMNS) -> Iterator[Row]:
    """What an article tells, kind by kind, each fact with what was understood of it."""
    for kind in TOLD:
        found = [fact for fact in facts.told if fact.fact_kind is kind]
        if found:
            yield (Piece(capital_first(t(f"fact.kinds.{kind.value}")), Mark.HEADING),)
        for fact in found:
            yield from rows_of(hanging(fact_line(fact, text), width))
            told = " · ".join(f"{label}: {value}" for label, value in understood(fact))
            yield from rows_of(hanging(told, width, indent="     ", first="     "), Mark.FAINT)


def _head_rows(document: Document, width: int) -> Iterator[Row]:
    yield from rows_of(hanging(one_line(document.title), width, indent="", first=""), Mark.HEADING)
    yield from rows_of([one_line(f"{provenance(document)} · {document.id}")], Mark.FAINT)


def _entity_text(entity: Entity) -> str:
    role = t("common.office", role=entity.role) if entity.role else ""
    doubt = t("common.doubtful") if entity.doubtful else ""
    times = f" ×{len(entity.spans)}" if len(entity.spans) > 1 else ""
    return one_line(f"{entity.name}{doubt}{role}{times}")


def entity_marks(entities: Sequence[Entity]) -> list[tuple[Span, Mark]]:
    """Marks in text order without overlaps; of two that overlap the one that begins first, then the longer, stays."""
    spans = sorted(
        ((span, Mark.of(entity.kind)) for entity in entities for span in entity.spans),
        key=lambda pair: (pair[0].start, -pair[0].end),
    )
    kept: list[tuple[Span, Mark]] = []
    for span, mark in spans:
        if not kept or span.start >= kept[-1][0].end:
            kept.append((span, mark))
    return kept
