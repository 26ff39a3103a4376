"""``kgtui country``: each form to a pipe and to a file, and what is refused."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import Kgtui, environment, run_kgtui

pytestmark = pytest.mark.xdist_group("cli-country")

BEGINNINGS = {
    "txt": "КЫРГЫЗСТАН — УЗБЕКИСТАН ",
    "md": "# Кыргызстан — Узбекистан\n",
    "html": "<!DOCTYPE html>\n",
    "json": "{\n",
}


@pytest.mark.parametrize("suffix", BEGINNINGS)
def test_the_name_of_the_file_gives_the_form(kgtui: Kgtui, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"справка.{suffix}"
    ran = kgtui("country", "Узбекистан", "--peek", "--output", str(path))
    assert (ran.code, ran.out) == (0, "")
    assert str(path) in ran.err
    assert path.read_text(encoding="utf-8").startswith(BEGINNINGS[suffix])


@pytest.mark.parametrize("name", ["справка.pdf", "справка.doc", "справка 21.11"])
def test_a_name_that_says_another_form_is_refused(kgtui: Kgtui, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    ran = kgtui("country", "Узбекистан", "--peek", "-o", str(path))
    assert (ran.code, ran.out) == (2, "")
    assert ".html" in ran.err
    assert not path.exists()
    assert kgtui("country", "Узбекистан", "--peek", "--format", "text", "-o", str(path)).code == 0


def test_a_form_that_is_asked_for_goes_before_the_name(kgtui: Kgtui, tmp_path: Path) -> None:
    path = tmp_path / "справка.txt"
    kgtui("country", "Узбекистан", "--peek", "--format", "md", "--output", str(path))
    assert path.read_text(encoding="utf-8").startswith("# ")


def test_a_file_says_what_the_pipe_does(kgtui: Kgtui, tmp_path: Path) -> None:
    path = tmp_path / "справка.html"
    kgtui("country", "Узбекистан", "--peek", "--output", str(path))
    assert kgtui("country", "Узбекистан", "--peek", "--format", "html").out == path.read_text(encoding="utf-8")


def test_a_word_document_goes_into_a_pipe(seeded: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "kgtui", "country", "Узбекистан", "--peek", "--format", "docx"],
        capture_output=True,
        env=environment(seeded),
        check=False,
        timeout=180,
    )
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.startswith(b"PK")


def test_a_word_document_is_not_shown_on_a_terminal(seeded: Path) -> None:
    ours, theirs = os.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "kgtui", "country", "Узбекистан", "--format", "docx"],
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=subprocess.PIPE,
        env=environment(seeded),
        check=False,
        timeout=180,
    )
    os.close(theirs)
    os.close(ours)
    assert done.returncode == 2
    assert "--output справка.docx" in done.stderr.decode()


def test_without_python_docx_the_sentence_says_what_to_do(seeded: Path, tmp_path: Path) -> None:
    """A folder first on the path in which nothing called docx can be found."""
    (tmp_path / "sitecustomize.py").write_text(
        "import importlib.util as u\nfound = u.find_spec\n"
        "u.find_spec = lambda name, *more: None if name == 'docx' else found(name, *more)\n",
        encoding="utf-8",
    )
    path = tmp_path / "справка.docx"
    ran = run_kgtui("country", "Узбекистан", "--output", str(path), home=seeded, PYTHONPATH=str(tmp_path))
    assert ran.code == 2
    assert "pip install 'kgtui[docx]'" in ran.err
    assert not path.exists()


def test_a_file_that_cannot_be_written(kgtui: Kgtui, tmp_path: Path) -> None:
    ran = kgtui("country", "Узбекистан", "--peek", "--output", str(tmp_path / "нет" / "справка.md"))
    assert ran.code == 2
    assert "нет такого файла или папки" in ran.err
    assert "--output" in ran.err
    assert "это папка" in kgtui("country", "Узбекистан", "--peek", "--output", str(tmp_path)).err


def test_one_section_as_a_table(kgtui: Kgtui, tmp_path: Path) -> None:
    path = tmp_path / "планы.csv"
    asked = ("country", "Узбекистан", "--sections", "договорённости")
    piped = kgtui(*asked, "--csv").out
    assert piped.splitlines()[0].startswith("статус,кто,что,")
    kgtui(*asked, "--output", str(path))
    assert path.read_bytes() == b"\xef\xbb\xbf" + piped.encode()  # the mark is for spreadsheets, not for pipes


@pytest.mark.parametrize("sections", [(), ("--sections", "контакты"), ("--sections", "цитаты,документы")])
def test_what_is_no_table_is_said(kgtui: Kgtui, sections: tuple[str, ...]) -> None:
    ran = kgtui("country", "Узбекистан", *sections, "--csv")
    assert (ran.code, ran.out) == (2, "")
    assert "kgtui timeline --csv" in ran.err
