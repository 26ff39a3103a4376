"""Articles that are recorded and cannot be indexed: no search leaves them out in silence."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import Ran, environment, run_kgtui

NEW = 30
# No file may grow beyond some bytes: a disk that is full, for anybody.
FULL = """
import os, resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), resource.RLIM_INFINITY))
os.execv(sys.executable, [sys.executable, "-m", "kgtui", *sys.argv[2:]])
"""
SAID = f"{NEW} статей записано, но ещё не взято в указатель"


def on_full_disk(home: Path, *arguments: str) -> Ran:
    command = [sys.executable, "-c", FULL, "40000", *arguments]
    done = subprocess.run(command, capture_output=True, env=environment(home), check=False)
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture
def behind(tmp_path: Path) -> Path:
    """A home whose library has articles that its index lacks."""
    assert run_kgtui("stats", home=tmp_path).code == 0
    (library,) = (path.parent for path in tmp_path.rglob("library.sqlite3"))
    shutil.copytree(library / "index", tmp_path / "before")
    words = [" ".join(f"слово{number}х{k}" for k in range(300)) for number in range(NEW)]
    lines = [json.dumps({"id": f"a{n}", "text": f"Переправа открыта. {each}."}) for n, each in enumerate(words)]
    (tmp_path / "new.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert run_kgtui("add", str(tmp_path / "new.jsonl"), home=tmp_path).code == 0
    shutil.rmtree(library / "index")
    shutil.copytree(tmp_path / "before", library / "index")
    return tmp_path


def test_a_search_says_what_it_cannot_see(behind: Path) -> None:
    found = on_full_disk(behind, "search", "касымалиев")
    assert (found.code, "Traceback" in found.err) == (0, False)
    assert SAID in found.err
    assert "kgtui rebuild --missing" in found.err
    assert on_full_disk(behind, "search", "--json", "касымалиев").json["unindexed"] == NEW
    nothing = on_full_disk(behind, "search", "переправа")
    assert (nothing.code, SAID in nothing.err) == (1, True)
    reason = on_full_disk(behind, "rebuild", "--missing")
    assert (reason.code, "файл больше, чем разрешено" in reason.err) == (3, True)
    seen = run_kgtui("search", "--json", "переправа", home=behind)
    assert (seen.json["total"], "unindexed" in seen.json, seen.err) == (NEW, False, "")


def test_news_that_are_not_indexed_are_news_the_next_time(behind: Path) -> None:
    assert run_kgtui("search", "--save", "п", "переправа", home=behind).code == 0
    nothing = on_full_disk(behind, "search", "--new", "п")
    assert (nothing.code, SAID in nothing.err) == (1, True)
    assert run_kgtui("search", "--new", "п", "--json", home=behind).json["total"] == NEW
