"""Searches that are kept: by name in the palette, and those of before on an empty search line."""

from __future__ import annotations

from pathlib import Path

from kgtui import reader
from kgtui.keys import Area
from kgtui.language import analyse
from kgtui.library import open_library
from kgtui.model import Document, Facts, Span
from kgtui.settings import Settings

from .conftest import Start, search


async def test_a_search_is_saved_by_name_and_run_from_the_palette(start: Start) -> None:
    async with start() as screen:
        await search(screen, "касымалиеву", "4 из 5")
        await screen.press("enter", "ctrl+p")
        await screen.press(*"сохр")
        await screen.see("Сохранить поиск под именем")
        await screen.press("enter")
        await screen.see("Под этим именем")
        await screen.press("enter")  # no name yet
        await screen.press(*"Премьер", "enter")
        await screen.see("Поиск «Премьер» сохранён")
        assert reader.saved_searches()["Премьер"].query == "касымалиеву"
        await screen.press("escape")
        await search(screen, "турчин", "1 из 5")
        await screen.press("enter", "ctrl+p")
        await screen.see("Премьер", "касымалиеву")
        await screen.press(*"прем", "enter")
        await screen.see("«Премьер»: 0 новых", "4 из 5")
        assert screen.app.desk.area is Area.LIST
        await screen.press("[")
        await screen.until(lambda: screen.app.desk.articles.listing.query == "турчин")


async def test_the_palette_tells_how_many_are_new_until_they_are_seen_here(start: Start, tmp_path: Path) -> None:
    settings = Settings(library=tmp_path / "library", language="ru")
    reader.save("Послы", "посол")
    with open_library(settings.library, settings=settings) as library:
        texts = ["Посол прибыл.", "Послы уехали.", "Выставка."]
        library.add(
            (Document(f"a{n}", f"o{n}", text, Span(0, len(text)), text), analyse(text), Facts(1, ()))
            for n, text in enumerate(texts)
        )
    async with start(settings=settings) as screen:
        await screen.see("из 3")
        await screen.press("ctrl+p")
        await screen.see("Послы", "2 новые")
        await screen.press(*"посл", "enter")
        await screen.see("«Послы»: 2 новые", "2 из 3")
        await screen.press("ctrl+p")
        await screen.see("Послы")
        await screen.until(lambda: screen.app.is_quiet)
        assert "2 новые" not in screen.text
    with open_library(settings.library, settings=settings) as library:
        printed = reader.new_articles(reader.saved_searches()["Послы"], library)
        assert printed.results.total == 2  # still news for a script


async def test_earlier_searches_are_offered_on_an_empty_line(start: Start) -> None:
    async with start() as screen:
        for query, found in (("касымалиеву", "4 из 5"), ("турчин", "1 из 5")):
            await search(screen, query, found)
            await screen.press("enter")
        await screen.press("escape", "escape", "escape", "escape", "/")
        field = screen.app.desk.search_line.field
        await screen.until(lambda: field.value == "" and screen.app.desk.area is Area.SEARCH)
        await screen.see("→ турчин · касымалиеву")
        await screen.press("right")
        await screen.see("1 из 5", "→ касымалиеву")
        await screen.press("right")
        await screen.see("4 из 5")
        assert field.value == "касымалиеву"
        await screen.press("home", "right")
        assert (field.value, field.cursor_position) == ("касымалиеву", 1)


async def test_a_name_is_completed_from_the_library(start: Start) -> None:
    async with start() as screen:
        await search(screen, "визит касым", "→ Адылбек Касымалиев 4")
        field = screen.app.desk.search_line.field
        field.cursor_position = len(field.value)
        await screen.press("right")
        await screen.until(lambda: screen.app.desk.articles.listing.query == 'визит кто:="Адылбек Касымалиев"')
        await screen.press("right")  # the next of what was offered, in its place
        assert field.value == 'визит кто:="Касым-Жомарт Токаев"'
        await screen.press("space", *"стр")
        await screen.see("→ страна: · ")
        await screen.press("right", *"Росс")
        await screen.see("→ Россия 2")
