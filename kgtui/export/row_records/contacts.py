"""Meetings with the keys of the record of facts."""

from __future__ import annotations

from collections.abc import Sequence

from kgtui.dossier.values import ContactRow, Person
from kgtui.export.records import Record, iso
from kgtui.export.row_records.base import own_record


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
        "date": row.when.iso if row.when else None,
        "published": iso(row.published),
        "occasion": row.occasion,
        "manner": [manner.value for manner in row.manner],
        "circumstances": list(row.circumstances),
        "home_side": _persons(row.home_side),
        "other_side": _persons(row.other_side),
        "others": row.others,
        "of_many": row.is_of_many,
        "with_home": row.is_with_home,
        "past": row.is_past,
    }


def _persons(persons: Sequence[Person]) -> list[Record]:
    return [{"name": each.name, "role": each.office, "country": each.country} for each in persons]
