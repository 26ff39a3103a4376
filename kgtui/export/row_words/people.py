"""Persons in their offices, and what they say."""

from __future__ import annotations

from collections.abc import Iterator

from kgtui.dossier.values import Person, PersonRow, QuotationRow, Tenure
from kgtui.export.initials import short_name
from kgtui.export.office_words import office_words
from kgtui.export.page_values import PageRow
from kgtui.export.row_words.base import cut, doubted, page_rows
from kgtui.export.wording import day
from kgtui.locale import t
from kgtui.terminal import one_line

_QUOTED = 160  # signs of a quotation on a page; the row has all of them


@page_rows.register
def _(row: PersonRow) -> Iterator[PageRow]:
    text = one_line(row.person.name)
    if row.spellings:
        text = t("dossier.spelt", name=text, spellings=", ".join(map(one_line, row.spellings)))
    if row.person.office:
        office = _office(row.person) + doubted(row)
        text = t("dossier.person", name=text, role=office, date=day(row.on))
    else:
        text += doubted(row)
    for tenure in row.earlier:
        text = t("dossier.earlier", text=text, role=_office(tenure.person), date=day(tenure.on))
    if row.predecessor:
        text = t("dossier.predecessor", text=text, name=_before(row.predecessor), date=day(row.predecessor.on))
    yield PageRow(text, row.notes, is_new=row.is_new, row=row)


def _before(tenure: Tenure) -> str:
    return one_line(tenure.person.name)


def _office(person: Person) -> str:
    return office_words(person.office or "", person.country)


@page_rows.register
def _(row: QuotationRow) -> Iterator[PageRow]:
    """The speaker with the office of that day, in small letters where it is no full title; only the page cuts the
    words."""
    office = _office(row.speaker)
    named = [short_name(row.speaker), *([office if " " in office else office.lower()] if office else [])]
    words = cut(one_line(row.words).rstrip("."), _QUOTED)
    text = t("dossier.quotation", name=", ".join(named), date=day(row.on), words=words)
    yield PageRow(text, row.notes, is_new=row.is_new, row=row)
