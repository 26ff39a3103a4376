"""The names of fields, Russian and English, in any letter case; the Russian ones are printed."""

from __future__ import annotations

from kgtui.search.query.nodes import Field

NAMES: dict[Field, tuple[str, str]] = {
    Field.PERSON: ("кто", "who"),
    Field.COUNTRY: ("страна", "country"),
    Field.BODY: ("орган", "body"),
    Field.PLACE: ("место", "place"),
    Field.PROJECT: ("проект", "project"),
    Field.SOURCE: ("источник", "source"),
    Field.DATE: ("дата", "date"),
}
_FIELDS = {name: field for field, names in NAMES.items() for name in names}


def field_named(folded: str) -> Field | None:
    return _FIELDS.get(folded)


def printed_field(field: Field) -> str:
    return f"{NAMES[field][0]}:"
