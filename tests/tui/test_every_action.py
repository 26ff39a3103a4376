"""A walk through the table of actions: each one is reached by its key under both layouts and by its name, and something
is seen of it, or why it cannot be done; what has a place on the screen is reached by the mouse too.

A new action is walked as it stands. One that cannot be, because it ends the program, shows nothing, or takes minutes,
is named in `ELSEWHERE`, with the test that it has.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from kgtui.keys import ACTIONS, BY_ID, PANES, Action, Area, footer_of, twin
from kgtui.tui.widgets.lines import FootLine

from .conftest import Driver, Start, search

ELSEWHERE = {
    "quit": "test_terminal.py",
    "enrich": "test_working.py",
    "redraw": "test_theming.py",
    "suspend": "test_terminal_session.py",
}
# What lies over the desk, and the actions that lay it there.
OPENED_BY = {
    Area.HELP: ("help",),
    Area.QUERIES: ("search", "search_help"),
    Area.WHY: ("why",),
    Area.PALETTE: ("palette",),
    Area.NARROW: ("narrow",),
    Area.ANSWER: ("save_search",),
    Area.OUTLINE: ("outline",),
    Area.MEND: ("pane_article", "next_fact", "mend"),
    Area.EXPORT: ("pane_country", "export"),
    Area.TABLE: ("figures",),
    Area.SEARCH: ("search",),
    Area.ADD: ("add",),
}
WALKED = [action for action in ACTIONS if action.id not in ELSEWHERE]


async def quiet(screen: Driver) -> None:
    """Until nothing is being done beside the screen, and what was done is shown."""
    await screen.pilot.pause()
    await screen.until(lambda: screen.app.is_quiet)
    await screen.pilot.pause()


async def stand(screen: Driver, area: Area) -> None:
    """In the middle of things: a search, its second article open, a place behind and one before."""
    app, desk = screen.app, screen.app.desk
    while app.screen is not desk:
        await screen.press("escape")
        await screen.pilot.pause()
    desk.zoomed = False
    if desk.articles.listing.query != "кыргызстан" or not desk.articles.has_row():
        desk.search_for("кыргызстан")
        await screen.until(lambda: desk.articles.listing.query == "кыргызстан" and desk.articles.has_row())
    await quiet(screen)
    desk.articles.put_cursor(1)
    desk.open_article(desk.articles.listing.numbers[1])
    await quiet(screen)
    desk.reader.show_from(3)
    desk.go_to(Area.LIST)
    desk.leave()
    desk.go_to(Area.ARTICLE)
    for step in ("country", "place_back"):
        desk.perform(step)
        await quiet(screen)
    desk.go_to(Area.LIST if area in OPENED_BY or area not in PANES else area)
    for step in OPENED_BY.get(area, ()):
        desk.perform(step)
        await quiet(screen)
    if area in PANES:
        desk.pane(area).move(+1)
        desk.pane(area).move(+1)
    await quiet(screen)


def seen(screen: Driver) -> tuple[object, ...]:
    """All that a reader sees, where the focus is, and what of a text field is selected, or where its cursor stands."""
    focused = screen.app.focused
    return (
        screen.text,
        screen.app.theme,
        focused.id if focused else None,
        getattr(focused, "selection", None),
        screen.app.return_code,
    )


async def does_something(screen: Driver, action: Action, how: str, do: Callable[[], Awaitable[None]]) -> None:
    """What the action lacks is said, or else something else is seen than before."""
    desk = screen.app.desk
    before, why_not = seen(screen), desk.why_not(action) if screen.app.screen is desk else ""
    await do()
    if why_not:
        await screen.until(lambda: desk.foot_line.message == why_not)
        return
    await quiet(screen)
    assert seen(screen) != before, f"{action.id} {how}: nothing is seen of it. See the top of this file."


def area_of(action: Action) -> Area:
    """Where the action is tried by its key: the reader where it works there, where most can happen."""
    if action.always:
        return Area.LIST
    tried = [area for area in (Area.ARTICLE, *action.where) if area in action.where]
    return next((area for area in tried if area in PANES or area in OPENED_BY), tried[0])


def test_every_action_has_a_way_to_it() -> None:
    assert [action.id for action in ACTIONS if not action.keys and not action.in_palette] == []
    assert set(ELSEWHERE) <= set(BY_ID)
    assert [file for file in ELSEWHERE.values() if not Path(__file__).with_name(file).exists()] == []
    unreached = {area_of(action) for action in WALKED} - set(PANES) - set(OPENED_BY)
    assert unreached == set(), "say in OPENED_BY how to get there"


# The pane where one stands already is no place to go to; those that go up need something above.
FROM = {"pane_article": Area.LIST, "leave_search": Area.SEARCH}


@pytest.mark.parametrize("part", range(3))
async def test_every_action_by_its_keys_under_both_layouts(start: Start, part: int) -> None:
    async with start((120, 30)) as screen:
        await screen.see("1 из 5", "Таджикистан")
        for action in [each for each in WALKED if each.keys][part::3]:
            for key in filter(None, (action.keys[0], twin(action.keys[0]))):
                await stand(screen, FROM.get(action.id, area_of(action)))
                await does_something(screen, action, f"by {key}", lambda key=key: screen.press(key))  # type: ignore[misc]


@pytest.mark.parametrize("part", range(2))
async def test_every_action_by_its_name(start: Start, part: int) -> None:
    async with start((120, 30)) as screen:
        await screen.see("1 из 5", "Таджикистан")
        for action in [each for each in WALKED if each.in_palette][part::2]:
            area = FROM.get(action.id, area_of(action))
            await stand(screen, area if area in PANES else Area.LIST)

            async def by_name(action: Action = action) -> None:
                await screen.press("ctrl+p")
                field = screen.app.screen.query_one("#palette-field")
                field.value = re.sub(r"\W+", " ", action.name)  # type: ignore[attr-defined]
                await screen.see(action.name[:40])
                await screen.press("enter")

            await does_something(screen, action, "by name", by_name)


@pytest.mark.parametrize("area", PANES)
async def test_every_word_of_the_foot_line_by_the_mouse(
    start: Start, monkeypatch: pytest.MonkeyPatch, area: Area
) -> None:
    async with start((160, 45)) as screen:
        await screen.see("1 из 5", "Таджикистан")
        await stand(screen, area)
        desk = screen.app.desk
        expected = [action for action in footer_of(area) if not desk.why_not(action)]
        done: list[str] = []
        monkeypatch.setattr(desk, "perform", done.append)
        line = screen.lines[-1]
        for action in expected:
            await screen.pilot.click(FootLine, offset=(line.index(action.footer_word(area)), 0))
        assert done == [action.id for action in expected]


async def test_panes_rows_wheel_and_top_line_by_the_mouse(start: Start) -> None:
    async with start((160, 45)) as screen:
        await screen.see("1 из 5", "Таджикистан")
        desk, pilot = screen.app.desk, screen.pilot
        await stand(screen, Area.LIST)
        for area in (Area.ARTICLE, Area.COUNTRY, Area.ENTITIES, Area.LIST):
            await pilot.click(f"#{area.value}", offset=(5, 0))
            await screen.until(lambda area=area: desk.area is area)  # type: ignore[misc]
        cursor = desk.articles.cursor
        await pilot.click("#list", offset=(6, len(desk.articles.head) + 1))  # the uppermost row
        await screen.until(lambda: desk.articles.cursor != cursor)
        top = desk.reader.top
        await pilot._post_mouse_events([_wheel()], "#article", button=0)
        await screen.until(lambda: desk.reader.top != top)
        await screen.press("1", "c")
        await quiet(screen)
        await screen.press("1")
        await pilot.click("#top", offset=(screen.lines[0].rindex("?"), 0))
        await screen.see("Клавиши: ")
        await screen.press("q")
        await screen.see("1 из 5")
        await pilot.click("#top", offset=(screen.lines[0].rindex("?") - 4, 0))
        await screen.until(lambda: desk.area is Area.COUNTRY)


def _wheel() -> type:
    from textual.events import MouseScrollDown

    return MouseScrollDown


async def test_an_overlay_is_closed_by_a_click_on_its_foot_line(start: Start) -> None:
    async with start() as screen:
        await screen.see("1 из 5")
        await screen.press("question_mark")
        await screen.see("Клавиши: ")
        await screen.pilot.click(FootLine, offset=(2, 0))
        await screen.until(lambda: screen.app.screen is screen.app.desk)


async def test_search_is_found_by_a_wrong_layout_too(start: Start) -> None:
    async with start() as screen:
        await screen.see("1 из 5")
        await search(screen, "касымалиеву", "Найдено 4 из 5")
        await screen.press("escape", "ctrl+p", *"yf[jl")
        await screen.see("Следующая находка")
