"""The title of an article is told once in its row and once in the reader, with the hits in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgtui.language import analyse
from kgtui.library import open_library
from kgtui.model import Document, Facts, Span
from kgtui.settings import Settings

from .conftest import Driver, Start, search

TITLE = "Паромная переправа открыта"
TEXT = f"{TITLE}. Её ждали долго.\n\n" + "\n\n".join(f"Абзац {number} о погоде." for number in range(60))


@pytest.fixture
def ferry(tmp_path: Path) -> Settings:
    settings = Settings(library=tmp_path / "library", language="ru")
    with open_library(settings.library, settings=settings) as library:
        document = Document("ferry", "ferry", TEXT, Span(0, len(TEXT)), TITLE)
        library.add([(document, analyse(TEXT), Facts(1, ()))])
    return settings


def reversed_words(screen: Driver) -> list[str]:
    strips = screen.app.screen._compositor.render_strips(screen.app.screen.size)
    return [segment.text for strip in strips for segment in strip if segment.style and segment.style.reverse]


async def test_a_row_says_what_its_title_does_not_and_shows_the_hit_in_it(start: Start, ferry: Settings) -> None:
    async with start("small", settings=ferry) as screen:
        await search(screen, "переправу", "Её ждали долго.")
        assert screen.text.count(TITLE) == 1
        assert reversed_words(screen)[-1] == "переправа"


async def test_the_reader_tells_it_above_the_text_once_the_text_no_longer_does(start: Start, ferry: Settings) -> None:
    async with start("small", settings=ferry) as screen:
        await screen.see("1 из 1")
        await screen.press("enter")
        await screen.see("Абзац 0")
        assert screen.text.count(TITLE) == 1
        row = next(row for row, line in enumerate(screen.lines) if "Абзац 5 " in line)
        await screen.press("j", "j", "j")
        assert screen.text.count(TITLE) == 1
        assert screen.lines[1].strip() == TITLE
        assert "Абзац 5 " in screen.lines[row - 2]
        await screen.press("G")
        await screen.see("Абзац 59", TITLE)
        await screen.press("g")
        assert screen.text.count(TITLE) == 1
