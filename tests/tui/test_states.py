"""The states of the panes beside the usual one: each says what is the matter, and what to do next."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kgtui.keys import KEY_NAMES
from kgtui.language import analyse
from kgtui.library import Library, open_library
from kgtui.locale import LANGUAGES, t, use_language
from kgtui.model import Document, EntityKind, Facts, Span
from kgtui.settings import Settings
from kgtui.tui import words
from kgtui.tui.explorer import Explorer
from kgtui.tui.jobs.background import Background
from kgtui.tui.jobs.briefs import About
from kgtui.tui.layout import LEAST
from kgtui.tui.overlays.too_small import TooSmallScreen

from .conftest import ABLE, DEADLINE, Driver, Start, search

TOO_SMALL = [(LEAST[0] - 1, 24, "Здесь слишком"), (80, LEAST[1] - 1, "20 столбцов и 6 строк."), (1, 1, "…")]


@pytest.mark.parametrize(("columns", "rows", "said"), TOO_SMALL)
async def test_a_window_too_small_says_so_until_it_is_larger(start: Start, columns: int, rows: int, said: str) -> None:
    async with start("small") as screen:
        await screen.see("1 из 5")
        await screen.press("?")
        await screen.see("Клавиши: ")
        await screen.pilot.resize_terminal(columns, rows)
        await screen.until(lambda: isinstance(screen.app.screen, TooSmallScreen))
        await screen.see(said)
        assert "kgtui" not in screen.text
        await screen.press("q", "j", "enter")
        await screen.pilot.resize_terminal(*LEAST)
        await screen.see("Клавиши: ")
        await screen.press("q")
        await screen.see("1 из 5")


async def test_it_may_also_start_too_small(start: Start) -> None:
    async with start((10, 3)) as screen:
        await screen.see("Здесь")
        await screen.pilot.resize_terminal(80, 24)
        await screen.see("1 из 5")
        await screen.press("j")
        await screen.see("2 из 5")


async def test_where_one_pane_is_seen_a_line_tells_of_the_others(start: Start) -> None:
    line = "◂ 1 список · 2 статья · 3 страна · 4 имена ▸"
    async with start("small") as screen:
        await screen.see("1 из 5", line)
        await screen.pilot.click("#panes", offset=(line.index("3 страна") + 1, 0))
        await screen.see("Таджикистан")
        await screen.pilot.click("#panes", offset=(4, 0))
        await screen.see("1 из 5")
        await screen.pilot.resize_terminal(100, 30)
        await screen.until(lambda: not screen.app.desk.pane_line.size)


@contextmanager
def busy(line: Background) -> Iterator[None]:
    """A line of work that does nothing else meanwhile."""
    begun, free = threading.Event(), threading.Event()

    def wait(_library: Library) -> None:
        begun.set()
        free.wait(DEADLINE)

    line.ask("busy", wait, lambda _: None, lambda _: None, at_once=True)
    assert begun.wait(DEADLINE)  # what is asked at once would come before one that has not begun
    try:
        yield
    finally:
        free.set()


@pytest.fixture(params=LANGUAGES)
def _language(request: pytest.FixtureRequest) -> None:
    use_language(request.param)


EACH_LANGUAGE = pytest.mark.usefixtures("_language")


def library(folder: Path, *texts: str) -> Settings:
    """Settings of a library with these articles."""
    settings = Settings(library=folder / "library", language="ru")
    with open_library(settings.library, settings=settings) as opened:
        documents = [Document(f"a{n}", f"o{n}", text, Span(0, len(text)), text) for n, text in enumerate(texts)]
        opened.add((each, analyse(each.text), Facts(1, ())) for each in documents)
    return settings


@EACH_LANGUAGE
async def test_an_empty_library_says_how_to_fill_it(start: Start, tmp_path: Path) -> None:
    async with start(settings=library(tmp_path)) as screen:
        await screen.see("kgtui add", t("screen.country.empty")[:24])
        assert t("screen.reader.closed", keys=KEY_NAMES)[:12] not in screen.text
        await screen.press("enter", "j", "n", "c", "e", "/", *"мир", "enter", "escape", "1")
        await screen.see("kgtui add")


@EACH_LANGUAGE
async def test_nothing_open_no_names_and_no_table(start: Start, tmp_path: Path) -> None:
    async with start(settings=library(tmp_path, "Дождь идёт весь день.")) as screen:
        await screen.see(t("screen.reader.closed", keys=KEY_NAMES)[:12], t("screen.entities.closed")[:12])
        await screen.press("enter")
        await screen.see(t("screen.entities.none")[:12])
        await screen.press("escape")
        screen.app.desk.perform("figures")
        await screen.see(t("screen.table.nothing", keys=KEY_NAMES)[:12])


@EACH_LANGUAGE
async def test_what_takes_long_says_what_it_is(start: Start) -> None:
    async with start() as screen:
        await screen.see("РИА Новости", words.articles(5))
        desk = screen.app.desk
        await screen.until(lambda: bool(desk.countries))
        with busy(screen.app.search_thread):
            await screen.press("/", *"визит")
            await screen.see(t("screen.list.searching", query="визит"), "РИА Новости")
        await screen.see_no(t("screen.list.searching", query="визит"))
        await screen.press("escape", "escape")
        with busy(screen.app.facts_thread):
            desk.show_brief(About(EntityKind.COUNTRY, "TJ", "Таджикистан"))
            await screen.see("ТАДЖИКИСТАН", t("screen.country.loading"))
        await screen.see_no(t("screen.country.loading"))
        with busy(screen.app.facts_thread):
            desk.perform("figures")
            await screen.see(t("screen.table.loading"))
        await screen.see(t("screen.table.figures"))


@EACH_LANGUAGE
async def test_countries_that_are_still_counted_are_not_said_to_be_none(seeded: Settings) -> None:
    app = Explorer(seeded, environment=ABLE)
    with busy(app.facts_thread):
        async with app.run_test(size=(160, 45)) as pilot:
            screen = Driver(app, pilot)
            await screen.see(t("screen.country.counting", articles=words.articles(5))[:28])
            await screen.press("3", "1")
            assert t("screen.country.empty")[:20] not in screen.text


@EACH_LANGUAGE
async def test_a_query_that_finds_nothing_says_what_is_near(start: Start) -> None:
    async with start() as screen:
        await search(screen, "касымалиеву абракадабра", "касымалиеву 4")
        await screen.press("enter", "enter")
        await screen.until(lambda: len(screen.app.desk.articles.listing.numbers) == 4)


@EACH_LANGUAGE
async def test_a_mistake_in_a_query_is_marked(start: Start) -> None:
    async with start() as screen:
        await search(screen, "касымалиеву дата:2025-99", "^")


@EACH_LANGUAGE
async def test_a_library_that_cannot_be_read_says_why_and_what_next(start: Start, tmp_path: Path) -> None:
    broken = Settings(library=tmp_path / "library", language="ru")
    broken.library.mkdir()
    (broken.library / "library.sqlite3").write_bytes(b"not a database" * 1000)
    async with start(settings=broken) as screen:
        await screen.see("kgtui doctor")
        await screen.press("3", "j", "enter", "1")
        await screen.see("kgtui doctor")
