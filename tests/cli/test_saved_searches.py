"""``kgtui search --save`` and ``--new``: what has come since a search was last asked."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import Kgtui, Ran, environment


@pytest.fixture
def mine(tmp_path: Path, here: Kgtui) -> Kgtui:
    """A library of two articles on a bridge, and a search saved for them."""
    add(here, tmp_path, {"a": "Мост через реку открыт.", "b": "Мост закрыт.", "c": "Дорога готова."})
    assert here("search", "--save", "переправа", "мосту").code == 0
    return here


def add(kgtui: Kgtui, folder: Path, texts: dict[str, str]) -> None:
    for id_, text in texts.items():
        (folder / f"{id_}.txt").write_text(text, encoding="utf-8")
    assert kgtui("add", *(str(folder / f"{id_}.txt") for id_ in texts)).code == 0


def new(kgtui: Kgtui, *more: str) -> list[str]:
    ran = kgtui("search", "--new", "переправа", "--json", *more)
    if ran.code == 1:
        assert (ran.out, ran.err) == ("", "")
        return []
    assert ran.code == 0, ran.err
    return sorted(hit["id"] for hit in ran.json["hits"])


def test_first_everything_then_what_was_added_or_changed(mine: Kgtui, tmp_path: Path) -> None:
    assert new(mine) == ["a", "b"]
    assert new(mine) == []
    add(mine, tmp_path, {"b": "Мост снова закрыт.", "d": "Под мостом тихо.", "e": "Поле."})
    assert new(mine) == ["b", "d"]
    assert new(mine) == []


def test_peeking_leaves_it_new(mine: Kgtui) -> None:
    assert new(mine, "--peek") == ["a", "b"]
    assert new(mine) == ["a", "b"]


def test_a_limit_takes_the_earliest_and_leaves_the_others_new(mine: Kgtui) -> None:
    assert [new(mine, "--limit", "1") for _ in range(3)] == [["a"], ["b"], []]


def test_new_articles_are_sorted_as_others(mine: Kgtui, tmp_path: Path) -> None:
    (tmp_path / "e.txt").write_text(" date 2025-11-02 Мост мост мост.", encoding="utf-8")
    (tmp_path / "f.txt").write_text(" date 2025-11-03 Мост и дорога.", encoding="utf-8")
    mine("add", str(tmp_path / "e.txt"), str(tmp_path / "f.txt"))
    newest = mine("search", "--new", "переправа", "--sort", "newest", "--json", "--peek").json["hits"]
    assert [hit["id"] for hit in newest][:2] == ["f", "e"]


def test_text_is_that_of_a_search(mine: Kgtui) -> None:
    assert mine("search", "--new", "переправа").out == mine("search", "мосту").out
    nothing = mine("search", "--new", "переправа")
    assert (nothing.code, nothing.out, nothing.err) == (1, "", "")


def test_another_query_under_the_name_is_asked_from_the_beginning(mine: Kgtui) -> None:
    new(mine)
    mine("search", "--save", "переправа", "мосту")
    assert new(mine) == []
    mine("search", "--save", "переправа", "дорога")
    assert new(mine) == ["c"]


def test_each_library_has_its_own_mark(mine: Kgtui, tmp_path: Path) -> None:
    new(mine)
    other = ("--library", str(tmp_path / "other"))
    assert mine("add", *map(str, sorted(tmp_path.glob("?.txt"))), *other).code == 0
    assert new(mine, *other) == ["a", "b"]
    assert new(mine) == []
    shutil.move(tmp_path / "other", tmp_path / "moved")
    assert new(mine, "--library", str(tmp_path / "moved")) == []


def test_a_library_put_back_to_before_the_mark_is_new_again(mine: Kgtui, tmp_path: Path) -> None:
    library = tmp_path / "data" / "kgtui" / "library"
    shutil.copytree(library, tmp_path / "copy")
    add(mine, tmp_path, {"d": "Под мостом тихо."})
    new(mine)
    shutil.rmtree(library)
    shutil.move(tmp_path / "copy", library)
    assert new(mine) == ["a", "b"]
    assert new(mine) == []


def test_listing_and_forgetting(mine: Kgtui) -> None:
    listed = mine("search", "--saved")
    assert [line.split() for line in listed.out.splitlines()[1:]] == [["переправа", "2", "мосту"]]
    assert mine("search", "--saved", "--json").json == [{"name": "переправа", "new": 2, "query": "мосту"}]
    assert mine("search", "--forget", "переправа").code == 0
    gone = mine("search", "--saved")
    assert (gone.code, gone.out) == (1, "")
    assert "--save" in gone.err


def test_an_unknown_name_says_which_there_are(mine: Kgtui) -> None:
    for option in ("--new", "--forget"):
        unknown = mine("search", option, "мост")
        assert (unknown.code, unknown.out) == (2, "")
        assert "переправа" in unknown.err


def test_one_thing_at_a_time(mine: Kgtui) -> None:
    for arguments in (["--save", "имя"], ["--save", "", "мост"], ["--new", "переправа", "мост"], ["--saved", "мост"]):
        wrong = mine("search", *arguments)
        assert (wrong.code, wrong.out) == (2, ""), arguments


def test_a_damaged_file_is_said_and_left(mine: Kgtui, tmp_path: Path) -> None:
    file = tmp_path / "state" / "kgtui" / "searches.json"
    file.write_text("{", encoding="utf-8")
    damaged = mine("search", "--new", "переправа")
    assert (damaged.code, damaged.out) == (2, "")
    assert str(file) in damaged.err
    assert file.read_text(encoding="utf-8") == "{"


def ran_into(out: object, home: Path) -> Ran:
    command = [sys.executable, "-m", "kgtui", "search", "--new", "переправа"]
    done = subprocess.run(command, stdout=out, stderr=subprocess.PIPE, env=environment(home), check=False)  # type: ignore[call-overload]
    return Ran(done.returncode, "", done.stderr.decode())


def test_what_could_not_be_printed_stays_new(mine: Kgtui, tmp_path: Path) -> None:
    end, start = os.pipe()
    os.close(end)
    ran_into(start, tmp_path)
    os.close(start)
    with Path("/dev/full").open("wb") as full:
        assert ran_into(full, tmp_path).code == 3
    closed = f'"{sys.executable}" -m kgtui search --new переправа >&-'
    subprocess.run(["/bin/sh", "-c", closed], env=environment(tmp_path), check=False)
    assert new(mine) == ["a", "b"]
