"""``kgtui keys``: the table for people, for programs, and for the configuration file; and what is wrong with one."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kgtui.keys import ACTIONS, use_keys

from .conftest import Kgtui

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib


@pytest.fixture
def config(tmp_path: Path) -> Iterator[Path]:
    """The configuration file of the fresh home."""
    path = tmp_path / "config" / "kgtui" / "config.toml"
    path.parent.mkdir(parents=True)
    yield path
    use_keys({})


def test_all_actions_are_listed(fresh: Kgtui) -> None:
    shown = fresh("keys", "--lang", "ru")
    assert shown.code == 0
    assert all(f" {action.id} " in shown.out for action in ACTIONS)
    assert "n" in shown.out
    assert "config.toml" in shown.err
    assert all(len(line) <= 80 for line in shown.out.splitlines())
    assert not any(line.startswith("*") for line in shown.out.splitlines())


def test_own_keys_are_marked(fresh: Kgtui, config: Path) -> None:
    config.write_text('[keys]\nzoom = ["ctrl+щ", "F5"]\nnext_hit = []\n', encoding="utf-8")
    lines = fresh("keys").out.splitlines()
    assert [line.split()[:3] for line in lines if line.startswith("*zoom")] == [["*zoom", "Ctrl+O", "F5"]]
    assert len([line for line in lines if line.startswith("*")]) == 2
    records = {record["id"]: record for record in fresh("keys", "--json").json}
    assert records["zoom"]["keys"] == ["ctrl+o", "f5"]
    assert (records["zoom"]["default"], records["zoom"]["remapped"]) == (["z"], True)
    assert (records["next_hit"]["keys"], records["search"]["remapped"]) == ([], False)
    assert "list" in records["search"]["where"]
    assert {"article", "search", "palette"} <= set(records["quit"]["where"])


def test_the_table_for_the_file_is_what_the_file_may_hold(fresh: Kgtui, config: Path) -> None:
    config.write_text('[keys]\nzoom = ["f5"]\n', encoding="utf-8")
    printed = fresh("keys", "--format", "toml").out
    assert tomllib.loads(printed)["keys"] == {"zoom": ["f5"]}
    everything = printed.replace("\n# ", "\n")
    assert set(tomllib.loads(everything)["keys"]) == {action.id for action in ACTIONS}
    config.write_text(everything, encoding="utf-8")
    assert fresh("keys").code == 0


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("zomo = []", ["zomo", "zoom"]),
        ('zoom = "n"', ["zoom", "next_hit"]),
        ('zoom = "pgdwn"', ["zoom", "pgdown"]),
        ("quit = []", ["quit"]),
        ("zoom = 3", ["zoom"]),
    ],
)
def test_a_mistake_is_one_sentence_that_names_file_and_entry(
    fresh: Kgtui, config: Path, keys: str, said: list[str]
) -> None:
    config.write_text(f"[keys]\n{keys}\n", encoding="utf-8")
    refused = fresh("keys")
    assert (refused.code, refused.out) == (2, "")
    assert all(words in refused.err for words in [str(config), *said])
    assert "Traceback" not in refused.err


def test_wrong_keys_keep_no_other_command_from_working_and_doctor_tells_of_them(fresh: Kgtui, config: Path) -> None:
    config.write_text('[keys]\nzoom = "n"\n', encoding="utf-8")
    assert fresh("stats").code == 0
    checks = {check["name"]: check for check in fresh("doctor", "--json").json}
    assert "next_hit" in checks["config"]["advice"]
