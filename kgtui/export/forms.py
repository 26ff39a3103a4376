"""A dossier in each of its forms, as the content of a file."""

from __future__ import annotations

from dataclasses import replace

from kgtui.dossier.frame import Frame
from kgtui.dossier.values import Dossier
from kgtui.export.dossier_records import dossier_record
from kgtui.export.html import page_html
from kgtui.export.markdown import page_markdown
from kgtui.export.page import page_of
from kgtui.export.page_text import page_text
from kgtui.export.records import json_text
from kgtui.export.rows import Marking, paint
from kgtui.export.section_tables import table_cells, table_titles
from kgtui.export.sheet import Make, on_a_sheet
from kgtui.export.spreadsheet import csv_file
from kgtui.export.word import page_docx

FORMS = ("text", "md", "html", "docx", "json")
"""The forms of a whole dossier; csv is that of one section."""
SUFFIXES = {".txt": "text", ".htm": "html", **{f".{form}": form for form in (*FORMS, "csv")}}
"""How the name of a file ends, and the form that is meant."""
PRINTED = ("html", "docx")
"""The forms that fit one sheet."""


def dossier_for(form: str, make: Make, frame: Frame) -> Dossier:
    """The dossier that ``make`` gives, with as many rows as a form has room for; a table has all."""
    if form == "csv":
        return make(replace(frame, limit=0))
    if form in PRINTED:
        return on_a_sheet(make, frame, footnotes=form == "docx")
    return make(frame)


def dossier_file(dossier: Dossier, form: str) -> bytes:
    """``form`` is one of FORMS, or csv, which takes a dossier of one section, one of ``section_tables.COLUMNS``.

    Raises WordIsMissing for docx where python-docx is not installed.
    """
    if form == "csv":
        (section,) = dossier.sections
        return csv_file(table_titles(section.kind), table_cells(section))
    if form == "json":
        return f"{json_text(dossier_record(dossier))}\n".encode()
    page = page_of(dossier)
    if form == "html":
        return page_html(page).encode()
    if form == "docx":
        return page_docx(page, dossier.as_of)
    if form == "md":
        return page_markdown(page).encode()
    return "".join(f"{paint(row, Marking.NONE)}\n" for row in page_text(page)).encode()
