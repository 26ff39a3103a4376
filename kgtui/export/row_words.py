"""What each kind of row says, in words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch

from kgtui.dossier.values import HeadlineRow, PersonRow, Row, ThingRow
from kgtui.export.page_values import PageRow
from kgtui.export.wording import capital_first, day
from kgtui.locale import t
from kgtui.terminal import one_line


@singledispatch
def page_rows(row: Row) -> Iterator[PageRow]:
    """The lines of a page that one row gives: itself, then its parts."""
    raise NotImplementedError(type(row).__name__)


@page_rows.register
def _(row: PersonRow) -> Iterator[PageRow]:
    name = one_line(row.person.name) + _doubt(row)
    if row.person.office:
        office = capital_first(one_line(row.person.office))
        name = t("dossier.person", name=name, role=office, date=day(row.on))
    yield PageRow(name, row.notes, is_new=row.is_new, row=row)


@page_rows.register
def _(row: ThingRow) -> Iterator[PageRow]:
    articles = t("dossier.in_articles", count=row.articles) if row.articles > 1 else ""
    yield PageRow(f"{one_line(row.name)}{_doubt(row)}{articles}", row.notes, is_new=row.is_new, row=row)


@page_rows.register
def _(row: HeadlineRow) -> Iterator[PageRow]:
    by = row.headline.publisher or row.headline.source
    publisher = t("dossier.published_by", name=one_line(by)) if by else ""
    text = f"{one_line(row.headline.title)}{publisher}"
    yield PageRow(text, row.notes, label=day(row.headline.published), is_new=row.is_new, row=row)


def _doubt(row: Row) -> str:
    return t("common.doubtful") if row.doubt else ""
