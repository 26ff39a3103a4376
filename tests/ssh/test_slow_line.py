"""A slow line is found out by itself, told of once, and spared."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from kgtui.language import analyse
from kgtui.library import open_library
from kgtui.model import FACTS_VERSION, Document, Facts, Span
from kgtui.settings import Settings
from tests.tui.terminal import CTRL_P, CTRL_Q, ENTER, PAGE_DOWN, Terminal, running, settle

from .line import Line
from .server import Server
from .test_over_ssh import over_ssh

SLOW = 20_000  # bytes a second: a mobile net in the country
A_PICTURE = 5_000  # bytes: a page of text at 120x40
REPEATED = 1 / 30  # seconds between the letters of a key that is held
BY_NUMBER, ANY_SHADE = b"38;5;", b"38;2;"


def since(terminal: Terminal, at: int) -> bytes:
    return bytes(terminal.raw[at:])


def test_a_slow_line_is_found_out_and_spared(server: Server, library: Path, tmp_path: Path) -> None:
    with Line(server.port, rate=SLOW) as line, over_ssh(server, line, library, tmp_path) as terminal:
        terminal.wait_for("1 из 5", "Кыргызстан 5")
        settle(terminal)
        terminal.press(ENTER)
        terminal.wait_for("Линия медленная", "КБ/с")
        settle(terminal)
        at = terminal.sent
        terminal.press("?")
        terminal.wait_for("Esc")
        settle(terminal)
        assert BY_NUMBER in since(terminal, at)
        assert ANY_SHADE not in since(terminal, at)
        terminal.press(CTRL_Q)
        assert terminal.wait_for_end() == 0


@pytest.fixture(scope="module")
def long_article(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of one article, no two lines of which are alike."""
    path = tmp_path_factory.mktemp("long") / "library"
    words = "встреча сторон прошла в городе и завершилась подписанием важных документов о сотрудничестве".split()
    lines = (" ".join(words[(n * 7 + k * (n % 5 + 1)) % len(words)] for k in range(40)) for n in range(300))
    text = "\n\n".join(f"{line} номер {n}." for n, line in enumerate(lines))
    article = Document("a", "o", text, Span(0, len(text)), "Длинная статья"), analyse(text), Facts(FACTS_VERSION, ())
    with open_library(path, settings=Settings(library=path, language="ru")) as library:
        library.add([article])
    return path


def open_article(terminal: Terminal) -> None:
    terminal.wait_for("Длинная статья")
    terminal.press(ENTER)
    terminal.wait_for("номер 0")
    settle(terminal)


def hold(terminal: Terminal, key: str, times: int) -> None:
    for _ in range(times):
        terminal.press(key)
        end = time.monotonic() + REPEATED
        while (left := end - time.monotonic()) > 0:
            terminal.read(left)


@pytest.mark.parametrize("key", ["j", PAGE_DOWN], ids=["line", "page"])
def test_a_key_that_was_held_leaves_nothing_behind(
    server: Server, long_article: Path, tmp_path: Path, key: str
) -> None:
    near_home, far_home = tmp_path / "near", tmp_path / "far"
    far_home.mkdir()
    with running(long_article, near_home) as near:
        open_article(near)
        near.press(*[key] * 60)
        settle(near)
    with (
        Line(server.port, rate=SLOW) as line,
        over_ssh(server, line, long_article, far_home, "--low-bandwidth") as terminal,
    ):
        open_article(terminal)
        hold(terminal, key, 60)
        released = terminal.sent
        settle(terminal)
        assert terminal.sent - released <= 3 * A_PICTURE
        assert terminal.lines == near.lines
        terminal.press(CTRL_Q)
        assert terminal.wait_for_end() == 0


def test_a_fast_line_is_left_alone(server: Server, library: Path, tmp_path: Path) -> None:
    with Line(server.port) as line, over_ssh(server, line, library, tmp_path) as terminal:
        terminal.wait_for("1 из 5", "Кыргызстан 5")
        settle(terminal)
        assert "Линия медленная" not in terminal.text
        assert BY_NUMBER not in terminal.raw


@pytest.mark.parametrize("way", ["option", "environment", "palette"])
def test_it_can_be_asked_for(library: Path, tmp_path: Path, way: str) -> None:
    arguments = ["--low-bandwidth"] if way == "option" else []
    more = {"KGTUI_LOW_BANDWIDTH": "1"} if way == "environment" else {}
    with running(library, tmp_path, (120, 40), *arguments, **more) as terminal:
        terminal.wait_for("1 из 5", "Кыргызстан 5")
        if way == "palette":
            terminal.press(CTRL_P)
            terminal.wait_for("Читать и смотреть")
            terminal.press("медленную")
            terminal.wait_for("Беречь медленную линию")
            terminal.press(ENTER)
            terminal.wait_for("Линию берегу")
        settle(terminal)
        at = terminal.sent
        terminal.press("2", "1")
        settle(terminal)
        assert BY_NUMBER in since(terminal, at)
        assert ANY_SHADE not in since(terminal, at)


def test_the_list_waits_until_typing_stops(library: Path, tmp_path: Path) -> None:
    costs = {}
    for spared in ("0", "1"):
        home = tmp_path / spared
        home.mkdir()
        with running(library, home, (120, 40), KGTUI_LOW_BANDWIDTH=spared) as terminal:
            terminal.wait_for("1 из 5", "Кыргызстан 5")
            settle(terminal)
            terminal.press("/")
            settle(terminal)
            at = terminal.sent
            typed = ""
            for letter in "касымалиеву":
                typed += letter
                terminal.press(letter)
                terminal.wait_for(f"/ {typed}")
            terminal.wait_for("Найдено 4 из 5")
            settle(terminal)
            costs[spared] = terminal.sent - at
    assert costs["1"] < costs["0"]


def test_leaving_the_search_line_does_not_wait(library: Path, tmp_path: Path) -> None:
    with running(library, tmp_path, (120, 40), "--low-bandwidth") as terminal:
        terminal.wait_for("1 из 5", "Кыргызстан 5")
        terminal.press("/", "мирзиёев", ENTER)
        terminal.wait_for("1 из 1")


def test_a_held_key_does_not_run_ahead_of_the_terminal(library: Path, tmp_path: Path) -> None:
    with running(library, tmp_path, (120, 40), "--low-bandwidth") as terminal:
        terminal.wait_for("1 из 5", "Кыргызстан 5")
        terminal.press(ENTER)
        terminal.wait_for("● Адылбек Касымалиев")
        settle(terminal)
        cost = _cost_of_zooming(terminal)
        answers: list[str] = []
        terminal.screen.write_process_input = answers.append
        held = _cost_of_zooming(terminal)
        assert held < cost / 2
        terminal.press("1", "j")
        terminal.screen.write_process_input = terminal.press
        terminal.press(*answers)
        terminal.wait_for("2 из 5")


def _cost_of_zooming(terminal: Terminal) -> int:
    at = terminal.sent
    for _ in range(6):
        terminal.press("z")
        settle(terminal)
    return terminal.sent - at
