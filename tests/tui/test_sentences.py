"""Reading sentence by sentence: the keys that move go from one to the next, the others work with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgtui.language import analyse
from kgtui.library import open_library
from kgtui.model import FACTS_VERSION, Amount, Document, Facts, Figure, FigureKind, Span
from kgtui.settings import Settings
from kgtui.tui.widgets.sentence_walk import SentenceWalk

from .conftest import EACH_SIZE, Driver, Start, search

FIRST, SECOND, THIRD = "Мост открыт в городе.", "Его длина 120 метров.", "По мосту пойдут поезда."
LAST = "Мост красив."
TEXT = f"{FIRST} {SECOND}\n\n{THIRD} " + "Строители рады делу. " * 200 + LAST


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


@pytest.fixture
def bridge(tmp_path: Path) -> Settings:
    """Settings of a library with one article of two hundred sentences, which tells one figure."""
    settings = Settings(library=tmp_path / "library", language="ru")
    document = Document("a", "a.txt", TEXT, Span(0, len(TEXT)), "О мосте")
    figure = Figure(span("120 метров"), Amount("m", 120), FigureKind.LEVEL)
    with open_library(settings.library, settings=settings) as library:
        library.add([(document, analyse(TEXT), Facts(FACTS_VERSION, (), figures=(figure,)))])
    return settings


async def open_article(screen: Driver) -> None:
    await screen.see("1 из 1")
    await screen.press("enter")
    await screen.see("Мост открыт")


def read(screen: Driver) -> str:
    walk = screen.app.desk.reader.walk
    return walk.here.of(TEXT) if walk else ""


def barred(screen: Driver) -> list[str]:
    """The lines beside which a bar stands."""
    return [line.partition("▌")[2].strip() for line in screen.lines if "▌" in line and "О мосте" not in line]


@EACH_SIZE
async def test_down_and_up_go_from_sentence_to_sentence(start: Start, bridge: Settings, size: str) -> None:
    async with start(size, settings=bridge) as screen:
        await open_article(screen)
        await screen.press("v")
        assert read(screen) == FIRST
        await screen.press("j", "down")
        assert read(screen) == THIRD
        assert any("По мосту" in line for line in barred(screen))
        await screen.press("k", "л")  # the finger of k under the Russian layout
        assert read(screen) == FIRST
        await screen.press("k")
        assert read(screen) == FIRST
        await screen.press("G")
        assert read(screen) == LAST
        await screen.see("красив.")
        await screen.press("g")
        await screen.see(FIRST)
        assert read(screen) == FIRST


async def test_pages_turn_and_the_sentence_comes_along(start: Start, bridge: Settings) -> None:
    async with start("small", settings=bridge) as screen:
        await open_article(screen)
        await screen.press("v", "pagedown", "pagedown")
        reader = screen.app.desk.reader
        assert reader.walk is not None
        assert reader.walk.here.start >= reader.line > 0
        top = reader.top
        await screen.press("j")
        assert reader.top == top


async def test_the_sentence_is_copied_with_its_source(start: Start, bridge: Settings, tmp_path: Path) -> None:
    async with start(settings=bridge) as screen:
        await open_article(screen)
        await screen.press("v", "j", "y")
        await screen.see("copied.txt")
        copied = (tmp_path / "state" / "kgtui" / "copied.txt").read_text(encoding="utf-8")
        assert copied.startswith(f"{SECOND} — ")


async def test_facts_and_hits_take_the_sentence_along(start: Start, bridge: Settings) -> None:
    async with start(settings=bridge) as screen:
        await search(screen, "мост", "сначала лучшие")
        await screen.press("enter", "enter", "v", "f")
        reader = screen.app.desk.reader
        assert read(screen) == SECOND
        assert reader.fact is not None
        await screen.until(lambda: reader.reading is not None and len(reader.reading.hits) == 3)
        await screen.press("j")
        assert reader.fact is None
        await screen.press("n")
        assert read(screen) == THIRD
        await screen.press("n")
        assert read(screen) == LAST
        await screen.press("k", "N")
        assert read(screen) == THIRD
        await screen.press("F")
        assert read(screen) == SECOND


@pytest.mark.parametrize("key", ["v", "escape", "м"])
async def test_it_ends_where_one_is(start: Start, bridge: Settings, key: str) -> None:
    async with start("small", settings=bridge) as screen:
        await open_article(screen)
        await screen.press("v", "pagedown", "j")
        reader = screen.app.desk.reader
        top = reader.top
        await screen.press(key)
        assert reader.walk is None
        assert reader.top == top > 0
        assert not barred(screen)
        await screen.press("j")
        assert reader.top == top + 1


def test_between_sentences_one_stands_on_the_next_and_past_the_last_on_it() -> None:
    sentences = [Span(2, 5), Span(6, 9), Span(20, 30)]
    walk = SentenceWalk(sentences, 0)
    assert walk.here == sentences[0]
    walk.go_to(10)
    assert walk.here == sentences[2]
    walk.go_to(99)
    assert walk.here == sentences[2]
    walk.go_into(Span(7, 15))
    assert walk.here == sentences[1]
