"""The tour: offered once in a reader's life, it takes no keys, and what a step tells of takes one on."""

from __future__ import annotations

import pytest

from kgtui.keys import BY_ID, DESK, Area, use_keys
from kgtui.locale import LANGUAGES, use_language
from kgtui.reader import prefer, preferences
from kgtui.tui.tour import STEPS, words_of

from .conftest import Driver, Start

OFFER = "Впервые здесь? h"


def step_of(screen: Driver) -> str:
    return screen.app.desk.tour_line.words[:3]


async def test_it_is_offered_once_and_the_first_key_takes_the_offer_away(start: Start) -> None:
    prefer(toured=False)
    async with start("small") as screen:
        await screen.see("1 из 5", OFFER)
        await screen.press("j")
        await screen.see("2 из 5")
        await screen.see_no(OFFER)
    assert preferences().toured
    async with start("small") as screen:
        await screen.see("2 из 5", "Enter открыть", "Кыргызстан 5")
        await screen.until(lambda: screen.app.is_quiet)
        assert OFFER not in screen.text


async def test_each_step_is_taken_by_doing_what_it_tells(start: Start) -> None:
    async with start() as screen:
        await screen.see("1 из 5", "Таджикистан")
        await screen.press("р")  # the finger of h
        await screen.see("1/8  Это статьи")
        for key, reached in (
            ("j", "2/8"),
            ("enter", "3/8"),
            ("f", "4/8"),
            ("c", "5/8"),
            ("escape", "6/8"),
            ("slash", "7/8"),
        ):
            await screen.press(key)
            await screen.until(lambda reached=reached: step_of(screen) == reached)  # type: ignore[misc]
        await screen.press(*"касым")
        await screen.see("касым")
        await screen.press("enter")
        await screen.see("8/8")
        await screen.press("colon")
        await screen.see("Читать и смотреть")
        await screen.press("escape")
        await screen.until(lambda: step_of(screen) == "")
        await screen.see("Вот и всё")


async def test_all_keys_work_meanwhile_and_the_key_itself_goes_on(start: Start) -> None:
    async with start("small") as screen:
        await screen.see("1 из 5")
        await screen.press("h", "G")
        await screen.see("5 из 5", "1/8")
        for step in range(2, len(STEPS) + 1):
            await screen.press("h")
            await screen.see(f"{step}/8")
        await screen.press("h")
        await screen.see("Вот и всё")
        assert not screen.app.desk.tour_line.display


async def test_each_step_speaks_of_where_one_is(start: Start) -> None:
    async with start() as screen:
        await screen.see("1 из 5", "Таджикистан")
        await screen.press("c", "h")
        await screen.see("1/8  1 — к статьям")
        await screen.press("j")
        await screen.see("1/8  1 — к статьям")  # in the brief it is not what the step tells of
        await screen.press("1")
        await screen.see("1/8  Это статьи")
        await screen.press("j", "h")
        await screen.see("3/8  2 — к статье")
        await screen.press("h", "h", "h", "h")
        await screen.see("7/8  /, потом наберите")
        await screen.press("/")
        await screen.see("7/8  Наберите")


async def test_escape_leaves_it_and_nothing_else(start: Start) -> None:
    async with start() as screen:
        await screen.see("1 из 5")
        await screen.press("h")
        await screen.see("1/8", "Esc закончить")
        await screen.press("enter")
        await screen.see("Председатель Кабмина", "1/8")
        await screen.press("escape")
        await screen.until(lambda: not screen.app.desk.tour_line.display)
        await screen.see("Вот и всё")
        assert screen.app.desk.area is Area.ARTICLE


async def test_it_is_in_the_palette(start: Start) -> None:
    async with start() as screen:
        await screen.see("1 из 5")
        await screen.press("ctrl+p", *"экск", "enter")
        await screen.see("1/8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_words_fit_a_small_screen_and_name_the_keys_in_force(language: str) -> None:
    use_language(language)
    use_keys({"country": ["f9"]})
    try:
        words = {words_of(step, area) for step in range(len(STEPS)) for area in (*DESK, Area.SEARCH)}
    finally:
        use_keys({})
    assert [each for each in words if len(each) > 78] == []
    assert sum("F9" in each for each in words) == 2
    assert all(action in BY_ID for step in STEPS for action in step.by)
