"""A command beside the screen: its steps, its end, and that what it has committed stays."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path

import pytest

from kgtui.beside import Beside, BesideFailed, Ended, Step
from kgtui.library import open_library
from kgtui.settings import Settings

ARTICLES = 450  # more than a batch


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("STATE", "CACHE", "CONFIG", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Articles in JSON Lines, and one line that is none."""
    lines = [json.dumps({"id": f"a{n}", "text": f"Переправа номер {n} открыта. " * 40}) for n in range(ARTICLES)]
    path = tmp_path / "source.jsonl"
    path.write_text("\n".join([*lines, "{"]) + "\n", encoding="utf-8")
    return path


def adding(library: Path, source: Path) -> Beside:
    return Beside("add", str(source), "--library", str(library), "--lang", "ru")


def found(library: Path) -> tuple[int, int, int]:
    """Articles in the record, articles that a search finds, and by how many changes the index is behind."""
    with open_library(library, create=False, settings=Settings(library, "ru")) as opened:
        behind = opened.stats().index_behind
        return opened.count(), opened.search("переправа", limit=1).total, behind


def test_it_tells_its_steps_and_at_the_end_what_it_did(tmp_path: Path, source: Path) -> None:
    *steps, ended = adding(tmp_path / "library", source).steps()
    assert all(isinstance(step, Step) and step.of == ARTICLES + 1 for step in steps)
    assert isinstance(ended, Ended)
    assert (ended.report["added"], ended.interrupted) == (ARTICLES, False)
    assert [skipped["reason"] for skipped in ended.report["skipped"]] == ["bad_line"]
    assert found(tmp_path / "library") == (ARTICLES, ARTICLES, 0)


def begun(library: Path, source: Path) -> Beside:
    """One that has committed something, and has not come to its end."""
    beside = adding(library, source)
    while not (library / "library.sqlite3").exists() or not found(library)[0]:
        assert beside.is_running
    return beside


def test_what_was_committed_before_an_interruption_stays_and_is_found(tmp_path: Path, source: Path) -> None:
    library = tmp_path / "library"
    beside = begun(library, source)
    beside.interrupt()
    ended = list(beside.steps())[-1]
    assert isinstance(ended, Ended)
    articles, matches, behind = found(library)
    assert ended.interrupted == (articles < ARTICLES)
    assert articles == matches
    assert behind == 0


def test_a_killed_one_says_that_it_failed_and_loses_nothing(tmp_path: Path, source: Path) -> None:
    library = tmp_path / "library"
    beside = begun(library, source)
    os.kill(beside.pid, signal.SIGKILL)
    with pytest.raises(BesideFailed):
        list(beside.steps())
    articles, matches, _ = found(library)
    assert articles == matches > 0


def test_what_goes_wrong_is_said(tmp_path: Path, source: Path) -> None:
    (tmp_path / "library").write_text("no folder")
    with pytest.raises(BesideFailed, match="library"):
        list(adding(tmp_path / "library", source).steps())
