"""Slips and mistakes: how a query was read is said under it, and one key goes back to the letter."""

from __future__ import annotations

import pytest
from textual import events

from .conftest import Driver, Start, search


def prose(screen: Driver) -> str:
    """What is on the screen, however it is broken into lines."""
    return " ".join(screen.text.split())


@pytest.mark.parametrize(
    ("size", "order"), [("wide", "сначала лучшие"), ("medium", "лучшие"), ("small", "сначала лучшие")]
)
@pytest.mark.parametrize(("query", "found"), [("Rbhubpbz", 5), ("Касымалеев", 4)])
async def test_a_slip_is_read_as_what_it_meant_and_one_key_goes_back(
    start: Start, size: str, order: str, query: str, found: int
) -> None:
    async with start(size) as screen:
        await search(screen, query, "Прочитано как «", f"Найдено {found} из 5 · {order} ")
        listing = screen.app.desk.articles.listing
        assert listing.numbers
        assert "Backspace" not in screen.text  # where one types, it deletes a letter
        await screen.press("enter")
        await screen.see("Backspace — как набрано")
        await screen.press("backspace")
        await screen.see("ничего нет")
        assert screen.app.desk.articles.listing.read_as == query
        await screen.press("escape")
        await screen.until(lambda: screen.app.desk.articles.listing is listing)


async def test_a_query_read_as_typed_says_so(start: Start) -> None:
    async with start() as screen:
        await search(screen, "касымалиеву", "4 из 5")
        await screen.press("enter", "backspace")
        await screen.see("и так прочитан")


@pytest.mark.parametrize("query", ["касымал", "кто:касымал", "(касымал"])
async def test_a_slip_is_not_mended_while_the_word_may_still_grow(start: Start, query: str) -> None:
    async with start() as screen:
        await search(screen, query, "4 из 5", f"{query}*")
        assert not screen.app.desk.articles.listing.mended


@pytest.mark.parametrize(
    ("query", "caret", "words"),
    [
        ('газ "столица', 4, "Кавычка не закрыта"),
        ("газ (нефть", 4, "Скобка не закрыта"),
        ("визит дата:2025-99", 11, "Не дата"),
        ("страна:Нарния", 7, "Нет такой страны"),
    ],
)
async def test_a_mistake_is_pointed_at_and_the_line_is_gone_when_it_is_mended(
    start: Start, query: str, caret: int, words: str
) -> None:
    async with start("small") as screen:
        await search(screen, query, words)
        assert screen.lines[2].index("^") == 3 + caret
        screen.app.desk.search_line.field.value = "касымалиеву"
        await screen.see("4 из 5")
        assert screen.lines[2].strip() == ""


async def test_a_mistake_far_to_the_right_is_said_before_its_place(start: Start) -> None:
    async with start("wide") as screen:
        await search(screen, "председатель кабинета министров дата:2025-99", "Не дата: 2025-99 ^")


async def test_where_nothing_is_found_the_parts_are_counted_and_one_key_widens(start: Start) -> None:
    async with start("small") as screen:
        await search(screen, "касымалиеву абракадабра турчин", "ничего нет", "абракадабра 0")
        assert "касымалиеву 4" in prose(screen)
        assert "Enter — искать «касымалиеву турчин»: 1 статья" in prose(screen)
        await screen.press("enter", "enter")
        await screen.see("Найдена 1 из 5")
        assert screen.app.desk.search_line.field.value == "касымалиеву турчин"
        await screen.press("escape")
        await screen.see("абракадабра 0")


async def test_parts_that_never_meet_are_widened_to_either(start: Start) -> None:
    async with start("small") as screen:
        await search(screen, "турчин худжанд", "ничего нет")
        await screen.until(lambda: "Enter — искать «турчин или худжанд»: 2 статьи" in prose(screen))


async def test_a_random_string_is_offered_nothing(start: Start) -> None:
    async with start() as screen:
        await search(screen, "щшзхъфыв", "ничего нет", "Esc")
        await screen.until(lambda: screen.app.is_quiet)
        assert "Enter — искать" not in screen.text
        assert "Прочитано" not in screen.text


async def test_what_is_pasted_over_several_lines_is_one_query(start: Start) -> None:
    async with start() as screen:
        await screen.press("/")
        screen.app.post_message(events.Paste("адылбек\nкасымалиев\r\n"))
        await screen.see("адылбек касымалиев", "из 5")
        assert screen.app.desk.search_line.field.value == "адылбек касымалиев"


async def test_a_field_alone_leaves_all_articles_and_offers_its_values(start: Start) -> None:
    async with start() as screen:
        await search(screen, "страна:", "→ Кыргызстан 5", "Все статьи", "1 из 5")
        await screen.press("right")
        await screen.see('страна:"Кыргызстан"', "Найдено 5 из 5")
