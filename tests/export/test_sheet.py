"""How much of a brief one sheet of A4 takes, and what gives way first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from kgtui.dossier import Dossier, Frame, Note, Row, Section, SectionKind, Subject
from kgtui.dossier.values import Coverage, ThingRow
from kgtui.export.page import page_of
from kgtui.export.sheet import ROWS, on_a_sheet
from kgtui.locale import use_language
from kgtui.model import EntityKind, Span

from .brief_pages import TODAY

ROOMY, CROWDED = 20, 300  # letters of a row
NEVER_FOLDED = (SectionKind.ANNOUNCED, SectionKind.DOCUMENTS, SectionKind.CONFLICTS)


def library_of(letters: int, rows: int) -> Dossier:
    """Rows of a length in each section, each with a sentence of its own."""
    made = tuple(_row(place, letters) for place in range(rows))
    return Dossier(
        subject=Subject(EntityKind.COUNTRY, "UZ", "Узбекистан"),
        home="KG",
        home_name="Кыргызстан",
        as_of=TODAY,
        coverage=Coverage(articles=9, total=9, first=date(2025, 1, 1), last=TODAY),
        sections=tuple(Section(kind, made) for kind in SectionKind),
    )


def _row(place: int, letters: int) -> Row:
    note = Note(1, place + 1, 1, "id", Span(0, 2), "Да")
    return ThingRow(kind=EntityKind.PLACE, key=str(place), name="м" * letters, articles=1, on=None, notes=(note,))


def sheet(letters: int, *, footnotes: bool, rows: int = 30) -> Dossier:
    whole = library_of(letters, rows)

    def made(frame: Frame) -> Dossier:
        return replace(whole, sections=tuple(_section(each, frame) for each in whole.sections))

    return on_a_sheet(made, Frame(TODAY), footnotes=footnotes)


def _section(section: Section, frame: Frame) -> Section:
    shown = section.rows[: frame.most(section.kind)]
    return replace(section, rows=shown, more=len(section.rows) - len(shown))


def counts(dossier: Dossier) -> Mapping[SectionKind, int]:
    return {section.kind: len(section.rows) for section in dossier.sections}


@pytest.fixture(autouse=True)
def _russian() -> None:
    use_language("ru")


def test_every_section_has_its_most_rows() -> None:
    assert set(ROWS) == set(SectionKind)


def test_what_fits_stays_as_it_is() -> None:
    assert counts(sheet(ROOMY, rows=3, footnotes=False)) == {kind: min(3, rows) for kind, rows in ROWS.items()}


@pytest.mark.parametrize("footnotes", [True, False])
def test_what_a_reader_needs_most_never_gives_way(footnotes: bool) -> None:
    shown = counts(sheet(CROWDED, footnotes=footnotes))
    assert all(shown[kind] == ROWS[kind] for kind in NEVER_FOLDED)
    assert shown[SectionKind.CONTACTS] == shown[SectionKind.AGREEMENTS] == shown[SectionKind.FIGURES] == 1


def test_quotations_give_way_before_contacts() -> None:
    shown = counts(sheet(40, footnotes=False))
    assert shown[SectionKind.QUOTATIONS] == 0
    assert shown[SectionKind.CONTACTS] > 3


@pytest.mark.parametrize("letters", [ROOMY, 90, CROWDED])
def test_no_row_is_lost_uncounted(letters: int) -> None:
    dossier = sheet(letters, footnotes=True)
    assert all(len(section.rows) + section.more == 30 for section in dossier.sections)
    page = page_of(dossier)
    folded = {section.kind for section in dossier.sections if not section.rows}
    assert folded
    assert {section.kind for section in page.sections}.isdisjoint(folded)
    assert page.folded.count("— 30") == len(folded)
