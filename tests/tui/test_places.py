"""Where one has been: the list of it, and that no step loses anything."""

from __future__ import annotations

import pytest

from kgtui.keys import PANES, Area

from .conftest import EACH_SIZE, Driver, Start, search


async def been_around(screen: Driver) -> None:
    """All articles, a search, an article, a brief."""
    await screen.see("1 из 5")
    await search(screen, "касымалиеву", "4 из 5")
    await screen.press("enter", "down", "enter")
    desk = screen.app.desk
    await screen.until(lambda: desk.area is Area.ARTICLE)
    await screen.press("c")
    await screen.until(lambda: desk.country_pane.brief is not None)


@EACH_SIZE
async def test_places_are_listed_the_newest_first_and_enter_goes_there(start: Start, size: str) -> None:
    async with start(size) as screen:
        await been_around(screen)
        desk = screen.app.desk
        number = desk.reader.reading.article.number if desk.reader.reading else None
        await screen.press("p")
        await screen.see("статья", "поиск", "касымалиеву", "список", "Все статьи")
        rows = [line for line in screen.lines if line.lstrip("▌ ").startswith(("статья", "поиск", "список"))]
        assert [row.lstrip("▌ ").split()[0] for row in rows] == ["статья", "поиск", "список"]
        await screen.press("down", "enter")
        await screen.until(lambda: desk.area is Area.LIST)
        assert desk.articles.listing.query == "касымалиеву"
        assert desk.articles.cursor == 1
        await screen.press("escape")
        await screen.until(lambda: desk.area is Area.COUNTRY)
        assert desk.country_pane.brief is not None
        await screen.press("escape")
        assert desk.area is Area.ARTICLE
        assert desk.reader.reading is not None
        assert desk.reader.reading.article.number == number


async def test_what_is_typed_leaves_fewer_places_and_esc_goes_nowhere(start: Start) -> None:
    async with start() as screen:
        await been_around(screen)
        await screen.press("з")  # the same finger under the Russian layout
        await screen.see("поиск", "касымалиеву")
        await screen.press(*"касым")
        await screen.see_no("Все статьи")
        await screen.press(*"ыыы")
        await screen.see("Таких мест нет")
        await screen.press("escape")
        assert screen.app.desk.area is Area.COUNTRY
        assert screen.app.screen is screen.app.desk


async def test_going_to_a_place_keeps_those_that_one_had_gone_back_from(start: Start) -> None:
    async with start() as screen:
        await been_around(screen)
        await screen.press("[", "[", "p")
        await screen.see("страна, имя", "статья")
        await screen.press(*"имя", "enter")
        desk = screen.app.desk
        await screen.until(lambda: desk.area is Area.COUNTRY)
        await screen.press("p")
        await screen.see("статья", "поиск", "список")


async def test_places_of_an_earlier_session_are_gone_to(start: Start) -> None:
    async with start() as screen:
        await been_around(screen)
        await screen.press("1")
    async with start() as screen:
        desk = screen.app.desk
        await screen.see("2 из 4")
        await screen.press("p")
        await screen.see("поиск", "статья", "Все статьи")
        await screen.press(*"все ст", "enter")
        await screen.see("Все статьи", "1 из 5")
        await screen.press("escape")
        await screen.see("2 из 4")
        assert desk.search_line.field.value == "касымалиеву"


async def test_esc_at_the_bottom_does_nothing_and_q_quits(start: Start) -> None:
    async with start() as screen:
        await been_around(screen)
        await screen.press(*["escape"] * 12)
        await screen.see("Все статьи", "1 из 5")
        assert screen.app.desk.area is Area.LIST
        assert screen.app.return_code is None
        await screen.press("q")
        assert screen.app.return_value == 0


@pytest.mark.parametrize("overlay", ["?", "ctrl+p", "p", "x", "o"])
async def test_what_lies_over_the_desk_leaves_it_as_it_was(start: Start, overlay: str) -> None:
    async with start((100, 20)) as screen:
        await been_around(screen)
        desk = screen.app.desk
        if overlay == "o":
            await screen.press("escape")
        await screen.press("down", "down", "pagedown")
        before = desk.here()
        await screen.press(overlay)
        await screen.until(lambda: screen.app.screen is not desk)
        await screen.press("down", "escape")
        await screen.until(lambda: screen.app.screen is desk)
        assert desk.here() == before


async def test_a_step_to_another_article_and_back_keeps_list_and_line(start: Start) -> None:
    async with start((100, 16)) as screen:
        await search(screen, "касымалиеву", "4 из 5")
        await screen.press("enter", "down", "down", "down", "enter", "pagedown")
        desk = screen.app.desk
        line, top = desk.reader.line, desk.articles.top
        assert line
        assert top
        await screen.press("1", "up", "up", "enter")
        await screen.until(lambda: desk.reader.line == 0)
        await screen.press("escape", "escape")
        assert (desk.area, desk.articles.cursor, desk.articles.top) == (Area.LIST, 3, top)
        await screen.press("enter")
        assert (desk.area, desk.reader.line) == (Area.ARTICLE, line)


# Widths


@pytest.mark.parametrize(
    ("size", "area"),
    [
        ("wide", Area.LIST),
        ("wide", Area.COUNTRY),
        ("wide", Area.ENTITIES),
        ("medium", Area.LIST),
        ("medium", Area.COUNTRY),
    ],
)
async def test_the_pane_with_the_focus_is_made_wider_and_narrower_and_stays_so(
    start: Start, size: str, area: Area
) -> None:
    async with start(size) as screen:
        await screen.see("1 из 5")
        desk = screen.app.desk
        desk.go_to(area)
        await screen.pilot.pause()
        usual = desk.pane(area).size.width
        await screen.press("+")
        await screen.until(lambda: desk.pane(area).size.width > usual)
        await screen.press("-", "-", "-")
        await screen.until(lambda: desk.pane(area).size.width < usual)
        changed = desk.pane(area).size.width
    async with start(size) as screen:
        desk = screen.app.desk
        await screen.until(lambda: desk.pane(area).size.width == changed)


async def test_the_text_is_made_wider_by_what_the_list_gives(start: Start) -> None:
    async with start("wide") as screen:
        await screen.see("1 из 5")
        await screen.press("2")
        reader = screen.app.desk.reader
        width = reader.size.width
        await screen.press("+")
        await screen.until(lambda: reader.size.width > width)


async def test_columns_keep_what_can_be_read_and_it_is_said(start: Start) -> None:
    async with start("wide") as screen:
        await screen.see("1 из 5")
        await screen.press(*["+"] * 40)
        await screen.see("Шире некуда")
        assert screen.app.desk.reader.size.width >= 40
        await screen.press(*["-"] * 40)
        await screen.see("Уже некуда")
        assert screen.app.desk.articles.size.width >= 20
        await screen.pilot.resize_terminal(100, 30)
        await screen.pilot.resize_terminal(80, 24)
        await screen.until(lambda: screen.app.desk.articles.size.width == 80)
        await screen.press("+")
        await screen.see("виден один столбец")


# Zoom


@pytest.mark.parametrize("area", PANES)
async def test_each_pane_has_the_whole_screen_on_z_and_again_after_a_start(start: Start, area: Area) -> None:
    async with start("wide") as screen:
        await screen.see("1 из 5")
        await screen.press("enter")
        desk = screen.app.desk
        desk.go_to(area)
        await screen.press("z")
        await screen.until(lambda: desk.pane(area).size.width == 160)
    async with start("wide") as screen:
        desk = screen.app.desk
        await screen.until(lambda: desk.pane(area).size.width == 160)
        assert desk.area is area
        await screen.press("z")
        await screen.until(lambda: desk.pane(area).size.width < 120)
