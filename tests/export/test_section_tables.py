"""What a table of a section says, the page of the brief says too, row by row."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

import pytest

from kgtui.dossier import Section, SectionKind
from kgtui.dossier.values import AgreementRow, DocumentRow, QuotationRow
from kgtui.export.page import page_of
from kgtui.export.section_tables import COLUMNS, table_cells, table_titles
from kgtui.export.spreadsheet import csv_lines
from kgtui.extraction.promises.said_amounts import says_amount
from kgtui.library import Library
from kgtui.locale import use_language
from kgtui.model import PromiseStage

from .brief_pages import TODAY, brief_of


@pytest.fixture(autouse=True)
def _russian() -> None:
    use_language("ru")


def table(section: Section) -> list[Mapping[str, str]]:
    """The lines of the file as a spreadsheet reads them, by the codes of the columns."""
    written = "\n".join(csv_lines(table_titles(section.kind), table_cells(section)))
    titles, *lines = csv.reader(io.StringIO(written))
    assert titles == table_titles(section.kind)
    return [dict(zip(COLUMNS[section.kind], line, strict=True)) for line in lines]


def test_agreements_say_what_the_page_says(brief_library: Library) -> None:
    dossier = brief_of(brief_library)
    section = dossier.section(SectionKind.AGREEMENTS)
    matters = [row for row in section.rows if isinstance(row, AgreementRow)]
    (page,) = [each for each in page_of(dossier).sections if each.kind is SectionKind.AGREEMENTS]
    shown = [row for row in page.rows if isinstance(row.row, AgreementRow)]
    lines = table(section)
    assert len(lines) == len(matters) == len(shown)
    for line, row in zip(lines, shown, strict=True):
        assert row.label.startswith(line["status"])
        for column in ("what", "overdue"):
            assert line[column] in row.text, column
        assert line["amount"] in row.text or says_amount(line["what"])
        assert (line["article"], line["number"]) == (row.notes[0].id, str(row.notes[0].sentence))
        assert line["sentence"].split()[0] == row.notes[0].quotation.split()[0]
    assert any(line["overdue"] for line in lines)


def test_quotations_are_letter_for_letter(brief_library: Library) -> None:
    section = brief_of(brief_library).section(SectionKind.QUOTATIONS)
    rows = [row for row in section.rows if isinstance(row, QuotationRow)]
    assert rows
    assert [line["words"] for line in table(section)] == [row.words for row in rows]
    assert [line["speaker"] for line in table(section)] == [row.speaker.name for row in rows]


def test_documents(brief_library: Library) -> None:
    note = next(brief_of(brief_library).notes())
    signed = DocumentRow(name="=договор", state=PromiseStage.SIGNED, on=TODAY, place="Бишкек", notes=(note,))
    (line,) = table(Section(SectionKind.DOCUMENTS, (signed,)))
    assert (line["document"], line["date"], line["place"]) == ("'=договор", "2025-11-21", "Бишкек")
