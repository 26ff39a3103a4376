"""Two briefs side by side: what stands on one line, under one list of sources, harmless in each form."""

from __future__ import annotations

import re
from datetime import date

import pytest

from kgtui.dossier import Frame, SectionKind, country_subject
from kgtui.dossier.comparison import Comparison, comparison_of
from kgtui.export import Marking, paint
from kgtui.export.comparison import Cell, ComparedSection, compared_page
from kgtui.export.comparison_markdown import compared_markdown
from kgtui.export.comparison_text import compared_text
from kgtui.library import Library
from kgtui.locale import t

FRAME = Frame(date(2025, 11, 21), limit=0)
SEPARATOR = re.compile(r"(?<!\\)\|")


@pytest.fixture(scope="module")
def comparison(brief_library: Library) -> Comparison:
    left, right = ((country_subject(code), FRAME) for code in ("KZ", "UZ"))
    return comparison_of(brief_library, left, right)


def section(comparison: Comparison, kind: SectionKind) -> ComparedSection:
    title = t(f"dossier.section.{kind.value}")
    return next(each for each in compared_page(comparison).sections if each.title == title)


def words(cell: Cell) -> str:
    return " ".join(f"{row.label} {row.text}" for row in cell)


def test_figures_of_one_measure_stand_on_one_line(comparison: Comparison) -> None:
    pairs = [(words(left), words(right)) for left, right in section(comparison, SectionKind.FIGURES).pairs]
    trade = [pair for pair in pairs if "товарооборот" in pair[0]]
    assert len(trade) == 2
    assert all("товарооборот" in right for _, right in trade)
    assert ["ОТГ" in left for left, _ in trade] == ["ОТГ" in right for _, right in trade] == [False, True]
    assert any(not left and "экспорт" in right for left, right in pairs)


@pytest.mark.parametrize("kind", [SectionKind.FIGURES, SectionKind.CONTACTS, SectionKind.CONFLICTS])
def test_all_rows_of_both_sides_are_there_once(comparison: Comparison, kind: SectionKind) -> None:
    pairs = section(comparison, kind).pairs
    for place, dossier in enumerate((comparison.left, comparison.right)):
        assert sum(bool(pair[place]) for pair in pairs) == len(dossier.section(kind).rows)


def test_notes_lead_to_the_articles_of_the_one_list(comparison: Comparison) -> None:
    page = compared_page(comparison)
    assert [source.position for source in page.end.sources] == list(range(1, len(page.end.sources) + 1))
    assert len({source.id for source in page.end.sources}) == len(page.end.sources)
    ids = {source.position: source.id for source in page.end.sources}
    grounds = {(source.position, note.sentence) for source in page.end.sources for note in source.notes}
    cells = [cell for each in page.sections for pair in each.pairs for cell in pair]
    notes = [note for cell in cells for row in cell for note in row.notes]
    assert {note.id for note in notes} == set(ids.values())
    assert all(ids[note.source] == note.id and (note.source, note.sentence) in grounds for note in notes)


def test_text_keeps_its_columns(comparison: Comparison) -> None:
    lines = [paint(row, Marking.NONE) for row in compared_text(compared_page(comparison))]
    end = t("dossier.section.sources").upper()
    body = lines[: next(place for place, line in enumerate(lines) if line.startswith(end))]
    assert all(line.index("│") == 39 for line in body if "│" in line)
    assert max(map(len, body)) <= 80


def test_nothing_in_the_articles_acts_as_markup(comparison: Comparison) -> None:
    tables = [line for line in compared_markdown(compared_page(comparison)).splitlines() if line.startswith("|")]
    assert tables
    assert all(len(SEPARATOR.findall(line)) == 3 for line in tables)
    assert not any(re.search(r"<(?!br>)", line) for line in tables)
