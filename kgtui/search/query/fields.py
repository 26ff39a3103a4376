"""The names of fields, Russian and English; the Russian ones are printed."""

from __future__ import annotations

from kgtui.language import fold
from kgtui.language.lookalikes import other_alphabet
from kgtui.language.spelling import plain
from kgtui.layouts import retyped
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


def field_named(name: str) -> Field | None:
    """The field of a name in any letter case, also with letters of the other alphabet that look alike («ктo») or typed
    on the other layout («rnj»): no word is spelt so.

    >>> [field_named(name) for name in ("Кто", "KTO", "rnj", "что")]
    [<Field.PERSON: 'person'>, <Field.PERSON: 'person'>, <Field.PERSON: 'person'>, None]
    """
    spellings = (name, plain(name), other_alphabet(name) or name, retyped(name))
    return next((_FIELDS[fold(spelling)] for spelling in spellings if fold(spelling) in _FIELDS), None)


def printed_field(field: Field) -> str:
    return f"{NAMES[field][0]}:"
