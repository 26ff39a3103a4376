"""All countries at a glance on the screen: sorted, as wide as there is room, the way into the briefs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kgtui.keys import Area
from kgtui.settings import Settings
from kgtui.tui.drawing.grid import Grid, GridColumn

from .conftest import EACH_SIZE, Driver, Start


@pytest.fixture
def november(seeded: Settings) -> Settings:
    return replace(seeded, today=date(2025, 11, 21))


def names(screen: Driver) -> list[str]:
    return [getattr(entry.value, "name", "") for entry in screen.app.desk.country_pane.entries]


async def test_the_narrow_pane_shows_articles_and_months(start: Start, november: Settings) -> None:
    async with start("wide", settings=november) as screen:
        await screen.see("···█·······█    2")
        assert any(line.endswith("Таджикистан        ···█·······█    2") for line in screen.lines)


@EACH_SIZE
async def test_the_whole_screen_shows_how_home_stands_to_them(start: Start, november: Settings, size: str) -> None:
    async with start(size, settings=november) as screen:
        await screen.see("1 из 5")
        await screen.press("3", "z")
        await screen.see("контакт", "29.09.2025 официальный визит", "больше статей")
        assert ("впереди" in screen.text) == (size != "small")


async def test_s_sorts_and_the_column_sorted_by_is_seen(start: Start, november: Settings) -> None:
    async with start("small", settings=november) as screen:
        await screen.press("3")
        await screen.see("16.11.2025 саммит")
        assert names(screen)[0] == "Кыргызстан"
        await screen.press("ы")  # the finger of s under the Russian layout
        await screen.see("по алфавиту")
        assert names(screen) == sorted(names(screen))
        await screen.press("s", "s")
        await screen.see("недавний контакт")
        assert names(screen)[0] == "Россия"
        await screen.press("s")
        await screen.see("ближайший контакт", "впереди", "анонс 11.11.2025")
        await screen.press("s")
        await screen.see("больше товарооборот", "товарооборот")


async def test_enter_opens_the_brief_and_esc_comes_back_to_the_country(start: Start, november: Settings) -> None:
    async with start("small", settings=november) as screen:
        await screen.press("3")
        await screen.see("16.11.2025 саммит")
        pane = screen.app.desk.country_pane
        await screen.press("j", "j", "j")
        row = pane.value
        await screen.press("enter")
        await screen.until(lambda: pane.brief is not None)
        await screen.press("s")
        await screen.see("Порядок меняется у списка")
        await screen.press("escape")
        assert (screen.app.desk.area, pane.about, pane.value) == (Area.COUNTRY, None, row)


COLUMNS = (GridColumn("name", "имя", 8), GridColumn("count", "число", is_number=True), GridColumn("last", "день", 30))
BODY = [("Кыргызстан", "5", "20.11.2025 встреча на высшем уровне"), ("КНР", "12", "")]


@pytest.mark.parametrize("width", range(4, 90, 3))
def test_a_grid_never_is_wider_than_its_place(width: int) -> None:
    from rich.style import Style

    grid = Grid(COLUMNS, BODY, width)
    rows = ["".join(text for text, _ in grid.row(cells, Style(), Style())) for cells in BODY]
    assert {len(row) for row in rows} == {len(grid.titles())}
    assert len(grid.titles()) <= width


def test_a_grid_keeps_what_is_wanted_and_gives_the_rest_of_the_room() -> None:
    assert Grid(COLUMNS, BODY, 60).titles().split() == ["имя", "число", "день"]
    assert "день" not in Grid(COLUMNS, BODY, 19).titles()
    assert Grid(COLUMNS, BODY, 24, wanted=("name", "last")).titles().split() == ["имя", "день"]
    from rich.style import Style

    (name, _), _rest = Grid(COLUMNS, BODY, 60).row(BODY[0], Style(), Style())
    assert name == "Кыргызстан"
