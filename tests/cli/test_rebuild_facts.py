"""``kgtui rebuild --facts``: what an earlier version of the extractors read is read anew, and nothing else."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from kgtui.model import FACTS_VERSION

from .conftest import Kgtui, environment

ARTICLES = 250

# The command with a signal from outside after its first batch; a shell lets what it runs ignore interrupts.
INTERRUPTED = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from kgtui.__main__ import main
from kgtui.cli.progress import Progress
Progress.step = lambda *_: os.kill(os.getpid(), int(sys.argv[1]))
sys.exit(main(["rebuild", "--facts"]))
"""


@pytest.fixture
def old(tmp_path: Path, here: Kgtui) -> Path:
    """The record of a library whose articles an earlier version has read, one of them this one's."""
    lines = [{"id": f"a{number}", "text": f"Токаев посетил Киргизию {number} раз."} for number in range(ARTICLES)]
    source = tmp_path / "articles.jsonl"
    source.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), encoding="utf-8")
    assert here("add", str(source)).code == 0
    record = tmp_path / "data" / "kgtui" / "library" / "library.sqlite3"
    with sqlite3.connect(record) as connection:
        connection.execute("DELETE FROM entities")
        connection.execute("UPDATE articles SET facts_version = 1 WHERE id != 'a0'")
    assert here("rebuild").code == 0
    return record


def versions(record: Path) -> list[int]:
    with sqlite3.connect(record) as connection:
        return [version for (version,) in connection.execute("SELECT facts_version FROM articles ORDER BY number")]


def test_only_what_is_older_is_read_anew(old: Path, here: Kgtui) -> None:
    assert here("stats", "--json").json["older_facts"] == ARTICLES - 1
    assert "kgtui rebuild --facts" in here("stats").out
    advice = {check["name"]: check["advice"] for check in here("doctor", "--json").json}
    assert "kgtui rebuild --facts" in advice["facts"]
    assert here("show", "a7", "--json").json["countries"] == []
    assert here("rebuild", "--facts", "--json").json == {"articles": ARTICLES - 1}
    assert set(versions(old)) == {FACTS_VERSION}
    assert here("show", "a7", "--json").json["countries"][0]["code"] == "KG"
    assert here("show", "a0", "--json").json["countries"] == []  # is not older
    assert here("search", "страна:KG", "--json").json["total"] == ARTICLES - 1  # the index has followed
    assert here("stats", "--json").json["older_facts"] == 0
    assert here("rebuild", "--facts").out == "Факты прочитаны заново: 0 статей.\n"


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGKILL, -signal.SIGKILL), (signal.SIGINT, 130)])
def test_what_was_read_before_an_end_is_kept(
    old: Path, here: Kgtui, tmp_path: Path, sent: signal.Signals, code: int
) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", INTERRUPTED, str(int(sent))],
        env={**os.environ, **environment(tmp_path)},
        capture_output=True,
        check=False,
    )
    assert ended.returncode == code, ended.stderr.decode()
    assert b"Traceback" not in ended.stderr
    left = versions(old).count(1)
    assert 0 < left < ARTICLES - 1
    assert here("search", "страна:KG", "--json").json["total"] == ARTICLES - 1 - left
    assert here("rebuild", "--facts", "--json").json == {"articles": left}
    assert set(versions(old)) == {FACTS_VERSION}
