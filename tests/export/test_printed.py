"""The Word document as an office program lays it out: the brief on the first sheet, the evidence from the second."""

from __future__ import annotations

import shutil
import subprocess
from functools import partial
from pathlib import Path

import pytest

from kgtui.dossier import Frame, country_subject, dossier_of
from kgtui.export.forms import dossier_file, dossier_for
from kgtui.library import Library
from kgtui.locale import use_language

from .brief_pages import TODAY

pytestmark = pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext")), reason="needs LibreOffice and poppler"
)


@pytest.mark.parametrize("code", ["UZ", "KZ", "KG"])
def test_the_evidence_begins_on_the_second_sheet(brief_library: Library, tmp_path: Path, code: str) -> None:
    use_language("ru")
    make = partial(dossier_of, brief_library, country_subject(code))
    word = tmp_path / "brief.docx"
    word.write_bytes(dossier_file(dossier_for("docx", make, Frame(TODAY)), "docx"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    done = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(word)]
    subprocess.run(done, check=True, capture_output=True, timeout=120)
    second = ["pdftotext", "-f", "2", "-l", "2", str(tmp_path / "brief.pdf"), "-"]
    assert subprocess.run(second, check=True, capture_output=True, timeout=180).stdout.decode().startswith("ОСНОВАНИЯ")
