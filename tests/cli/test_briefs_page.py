"""The commands of the pages on briefs run as they stand, on a library of the five first articles; the tables that they
name are there."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from .conftest import run_here

ROOT = Path(__file__).parents[2]
PAGES = ("briefs.md", "briefs.ru.md")


def text_of(page: str) -> str:
    return (ROOT / "docs" / page).read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_the_commands_of_a_page(page: str, tmp_path: Path, seeded: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(seeded / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    commands = re.findall(r"^\| `(kgtui .+?)` \|", text_of(page), re.MULTILINE)
    assert len(commands) == 12
    lang = "ru" if page.endswith(".ru.md") else "en"
    for command in commands:
        ran = run_here(*shlex.split(command)[1:], home=tmp_path, KGTUI_LANG=lang)
        assert ran.code == 0, f"{command}: {ran.err}"
        assert ran.out or "--output" in command


@pytest.mark.parametrize("page", PAGES)
def test_the_tables_that_can_be_edited_are_there(page: str) -> None:
    lines = re.findall(r"^\| ((?:`[\w./]+\.tsv`(?:, )?)+) \|", text_of(page), re.MULTILINE)
    assert len(lines) == 5
    for line in lines:
        first, *others = re.findall(r"`([^`]+)`", line)
        folder = (ROOT / first).parent
        assert all((folder / Path(name).name).is_file() for name in (first, *others)), line
