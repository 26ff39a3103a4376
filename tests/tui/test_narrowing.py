"""Order and facets: what stands beside the list, and how the list is narrowed and widened again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kgtui.keys import Area
from kgtui.library import open_library
from kgtui.locale import use_language
from kgtui.settings import Settings
from kgtui.tui.jobs.listing import ListingKind
from kgtui.tui.jobs.searches import naming
from kgtui.tui.widgets.search_line import Field

from .conftest import EACH_SIZE, Driver, Start, ids, search


def dates(screen: Driver) -> list[str]:
    library, listing = screen.app.library, screen.app.desk.articles.listing
    assert library is not None
    return [str(headline.published) for headline in library.headlines(listing.numbers)]


@pytest.mark.parametrize(
    ("size", "best", "newest", "oldest"),
    [
        ("wide", "сначала лучшие", "сначала новые", "сначала старые"),
        ("medium", "лучшие", "сначала новые", "старые"),  # in so many words as there is room for
        ("small", "сначала лучшие", "сначала новые", "сначала старые"),
    ],
)
async def test_the_order_goes_from_best_to_newest_to_oldest_and_round(
    start: Start, size: str, best: str, newest: str, oldest: str
) -> None:
    async with start(size) as screen:
        await search(screen, "касымалиеву", f"Найдено 4 из 5 · {best} ")
        await screen.press("enter")
        found = list(screen.app.desk.articles.listing.numbers)
        await screen.press("s")
        await screen.see(f"Найдено 4 из 5 · {newest} ")
        days = dates(screen)
        assert days == sorted(days, reverse=True)
        await screen.press("ы")  # the same finger under the Russian layout
        await screen.see(f"Найдено 4 из 5 · {oldest} ")
        assert dates(screen) == days[::-1]
        await screen.press("s")
        await screen.see(f"Найдено 4 из 5 · {best} ")
        assert list(screen.app.desk.articles.listing.numbers) == found


async def test_the_order_chosen_stays_for_the_next_search(start: Start) -> None:
    async with start() as screen:
        await search(screen, "касымалиеву", "сначала лучшие")
        await screen.press("enter", "s")
        await screen.see("сначала новые")
        await search(screen, "жапарову", "сначала новые", "2 из 5")


async def test_all_articles_are_ordered_by_date_alone(start: Start) -> None:
    async with start() as screen:
        await screen.see("Все статьи · сначала новые")
        await screen.press("s")
        await screen.see("Все статьи · сначала старые", "1 из 5")
        await screen.press("s")
        await screen.see("Все статьи · сначала новые")


@EACH_SIZE
async def test_facets_stand_under_the_list_with_exact_counts(start: Start, size: str) -> None:
    async with start(size) as screen:
        await screen.see("Страны", "Кыргызстан 5")
        await search(screen, "касымалиеву", "Кыргызстан 4", "Касымалиев 4")


@pytest.mark.parametrize("typed", ["влад", "dkfl", "путин В"])
async def test_a_facet_narrows_the_list_and_is_taken_out_again(start: Start, typed: str) -> None:
    async with start() as screen:
        await search(screen, "визит или заседание или встреча", "из 5", "Лица")
        await screen.press("enter")
        before = ids(screen)
        await screen.press("\\")
        await screen.see("Владимир Путин", "Блоки")
        await screen.press(*("space" if letter == " " else letter for letter in typed), "enter")
        desk = screen.app.desk
        await screen.until(lambda: desk.articles.listing.query != "визит или заседание или встреча")
        query = desk.search_line.field.value
        assert query == '(визит или заседание или встреча) кто:="Владимир Путин"'
        assert desk.area is Area.LIST
        await screen.press("\\")
        await screen.see('кто:="Владимир Путин"', "Enter убирает")
        await screen.press("enter")
        await screen.until(lambda: desk.search_line.field.value == "визит или заседание или встреча")
        assert ids(screen) == before
        await screen.press("escape")
        await screen.until(lambda: desk.search_line.field.value == query)


async def test_a_week_is_that_of_the_library_also_when_something_is_taken_out(start: Start, seeded: Settings) -> None:
    async with start(settings=replace(seeded, today=date(2025, 11, 20))) as screen:
        await search(screen, "дата:неделя место:Москва", "из 5")
        await screen.press("enter", "\\")
        await screen.see("дата:2025-11-14..2025-11-20", "Enter убирает")
        await screen.press(*"место", "enter")
        await screen.until(lambda: screen.app.desk.search_line.field.value == "дата:2025-11-14..2025-11-20")


async def test_the_chooser_says_when_nothing_fits_and_closes_without_a_change(start: Start) -> None:
    async with start("small") as screen:
        await search(screen, "касымалиеву", "4 из 5")
        await screen.press("enter", "\\")
        await screen.see("Кыргызстан", "Блоки")
        await screen.press(*"абракадабра")
        await screen.see("Здесь такого нет")
        await screen.press("enter", "escape")
        assert screen.app.desk.articles.listing.query == "касымалиеву"


async def test_the_query_is_copied(start: Start) -> None:
    async with start() as screen:
        await screen.press("Y")
        await screen.see("Запроса ещё нет")
        await search(screen, "касымалиеву", "4 из 5")
        await screen.press("enter", "Y")
        await screen.see("Отправлено в терминал")


async def test_facets_speak_english_too(start: Start) -> None:
    use_language("en")
    async with start() as screen:
        await screen.see("Countries", "People", "Nov")
        await screen.press("\\")
        await screen.see("Blocs")
        await screen.press(*"nov")
        await screen.see("Nov 2025")
        assert screen.app.screen.query_one(Field).placeholder.startswith("country")


@EACH_SIZE
async def test_more_like_this_from_the_list_and_from_the_reader(start: Start, size: str) -> None:
    async with start(size) as screen:
        await screen.see("1 из 5")
        desk = screen.app.desk
        first = desk.articles.number
        await screen.press("l")
        await screen.see("Похож")
        await screen.until(lambda: desk.articles.listing.kind is ListingKind.LIKE)
        assert first not in desk.articles.listing.numbers
        await screen.press("enter", "д")  # the finger of l under the Russian layout
        await screen.until(lambda: desk.articles.listing.like is not None and first in desk.articles.listing.numbers)
        await screen.press("escape", "escape", "escape")
        await screen.see("Все статьи")


async def test_a_field_that_was_typed_is_taken_out_too(start: Start) -> None:
    async with start() as screen:
        await search(screen, "касымалиеву страна:Россия -посол", "2 из 5")
        await screen.press("enter", "\\")
        await screen.see("страна:Россия", "Enter убирает", "Лица")
        await screen.press(*"росс", "enter")
        await screen.see("4 из 5")
        assert screen.app.desk.search_line.field.value == "касымалиеву -посол"


def test_whatever_an_article_names_leads_to_all_that_name_it(seeded: Settings) -> None:
    """Also where the list of names and the article write it with other capitals."""
    with open_library(seeded.library, settings=seeded) as library:
        for number in library.numbers():
            for entity in library.facts(number).entities:
                listing = naming(library, number, entity)
                assert set(listing.every) == set(library.numbers_naming(entity.kind, entity.key)), listing.query
