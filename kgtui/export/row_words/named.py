"""What articles name, and the articles themselves."""

from __future__ import annotations

from collections.abc import Iterator

from kgtui.dossier.values import HeadlineRow, ThingRow
from kgtui.export.page_values import PageRow
from kgtui.export.row_words.base import doubted, page_rows
from kgtui.export.wording import day
from kgtui.locale import t
from kgtui.terminal import one_line


@page_rows.register
def _(row: ThingRow) -> Iterator[PageRow]:
    articles = t("dossier.in_articles", count=row.articles) if row.articles > 1 else ""
    yield PageRow(f"{one_line(row.name)}{doubted(row)}{articles}", row.notes, is_new=row.is_new, row=row)


@page_rows.register
def _(row: HeadlineRow) -> Iterator[PageRow]:
    by = row.headline.publisher or row.headline.source
    publisher = t("dossier.published_by", name=one_line(by)) if by else ""
    text = f"{one_line(row.headline.title)}{publisher}"
    yield PageRow(text, row.notes, label=day(row.headline.published), is_new=row.is_new, row=row)
