"""A record that cannot be read in places, or no more, under the screen: said in words, and one reads on."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from kgtui.library.connections import FILE
from kgtui.settings import Settings

from .terminal import CTRL_Q, ENTER, Terminal, assert_restored, running

SAID = "Библиотека не читается: файл базы повреждён"


def spoil(library: Path, table: str) -> None:
    """Nothing that the table holds can be read any more, by whoever has the record open either."""
    with closing(sqlite3.connect(library / FILE)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        with (library / FILE).open("r+b") as file:
            file.seek((page - 1) * size)
            file.write(b"\xff" * size)
        with connection:  # whoever has read a page forgets it when somebody has written
            connection.execute("UPDATE state SET change = change")


@contextmanager
def reading(seeded: Settings, home: Path) -> Iterator[tuple[Terminal, Path]]:
    library = home / "library"
    shutil.copytree(seeded.library, library)
    with running(library, home) as terminal:
        terminal.wait_for("1 из 5")
        yield terminal, library
        terminal.press(CTRL_Q)
        assert terminal.wait_for_end() == 0
        assert_restored(terminal)


def test_an_article_that_cannot_be_read(seeded: Settings, tmp_path: Path) -> None:
    with reading(seeded, tmp_path) as (terminal, library):
        spoil(library, "texts")
        terminal.press(ENTER)
        terminal.wait_for(SAID)
        terminal.press("j")
        terminal.wait_for("2 из 5")
        terminal.press(ENTER)
        terminal.wait_for(SAID)


@pytest.mark.parametrize("table", ["facts", "articles"])
def test_rows_that_cannot_be_read(seeded: Settings, tmp_path: Path, table: str) -> None:
    with reading(seeded, tmp_path) as (terminal, library):
        spoil(library, table)
        terminal.press("/", *"касымалиеву", ENTER)
        terminal.wait_for(SAID)
        terminal.press("j")
        terminal.wait_for("2 из 4")


def test_a_library_that_cannot_be_read_at_all(seeded: Settings, tmp_path: Path) -> None:
    library = tmp_path / "library"
    shutil.copytree(seeded.library, library)
    spoil(library, "articles")
    with running(library, tmp_path) as terminal:
        terminal.wait_for("Библиотека не читается")
        terminal.press("j", ENTER, "q")
        assert terminal.wait_for_end() == 0
        assert_restored(terminal)
