"""Persons in their offices, and what they say."""

from __future__ import annotations

from collections.abc import Iterator

from kgtui.dossier.values import PersonRow
from kgtui.export.page_values import PageRow
from kgtui.export.row_words.base import doubted, page_rows
from kgtui.export.wording import capital_first, day
from kgtui.locale import t
from kgtui.terminal import one_line


@page_rows.register
def _(row: PersonRow) -> Iterator[PageRow]:
    name = one_line(row.person.name) + doubted(row)
    if row.person.office:
        office = capital_first(one_line(row.person.office))
        name = t("dossier.person", name=name, role=office, date=day(row.on))
    yield PageRow(name, row.notes, is_new=row.is_new, row=row)
