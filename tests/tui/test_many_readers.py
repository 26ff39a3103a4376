"""Several readers at once over one library, each a program on a terminal of its own, while somebody adds to it."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

from kgtui.intake import seed
from kgtui.language import analyse
from kgtui.library import open_library
from kgtui.model import Document, Facts, Span
from kgtui.settings import Settings

from .terminal import Terminal, environment

READERS = 6
ADDED = 12


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "library"
    with open_library(path, settings=Settings(path, "ru")) as opened:
        seed(opened)
    return path


def add(library: Path, count: int) -> int:
    """Each in a transaction of its own; gives how many went in."""
    with open_library(library, settings=Settings(library, "ru")) as opened, opened.adding() as adder:
        added = 0
        for number in range(count):
            text = f"Переправа номер {number} открыта."
            document = Document(f"p{number}", f"p{number}", text, Span(0, len(text)), f"Переправа {number}")
            added += adder.add([(document, analyse(text), Facts(1, ()))]).added
        return added


def test_the_writer_is_not_locked_out_and_each_reader_sees_what_is_new(library: Path, tmp_path: Path) -> None:
    with ExitStack() as stack:
        readers = []
        for number in range(READERS):
            home = tmp_path / f"reader{number}"
            variables = environment(HOME=str(home), XDG_STATE_HOME=str(home / "state"), XDG_CONFIG_HOME=str(home))
            command = [sys.executable, "-m", "kgtui", "--library", str(library), "--lang", "ru"]
            readers.append(stack.enter_context(Terminal(command, variables, (120, 40))))
        for reader in readers:
            reader.wait_for("1 из 5")
        for reader in readers:
            reader.press("j", "/", "касымалиеву")  # they read and search while somebody writes
        assert add(library, ADDED) == ADDED
        for reader in readers:
            reader.wait_for("Найдено 4 из")
            reader.press("\x1b")
            reader.wait_for("2 из 5")
        for reader in readers[: READERS // 2]:
            reader.wait_for(f"+{ADDED} новых", "2 из 5")  # by itself, and the cursor has not moved
        for reader in readers:
            reader.press("R")
            reader.wait_for(f"Новые статьи: {ADDED}", "Переправа 1")
            reader.press("\x1b")
            reader.wait_for(f"2 из {5 + ADDED}")
            reader.press("\x11")
        assert [reader.wait_for_end() for reader in readers] == [0] * READERS
