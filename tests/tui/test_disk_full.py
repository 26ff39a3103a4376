"""The disk fills up, or the index is torn, while the screen is open: said in words, and one reads on."""

from __future__ import annotations

import json
import os
import resource
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from kgtui.intake import seed
from kgtui.library import open_library
from kgtui.settings import Settings
from kgtui.tui.explorer import HELPED, Explorer
from kgtui.tui.jobs.helper.process import Helper
from kgtui.tui.widgets.search_line import Field

from .conftest import ABLE, SIZES, Driver, Start, search


@pytest.fixture
def own(tmp_path: Path) -> Settings:
    """A library of its own with the seeds."""
    settings = Settings(library=tmp_path / "library", language="ru")
    with open_library(settings.library, settings=settings) as library:
        seed(library)
    return settings


@contextmanager
def no_file_beyond(size: int) -> Iterator[None]:
    """Of this process and those that it starts; a disk that is full, for anybody."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def many(path: Path) -> Path:
    lines = (json.dumps({"id": f"a{n}", "text": f"Переправа номер {n} открыта. " * 200}) for n in range(100))
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


async def add(screen: Driver, path: Path) -> None:
    await screen.press("a")
    await screen.see("путь можно набрать или вставить")
    screen.app.screen.query_one(Field).value = str(path)
    await screen.press("enter")


async def test_a_disk_that_fills_up_while_articles_are_added(start: Start, own: Settings, tmp_path: Path) -> None:
    source = many(tmp_path / "many.jsonl")
    async with start(settings=own) as screen:
        await screen.see("1 из 5")
        with no_file_beyond(700_000):
            await add(screen, source)
            await screen.see("Не удалось записать в библиотеку")
            await screen.press("j", "enter")
            await screen.see("2 из")
            await search(screen, "касымалиеву", "Найдено 4 из")
            await screen.press("enter")
        await add(screen, source)
        await screen.see("Добавлено ")


def delete(index: Path) -> None:
    """Also while something is written there."""
    shutil.rmtree(index, ignore_errors=True)


def truncate(index: Path) -> None:
    for path in index.rglob("*"):
        with suppress(FileNotFoundError, IsADirectoryError):
            os.truncate(path, 10)


@pytest.mark.parametrize("tear", [delete, truncate])
@pytest.mark.parametrize("helped", [True, False], ids=["helped", "alone"])
async def test_an_index_that_is_torn_under_the_screen(
    own: Settings, tear: Callable[[Path], None], helped: bool
) -> None:
    app = Explorer(own, environment=ABLE, helper=Helper(own, HELPED) if helped else None)
    async with app.run_test(size=SIZES["wide"]) as pilot:
        screen = Driver(app, pilot)
        await screen.see("1 из 5")
        await search(screen, "касымалиеву", "Найдено 4 из 5")
        tear(own.library / "index")
        await search(screen, "таджикистан", "Найдено 2 из 5")
        tear(own.library / "index")
        await search(screen, "касымалиеву", "Найдено 4 из 5")
        await screen.press("enter", "enter")
        await screen.see("Заседание")
