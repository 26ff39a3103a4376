"""Persons in their offices."""

from __future__ import annotations

from kgtui.dossier.values import PersonRow
from kgtui.export.records import Record, iso
from kgtui.export.row_records.base import own_record


@own_record.register
def _(row: PersonRow) -> Record:
    person = row.person
    return {
        "name": person.name,
        "role": person.office,
        "country": person.country,
        "as_of": iso(row.on),
        "articles": row.articles,
    }
