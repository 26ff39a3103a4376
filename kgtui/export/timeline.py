"""Who met whom as a page, as records and as a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from kgtui.dossier.timeline import Pair, Side, Timeline, pair_of
from kgtui.dossier.values import ContactRow, SectionKind
from kgtui.export.facts import country_names
from kgtui.export.initials import short_name
from kgtui.export.page import page_sources
from kgtui.export.page_values import Page, PageRow, PageSection
from kgtui.export.records import Record, iso
from kgtui.export.row_records import row_record
from kgtui.export.row_words import page_rows
from kgtui.export.spreadsheet import Cell
from kgtui.export.wording import day
from kgtui.locale import t
from kgtui.terminal import one_line

COLUMNS = (
    "date",
    "published",
    "form",
    "occasion",
    "place",
    "own",
    "own_country",
    "other",
    "other_country",
    "participants",
    "countries",
    "article",
    "sentence",
)
_SEVERAL = "; "


def timeline_page(found: Timeline, as_of: date) -> Page:
    """The months, then the pairs that met more than once, then the sentences behind them."""
    months = [
        PageSection(
            SectionKind.CONTACTS, _month(each.month), tuple(line for row in each.rows for line in page_rows(row))
        )
        for each in found.months
    ]
    pairs = tuple(
        PageRow(
            t("contact.times", pair=_pair(each.pair), count=len(each.rows)), tuple(row.notes[0] for row in each.rows)
        )
        for each in found.pairs
    )
    several = [PageSection(SectionKind.CONTACTS, t("contact.pairs"), pairs)] if pairs else []
    count = sum(len(each.rows) for each in found.months)
    contacts = t("contact.contacts", count=count)
    return Page(
        title=one_line(t("contact.title", name=found.subject.name)),
        as_of=t("dossier.as_of", date=day(as_of)),
        head=(t("contact.shown", contacts=contacts, total=count + found.more) if found.more else contacts,),
        sections=(*months, *several),
        sources=tuple(page_sources(found.sources, (note for row in found.rows for note in row.notes))),
    )


def timeline_records(found: Timeline) -> list[Record]:
    """Every contact with its month and, where two met, its pair."""
    return [
        {"month": each.month or None, "pair": _pair_record(row), **row_record(row)}
        for each in found.months
        for row in each.rows
    ]


def timeline_cells(found: Timeline) -> Iterator[Sequence[Cell]]:
    """A line for each contact, in the order of ``COLUMNS``."""
    for row in found.rows:
        pair, note = pair_of(row), row.notes[0]
        yield (
            iso(row.when),
            iso(row.published),
            row.kind,
            row.occasion,
            row.place,
            *(_side_cells(pair.one) if pair else (None, None)),
            *(_side_cells(pair.other) if pair else (None, None)),
            _SEVERAL.join(person.name for person in row.participants),
            _SEVERAL.join(row.countries),
            note.id,
            note.quotation,
        )


def _month(month: str) -> str:
    year, _, number = month.partition("-")
    return t(f"contact.month.{int(number)}", year=year) if month else t("common.undated")


def _pair(pair: Pair) -> str:
    return t("contact.pair", one=_side(pair.one), other=_side(pair.other))


def _side(side: Side) -> str:
    return short_name(side.person) if side.person else country_names([side.country or ""])


def _side_cells(side: Side) -> tuple[Cell, Cell]:
    return side.person.name if side.person else None, side.country


def _pair_record(row: ContactRow) -> list[Record] | None:
    pair = pair_of(row)
    if pair is None:
        return None
    return [
        {"name": side.person.name if side.person else None, "country": side.country} for side in (pair.one, pair.other)
    ]
