"""The guide in both languages: its configuration is one, its commands run, what it links to is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kgtui.cli.parser import COMMANDS
from kgtui.keys import BY_ID

from .conftest import run_here

DOCS = Path(__file__).parents[2] / "docs"
GUIDES = pytest.mark.parametrize("name", ["guide.md", "guide.ru.md"])


@GUIDES
def test_its_configuration_holds(name: str, tmp_path: Path) -> None:
    config = re.search(r"```toml\n(.+?)```", (DOCS / name).read_text(encoding="utf-8"), re.DOTALL)
    assert config is not None
    folder = tmp_path / "config" / "kgtui"
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text(config[1], encoding="utf-8")
    keys = {row["id"]: row for row in run_here("keys", "--json", home=tmp_path).json}
    assert keys["next_hit"]["keys"] == ["n", "ctrl+n"]
    assert keys["like"]["keys"] == []


@GUIDES
def test_its_links_lead_somewhere(name: str) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", (DOCS / name).read_text(encoding="utf-8"))
    assert links
    assert [link for link in links if not (DOCS / link).exists()] == []


@GUIDES
def test_its_commands_and_options_exist(name: str, tmp_path: Path) -> None:
    commands = re.findall(r"`(kgtui [^`]+)`", (DOCS / name).read_text(encoding="utf-8"))
    named = {word for command in commands for word in command.split()[1:2] if not word.startswith("-")}
    assert named <= set(COMMANDS)
    options = set(re.findall(r"`(--[a-z-]+)`", (DOCS / name).read_text(encoding="utf-8")))
    shown = run_here("--help", home=tmp_path).out
    assert [option for option in options if option not in shown] == []


@GUIDES
def test_its_keys_are_those_of_the_table(name: str) -> None:
    text = (DOCS / name).read_text(encoding="utf-8")
    for action in ("bookmark", "note", "tag", "read", "marks", "undo", "add", "refresh", "tour", "search", "copy"):
        assert f"`{BY_ID[action].default[0]}`" in text, action
