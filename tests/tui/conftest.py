"""A library with the seeds, and the screen over it, driven by Textual's pilot."""

from __future__ import annotations

import gc
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from kgtui.intake import seed
from kgtui.keys import Area
from kgtui.library import open_library
from kgtui.locale import use_language
from kgtui.reader import prefer
from kgtui.settings import Settings
from kgtui.tui.explorer import Explorer

DEADLINE = 180.0  # seconds: only a hang takes so long, also on a busy machine
SIZES = {"wide": (160, 45), "medium": (100, 30), "small": (80, 24)}
ABLE = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
EACH_SIZE = pytest.mark.parametrize("size", list(SIZES))


class Driver:
    """The screen of an explorer, and the keys to drive it with."""

    def __init__(self, app: Explorer, pilot: Pilot[int]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def lines(self) -> list[str]:
        """What the compositor would put on a terminal."""
        screen = self.app.screen
        width, height = screen.size
        strips = screen._compositor.render_strips(screen.size)
        assert len(strips) == height
        return ["".join(segment.text for segment in strip)[:width].rstrip() for strip in strips]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)

    async def until(self, condition: Callable[[], bool]) -> None:
        end = time.monotonic() + DEADLINE
        while not condition():
            assert time.monotonic() < end, self.text
            await self.pilot.pause(0.01)

    async def see(self, *texts: str) -> None:
        """Wait until all the texts are on the screen."""
        await self.until(lambda: all(text in self.text for text in texts))

    async def see_no(self, text: str) -> None:
        await self.until(lambda: text not in self.text)


async def search(screen: Driver, query: str, *found: str) -> None:
    await screen.press("/")
    await screen.until(lambda: screen.app.desk.area is Area.SEARCH)
    screen.app.desk.search_line.field.value = query
    await screen.until(lambda: screen.app.desk.articles.listing.query == query)
    await screen.see(*found)


def ids(screen: Driver) -> list[str]:
    library, listing = screen.app.library, screen.app.desk.articles.listing
    assert library is not None
    return sorted(headline.id[:3] for headline in library.headlines(listing.numbers))


Start = Callable[..., AbstractAsyncContextManager[Driver]]


@pytest.fixture(autouse=True)
def _thawed() -> Iterator[None]:
    """A screen freezes what is there at its first paint, as nothing of it goes away: here the screens do."""
    yield
    gc.unfreeze()


@pytest.fixture(autouse=True)
def _russian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The interface speaks Russian, and has the test's own folders alone."""
    for name in ("STATE", "CONFIG"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    prefer(toured=True)
    use_language("ru")
    yield
    use_language("ru")


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of a library with the five seeds."""
    settings = Settings(library=tmp_path_factory.mktemp("seeded") / "library", language="ru")
    with open_library(settings.library, settings=settings) as library:
        seed(library)
    return settings


@pytest.fixture
def start(seeded: Settings) -> Start:
    """Start the screen over the seeds, in a size."""

    @asynccontextmanager
    async def _start(
        size: str | tuple[int, int] = "wide", *, settings: Settings | None = None, query: str | None = None
    ) -> AsyncIterator[Driver]:
        columns_rows = SIZES[size] if isinstance(size, str) else size
        app = Explorer(settings or seeded, query, environment=ABLE)
        async with app.run_test(size=columns_rows) as pilot:
            yield Driver(app, pilot)

    return _start
