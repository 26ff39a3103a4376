"""Choosing a theme on the screen, what of it reaches the terminal, and painting anew."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kgtui import reader
from kgtui.settings import Settings
from kgtui.tui.overlays.themes import ThemeScreen, theme_name

from .conftest import Driver, Start
from .terminal import CTRL_Q, DOWN, ENTER, running, settle

CTRL_L = "\x0c"
GROUNDS = {"night": "#15171b", "paper": "#fbf9f3", "contrast": "#000000"}


async def choose(screen: Driver) -> None:
    await screen.see("1 из 5")
    await screen.press("ctrl+p")
    await screen.press(*"тема")
    await screen.see("Тема: цвета экрана")
    await screen.press("enter")
    await screen.until(lambda: isinstance(screen.app.screen, ThemeScreen))
    await screen.see("Бумага", "Nord")


def grounds(screen: Driver) -> set[str]:
    """The colours that most of the screen stands on."""
    strips = screen.app.screen._compositor.render_strips(screen.app.screen.size)
    styles = [segment.style for strip in strips for segment in strip if segment.style and not segment.style.reverse]
    return {style.bgcolor.name for style in styles if style.bgcolor}


async def test_each_theme_is_seen_while_one_moves_and_enter_keeps_it(start: Start) -> None:
    async with start() as screen:
        await choose(screen)
        for name in ("paper", "contrast"):
            await screen.press("down")
            await screen.until(lambda name=name: grounds(screen) == {GROUNDS[name]})
        await screen.press("up", "enter")
        await screen.see("Все статьи")
        assert grounds(screen) == {GROUNDS["paper"]}
        await screen.until(lambda: reader.preferences().theme == "paper")
    async with start() as screen:
        await screen.see("1 из 5")
        assert grounds(screen) == {GROUNDS["paper"]}


async def test_escape_brings_back_the_theme_before(start: Start) -> None:
    async with start() as screen:
        await choose(screen)
        await screen.press(*"nord")
        await screen.until(lambda: grounds(screen) == {"#2e3440"})
        await screen.press("escape")
        await screen.until(lambda: grounds(screen) == {GROUNDS["night"]})
    assert reader.preferences().theme == ""


async def test_a_name_that_fits_no_theme_leaves_the_one_that_is_shown(start: Start) -> None:
    async with start() as screen:
        await choose(screen)
        await screen.press(*"абракадабра")
        await screen.see("Темы с таким названием нет")
        await screen.press("enter", "escape")
        assert grounds(screen) == {GROUNDS["night"]}


def test_themes_are_named_to_people() -> None:
    assert theme_name("night") == "Ночь"
    assert theme_name("catppuccin-latte") == "Catppuccin Latte"


@pytest.mark.parametrize("term", ["linux", "screen", "xterm"])
def test_with_sixteen_colours_nothing_but_the_terminals_own_is_sent(
    seeded: Settings, tmp_path: Path, term: str
) -> None:
    with running(seeded.library, tmp_path, TERM=term, COLORTERM="") as terminal:
        terminal.wait_for("1 из 5", "Таджикистан")
        terminal.press("/", "касымалиеву", ENTER, ENTER)
        terminal.wait_for("находк", "В статье")
        terminal.wait(lambda terminal: {"36", "93", "7"} <= styles(bytes(terminal.raw)))
        terminal.press(CTRL_Q)
        assert terminal.wait_for_end() == 0
        codes = styles(bytes(terminal.raw))
    assert [code for code in codes if code.startswith(("38", "48", "4")) and code != "4"] == []


def test_with_no_color_no_colour_is_sent(seeded: Settings, tmp_path: Path) -> None:
    with running(seeded.library, tmp_path, NO_COLOR="1") as terminal:
        terminal.wait_for("1 из 5", "Таджикистан")
        terminal.press("/", "касымалиеву", ENTER, ENTER)
        terminal.wait_for("находк", "В статье")
        terminal.press(":", "тема", ENTER)
        terminal.wait_for("обойтись без цветов")
        terminal.press(CTRL_Q)
        assert terminal.wait_for_end() == 0
        codes = styles(bytes(terminal.raw))
    assert codes <= {"", "0", "1", "2", "3", "4", "7", "39", "49"}
    assert {"1", "2", "3", "4", "7"} <= codes


def styles(sent: bytes) -> set[str]:
    """The codes of all styles that were sent."""
    return {code for codes in re.findall(rb"\x1b\[([0-9;]*)m", sent) for code in codes.decode().split(";")}


def test_a_terminal_that_was_garbled_is_painted_anew(seeded: Settings, tmp_path: Path) -> None:
    with running(seeded.library, tmp_path) as terminal:
        terminal.wait_for("1 из 5", "Таджик", "Места")
        settle(terminal)
        whole = terminal.lines
        terminal.screen.erase_in_display(2)
        assert terminal.text.strip() == ""
        terminal.press(CTRL_L)
        terminal.wait(lambda terminal: terminal.lines == whole)
        terminal.press("/", "касымалиеву")  # in a text field too
        terminal.wait_for("касымалиеву", "Найдено 4 из 5")
        terminal.screen.erase_in_display(2)
        terminal.press(CTRL_L)
        terminal.wait_for("касымалиеву", "Найдено 4 из 5", "Таджик")


def test_a_theme_that_is_not_there_is_a_clear_error(seeded: Settings, tmp_path: Path) -> None:
    config = tmp_path / "config" / "kgtui" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('theme = "papier"\n', encoding="utf-8")
    with running(seeded.library, tmp_path, XDG_CONFIG_HOME=str(tmp_path / "config")) as terminal:
        assert terminal.wait_for_end() == 2
        said = "".join(terminal.text.split())  # wherever its lines are broken
        assert "неттемы«papier»" in said
        assert "paper,contrast,ansi" in said
    config.write_text('theme = "contrast"\n', encoding="utf-8")
    with running(seeded.library, tmp_path, XDG_CONFIG_HOME=str(tmp_path / "config")) as terminal:
        terminal.wait_for("1 из 5")
        assert b"48;2;0;0;0m" in bytes(terminal.raw)
        terminal.press(DOWN, CTRL_Q)
        assert terminal.wait_for_end() == 0
