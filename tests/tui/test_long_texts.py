"""A text of thousands of rows: its end, its facts far away and its lines are where they belong, at any width."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from kgtui.language import analyse
from kgtui.library import open_library
from kgtui.model import FACTS_VERSION, Amount, Document, Entity, EntityKind, Facts, Figure, FigureKind, Span
from kgtui.settings import Settings

from .conftest import DEADLINE, Driver, Start

COUNT = 1500


def sentence(number: int) -> str:
    return f"Сообщение под номером {number} пришло вовремя."


@pytest.fixture(params=["\n\n", " "], ids=["paragraphs", "one paragraph"])
def long(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    """Settings of a library with one article of fifteen hundred sentences, the last of which has a figure."""
    text = (
        request.param.join(sentence(number) for number in range(COUNT))
        + f"{request.param}В Турции построено 15 мостов."
    )
    settings = Settings(library=tmp_path / "library", language="ru")
    document = Document("a", "a.txt", text, Span(0, len(text)), "Сводка")
    words = Span(text.index("15 мостов"), text.index("15 мостов") + len("15 мостов"))
    turkey = Entity(EntityKind.COUNTRY, "TR", "Турция", (Span(words.start - 17, words.start - 11),))
    facts = Facts(FACTS_VERSION, (turkey,), figures=(Figure(words, Amount("мост", 15), FigureKind.LEVEL),))
    with open_library(settings.library, settings=settings) as library:
        library.add([(document, analyse(text), facts)])
    return settings


def first_line(screen: Driver) -> str:
    reader = screen.app.desk.reader
    assert reader.reading is not None
    return reader.rows[reader.top].of(reader.reading.article.document.text)


async def test_its_end_its_beginning_and_its_facts_are_one_key_away(start: Start, long: Settings) -> None:
    async with start("small", settings=long) as screen:
        await screen.see("1 из 1")
        await screen.press("enter")
        await screen.see(sentence(0))
        reader = screen.app.desk.reader
        await screen.press("G")
        await screen.see("мостов.", "100 %")
        assert reader.top + reader.room() == len(reader.rows)
        await screen.press("g")
        await screen.see(sentence(0))
        await screen.until(lambda: reader.reading is not None and bool(reader.told))
        await screen.press("f")
        await screen.see("мостов.", "▌  ")
        await screen.press("pageup")
        seen = first_line(screen)
        await screen.press("pagedown", "pageup")
        assert first_line(screen) == seen


async def test_the_line_stays_at_another_width(start: Start, long: Settings) -> None:
    async with start("small", settings=long) as screen:
        await screen.see("1 из 1")
        await screen.press("enter", "G", *["pageup"] * 3)
        reader = screen.app.desk.reader
        line = reader.line
        for size in ((50, 20), (160, 45), (80, 24)):
            await screen.pilot.resize_terminal(*size)
            await screen.until(lambda size=size: screen.app.size == size and reader.size.width > 0)
            row = reader.rows[reader.top]
            assert row.start <= line <= reader.rows[reader.top + 1].end


async def test_facts_that_are_still_being_read_are_not_said_to_be_none(start: Start, long: Settings) -> None:
    async with start("small", settings=long) as screen:
        await screen.see("1 из 1")
        gate = threading.Event()
        screen.app.detail_thread.ask("gate", lambda _: gate.wait(DEADLINE), bool, _fail)
        await screen.press("enter")
        await screen.see(sentence(0))
        await screen.press("f")
        await screen.see("Факты этой длинной статьи ещё читаются")
        await screen.press("c")
        await screen.until(lambda: getattr(screen.app.desk.country_pane.about, "key", "") == "TR")
        await screen.press("escape")
        gate.set()
        await screen.until(lambda: bool(screen.app.desk.reader.told))
        await screen.press("f")
        await screen.see("мостов.", "▌  ")


def _fail(error: Exception) -> None:
    raise error
