"""Two briefs side by side on the screen: of two countries, or of one in two periods."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kgtui.keys import Area
from kgtui.settings import Settings
from kgtui.tui.jobs.briefs import Compared, Pair

from .conftest import EACH_SIZE, Driver, Start


@pytest.fixture
def november(seeded: Settings) -> Settings:
    return replace(seeded, today=date(2025, 11, 21))


async def list_countries(screen: Driver) -> None:
    await screen.see("1 из 5")
    await screen.press("3")
    await screen.until(lambda: any(row.overview for row in screen.app.desk.countries))


async def stand_on(screen: Driver, name: str) -> None:
    pane = screen.app.desk.country_pane
    await screen.press("g")
    while getattr(pane.value, "name", "") != name:
        await screen.press("j")


async def compare(screen: Driver, first: str, second: str) -> Compared:
    pane = screen.app.desk.country_pane
    await list_countries(screen)
    await stand_on(screen, first)
    await screen.press("=")
    await screen.see(f"Отмечено: {first}")
    await stand_on(screen, second)
    await screen.press("=")
    await screen.until(lambda: isinstance(pane.brief, Compared))
    assert isinstance(pane.brief, Compared)
    return pane.brief


@EACH_SIZE
async def test_two_countries_stand_side_by_side(start: Start, november: Settings, size: str) -> None:
    async with start(size, settings=november) as screen:
        await compare(screen, "Таджикистан", "Россия")
        await screen.see("ТАДЖИКИСТАН — РОССИЯ", "Российская Федерация")
        heads = next(line for line in screen.lines if "▌Таджикистан" in line)
        assert heads.index("Россия") >= len(heads) // 2
        titles = [line.split() for line in screen.lines if line.count("Коротко") == 2]
        assert titles or size == "small"


@EACH_SIZE
async def test_a_line_leads_to_its_sentence_and_esc_comes_back_to_it(
    start: Start, november: Settings, size: str
) -> None:
    async with start(size, settings=november) as screen:
        brief = await compare(screen, "Таджикистан", "Россия")
        pane, reader = screen.app.desk.country_pane, screen.app.desk.reader
        await screen.press("tab")
        while "Мишустин" not in getattr(pane.value, "text", ""):
            await screen.press("j")
        row, note = pane.value, pane.note
        assert note is not None
        await screen.press("enter")
        await screen.until(lambda: screen.app.desk.area is Area.ARTICLE)
        assert reader.reading is not None
        assert reader.reading.sentence == note.span
        assert "Мишустин" in note.span.of(reader.reading.article.document.text)
        await screen.press("escape")
        await screen.see("ТАДЖИКИСТАН — РОССИЯ")
        assert (pane.brief, pane.value) == (brief, row)


@pytest.mark.parametrize("key", ["=", "escape"])
async def test_the_comparison_is_left_to_the_countries(start: Start, november: Settings, key: str) -> None:
    async with start("wide", settings=november) as screen:
        await compare(screen, "Таджикистан", "Россия")
        await screen.press(key)
        await screen.see("Все статьи")
        assert screen.app.desk.country_pane.about is None
        assert getattr(screen.app.desk.country_pane.value, "name", "") == "Россия"


async def test_one_country_in_two_periods(start: Start, november: Settings) -> None:
    async with start("small", settings=november) as screen:
        await list_countries(screen)
        await stand_on(screen, "Таджикистан")
        await screen.press("=", "=")
        await screen.see("какие два периода", "2024; 2025")
        field = screen.app.screen.query_one("#answer-field")
        field.value = "2025-03 и абракадабра"  # type: ignore[attr-defined]
        await screen.press("enter")
        await screen.see("Не понято")
        await screen.press("=")
        field = screen.app.screen.query_one("#answer-field")
        field.value = "2025-03 и 2025-11"  # type: ignore[attr-defined]
        await screen.press("enter")
        await screen.see("ТАДЖИКИСТАН", "страну называет 1")
        about = screen.app.desk.country_pane.about
        assert isinstance(about, Pair)
        assert (about.left.first, about.right.last) == (date(2025, 3, 1), date(2025, 11, 30))


async def test_the_mark_is_taken_away(start: Start, november: Settings) -> None:
    async with start("small", settings=november) as screen:
        await list_countries(screen)
        await stand_on(screen, "Таджикистан")
        await screen.press("=", "j")
        assert any(line.startswith("=Таджикистан") for line in screen.lines)
        await screen.press("k", "=")
        await screen.see("какие два периода")
        await screen.press("escape", "j")
        await screen.until(lambda: any(line.startswith(" Таджикистан") for line in screen.lines))


async def test_a_brief_is_marked_where_it_is_open_and_compared_with_another(start: Start, november: Settings) -> None:
    async with start("medium", settings=november) as screen:
        pane = screen.app.desk.country_pane
        await list_countries(screen)
        await stand_on(screen, "Беларусь")
        await screen.press("enter")
        await screen.until(lambda: pane.brief is not None)
        await screen.press("j", "j")
        stood_on = pane.value
        await screen.press("=")
        await screen.see("Отмечено: Беларусь", "БЕЛАРУСЬ", "все страны — c")
        assert pane.value is stood_on
        await screen.press("c")
        await screen.until(lambda: pane.marked == "BY")
        await stand_on(screen, "Узбекистан")
        await screen.press("enter")
        await screen.until(lambda: pane.brief is not None)
        await screen.press("=")
        await screen.see("БЕЛАРУСЬ — УЗБЕКИСТАН")


async def test_an_open_brief_is_compared_with_itself_or_its_mark_taken_away_where_it_is(
    start: Start, november: Settings
) -> None:
    async with start("wide", settings=november) as screen:
        pane = screen.app.desk.country_pane
        await list_countries(screen)
        await stand_on(screen, "Таджикистан")
        await screen.press("enter")
        await screen.until(lambda: pane.brief is not None)
        brief = pane.brief
        await screen.press("=", "=")
        await screen.see("какие два периода")
        await screen.press("escape")
        await screen.see_no("какие два периода")
        assert (pane.brief, screen.app.desk.marked) == (brief, None)


async def test_what_two_articles_tell_of_is_compared_from_the_list(start: Start, november: Settings) -> None:
    async with start("wide", settings=november) as screen:
        await screen.see("1 из 5")
        await screen.press("=")
        await screen.see("Отмечено: ", "1 из 5")
        desk = screen.app.desk
        assert desk.area is Area.LIST
        first = desk.marked
        while desk.meant() == first:
            await screen.press("j")
        await screen.press("=")
        await screen.until(lambda: isinstance(desk.country_pane.brief, Compared))
