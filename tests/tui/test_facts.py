"""What an article tells is marked, walked through, explained and listed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kgtui.keys import Area
from kgtui.language import analyse
from kgtui.library import open_library
from kgtui.model import (
    FACTS_VERSION,
    Actor,
    Amount,
    Direction,
    Document,
    Doubt,
    EntityKind,
    Facts,
    Figure,
    FigureKind,
    Period,
    Quote,
    Span,
)
from kgtui.settings import Settings

from .conftest import EACH_SIZE, Driver, Start

TEXT = "Товарооборот вырос на 14 процентов.\n\n«Дорога нужна всем нам», — сказал Нурлан Асанов.\n\nПланы ясны: 5 млрд."
ASANOV = Actor(EntityKind.PERSON, "асанов нурлан", "Нурлан Асанов")


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


FACTS = Facts(
    FACTS_VERSION,
    (),
    figures=(
        Figure(
            span("14 процентов"),
            Amount("percent", 14),
            FigureKind.CHANGE,
            change=Direction.UP,
            about="товарооборот",
            countries=("KG",),
            period=Period("2024", "2024"),
        ),
        Figure(span("5 млрд"), Amount("USD", 5e9), doubt=Doubt.UNSTATED),
    ),
    quotes=(Quote(span("Дорога нужна всем нам"), (span("Дорога нужна всем нам"),), direct=True, speaker=ASANOV),),
)


@pytest.fixture
def told(tmp_path: Path) -> Settings:
    """Settings of a library with one article that tells three things."""
    settings = Settings(library=tmp_path / "library", language="ru")
    document = Document("a", "a.txt", TEXT, Span(0, len(TEXT)), "Новость", date(2025, 11, 20))
    with open_library(settings.library, settings=settings) as library:
        library.add([(document, analyse(TEXT), FACTS)])
    return settings


async def open_article(screen: Driver) -> None:
    await screen.see("1 из 1")
    await screen.press("enter")
    await screen.see("Дорога нужна")


@EACH_SIZE
async def test_facts_are_walked_through_and_explained(start: Start, told: Settings, size: str) -> None:
    async with start(size, settings=told) as screen:
        await open_article(screen)
        await screen.see("2 цифры · 1 цитата", "◆", "┃")
        reader = screen.app.desk.reader
        await screen.press("f")
        assert reader.fact == FACTS.figures[0]
        await screen.press("enter")
        await screen.see(
            "╭ ◆ товарооборот: +14\u00a0%", "│ период 2024 · Кыргызстан", "найдено:", "╰ Enter источник  ! не так"
        )
        await screen.press("а")  # the finger of f under the Russian layout
        await screen.see("╭ ┃ Нурлан Асанов: «Дорога нужна всем нам»")
        await screen.press("f")
        await screen.see("5\u00a0млрд\u00a0долл.\u00a0США (?)", "сомнение", "период не назван")
        await screen.press("f")
        await screen.see("Дальше фактов нет")
        await screen.press("f", "escape")
        await screen.see_no("найдено:")
        assert screen.app.desk.area is Area.ARTICLE


async def test_enter_goes_from_the_card_to_the_sentence_then_closes_it(start: Start, told: Settings) -> None:
    async with start("small", settings=told) as screen:
        await open_article(screen)
        reader = screen.app.desk.reader
        await screen.press("f", "enter")
        await screen.see("╭ ◆")
        await screen.press("enter")
        assert [each.of(TEXT) for each in reader.stood_on] == ["14 процентов", "Товарооборот вырос на 14 процентов."]
        await screen.press("enter")
        await screen.see_no("╭ ◆")
        assert reader.stood_on == [FACTS.figures[0].span]


async def test_a_fact_is_copied_as_it_is_told_with_its_sentence(start: Start, told: Settings, tmp_path: Path) -> None:
    async with start("small", settings=told) as screen:
        await open_article(screen)
        await screen.press("f", "f", "f", "y")
        await screen.see("Отправлено в терминал")
        copied = (tmp_path / "state" / "kgtui" / "copied.txt").read_text(encoding="utf-8").splitlines()
        assert copied[0] == "5\u00a0млрд\u00a0долл.\u00a0США (?)"
        assert copied[1].startswith("Планы ясны: 5 млрд. — ")


async def test_the_outline_lists_all_and_leads_to_the_words(start: Start, told: Settings) -> None:
    async with start("small", settings=told) as screen:
        await open_article(screen)
        await screen.press("o")
        await screen.see("Цифры", "Цитаты", "▌◆ товарооборот: +14\u00a0%", "Нурлан Асанов: «Дорога нужна всем нам»")
        await screen.press("?")
        await screen.see_no("товарооборот: +14")
        await screen.press("enter")
        await screen.see("╭ ◆", "сомнение")
        assert screen.app.desk.reader.fact == FACTS.figures[1]


async def test_the_entities_pane_counts_what_is_told(start: Start, told: Settings) -> None:
    async with start("wide", settings=told) as screen:
        await open_article(screen)
        await screen.see("◆ 2  ┃ 1")


async def test_the_list_counts_figures(start: Start, told: Settings) -> None:
    async with start("small", settings=told) as screen:
        await screen.see("2 ◆")


async def test_without_facts_it_is_said(start: Start) -> None:
    async with start() as screen:
        await screen.see("1 из 5")
        await screen.press("f")
        await screen.see("Фактов здесь нет")


async def test_facts_of_an_earlier_version_are_told_of(start: Start, tmp_path: Path) -> None:
    settings = Settings(library=tmp_path / "library", language="ru")
    document = Document("a", "a.txt", TEXT, Span(0, len(TEXT)), "Новость")
    with open_library(settings.library, settings=settings) as library:
        library.add([(document, analyse(TEXT), Facts(FACTS_VERSION - 1, ()))])
    async with start("small", settings=settings) as screen:
        await screen.see("Факты 1 статьи прочитаны прежней версией", "kgtui rebuild")
