"""Every example in the help of every command, in both languages, runs as it stands."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from unittest.mock import patch

import pytest

from kgtui.cli.parser import COMMANDS
from kgtui.library import open_library
from kgtui.locale import catalogue
from kgtui.model import Marks
from kgtui.reader import MarkBook
from kgtui.recognition import is_available
from kgtui.settings import load_settings, seeds_folder

from .conftest import environment, run_here

EXAMPLES = sorted(
    {
        example.strip()
        for language in ("ru", "en")
        for command in COMMANDS
        if command != "enrich" or is_available()
        for example in str(catalogue(language, "cli")[f"cli.{command}.examples"]).splitlines()
    }
)
FOR_A_SHELL = set("|>")
_MEMOS = ("справка", "memo")


@pytest.fixture
def desk(tmp_path: Path, seeded: Path) -> Path:
    """A folder with the files that the examples name, a copy of the seeded home, saved searches, a marked article,
    articles to remove."""
    for name in ("новости", "news"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "one.txt").write_text("Президент Кыргызстана прибыл в Астану.", encoding="utf-8")
    for name in ("статья.txt", "article.txt"):
        (tmp_path / name).write_text("Премьер-министр Казахстана принял посла.", encoding="utf-8")
    for name in ("лента.jsonl", "feed.jsonl"):
        (tmp_path / name).write_text('{"id": "a", "text": "Россия и Кыргызстан."}\n', encoding="utf-8")
    for name in ("запросы.txt", "queries.txt"):
        (tmp_path / name).write_text("жапарову\n", encoding="utf-8")
    shutil.copytree(seeded / "data", tmp_path / "data")
    for name in ("сосед", "neighbour"):
        run_here("search", "--save", name, "таджикистан", home=tmp_path)
    _mark_an_article(tmp_path)
    memos = (f'{{"id": "{name}-{n}", "text": "Встреча {n} прошла в Бишкеке."}}' for name in _MEMOS for n in (1, 2))
    run_here("add", "-", home=tmp_path, stdin="\n".join(memos).encode())
    return tmp_path


def _mark_an_article(home: Path) -> None:
    with patch.dict(os.environ, environment(home), clear=True):
        settings = load_settings()
        with open_library(settings.library, settings=settings) as library:
            book = MarkBook(library.identity)
            (headline,) = library.headlines(library.numbers()[:1])
        book.change(headline.id, Marks(note="сверить", tags=("граница", "border")))
        book.write()


@pytest.mark.parametrize("example", [example for example in EXAMPLES if not FOR_A_SHELL & set(example)])
def test_example(example: str, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk)
    program, *arguments = shlex.split(example)
    ran = run_here(*arguments, home=desk)
    assert program == "kgtui"
    assert ran.code == 0, ran.err
    assert ran.out or ran.err  # what goes into a file is only spoken of


@pytest.mark.parametrize("example", [example for example in EXAMPLES if FOR_A_SHELL & set(example)])
def test_example_of_a_pipe(example: str, desk: Path) -> None:
    program = desk / "bin" / "kgtui"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kgtui "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    home = environment(desk)
    done = subprocess.run(
        ["/bin/sh", "-c", example],
        cwd=desk,
        env={**home, "PATH": f"{desk / 'bin'}{os.pathsep}{home['PATH']}"},
        capture_output=True,
        check=False,
        timeout=180,
    )
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout or (desk / example.rpartition("> ")[2]).stat().st_size


def test_the_seeds_are_there() -> None:
    assert len(list(seeds_folder().glob("*.txt"))) == 5
