"""A dossier as plain dictionaries for JSON, with the keys of the facts' records wherever they say the same thing."""

from __future__ import annotations

from collections.abc import Mapping

from kgtui.dossier.values import Dossier, SectionKind
from kgtui.export.records import Record, headline_record, iso
from kgtui.export.row_records import row_record
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
        "unread": coverage.unread,
        "outdated": coverage.outdated,
        "first": iso(coverage.first),
        "last": iso(coverage.last),
        "publishers": coverage.sources,
        "reprints": coverage.reprints,
        "gaps": [[iso(before), iso(after)] for before, after in coverage.gaps],
        "months": dict(coverage.months),
        "new": coverage.new,
        "since": iso(coverage.since),
        **{_key(kind): [row_record(row) for row in dossier.section(kind).rows] for kind in kinds},
        "more": {_key(kind): dossier.section(kind).more for kind in kinds},
        "sources": [{"number": source.position, **headline_record(source.headline)} for source in dossier.sources],
    }


def _key(kind: SectionKind) -> str:
    return _KEYS.get(kind, kind.value)
