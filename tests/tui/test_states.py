"""The states of the panes beside the usual one: each says what is the matter, and what to do next."""

from __future__ import annotations

import pytest

from kgtui.tui.layout import LEAST
from kgtui.tui.screens.too_small import TooSmallScreen

from .conftest import Start

TOO_SMALL = [(LEAST[0] - 1, 24, "Здесь слишком"), (80, LEAST[1] - 1, "20 столбцов и 6 строк."), (1, 1, "…")]


@pytest.mark.parametrize(("columns", "rows", "said"), TOO_SMALL)
async def test_a_window_too_small_says_so_until_it_is_larger(start: Start, columns: int, rows: int, said: str) -> None:
    async with start("small") as screen:
        await screen.see("1 из 5")
        await screen.press("?")
        await screen.see("Клавиши: ")
        await screen.pilot.resize_terminal(columns, rows)
        await screen.until(lambda: isinstance(screen.app.screen, TooSmallScreen))
        await screen.see(said)
        assert "kgtui" not in screen.text
        await screen.press("q", "j", "enter")
        await screen.pilot.resize_terminal(*LEAST)
        await screen.see("Клавиши: ")
        await screen.press("q")
        await screen.see("1 из 5")


async def test_it_may_also_start_too_small(start: Start) -> None:
    async with start((10, 3)) as screen:
        await screen.see("Здесь")
        await screen.pilot.resize_terminal(80, 24)
        await screen.see("1 из 5")
        await screen.press("j")
        await screen.see("2 из 5")


async def test_where_one_pane_is_seen_a_line_tells_of_the_others(start: Start) -> None:
    line = "◂ 1 список · 2 статья · 3 страна · 4 имена ▸"
    async with start("small") as screen:
        await screen.see("1 из 5", line)
        await screen.pilot.click("#panes", offset=(line.index("3 страна") + 1, 0))
        await screen.see("Таджикистан")
        await screen.pilot.click("#panes", offset=(4, 0))
        await screen.see("1 из 5")
        await screen.pilot.resize_terminal(100, 30)
        await screen.see_no(line)
        await screen.press("z")
        await screen.see(line)
