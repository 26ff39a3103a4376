"""The program on a real pty, as a terminal sees it: the main job, its end, and every byte it sends."""

from __future__ import annotations

import os
import signal
import sys
import termios
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kgtui.language import analyse
from kgtui.library import open_library
from kgtui.model import Document, Facts, Span
from kgtui.settings import Settings

from .terminal import Terminal, environment

DOWN, PAGE_DOWN, ENTER, ESCAPE, TAB, CTRL_Q = "\x1b[B", "\x1b[6~", "\r", "\x1b", "\t", "\x11"


@contextmanager
def running(library: Path, home: Path, size: tuple[int, int] = (120, 40), **more: str) -> Iterator[Terminal]:
    """kgtui over a library, its first article on the screen."""
    command = [sys.executable, "-m", "kgtui", "--library", str(library), "--lang", "ru"]
    variables = environment(HOME=str(home), XDG_STATE_HOME=str(home / "state"), **more)
    with Terminal(command, variables, size) as terminal:
        yield terminal


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of 300 short articles, each with a title of its own."""
    path = tmp_path_factory.mktemp("many") / "library"
    settings = Settings(library=path, language="ru")
    texts = [f"Статья номер {number} рассказывает о встрече сторон, прошедшей в городе." for number in range(300)]
    with open_library(path, settings=settings) as library:
        library.add(
            (Document(f"a{n}", f"o{n}", text, Span(0, len(text)), text), analyse(text), Facts(1, ()))
            for n, text in enumerate(texts)
        )
    return path


@pytest.mark.parametrize(
    ("size", "term"),
    [((120, 40), "xterm-256color"), ((80, 24), "linux"), ((40, 12), "screen"), ((200, 60), "tmux-256color")],
)
def test_start_search_read_and_quit(seeded: Settings, tmp_path: Path, size: tuple[int, int], term: str) -> None:
    with running(seeded.library, tmp_path, size, TERM=term) as terminal:
        terminal.wait_for("Председатель Кабмина", "1 из 5")
        terminal.press("/")
        terminal.press("касымалиеву")
        terminal.wait_for("Найдено 4 из 5")
        terminal.press(ENTER)
        terminal.press(ENTER)
        terminal.wait_for("Заседание в узком составе")
        terminal.press("q")
        terminal.wait_for("1 из 4")
        terminal.press(CTRL_Q)
        assert terminal.wait_for_end() == 0
        assert_restored(terminal)


def assert_restored(terminal: Terminal) -> None:
    """Alternate screen, mouse, paste and focus reports off, the cursor seen, the line discipline as it was."""
    sent = bytes(terminal.raw)
    for mode in (b"1049", b"1000", b"1006", b"2004", b"1004"):
        assert sent.rfind(b"\x1b[?" + mode + b"l") > sent.rfind(b"\x1b[?" + mode + b"h"), mode
    assert sent.rfind(b"\x1b[?25h") > sent.rfind(b"\x1b[?25l")
    assert termios.tcgetattr(terminal.fd)[3] & termios.ECHO


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
        assert terminal.wait_for_end() >= 0


def test_a_missing_library_is_made_while_the_screen_says_so(tmp_path: Path) -> None:
    with running(tmp_path / "new", tmp_path) as terminal:
        terminal.wait_for("Библиотеки ещё нет")
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


# Bytes


def test_a_key_in_the_list_costs_less_than_a_kilobyte(many: Path, tmp_path: Path) -> None:
    with running(many, tmp_path) as terminal:
        terminal.wait_for("1 из 300", "названа")
        costs = []
        for place in range(2, 30):
            before = terminal.sent
            terminal.press(DOWN)
            terminal.wait_for(f"{place} из 300")
            costs.append(terminal.sent - before)
        assert sorted(costs)[len(costs) // 2] <= 1000, costs
        assert sum(costs) / len(costs) <= 1000, costs  # turning a page included


def test_a_letter_costs_little_while_the_list_does_not_change(many: Path, tmp_path: Path) -> None:
    with running(many, tmp_path) as terminal:
        terminal.wait_for("1 из 300", "названа")
        terminal.press("/")
        terminal.press("стать")
        terminal.wait_for("Найдено 300 из 300", "стать*")
        terminal.press("я")
        terminal.wait(lambda t: "Найдено 300" in t.text and "стать*" not in t.text and "статья" in t.text)
        terminal.press(" о встрече")
        terminal.wait(lambda t: "/ статья о встрече" in t.text and "Найдено 300" in t.text)
        settle(terminal)
        before = terminal.sent
        for letter in " горо":
            terminal.press(letter)
        terminal.wait_for("/ статья о встрече горо")
        settle(terminal)
        assert (terminal.sent - before) / 5 <= 1500


def test_a_letter_costs_little_with_excerpts_facets_and_offers_on_the_screen(seeded: Settings, tmp_path: Path) -> None:
    with running(seeded.library, tmp_path, (160, 45)) as terminal:
        terminal.wait_for("1 из 5", "Кыргызстан 5")
        terminal.press("/")
        terminal.press("касымал")
        terminal.wait_for("Найдено 4 из 5", "касымал*", "→ Адылбек Касымалиев", "Кыргызстан 4")
        settle(terminal)
        before = terminal.sent
        for letter in "ие":
            terminal.press(letter)
        terminal.wait_for("касымалие*")
        settle(terminal)
        assert (terminal.sent - before) / 2 <= 1500


def settle(terminal: Terminal) -> None:
    """Until a second has passed in which nothing came."""
    while terminal.read(1.0):
        pass


def test_tab_costs_little(seeded: Settings, tmp_path: Path) -> None:
    with running(seeded.library, tmp_path) as terminal:
        terminal.wait_for("1 из 5", "Кыргызстан")
        terminal.press(ENTER)
        terminal.wait_for("В статье", "● ")
        settle(terminal)
        before = terminal.sent
        for _ in range(4):
            terminal.press(TAB)
        terminal.wait_for("n находка")  # the foot line of the article again
        settle(terminal)
        assert (terminal.sent - before) / 4 <= 8000


def test_nothing_is_sent_while_nothing_happens(seeded: Settings, tmp_path: Path) -> None:
    with running(seeded.library, tmp_path) as terminal:
        terminal.wait_for("1 из 5", "Кыргызстан")
        terminal.press("/")
        terminal.wait_for("F1 как искать")
        settle(terminal)
        assert not terminal.read(10.0)


def test_live_resizes(seeded: Settings, tmp_path: Path) -> None:
    with running(seeded.library, tmp_path) as terminal:
        terminal.wait_for("1 из 5")
        for size in ((80, 24), (20, 6), (4, 5), (1, 1), (40, 12)):
            terminal.resize(*size)
        terminal.wait_for("1 из 5")
        terminal.resize(200, 60)
        terminal.wait_for("Страны", "1 из 5")
        terminal.press(CTRL_Q)
        assert terminal.wait_for_end() == 0
