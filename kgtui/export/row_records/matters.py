"""Agreements, plans and documents with the keys of the record of promises."""

from __future__ import annotations

from kgtui.dossier.values import AgreementRow, DocumentRow, RitualsRow, Step
from kgtui.export.records import Record, iso
from kgtui.export.row_records.base import note_record, own_record
from kgtui.extraction.records import amount_record


@own_record.register
def _(row: AgreementRow) -> Record:
    stage = row.current
    return {
        "who": [who.name for who in row.who],
        "what": row.what,
        "figure": amount_record(row.amount) if row.amount else None,
        "due": iso(row.due),
        "overdue": row.is_overdue,
        "status": stage.status,
        "stage": stage.value,
        "speaker": row.speaker.name if row.speaker else None,
        "countries": list(row.countries),
        "union": row.union,
        "as_of": iso(row.on),
        "first_stage": row.stage.value,
        "later": [_step(step) for step in row.later],
    }


@own_record.register
def _(row: RitualsRow) -> Record:
    return {"stage": "ritual", "count": row.count, "examples": list(row.examples)}


@own_record.register
def _(row: DocumentRow) -> Record:
    return {
        "document": row.name,
        "stage": row.state.value,
        "date": iso(row.when),
        "as_of": iso(row.on),
        "place": row.place,
        "figure": amount_record(row.amount) if row.amount else None,
        "due": iso(row.due),
        "union": row.union,
        "later": [_step(step) for step in row.later],
    }


def _step(step: Step) -> Record:
    return {"stage": step.stage.value, "what": step.what, "as_of": iso(step.on), "note": note_record(step.note)}
