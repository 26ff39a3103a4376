"""The commands of the pages on corrections run as they stand, on a library of the five first articles; all but the one
that shows a number, which is different from version to version."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from .conftest import run_here

DOCS = Path(__file__).parents[2] / "docs"
COMMANDS = [
    (page, command)
    for page in ("corrections.md", "corrections.ru.md")
    for command in re.findall(r"^\| `(kgtui correct .+?)` \|", (DOCS / page).read_text(encoding="utf-8"), re.MULTILINE)
]


@pytest.mark.parametrize("page", ["corrections.md", "corrections.ru.md"])
def test_the_commands_of_a_page_one_after_the_other(page: str, tmp_path: Path, seeded: Path) -> None:
    shutil.copytree(seeded / "data", tmp_path / "data")
    commands = [command for of_page, command in COMMANDS if of_page == page and " 7.2 " not in command]
    assert len(commands) > 10
    for command in commands:
        lang = "ru" if page.endswith(".ru.md") else "en"
        ran = run_here(*shlex.split(command)[1:], home=tmp_path, KGTUI_LANG=lang)
        assert (ran.code, bool(ran.out)) == (0, True), f"{command}: {ran.err}"
