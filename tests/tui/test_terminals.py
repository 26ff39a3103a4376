"""Every terminal and every size: the main job on a real pty, and an end that leaves the terminal as it was.

Here runs a choice in which each terminal meets each size, with colours or without; all of them where
``KGTUI_EVERY_TERMINAL`` is set, as it is by ``.ci/run``.
"""

from __future__ import annotations

import os
import subprocess
import sys
import termios
from itertools import product
from pathlib import Path

import pytest

from kgtui.settings import Settings

from .terminal import CTRL_P, CTRL_Q, DOWN, ENTER, ESCAPE, Terminal, assert_restored, environment, own_folders, running

TERMS = ("xterm-256color", "xterm", "screen", "tmux-256color", "linux")
SIZES = ((200, 60), (120, 40), (80, 24), (40, 12))
COLOURS = ({}, {"NO_COLOR": "1"})
TINY = ((20, 5), (6, 2), (5, 5), (4, 5), (3, 5), (2, 1), (1, 1))

_EVERY = list(product(TERMS, SIZES, COLOURS))
# Each terminal once in colour and once without, each size with and without: what two of them do together is seen.
_CHOSEN = [
    (TERMS[number % len(TERMS)], SIZES[number % len(SIZES)], COLOURS[number % len(COLOURS)]) for number in range(10)
]
COMBINATIONS = _EVERY if os.environ.get("KGTUI_EVERY_TERMINAL") else _CHOSEN


def _named(combination: tuple[str, tuple[int, int], dict[str, str]]) -> str:
    term, (columns, rows), colours = combination
    return "-".join([term, f"{columns}x{rows}", *colours])


def _environment(term: str, colours: dict[str, str]) -> dict[str, str]:
    return {"TERM": term, "COLORTERM": "truecolor" if term == "xterm-256color" else "", **colours}


@pytest.mark.parametrize("combination", COMBINATIONS, ids=_named)
def test_start_search_read_and_quit(
    seeded: Settings, tmp_path: Path, combination: tuple[str, tuple[int, int], dict[str, str]]
) -> None:
    term, size, colours = combination
    with running(seeded.library, tmp_path, size, **_environment(term, colours)) as terminal:
        before = termios.tcgetattr(terminal.fd)
        terminal.wait_for("Председатель Кабмина", "1 из 5")
        terminal.press("/")
        terminal.press("касымалиеву")
        terminal.wait_for("Найдено 4 из 5")
        terminal.press(ENTER)
        terminal.press(ENTER)
        terminal.wait_for("Заседание в узком составе" if size[0] > 40 else "Председатель Кабмина КР")
        terminal.press("q")
        terminal.wait_for("1 из 4")
        terminal.press(CTRL_Q)
        assert terminal.wait_for_end() == 0
        assert_restored(terminal, before)


def _over_the_desk(terminal: Terminal) -> None:
    terminal.press(CTRL_P)
    terminal.wait_for("Читать и смотреть")


def _brief(terminal: Terminal) -> None:
    terminal.press("3")
    terminal.wait_for("▌Кыргызстан")
    terminal.press(ENTER)
    terminal.wait_for("Коротко")


def _table(terminal: Terminal) -> None:
    terminal.press(CTRL_P)
    terminal.wait_for("Читать и смотреть")
    terminal.press("цифры")
    terminal.wait_for("Цифры: таблица")
    terminal.press(ENTER)
    terminal.wait_for("товарооборот")


def _reading(terminal: Terminal) -> None:
    terminal.press(ENTER)
    terminal.wait_for("Заседание в узком составе")


@pytest.mark.parametrize("there", [_reading, _over_the_desk, _brief, _table], ids=lambda there: there.__name__[1:])
def test_resized_down_to_one_cell_and_back(seeded: Settings, tmp_path: Path, there: object) -> None:
    with running(seeded.library, tmp_path) as terminal:
        before = termios.tcgetattr(terminal.fd)
        terminal.wait_for("1 из 5", "Кыргызстан 5")
        assert callable(there)
        there(terminal)
        for size in TINY:
            terminal.resize(*size)
            terminal.wait(lambda terminal: terminal.sent > terminal.sent_at_resize)
            terminal.press(DOWN)
        terminal.resize(80, 24)
        terminal.wait(lambda terminal: "kgtui" in terminal.lines[0] or "Enter" in terminal.lines[23])
        terminal.press(ESCAPE, ESCAPE, "1")
        terminal.resize(200, 60)
        terminal.wait_for("Страны", "Председатель Кабмина")
        terminal.press(CTRL_Q)
        assert terminal.wait_for_end() == 0
        assert_restored(terminal, before)


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_terminal_that_cannot_place_text_gets_a_sentence(seeded: Settings, tmp_path: Path, term: str) -> None:
    with running(seeded.library, tmp_path, TERM=term) as terminal:
        assert terminal.wait_for_end() == 2
        assert "kgtui search" in " ".join(terminal.text.split())
        assert b"\x1b" not in terminal.raw


def test_a_pipe_gets_a_sentence(seeded: Settings, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "kgtui", "--library", str(seeded.library), "--lang", "ru"]
    done = subprocess.run(
        command,
        env={**environment(), **own_folders(tmp_path)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert "kgtui search" in done.stderr
    assert done.stderr.count("\n") == 1
