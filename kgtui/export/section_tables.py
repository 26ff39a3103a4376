"""Sections of a dossier as tables, a line for each row: what was agreed and planned, what was signed, who said what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kgtui.dossier.values import AgreementRow, DocumentRow, QuotationRow, Row, Section, SectionKind
from kgtui.export.facts import amount_words
from kgtui.export.records import iso
from kgtui.export.spreadsheet import Cell
from kgtui.locale import t
from kgtui.model import Amount, PromiseStage

Cells = Sequence[Cell]

_SEVERAL = "; "
_OF_EACH = ("article", "number", "sentence")
COLUMNS: Mapping[SectionKind, Sequence[str]] = {
    SectionKind.AGREEMENTS: ("status", "who", "what", "amount", "due", "overdue", "date", "later", "union", *_OF_EACH),
    SectionKind.DOCUMENTS: ("status", "document", "when", "date", "place", "amount", "due", "union", *_OF_EACH),
    SectionKind.QUOTATIONS: ("speaker", "office", "words", "date", *_OF_EACH),
}
"""The sections that are tables, and the codes of their columns."""


def table_titles(kind: SectionKind) -> list[str]:
    return [t(f"table.column.{name}") for name in COLUMNS[kind]]


def table_cells(section: Section) -> Iterator[Cells]:
    """In the order of ``COLUMNS``; compliments, which the dossier only counts, are no lines."""
    for row in section.rows:
        if own := _own_cells(row):
            note = row.notes[0]
            yield (*own, note.id, note.sentence, note.quotation)


def _own_cells(row: Row) -> Cells:
    if isinstance(row, AgreementRow):
        return _agreement(row)
    if isinstance(row, DocumentRow):
        return _document(row)
    return _quotation(row) if isinstance(row, QuotationRow) else ()


def _agreement(row: AgreementRow) -> Cells:
    who = [row.speaker.name] if row.speaker else [actor.name for actor in row.who]
    later = [t("matter.step", stage=_stage(step.stage), date=iso(step.on) or "") for step in row.later]
    overdue = t("matter.overdue") if row.is_overdue else None
    return (
        _stage(row.current),
        _SEVERAL.join(who),
        row.what,
        _amount(row.amount),
        iso(row.due),
        overdue,
        iso(row.on),
        _SEVERAL.join(later),
        row.union,
    )


def _document(row: DocumentRow) -> Cells:
    when, amount, due = iso(row.when), _amount(row.amount), iso(row.due)
    return _stage(row.state), row.name, when, iso(row.on), row.place, amount, due, row.union


def _quotation(row: QuotationRow) -> Cells:
    return row.speaker.name, row.speaker.office, row.words, iso(row.on)


def _stage(stage: PromiseStage) -> str:
    return t(f"fact.stage.{stage.value}")


def _amount(amount: Amount | None) -> str | None:
    return amount_words(amount) if amount else None
