"""The recogniser reads the library beside the screen, and says how far it is."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from kgtui.intake import seed
from kgtui.library import open_library
from kgtui.recognition import RECOGNISER_VERSION, is_available
from kgtui.settings import Settings

from .conftest import Driver, Start

needs_recogniser = pytest.mark.skipif(not is_available(), reason="kgtui[ner] is not installed")


async def choose(screen: Driver, *letters: str) -> None:
    await screen.press("ctrl+p", *letters)
    await screen.see("Уточнить имена распознавателем")
    await screen.press("enter")


@needs_recogniser
async def test_the_library_is_read_and_the_keys_go_on(start: Start, tmp_path: Path) -> None:
    settings = Settings(library=tmp_path / "library", language="ru")
    with open_library(settings.library, settings=settings) as library:
        seed(library)
    async with start(settings=settings) as screen:
        await screen.see("1 из 5")
        await choose(screen, *"уточ")
        await screen.see("распознаватель начинает")
        await screen.press("j")
        await screen.see("2 из 5")
        await screen.see("Распознаватель прочёл все статьи")
        await screen.see_no("распознаватель начинает")
    with open_library(settings.library, settings=settings) as library:
        assert not library.behind_recogniser(RECOGNISER_VERSION, 0)


async def test_without_the_extra_it_is_said_how_to_get_it(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "slovnet", None)
    async with start() as screen:
        await screen.see("1 из 5")
        await choose(screen, *"уточ")
        await screen.see("kgtui[ner]")
