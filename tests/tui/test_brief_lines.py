"""A line of a brief and the article behind it: keys act on the fact of the line, and on nothing that is not seen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kgtui.dossier import Note
from kgtui.intake import seed, take_in
from kgtui.keys import Area
from kgtui.library import open_library
from kgtui.model import Figure
from kgtui.settings import Settings

from .conftest import EACH_SIZE, Driver, Start
from .test_brief import open_brief


@pytest.fixture
def seeds(tmp_path: Path) -> Settings:
    """Settings of a library with the five seeds, which the test may change."""
    settings = Settings(library=tmp_path / "library", language="ru", today=date(2025, 11, 21))
    with open_library(settings.library, settings=settings) as library:
        seed(library)
    return settings


async def stand_on(screen: Driver, is_meant: Callable[[], bool]) -> Note:
    """Open a brief, on the whole screen, and go down to a line; the note that one stands on."""
    await open_brief(screen)
    pane = screen.app.desk.country_pane
    await screen.press("z")
    await screen.until(lambda: pane.is_full)
    while not (pane.notes and is_meant()):
        await screen.press("j")
    assert pane.note is not None
    return pane.note


def is_figure_in_the_middle(screen: Driver) -> Callable[[], bool]:
    """Whether one stands on a line of a figure that is not the first fact of its article."""

    def _is() -> bool:
        note, library = screen.app.desk.country_pane.note, screen.app.library
        assert library is not None
        if note is None:
            return False
        told = library.facts(note.number).told
        return any(isinstance(fact, Figure) and fact.span == note.words for fact in told[1:])

    return _is


@EACH_SIZE
async def test_enter_on_a_line_stands_on_its_fact(start: Start, size: str) -> None:
    async with start(size) as screen:
        note = await stand_on(screen, is_figure_in_the_middle(screen))
        desk, reader = screen.app.desk, screen.app.desk.reader
        await screen.press("enter")
        await screen.until(lambda: desk.area is Area.ARTICLE)
        assert reader.fact is not None
        assert reader.fact.span == note.words
        fact, told = reader.fact, list(reader.told)
        await screen.press("enter")
        await screen.see("источник", "не так")
        assert (reader.fact, reader.card_open) == (fact, True)
        await screen.press("а")  # the finger of f under the Russian layout
        assert reader.fact == told[(told.index(fact) + 1)]
        await screen.press("F", "escape", "escape")
        await screen.until(lambda: desk.area is Area.COUNTRY)
        assert desk.country_pane.note == note


async def test_keys_of_facts_act_on_the_line_and_its_source(start: Start) -> None:
    """Another article stands in the reader, unseen."""
    async with start("medium") as screen:
        note = await stand_on(screen, is_figure_in_the_middle(screen))
        desk, reader, library = screen.app.desk, screen.app.desk.reader, screen.app.library
        assert library is not None
        desk.open_article(next(number for number in library.numbers() if number != note.number))
        hidden = reader.reading
        assert hidden is not None
        for key in ("f", "F", "o", "v", "e"):
            await screen.press(key)
            await screen.until(lambda: reader.reading is not None and reader.reading.article.number == note.number)
            if key == "o":
                await screen.until(lambda: screen.app.screen is not desk)
                await screen.press("escape")
            assert reader.fact is not None
            assert reader.fact.span == note.words
            await screen.press("[")
            await screen.until(lambda: desk.area is Area.COUNTRY)
            desk.open_article(hidden.article.number)
        await screen.press("b")
        await screen.until(lambda: desk.marks_of(note.id).bookmark)
        assert not desk.marks_of(hidden.article.headline.id).bookmark


async def test_keys_of_an_article_say_why_they_do_nothing_on_a_line_without_source(start: Start) -> None:
    async with start("medium") as screen:
        await screen.see("1 из 5")
        await screen.press("enter")
        await open_brief(screen)
        pane, reader = screen.app.desk.country_pane, screen.app.desk.reader
        await screen.press("z")
        await screen.until(lambda: pane.is_full and pane.note is None)
        for key in ("f", "o", "v", "e", "!", "b", "m", "t", "r"):
            await screen.press(key)
            await screen.see("Встаньте на строку сводки")
            assert (screen.app.desk.area, reader.fact) == (Area.COUNTRY, None)
            await screen.press("home")


async def test_a_line_is_copied_with_the_sentences_of_all_its_sources(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    async with start("wide") as screen:
        pane = screen.app.desk.country_pane
        await stand_on(screen, lambda: len(pane.notes) > 1)
        await screen.press("n", "y")
        await screen.see("Отправлено в терминал")
        copied = (tmp_path / "kgtui" / "copied.txt").read_text(encoding="utf-8")
        assert [each for each in pane.notes if " ".join(each.quotation.split()) not in " ".join(copied.split())] == []
        assert all(each.id in copied for each in pane.notes)


async def test_what_is_added_comes_into_the_brief_in_view(start: Start, seeds: Settings, tmp_path: Path) -> None:
    article = tmp_path / "new.txt"
    article.write_text("В Душанбе 20 ноября 2025 года министр Таджикистана Асад Рашидов принял посла.\n", "utf-8")
    async with start("wide", settings=seeds) as screen:
        await open_brief(screen)
        await screen.see("В библиотеке 5 статей")
        with open_library(seeds.library, settings=seeds) as library:
            take_in([article], library)
        pane = screen.app.desk.country_pane
        await screen.press("j", "j", "R")
        await screen.see("В библиотеке 6 статей", "· 6 статей ·")
        assert pane.cursor > 0


async def test_the_fact_of_a_line_is_mended_there(start: Start, seeds: Settings) -> None:
    async with start("medium", settings=seeds) as screen:
        note = await stand_on(screen, is_figure_in_the_middle(screen))
        desk, library = screen.app.desk, screen.app.library
        assert library is not None
        before = desk.country_pane.brief
        await screen.press("!")
        await screen.see("Это не факт")
        await screen.press("enter")
        await screen.see("Исправлено для вас")
        assert desk.area is Area.COUNTRY
        assert all(fact.span != note.words for fact in library.facts(note.number).figures)
        await screen.until(lambda: desk.country_pane.brief is not before)
