"""The function that gives the record of a row, and what all records have alike."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import singledispatch

from kgtui.dossier.values import Note, Person, Row
from kgtui.export.records import Record, iso


def row_record(row: Row) -> Record:
    """A row of any kind: its own keys, then those that all rows have."""
    doubt: Record = {"doubt": row.doubt.value} if row.doubt else {}
    return {**own_record(row), **doubt, "new": row.is_new, "notes": [note_record(note) for note in row.notes]}


@singledispatch
def own_record(row: Row) -> Record:
    """The keys of one kind of row; of a kind that has none of its own, its fields."""
    common = {each.name for each in fields(Row)}
    return {each.name: plain(getattr(row, each.name)) for each in fields(row) if each.name not in common}


def plain(value: object) -> object:
    """A value of a row as JSON has it."""
    if isinstance(value, Row):
        return row_record(value)
    if isinstance(value, Note):
        return note_record(value)
    if isinstance(value, date | Enum):
        return iso(value) if isinstance(value, date) else value.value
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    if is_dataclass(value):
        return {each.name: plain(getattr(value, each.name)) for each in fields(value)}
    return value


def person_record(person: Person) -> Record:
    return {"name": person.name, "role": person.office, "country": person.country}


def note_record(note: Note) -> Record:
    return {
        "label": note.label,
        "source": note.source,
        "sentence": note.sentence,
        "id": note.id,
        "start": note.span.start,
        "end": note.span.end,
        "text": note.quotation,
    }
