"""Persons in their offices, and what they say."""

from __future__ import annotations

from kgtui.dossier.values import PersonRow, QuotationRow, Tenure
from kgtui.export.records import Record, iso
from kgtui.export.row_records.base import note_record, own_record, person_record


@own_record.register
def _(row: PersonRow) -> Record:
    return {
        **person_record(row.person),
        "as_of": iso(row.on),
        "articles": row.articles,
        "spellings": list(row.spellings),
        "earlier": [_tenure(tenure) for tenure in row.earlier],
        "predecessor": _tenure(row.predecessor) if row.predecessor else None,
    }


def _tenure(tenure: Tenure) -> Record:
    return {
        "name": tenure.person.name,
        "role": tenure.person.office,
        "as_of": iso(tenure.on),
        "note": note_record(tenure.note),
    }


@own_record.register
def _(row: QuotationRow) -> Record:
    return {
        "speaker": row.speaker.name,
        "role": row.speaker.office,
        "country": row.speaker.country,
        "date": iso(row.on),
        "text": row.words,
    }
