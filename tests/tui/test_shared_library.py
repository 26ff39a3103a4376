"""A library that its reader may only read, on the command line and on the screen, while its owner goes on adding."""

from __future__ import annotations

import json
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from kgtui.intake import seed
from kgtui.language import analyse
from kgtui.library import open_library
from kgtui.library.migrations import VERSION
from kgtui.model import Document, Facts, Span
from kgtui.settings import Settings

from .terminal import Terminal, environment
from .without_rights import as_reader, close_to_writers, open_to_owner

ENTER, CTRL_P, TO_START = "\r", "\x10", "\x15"  # the last deletes to the start of the line


@pytest.fixture
def shared(tmp_path: Path) -> Iterator[Path]:
    """A library with the seeds, closed to writers."""
    path = tmp_path / "shared"
    with open_library(path, settings=Settings(path, "ru")) as library:
        seed(library)
    close_to_writers(path)
    yield path
    path.chmod(0o755)  # pytest removes it


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


def add(path: Path, *names: str) -> None:
    """The owner adds short articles."""
    with open_to_owner(path), open_library(path, settings=Settings(path, "ru")) as library:
        for name in names:
            text = f"Переправа {name}. Паромная переправа открыта."
            document = Document(name, name, text, Span(0, len(text)), f"Переправа {name}")
            library.add([(document, analyse(text), Facts(1, ()))])


def variables(home: Path) -> dict[str, str]:
    folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("DATA", "CONFIG", "CACHE", "STATE")}
    return environment(HOME=str(home), **folders)


def kgtui(home: Path, library: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = as_reader("--library", str(library), "--lang", "ru", *arguments)
    return subprocess.run(command, env=variables(home), capture_output=True, text=True, check=False, timeout=120)


@contextmanager
def screen(home: Path, library: Path) -> Iterator[Terminal]:
    with Terminal(as_reader("--library", str(library), "--lang", "ru"), variables(home)) as terminal:
        yield terminal


def take_log_away(library: Path) -> None:
    """As a program leaves a library that clears the write-ahead log away at its end."""
    with open_to_owner(library), closing(sqlite3.connect(library / "library.sqlite3")) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert sorted(path.name for path in library.glob("*.sqlite3*")) == ["library.sqlite3"]


def test_a_reader_without_the_right_to_write_searches_and_is_told_what_cannot_be(shared: Path, home: Path) -> None:
    found = kgtui(home, shared, "search", "--json", "касымалиеву")
    assert json.loads(found.stdout)["total"] == 4, found.stderr
    add(shared, "первая")
    assert json.loads(kgtui(home, shared, "search", "--json", "переправа").stdout)["total"] == 1
    text = home / "текст.txt"
    text.write_text("Паромная переправа открыта.", encoding="utf-8")
    for arguments in (["add", str(text)], ["correct", "--shared", "undo"], ["rebuild", "--facts"]):
        done = kgtui(home, shared, *arguments)
        assert done.returncode in (2, 3), arguments
        assert done.stderr.strip(), arguments
    assert "нельзя писать" in kgtui(home, shared, "add", str(text)).stderr
    assert "нельзя писать" in kgtui(home, shared, "remove", "004").stderr


def test_the_screen_over_it_says_so_once_and_keeps_what_is_the_readers_own(shared: Path, home: Path) -> None:
    take_log_away(shared)
    before = sorted(path.name for path in shared.iterdir())
    with screen(home, shared) as terminal:
        terminal.wait_for("1 из 5", "можете только читать")
        terminal.press("j")
        terminal.wait(lambda seen: "2 из 5" in seen.text and "можете только читать" not in seen.text)
        terminal.press(CTRL_P)
        terminal.press("уточ")
        terminal.wait_for("Уточнить имена")
        terminal.press(ENTER)
        terminal.wait_for("изменить её может владелец")
        terminal.press("j", CTRL_P)
        terminal.press("убрать")
        terminal.wait_for("Убрать статью")
        terminal.press(ENTER)
        terminal.wait_for("изменить её может владелец")
        terminal.press("/", "касымалиеву")
        terminal.wait_for("Найдено 4 из 5")
        terminal.press(ENTER)
        terminal.wait_for("s порядок")
        add(shared, "вторая")
        terminal.press("/", TO_START)
        terminal.wait_for("слово, имя")
        terminal.press("переправа")
        terminal.wait_for("Найдена 1 из 6")
        terminal.press("\x11")
        assert terminal.wait_for_end() == 0
    assert json.loads((home / "state/kgtui/searched.json").read_text(encoding="utf-8"))[-1:] == ["касымалиеву"]
    assert {path.name for path in shared.iterdir()} - set(before) <= {"library.sqlite3-wal", "library.sqlite3-shm"}


def test_one_that_an_earlier_program_made_says_what_its_owner_does(shared: Path, home: Path) -> None:
    with open_to_owner(shared), closing(sqlite3.connect(shared / "library.sqlite3")) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION - 1}")
    done = kgtui(home, shared, "search", "касымалиеву")
    assert done.returncode == 3
    assert "владелец один раз откроет" in done.stderr
    with screen(home, shared) as terminal:
        terminal.wait_for("сделана более старой")
        terminal.press("\x11")
        assert terminal.wait_for_end() == 0


WATCHING = """
import os, sys
from pathlib import Path
from kgtui.library import open_library
from kgtui.settings import Settings

record = Path(sys.argv[1]) / "library.sqlite3"
with open_library(record.parent, create=False, settings=Settings(record.parent, "ru")) as library:
    for at in range(1, 30):
        os.utime(record, (at, at))  # somebody has put another copy there
        assert library.count() == 5
    held = (os.readlink(each) for each in Path("/proc/self/fd").iterdir() if os.path.lexists(each))
    print(sum(each == str(record) for each in held) <= 2)
"""


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="open files are counted in /proc")
def test_a_medium_that_changes_is_not_held_open_again_and_again(shared: Path, home: Path) -> None:
    take_log_away(shared)
    (home / "watching.py").write_text(WATCHING)
    command = as_reader(str(shared), module="watching")
    done = subprocess.run(
        command, env={**variables(home), "PYTHONPATH": str(home)}, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "True\n"), done.stderr
