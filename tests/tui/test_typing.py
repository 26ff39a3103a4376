"""What is typed takes the place of the old query; the list is that of what was typed last and not given up, over a slow
line after a pause in typing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kgtui.settings import Settings
from kgtui.tui.jobs.listing import ListingKind

from .conftest import Start, search
from .test_states import busy


async def test_tab_takes_what_was_typed_and_escape_gives_it_up(start: Start, seeded: Settings) -> None:
    async with start(settings=replace(seeded, low_bandwidth=True)) as screen:
        await screen.see("1 из 5")
        await screen.press("/", *"мирзиёев", "tab")
        await screen.see("Найдена 1 из 5")
        await screen.press("l")
        await screen.see("Похож")
        await screen.press("/", *"шос", "escape")
        late: list[None] = []
        screen.app.set_timer(0.5, lambda: late.append(None))  # later than the pause that was waited for
        await screen.until(lambda: bool(late) and screen.app.is_quiet)
        assert screen.app.desk.articles.listing.kind is ListingKind.LIKE


async def test_a_search_that_was_given_up_does_not_come_back(start: Start) -> None:
    async with start() as screen:
        await screen.see("1 из 5")
        with busy(screen.app.search_thread):
            await screen.press("/", *"шос", "escape")
        await screen.until(lambda: screen.app.is_quiet)
        assert screen.app.desk.articles.listing.kind is ListingKind.ALL


async def test_a_list_that_overtakes_a_search_is_opened_like_any_other(start: Start) -> None:
    async with start() as screen:
        await screen.see("1 из 5")
        with busy(screen.app.search_thread):
            await screen.press("/", *"шос", "tab", "l")
        await screen.see("Похож")
        await screen.press("enter")
        await screen.until(lambda: screen.app.desk.reader.reading is not None)


@pytest.mark.parametrize(
    ("keys", "query"),
    [
        (["ш", "о", "с"], "шос"),
        (["backspace", "ш", "о", "с"], "шос"),
        (["right", "."], "касымалиеву."),
        (["end", "."], "касымалиеву."),
        (["left", "не"], "некасымалиеву"),
        (["home", "не"], "некасымалиеву"),
        (["right", "backspace"], "касымалиев"),
        (["down", "enter"], "касымалиеву"),
    ],
)
async def test_what_is_typed_takes_the_place_of_the_old_query_and_a_key_that_moves_keeps_it(
    start: Start, keys: list[str], query: str
) -> None:
    async with start() as screen:
        await search(screen, "касымалиеву", "4 из 5")
        await screen.press("enter", "/", *(each for key in keys for each in (key if key == "не" else [key])))
        await screen.until(lambda: screen.app.desk.articles.listing.query == query)
        assert screen.app.desk.search_line.field.value == query


async def test_the_old_query_of_an_earlier_session_is_replaced_too(start: Start) -> None:
    async with start() as screen:
        await search(screen, "касымалиеву", "4 из 5")
        await screen.press("enter")
    async with start() as screen:
        await screen.see("Найдено 4 из 5")
        await screen.press("/", *"турчин")
        await screen.see("Найдена 1 из 5")
        assert screen.app.desk.search_line.field.value == "турчин"
