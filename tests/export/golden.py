"""The brief of Uzbekistan from ``texts/brief`` in every form: ``python -m tests.export.golden`` makes the files anew.

Read the difference before it is committed: it is what readers of a brief will see changed.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from functools import partial
from pathlib import Path
from xml.etree import ElementTree

from kgtui.dossier import Frame, country_subject, dossier_of
from kgtui.export.forms import dossier_file, dossier_for
from kgtui.export.section_tables import COLUMNS
from kgtui.library import Library
from kgtui.locale import use_language

from .brief_pages import TODAY
from .libraries import BRIEF_TEXTS, library_of, write_all

GOLDEN = Path(__file__).parent / "golden"
FORMS = ("text", "md", "html", "json")
WORD_PARTS = ("word/document.xml", "word/footnotes.xml")


def golden_files(library: Library) -> dict[str, bytes]:
    """Name and content; of the Word document its parts, indented, as two archives are never equal byte for byte."""
    use_language("ru")
    make = partial(dossier_of, library, country_subject("UZ"))
    frame = Frame(TODAY)
    files = {f"brief.{form}": dossier_file(dossier_for(form, make, frame), form) for form in FORMS}
    files |= _parts(dossier_file(dossier_for("docx", make, frame), "docx"))
    for kind in COLUMNS:
        files[f"{kind.value}.csv"] = dossier_file(make(replace(frame, sections=(kind,), limit=0)), "csv")
    return files


def _parts(word: bytes) -> dict[str, bytes]:
    parts = {}
    with zipfile.ZipFile(io.BytesIO(word)) as archive:
        for name in WORD_PARTS:
            tree = ElementTree.fromstring(archive.read(name))  # noqa: S314 - our own file
            ElementTree.indent(tree)
            parts[f"brief.docx.{Path(name).name}"] = ElementTree.tostring(tree, encoding="utf-8") + b"\n"
    return parts


if __name__ == "__main__":
    with library_of(BRIEF_TEXTS) as opened:
        write_all(GOLDEN, golden_files(opened))
