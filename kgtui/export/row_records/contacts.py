"""Meetings with the keys of the record of facts."""

from __future__ import annotations

from kgtui.dossier.values import ContactRow
from kgtui.export.records import Record, iso
from kgtui.export.row_records.base import own_record, person_record


@own_record.register
def _(row: ContactRow) -> Record:
    return {
        "kind": row.kind,
        "form": row.form,
        "stage": row.stage.value,
        "level": row.level.value,
        "participants": [person.name for person in row.participants],
        "countries": list(row.countries),
        "place": row.place,
        "date": iso(row.when),
        "published": iso(row.published),
        "occasion": row.occasion,
        "manner": [manner.value for manner in row.manner],
        "circumstances": list(row.circumstances),
        "home_side": [person_record(person) for person in row.home_side],
        "other_side": [person_record(person) for person in row.other_side],
        "others": row.others,
        "of_many": row.is_of_many,
        "with_home": row.is_with_home,
        "past": row.is_past,
    }
