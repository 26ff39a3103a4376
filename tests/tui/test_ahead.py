"""Keys typed ahead wait for what they are to act on, and only as long as one wants to."""

from __future__ import annotations

import pytest

from kgtui.keys import Area
from kgtui.model import Headline
from kgtui.tui.jobs.briefs import About
from kgtui.tui.overlays.export_form import ExportScreen, FormChoices
from kgtui.tui.overlays.palette import Choices, PaletteScreen

from .conftest import Driver, Start, search
from .test_states import busy


async def choose_ahead(screen: Driver, typed: str, *then: str) -> None:
    """Choose something in the palette, and go on before anything that it asks for can have come."""
    await screen.press("ctrl+p", *typed, "enter", *then)


async def test_what_is_chosen_before_it_is_found_is_chosen_and_the_next_key_acts_on_it(start: Start) -> None:
    async with start() as screen:
        await screen.see("1 из 5", "Таджикистан")
        app, pane = screen.app, screen.app.desk.country_pane
        with busy(app.detail_thread), busy(app.facts_thread):
            await choose_ahead(screen, "садыр", "x", "down")
            assert isinstance(app.screen, PaletteScreen)
        await screen.until(lambda: bool(app.screen.query(FormChoices)) and app.screen.query_one(FormChoices).cursor > 0)
        assert isinstance(pane.about, About)
        assert pane.about.name == "Садыр Жапаров"


async def test_a_country_is_chosen_before_the_countries_are_counted(start: Start) -> None:
    async with start() as screen:
        await screen.until(lambda: screen.app.library is not None)
        app, desk = screen.app, screen.app.desk
        await screen.until(lambda: app.is_quiet)
        desk.countries, desk._are_counted = [], False
        with busy(app.facts_thread):
            desk.ask_countries()
            with busy(app.detail_thread):
                await choose_ahead(screen, "таджикистан")
            await screen.until(lambda: app.detail_thread.is_quiet)
            assert isinstance(app.screen, PaletteScreen)
        await screen.until(lambda: isinstance(desk.country_pane.about, About))


async def test_a_country_goes_before_articles_that_are_found_sooner(start: Start) -> None:
    async with start() as screen:
        await screen.until(lambda: screen.app.library is not None)
        app, desk = screen.app, screen.app.desk
        await screen.until(lambda: app.is_quiet)
        desk.countries, desk._are_counted = [], False
        with busy(app.facts_thread):
            desk.ask_countries()
            await screen.press("ctrl+p", *"таджикистан")
            choices = app.screen.query_one(Choices)
            await screen.until(lambda: app.detail_thread.is_quiet and choices.value is not None)
            choices.add_whom(choices.typed, [])
            assert isinstance(choices.value, Headline)
            await screen.press("enter")
            assert isinstance(app.screen, PaletteScreen)
        await screen.until(lambda: isinstance(desk.country_pane.about, About))


async def test_a_list_that_grows_keeps_the_cursor_where_it_was_moved_to(start: Start) -> None:
    async with start() as screen:
        await screen.see("1 из 5", "Таджикистан")
        app, desk = screen.app, screen.app.desk
        await screen.until(lambda: app.is_quiet)
        countries, desk.countries, desk._are_counted = desk.countries, [], False
        await screen.press("ctrl+p", *"таджикистан")
        choices = app.screen.query_one(Choices)
        await screen.until(lambda: app.is_quiet and choices.value is not None)
        first = choices.value
        await screen.press("down")
        chosen = choices.value
        assert chosen != first
        desk.countries_counted(countries)
        assert "Таджикистан" in screen.text
        assert choices.value is chosen


async def test_a_brief_is_exported_as_soon_as_it_is_made(start: Start) -> None:
    async with start() as screen:
        await screen.see("1 из 5", "Таджикистан")
        with busy(screen.app.facts_thread):
            await choose_ahead(screen, "таджикистан", "x")
            assert screen.app.desk.area is Area.COUNTRY
            assert screen.app.desk.foot_line.message == "Собираю сводку…"
        await screen.until(lambda: isinstance(screen.app.screen, ExportScreen))


@pytest.mark.parametrize("key", ["escape", "ctrl+q"])
async def test_what_goes_back_waits_for_nothing(start: Start, key: str) -> None:
    async with start() as screen:
        await screen.see("1 из 5", "Таджикистан")
        app = screen.app
        with busy(app.facts_thread):
            await choose_ahead(screen, "таджикистан", "x", "j", key)
            if key == "ctrl+q":
                assert app.return_code == 0
                return
            await screen.until(lambda: app.desk.area is Area.LIST)
        await screen.until(lambda: app.is_quiet)
        assert app.screen is app.desk
        await screen.press("j")
        await screen.see("2 из 5")


async def test_keys_wait_for_the_list_that_one_goes_to(start: Start) -> None:
    async with start() as screen:
        await screen.see("1 из 5")
        desk = screen.app.desk
        with busy(screen.app.search_thread):
            await screen.press("l", "j", "enter")
            assert desk.reader.reading is None
        await screen.see("Похож")
        await screen.until(lambda: desk.area is Area.ARTICLE)
        assert desk.reader.reading is not None
        assert desk.reader.reading.article.number == desk.articles.listing.numbers[1]


async def test_the_next_hit_is_one_of_the_article_that_was_just_opened(start: Start) -> None:
    async with start() as screen:
        await search(screen, "касымалиеву", "4 из 5")
        await screen.press("enter")
        desk = screen.app.desk
        number = desk.articles.number
        await screen.until(lambda: screen.app.is_quiet)
        with busy(screen.app.detail_thread):
            await screen.press("enter", "n", "n")
        await screen.until(lambda: desk.reader.hit == 1)
        assert desk.reader.reading is not None
        assert desk.reader.reading.article.number == number


async def test_what_never_comes_holds_no_key(start: Start) -> None:
    async with start() as screen:
        await screen.see("1 из 5")
        await choose_ahead(screen, "щшзхъ", "x")
        await screen.see("щшзхъx")
