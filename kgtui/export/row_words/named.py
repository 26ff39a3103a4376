"""What articles name, what they are about, and the articles themselves."""

from __future__ import annotations

from collections.abc import Iterator

from kgtui.dossier.values import HeadlineRow, ThingRow, TopicRow, UnionRow
from kgtui.export.page_values import PageRow
from kgtui.export.row_words.base import doubted, page_rows
from kgtui.export.wording import capital_first, day
from kgtui.extraction.topics.words import topic_name
from kgtui.gazetteer import in_house_style
from kgtui.locale import current_language, t
from kgtui.model import EntityKind
from kgtui.terminal import one_line

_COUNTED = (EntityKind.COUNTRY, EntityKind.BLOC)  # of these the number is always said


@page_rows.register
def _(row: ThingRow) -> Iterator[PageRow]:
    name = f"{capital_first(in_house_style(one_line(row.name)))}{doubted(row)}"
    if row.kind in _COUNTED:
        name = t("dossier.counted", name=name, count=row.articles)
    elif row.articles > 1:
        name += t("dossier.in_articles", count=row.articles)
    yield PageRow(name, row.notes, is_new=row.is_new, row=row)


@page_rows.register
def _(row: TopicRow) -> Iterator[PageRow]:
    text = t("dossier.counted", name=topic_name(row.topic, current_language()), count=row.articles)
    yield PageRow(text, row.notes, is_new=row.is_new, row=row)


@page_rows.register
def _(row: UnionRow) -> Iterator[PageRow]:
    key = "without" if row.naming == 0 else "with" if row.naming == row.articles else "with_some"
    articles = t("common.articles", count=row.articles)
    name = one_line(row.name)
    text = t(f"dossier.union.{key}", count=row.articles, name=name, articles=articles, naming=row.naming)
    yield PageRow(text, row.notes, is_new=row.is_new, row=row)


@page_rows.register
def _(row: HeadlineRow) -> Iterator[PageRow]:
    outlet = one_line(row.headline.outlet)
    publisher = t("dossier.published_by", name=outlet) if outlet else ""
    reprints = t("dossier.and_reprints", count=row.reprints) if row.reprints else ""
    text = f"{one_line(row.headline.title)}{publisher}{reprints}"
    yield PageRow(text, row.notes, label=day(row.headline.published), is_new=row.is_new, row=row)
