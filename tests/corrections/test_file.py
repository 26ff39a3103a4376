"""A file of corrections: whatever happens to one line, the others hold."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kgtui.corrections import Ledger, Merge, Rename, Split
from kgtui.model import EntityKind

WRITER = """
import sys
from pathlib import Path
from kgtui.corrections import Ledger, Rename
from kgtui.model import EntityKind

ledger = Ledger(Path("none"), lambda: Path(sys.argv[1]))
for number in range(int(sys.argv[3])):
    ledger.add(Rename(EntityKind.PERSON, f"{sys.argv[2]} {number}", "имя" * 50, "имя"))
    print(number, flush=True)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "corrections.jsonl"


@pytest.fixture
def ledger(tmp_path: Path, path: Path) -> Ledger:
    return Ledger(tmp_path / "none.jsonl", lambda: path)


def renamed(key: str) -> Rename:
    return Rename(EntityKind.PERSON, key, key.title(), key)


def keys(ledger: Ledger) -> list[str]:
    return [change.key for change in ledger.all().changes if isinstance(change, Rename)]


def test_a_correction_is_a_line_with_who_and_when(ledger: Ledger, path: Path) -> None:
    kept = ledger.add(renamed("токаев"))
    assert kept.who
    assert kept.when.tzinfo is not None
    assert path.read_text(encoding="utf-8").count("\n") == 1
    assert [each.correction for each in ledger.log()] == [kept]


def test_a_damaged_line_costs_itself_alone(ledger: Ledger, path: Path) -> None:
    for key in ("а", "б", "в"):
        ledger.add(renamed(key))
    lines = path.read_bytes().split(b"\n")
    for damaged in (b'{"id": "1"', b"\xff\xfe", b"[]", b'{"do": "sing"}', lines[1].replace(b'"person"', b'"bird"')):
        path.write_bytes(b"\n".join([lines[0], damaged, b"", lines[2], b""]))
        assert keys(ledger) == ["а", "в"]
        (told,) = ledger.damaged()
        assert (told.path, told.line) == (path, 2)
        assert told.reason


@pytest.mark.parametrize(
    "values",
    ['{"period": {"start": "2025-13", "end": "2025-13"}}', '{"span": {"start": 1, "end": 2}}', '{"amount": 5}', "7"],
)
def test_a_value_that_cannot_be_is_a_damaged_line(ledger: Ledger, path: Path, values: str) -> None:
    ledger.add(renamed("а"))
    place = '{"article": "a", "kind": "figure", "span": {"start": 1, "end": 2}, "surface": "5"}'
    with path.open("a", encoding="utf-8") as file:
        file.write('{"id": "2", "when": "2025-11-21T10:00:00+00:00", "who": "x", "do": "set", ')
        file.write(f'"place": {place}, "values": {values}}}\n')
    assert keys(ledger) == ["а"]
    assert [each.line for each in ledger.damaged()] == [2]


def test_a_torn_last_line_is_ignored_and_mended(ledger: Ledger, path: Path) -> None:
    ledger.add(renamed("а"))
    ledger.add(renamed("б"))
    whole = path.read_bytes()
    first = whole.index(b"\n") + 1
    for end in range(first, len(whole) - 1):
        path.write_bytes(whole[:end])
        assert (keys(ledger), ledger.damaged()) == (["а"], ())
        ledger.add(renamed("в"))
        assert (keys(ledger), ledger.damaged()) == (["а", "в"], ())


def test_a_last_line_without_its_end_is_kept(ledger: Ledger, path: Path) -> None:
    """As an editor may leave it."""
    ledger.add(renamed("а"))
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    assert keys(ledger) == ["а"]
    ledger.add(renamed("б"))
    assert keys(ledger) == ["а", "б"]


def test_a_file_that_cannot_be_read_is_said(ledger: Ledger, path: Path) -> None:
    path.mkdir(parents=True)
    assert keys(ledger) == []
    assert [each.line for each in ledger.damaged()] == [0]
    with pytest.raises(OSError, match=r"."):
        ledger.add(renamed("а"))


def test_undoing_goes_back_step_by_step(ledger: Ledger) -> None:
    for key in ("а", "б"):
        ledger.add(renamed(key))
    undone = ledger.undo()
    assert undone is not None
    assert undone.change == renamed("б")
    assert keys(ledger) == ["а"]
    ledger.add(renamed("в"))
    assert [keys(ledger) for _ in range(2) if ledger.undo()] == [["а"], []]
    assert ledger.undo() is None
    assert [each.undone for each in ledger.log()] == [True, True, True]


def test_undoing_a_split_merges_again(ledger: Ledger) -> None:
    merge = Merge(EntityKind.PERSON, "мирзиеев", "Мирзиеев", "шавкат мирзиеев", "Шавкат Мирзиёев")
    ledger.add(merge)
    ledger.add(Split(EntityKind.PERSON, "мирзиеев", "Мирзиеев"))
    assert ledger.all().changes == ()
    ledger.undo()
    assert ledger.all().changes == (merge,)


def test_two_writers_lose_nothing(ledger: Ledger, path: Path) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(path), name, "40"], stdout=subprocess.DEVNULL)
        for name in ("а", "б")
    ]
    assert [writer.wait() for writer in writers] == [0, 0]
    assert ledger.damaged() == ()
    assert sorted(keys(ledger)) == sorted(f"{name} {number}" for name in ("а", "б") for number in range(40))


def test_a_killed_writer_loses_nothing_that_it_has_said(ledger: Ledger, path: Path) -> None:
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), "а", "1000000"], stdout=subprocess.PIPE, text=True
    )
    assert writer.stdout is not None
    said = [writer.stdout.readline() for _ in range(20)]
    os.kill(writer.pid, signal.SIGKILL)
    said += writer.stdout.readlines()
    writer.wait()
    writer.stdout.close()
    ledger.add(renamed("б"))
    kept = keys(ledger)
    assert kept[: len(said)] == [f"а {number}" for number in range(len(said))]
    assert kept[-1] == "б"
    assert len(kept) <= len(said) + 2
    assert ledger.damaged() == ()
