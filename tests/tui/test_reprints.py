"""Reprints of one text are one row of the list; a key gives each its own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kgtui.language import analyse
from kgtui.library import open_library
from kgtui.model import Document, Facts, Span
from kgtui.settings import Settings

from .conftest import Start, search

STORY = (
    "Министр экономики рассказал на встрече с послом о поставках угля, о ремонте дороги через перевал и о школах, "
    "которые построят в трёх районах к будущей осени. Стороны договорились собрать рабочую группу, посчитать расходы "
    "и представить смету правительству до конца квартала; подрядчика выберут на открытых торгах. Посол отметил, что "
    "жители приграничных сёл ждут эту дорогу не первый год, и предложил открыть новый рынок у переправы. По словам "
    "министра, уголь повезут по железной дороге, а школы получат отопление на газе и новые столовые. "
)


@pytest.fixture
def reprinted(tmp_path: Path) -> Settings:
    """One text put out by three agencies, and another."""
    settings = Settings(library=tmp_path / "library", language="ru")
    texts = [("Кабар", STORY), ("24.kg", STORY), ("АКИpress", STORY), ("БЕЛТА", "Посол прилетел на выставку тканей.")]
    with open_library(settings.library, settings=settings) as library:
        library.add(
            (
                Document(
                    f"a{n}", f"o{n}", text, Span(0, len(text)), f"Заголовок {n}", date(2025, 5, n + 1), publisher=name
                ),
                analyse(text),
                Facts(1, ()),
            )
            for n, (name, text) in enumerate(texts)
        )
    return settings


async def test_reprints_are_one_row_with_a_count_and_are_unfolded_and_read(start: Start, reprinted: Settings) -> None:
    async with start(settings=reprinted) as screen:
        await search(screen, "посол", "Найдено 4 из 4", "1 из 2", "ещё 2 перепечатки")
        desk = screen.app.desk
        await screen.press("enter")
        while not desk.articles.listing.reprints(desk.articles.number or 0):
            await screen.press("j")
        row = desk.articles.cursor
        await screen.press("в")  # the finger of d under the Russian layout
        await screen.see("из 4", "└ ")
        assert desk.articles.cursor == row
        await screen.press("j", "enter")
        await screen.until(lambda: desk.reader.reading is not None)
        assert desk.reader.reading is not None
        assert "Министр экономики" in desk.reader.reading.article.document.text
        await screen.press("escape", "d")
        await screen.see(f"{row + 1} из 2")


async def test_the_list_of_all_and_of_a_sorted_search_fold_too(start: Start, reprinted: Settings) -> None:
    async with start("small", settings=reprinted) as screen:
        await screen.see("1 из 2", "ещё 2 перепечатки: 24.kg, Кабар")
        await search(screen, "посол", "1 из 2")
        await screen.press("enter", "s", "s")
        await screen.see("сначала старые", "ещё 2 перепечатки: 24.kg, АКИpress")


async def test_an_article_without_reprints_says_so(start: Start) -> None:
    async with start() as screen:
        await screen.see("1 из 5")
        await screen.press("d")
        await screen.see("нет перепечаток")


async def test_an_unfolded_text_is_unfolded_again_at_the_next_start(start: Start, reprinted: Settings) -> None:
    async with start(settings=reprinted) as screen:
        await screen.see("1 из 2")
        await screen.press("down", "d")
        await screen.see("из 4")
        article = screen.app.desk.articles.headline
    async with start(settings=reprinted) as screen:
        await screen.see("из 4")
        assert screen.app.desk.articles.headline == article
