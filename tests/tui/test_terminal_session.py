"""The session on a real pty: it outlives whatever ends the program, and the shell gets the terminal meanwhile."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kgtui.reader import KeptPlace, load_session
from kgtui.settings import Settings

from .terminal import CTRL_Q, DOWN, ENTER, PAGE_DOWN, Terminal, environment, running, settle

CTRL_Z = "\x1a"


def stand_somewhere(terminal: Terminal) -> None:
    """At the end of the second of the articles that a search finds."""
    terminal.wait_for("1 из 5")
    terminal.press("/")
    terminal.press("касымалиеву")
    terminal.wait_for("Найдено 4 из 5")
    terminal.press(ENTER, DOWN)
    terminal.wait_for("2 из 4")
    terminal.press(ENTER)
    terminal.wait_for("БИШКЕК, 11 ноя")
    terminal.press(PAGE_DOWN)
    terminal.wait_for("100 %", "Esc назад")


def assert_stands_there(terminal: Terminal) -> None:
    terminal.wait_for("2 из 4", "/ касымалиеву", "100 %")


def close(terminal: Terminal) -> None:
    terminal.hang_up()


def send(number: signal.Signals) -> Callable[[Terminal], None]:
    return lambda terminal: os.kill(terminal.pid, number)


@pytest.mark.parametrize("end", [send(signal.SIGHUP), send(signal.SIGTERM), close, lambda t: t.press(CTRL_Q)])
def test_one_stands_again_where_one_was(seeded: Settings, tmp_path: Path, end: Callable[[Terminal], None]) -> None:
    with running(seeded.library, tmp_path) as terminal:
        stand_somewhere(terminal)
        end(terminal)  # at once: the last change is not written yet
        assert terminal.wait_for_end() == 0
    with running(seeded.library, tmp_path) as terminal:
        assert_stands_there(terminal)


def test_a_kill_takes_no_more_than_the_last_moment(
    seeded: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with running(seeded.library, tmp_path) as terminal:
        stand_somewhere(terminal)
        terminal.wait(lambda _: kept(tmp_path, monkeypatch).line > 0)  # without another key
        os.kill(terminal.pid, signal.SIGKILL)
        assert terminal.wait_for_end() == -signal.SIGKILL
    with running(seeded.library, tmp_path) as terminal:
        assert_stands_there(terminal)


def kept(home: Path, monkeypatch: pytest.MonkeyPatch) -> KeptPlace:
    monkeypatch.setenv("XDG_STATE_HOME", str(home / "state"))
    files = list((home / "state/kgtui/sessions").glob("*.json"))
    session = load_session(files[0].stem) if files else None
    return (session.here if session else None) or KeptPlace()


def test_of_two_at_once_the_last_to_change_is_kept(seeded: Settings, tmp_path: Path) -> None:
    with running(seeded.library, tmp_path) as one, running(seeded.library, tmp_path) as other:
        one.wait_for("1 из 5")
        other.wait_for("1 из 5")
        for row in (2, 3, 4, 5):
            one.press(DOWN)
            other.press(DOWN)
            one.wait_for(f"{row} из 5")
            other.wait_for(f"{row} из 5")
        other.press(CTRL_Q)
        assert other.wait_for_end() == 0
        one.press("k", "k")
        one.wait_for("3 из 5")
        one.press(CTRL_Q)
        assert one.wait_for_end() == 0
    with running(seeded.library, tmp_path) as again:
        again.wait_for("3 из 5")


def assert_left_before(terminal: Terminal, words: bytes) -> None:
    """The terminal was as the shell had left it when it wrote these words."""
    sent = bytes(terminal.raw)
    sent = sent[: sent.rfind(words)]
    for mode in (b"1049", b"1000", b"1006", b"2004", b"1004"):
        assert sent.rfind(b"\x1b[?" + mode + b"l") > sent.rfind(b"\x1b[?" + mode + b"h"), mode
    assert sent.rfind(b"\x1b[?25h") > sent.rfind(b"\x1b[?25l")


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
def test_the_shell_has_the_terminal_until_it_is_brought_back(
    seeded: Settings, tmp_path: Path, size: tuple[int, int]
) -> None:
    variables = environment(HOME=str(tmp_path), XDG_STATE_HOME=str(tmp_path / "state"), PS1="shell> ")
    with Terminal(["bash", "--norc", "--noprofile", "-i"], variables, (120, 40)) as terminal:
        terminal.wait_for("shell>")
        terminal.press(f"{sys.executable} -m kgtui --library {seeded.library} --lang ru\r")
        stand_somewhere(terminal)
        terminal.press(CTRL_Z)
        terminal.wait_for("Stopped")
        assert_left_before(terminal, b"Stopped")
        terminal.press("echo $((6*7))\r")
        terminal.wait_for("42")
        terminal.resize(*size)
        terminal.press("clear; fg\r")
        terminal.wait(lambda terminal: "kgtui" in terminal.lines[0] and "? клавиши" in terminal.lines[-1])
        terminal.wait(lambda terminal: "shell>" not in terminal.text and "fg" not in terminal.text)
        terminal.press("q")
        terminal.wait_for("2 из 4")
        settle(terminal)
        terminal.press(CTRL_Z)  # a second time too
        terminal.wait_for("Stopped")
        terminal.press("fg; echo ended $?\r")
        terminal.wait(lambda terminal: terminal.raw.rfind(b"\x1b[?1049h") > terminal.raw.rfind(b"\x1b[?1049l"))
        settle(terminal)
        terminal.press(CTRL_Q)
        terminal.wait_for("ended 0")
        assert_left_before(terminal, b"ended 0")


def test_what_is_stopped_is_kept(seeded: Settings, tmp_path: Path) -> None:
    variables = environment(HOME=str(tmp_path), XDG_STATE_HOME=str(tmp_path / "state"), PS1="shell> ")
    with Terminal(["bash", "--norc", "--noprofile", "-i"], variables, (120, 40)) as terminal:
        terminal.wait_for("shell>")
        terminal.press(f"{sys.executable} -m kgtui --library {seeded.library} --lang ru\r")
        stand_somewhere(terminal)
        terminal.press(CTRL_Z)
        terminal.wait_for("Stopped")
        terminal.press("kill -9 %1; wait; echo gone\r")
        terminal.wait_for("gone")
    with running(seeded.library, tmp_path) as terminal:
        assert_stands_there(terminal)
