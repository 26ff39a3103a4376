"""A dossier as plain dictionaries for JSON, with the keys of the facts' records wherever they say the same thing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from enum import Enum

from kgtui.dossier.values import Dossier, HeadlineRow, Note, PersonRow, Row, SectionKind, ThingRow
from kgtui.export.records import Record, headline_record, iso
from kgtui.model import EntityKind

# The sections whose keys other records of the program have too.
_KEYS: Mapping[SectionKind, str] = {
    SectionKind.PEOPLE: "persons",
    SectionKind.HOME_PEOPLE: "home_persons",
    SectionKind.BODIES: "organisations",
    SectionKind.CONTACTS: "meetings",
    SectionKind.AGREEMENTS: "promises",
    SectionKind.QUOTATIONS: "quotes",
}


def dossier_record(dossier: Dossier) -> Record:
    subject, coverage = dossier.subject, dossier.coverage
    named: Record = {
        "kind": subject.kind.value,
        "name": subject.name,
        "official": subject.official,
        "abbreviations": list(subject.abbreviations),
    }
    code: Record = {"code": subject.key} if subject.kind is EntityKind.COUNTRY else {"key": subject.key}
    kinds = [kind for kind in SectionKind if kind is not SectionKind.SUMMARY]
    return {
        subject.kind.value: {**code, **named},
        "home": dossier.home,
        "as_of": iso(dossier.as_of),
        "articles": coverage.articles,
        "total": coverage.total,
        "first": iso(coverage.first),
        "last": iso(coverage.last),
        **{_key(kind): [row_record(row) for row in dossier.section(kind).rows] for kind in kinds},
        "more": {_key(kind): dossier.section(kind).more for kind in kinds},
        "sources": [{"number": source.position, **headline_record(source.headline)} for source in dossier.sources],
    }


def _key(kind: SectionKind) -> str:
    return _KEYS.get(kind, kind.value)


def row_record(row: Row) -> Record:
    """A row of any kind."""
    own: Record
    if isinstance(row, PersonRow):
        person = row.person
        own = {"name": person.name, "role": person.office, "country": person.country, "as_of": iso(row.on)}
        own["articles"] = row.articles
    elif isinstance(row, ThingRow):
        own = {"key": row.key, "name": row.name, "as_of": iso(row.on), "articles": row.articles}
    elif isinstance(row, HeadlineRow):
        own = headline_record(row.headline)
    else:
        own = {each.name: _plain(getattr(row, each.name)) for each in fields(row)}
    doubt: Record = {"doubt": row.doubt.value} if row.doubt else {}
    return {**own, **doubt, "new": row.is_new, "notes": [_note(note) for note in row.notes]}


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    return iso(value) if isinstance(value, date) else value


def _note(note: Note) -> Record:
    return {
        "label": note.label,
        "source": note.source,
        "sentence": note.sentence,
        "id": note.id,
        "start": note.span.start,
        "end": note.span.end,
        "text": note.quotation,
    }
