"""The list of all begins with its first rows; the rest is read after the first paint, and no key misses it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import ExitStack, asynccontextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest

from kgtui.language import analyse
from kgtui.library import open_library
from kgtui.model import Document, Facts, Span
from kgtui.settings import Settings
from kgtui.tui.explorer import Explorer
from kgtui.tui.jobs import searches
from kgtui.tui.jobs.listing import ListingKind

from .conftest import ABLE, SIZES, Driver, Start
from .test_reprints import STORY
from .test_states import busy

ARTICLES = searches.FIRST + 72


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return library_in(tmp_path_factory.mktemp("many"), one_text_among=ARTICLES)


@pytest.fixture(scope="module")
def reprinted(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return library_in(tmp_path_factory.mktemp("reprinted"), one_text_among=7)


def library_in(folder: Path, *, one_text_among: int) -> Settings:
    settings = Settings(library=folder / "library", language="ru")
    with open_library(settings.library, settings=settings) as library:
        texts = (STORY if n % one_text_among == 0 else f"Новость номер {n}." for n in range(ARTICLES))
        library.add((document(n, text), analyse(text), Facts(1, ())) for n, text in enumerate(texts))
    return settings


def document(n: int, text: str) -> Document:
    """The newest first; of fifty one has no date."""
    day = date(2025, 12, 31) - timedelta(days=n) if n % 50 else None
    return Document(f"a{n}", f"o{n}", text, Span(0, len(text)), f"Заголовок {n}", day)


@asynccontextmanager
async def begun(settings: Settings, query: str | None = None) -> AsyncIterator[tuple[Driver, Callable[[], None]]]:
    """A screen on which the rest of the list does not come until it is let."""
    app = Explorer(settings, query, environment=ABLE)
    with ExitStack() as held:
        held.enter_context(busy(app.own_thread))
        async with app.run_test(size=SIZES["wide"]) as pilot:
            yield Driver(app, pilot), held.close


@pytest.mark.parametrize("library", ["many", "reprinted"])
def test_the_first_rows_are_those_of_the_whole_list(library: str, request: pytest.FixtureRequest) -> None:
    settings: Settings = request.getfixturevalue(library)
    with open_library(settings.library, settings=settings) as opened:
        first, whole = searches.first_articles(opened), searches.all_articles(opened)
    assert first.rest > 0
    assert len(first.numbers) + first.rest == len(whole.numbers)
    assert first.numbers == whole.numbers[: len(first.numbers)]
    assert [first.reprints(each) for each in first.numbers] == [whole.reprints(each) for each in first.numbers]
    assert (first.kept, first.total) == (whole.kept, whole.total)


def test_a_short_list_is_whole_at_once(seeded: Settings, tmp_path: Path) -> None:
    for settings in (seeded, Settings(library=tmp_path / "empty", language="ru")):
        with open_library(settings.library, settings=settings) as library:
            first = searches.first_articles(library)
            assert (first.rest, list(first.numbers)) == (0, list(library.numbers()))


async def test_a_key_that_comes_before_the_rest_acts_on_all(many: Settings) -> None:
    async with begun(many) as (screen, let_come):
        await screen.see(f"1 из {ARTICLES}", "Заголовок 1")
        await screen.press("G")
        assert screen.app.desk.articles.cursor == 0
        let_come()
        await screen.see(f"{ARTICLES} из {ARTICLES}", "Заголовок 0", "без даты")


async def test_nothing_moves_when_the_rest_comes_with_what_is_new(tmp_path: Path) -> None:
    settings = library_in(tmp_path, one_text_among=7)
    async with begun(settings) as (screen, let_come):
        await screen.see("1 из ", "Заголовок 1")
        titles = [line[:40] if "Заголовок" in line else "" for line in screen.lines]
        with open_library(settings.library, settings=settings) as library:
            library.add([(document(-1, "Новее всех."), analyse("Новее всех."), Facts(1, ()))])
        let_come()
        await screen.see("2 из ")
        assert [line[:40] if "Заголовок" in line else "" for line in screen.lines] == titles


async def test_a_query_goes_before_the_rest_and_comes_back_to_all(many: Settings) -> None:
    async with begun(many, "новость") as (screen, let_come):
        await screen.until(lambda: screen.app.desk.articles.listing.kind is ListingKind.SEARCH)
        let_come()
        await screen.press("escape", "[", "G")
        await screen.see(f"{ARTICLES} из {ARTICLES}", "Заголовок 0")


async def test_a_row_far_down_is_there_at_the_next_start(start: Start, many: Settings) -> None:
    async with start(settings=many) as screen:
        await screen.press("G", "k")
        await screen.see(f"{ARTICLES - 1} из {ARTICLES}")
        number, lines = screen.app.desk.articles.number, [line[:40] for line in screen.lines]
    async with start(settings=many) as screen:
        await screen.see(f"{ARTICLES - 1} из {ARTICLES}")
        assert screen.app.desk.articles.number == number
        assert [line[:40] for line in screen.lines[2:30]] == lines[2:30]
