"""The program on a real pty, as a terminal sees it: the main job, and its end."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from kgtui.language import analyse
from kgtui.library import open_library
from kgtui.model import Document, Facts, Span
from kgtui.settings import Settings

from .terminal import CTRL_Q, ENTER, Terminal, assert_restored, environment, running


def test_no_color_is_usable(seeded: Settings, tmp_path: Path) -> None:
    with running(seeded.library, tmp_path, NO_COLOR="1") as terminal:
        terminal.wait_for("1 из 5", "Кыргызстан")
        terminal.press(ENTER)
        terminal.wait_for("Заседание в узком составе", "В статье")
        cells = [cell for row in terminal.screen.buffer.values() for cell in row.values()]
        assert any(cell.underscore for cell in cells)  # a country
        assert any(cell.bold for cell in cells)  # a person
        assert any(cell.italics for cell in cells)  # a body


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM])
def test_signals_end_it_cleanly(seeded: Settings, tmp_path: Path, number: signal.Signals) -> None:
    with running(seeded.library, tmp_path) as terminal:
        terminal.wait_for("1 из 5")
        os.kill(terminal.pid, number)
        assert terminal.wait_for_end() == 0
        assert_restored(terminal)


def test_a_closed_terminal_ends_it(seeded: Settings, tmp_path: Path) -> None:
    with running(seeded.library, tmp_path) as terminal:
        terminal.wait_for("1 из 5")
        terminal.hang_up()
        assert terminal.wait_for_end() == 0


def test_a_terminal_that_goes_without_a_signal_ends_it_too(seeded: Settings, tmp_path: Path) -> None:
    ignoring = "import signal, sys, runpy; signal.signal(signal.SIGHUP, signal.SIG_IGN); sys.argv = sys.argv[1:];"
    command = [sys.executable, "-c", ignoring + "runpy.run_module('kgtui', run_name='__main__')", "kgtui"]
    with Terminal([*command, "--library", str(seeded.library)], environment(HOME=str(tmp_path))) as terminal:
        terminal.wait_for("1 из 5")
        terminal.hang_up()
        assert terminal.wait_for_end() == 0


def test_a_missing_library_is_made_while_the_screen_says_so(tmp_path: Path) -> None:
    with running(tmp_path / "new", tmp_path) as terminal:
        terminal.wait_for("Библиотеки")
        terminal.wait_for("5 статей", "1 из 5")
        terminal.press("q")
        assert terminal.wait_for_end() == 0


def test_an_escape_sequence_in_a_text_never_reaches_the_terminal(tmp_path: Path) -> None:
    bad = "\x1b]0;owned\x07\x1b[2J\x9b31m"
    text = f"Заголовок{bad}\nТекст{bad} статьи о встрече."
    settings = Settings(library=tmp_path / "library", language="ru")
    with open_library(settings.library, settings=settings) as library:
        document = Document(
            "a", "o", text, Span(0, len(text)), f"Заголовок{bad}", source=f"источник{bad}", publisher=f"сайт{bad}"
        )
        library.add([(document, analyse(text), Facts(1, ()))])
    with running(settings.library, tmp_path) as terminal:
        terminal.wait_for("Заголовок")
        terminal.press("/")
        terminal.press("встреча")
        terminal.wait_for("Найдена 1 из 1")
        terminal.press(ENTER)
        terminal.press(ENTER)
        terminal.wait_for("Текст", "статьи о встрече")
        assert b"owned" in terminal.raw
        assert b"\x1b]0;owned" not in terminal.raw
        assert b"\x1b[2J\xef" not in terminal.raw
        assert "\x9b".encode() not in terminal.raw
        terminal.press(CTRL_Q)
        assert terminal.wait_for_end() == 0


def test_a_home_that_is_no_country_is_said_before_the_screen_comes(seeded: Settings, tmp_path: Path) -> None:
    config = tmp_path / "config" / "kgtui" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('home_country = "ZZ"\n', encoding="utf-8")
    with running(seeded.library, tmp_path) as terminal:
        assert terminal.wait_for_end() == 2
        assert "home_country = 'ZZ'" in terminal.text.replace("\n", "")
        assert b"1049h" not in terminal.raw
