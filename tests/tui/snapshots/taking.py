"""A scene played on the screen without a terminal, and what is then seen, as text."""

from __future__ import annotations

import os
import re
import string
import subprocess
import threading
import time
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from rich.style import Style
from textual.pilot import Pilot
from textual.strip import Strip

from kgtui.library import Library
from kgtui.locale import LANGUAGES, catalogue, current_language, use_language
from kgtui.reader import prefer
from kgtui.settings import Settings, config_path
from kgtui.tui.drawing.palette_choice import palette_named
from kgtui.tui.explorer import Explorer
from kgtui.tui.jobs.background import Background

from ..without_rights import as_reader
from .scenes import DO, SIZES, Scene, Shelf

PICTURES = Path(__file__).parent / "pictures"
THEMES = ("night", "paper")
TODAY = date(2025, 11, 21)
INBOX = "inbox"  # the folder in which the program was begun, beside the library of the seeds
DEADLINE = 180.0  # seconds: only a hang takes so long
_QUIET_TURNS = 3
_ROOT, _BY_READER = Path(__file__).parents[3], "tests.tui.snapshots.reader"
_FILLED_IN = re.compile(r"\{.*?\}")
_TIME = re.compile(r"\d\d:\d\d:\d\d")
_LETTERS = string.ascii_letters + string.digits

Shelves = dict[Shelf, Path]


@dataclass(slots=True)
class Legend:
    """A letter for each combination of styles that a cell has in the themes; none for plain text."""

    plain: tuple[str, ...]
    letters: dict[tuple[str, ...], str] = field(default_factory=dict)

    def letter(self, styles: tuple[str, ...]) -> str:
        if styles == self.plain:
            return " "
        return self.letters.setdefault(styles, _LETTERS[len(self.letters)])


def path_of(scene: Scene, language: str, width: str) -> Path:
    return PICTURES / scene.name / f"{language}-{width}.txt"


async def taken(scene: Scene, language: str, width: str, shelves: Shelves) -> str:
    """What is seen at the end of a scene: the text, a map of styles, their legend."""
    if scene.shelf is not Shelf.SHARED:
        return await played(scene, language, width, shelves)
    arguments = (scene.name, language, width, str(shelves[Shelf.SHARED].parent))
    command = as_reader(*arguments, module=_BY_READER)
    played_there = subprocess.run(
        command, cwd=_ROOT, stdout=subprocess.PIPE, encoding="utf-8", check=True, timeout=DEADLINE
    )
    return played_there.stdout


async def played(scene: Scene, language: str, width: str, shelves: Shelves) -> str:
    """The same, in this process."""
    assert language in LANGUAGES
    use_language(language)
    prefer(toured=True)  # the offer of the tour would stand in place of the keys
    settings = Settings(library=shelves[scene.shelf], language=language, today=TODAY)
    _configure(settings)
    app = Explorer(settings, environment={"TERM": "xterm-256color", "COLORTERM": "truecolor"})
    async with _at(shelves[Shelf.SEEDS].parent / INBOX), app.run_test(size=scene.size or SIZES[width]) as pilot:
        await _rest(app, pilot)
        with _held(app, scene.held) as held:
            for step in scene.keys:
                if step.startswith(DO):
                    await app.action_do(step.removeprefix(DO))
                else:
                    await pilot.press(*_keys_of(step))
                await _rest(app, pilot, held)
            await _see(app, pilot, scene.until)
            screens, plain = [], []
            for theme in THEMES:
                app.use_palette(palette_named(theme))
                await _rest(app, pilot, held)
                screens.append(_seen(app))
                plain.append(_named(app.inks.text))
        await _rest(app, pilot)
    return _drawn(screens, tuple(plain))


def _configure(settings: Settings) -> None:
    """The library is the reader's usual one: a command that is shown need not name a folder that changes."""
    config_path().parent.mkdir(parents=True, exist_ok=True)
    config_path().write_text(f'library = "{settings.library}"', encoding="utf-8")


@contextmanager
def _held(app: Explorer, name: str) -> Iterator[Background | None]:
    """While a line of work, by its name on the app, gets no further than a job that waits; none where none is named."""
    if not name:
        yield None
        return
    line: Background = getattr(app, name)
    begun, go_on = threading.Event(), threading.Event()

    def wait(_library: Library) -> None:
        begun.set()
        go_on.wait(DEADLINE)

    line.ask("held", wait, lambda _answer: None, lambda _error: None, at_once=True)
    assert begun.wait(DEADLINE)  # what is asked at once would come before one that has not begun
    try:
        yield line
    finally:
        go_on.set()


@asynccontextmanager
async def _at(folder: Path) -> AsyncIterator[None]:
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def _keys_of(step: str) -> Iterable[str]:
    if len(step) > 1 and step.startswith(" "):
        return ["space" if letter == " " else letter for letter in step[1:]]
    return [step]


async def _rest(app: Explorer, pilot: Pilot[int], held: Background | None = None) -> None:
    """Until nothing is done beside the screen, but what is held, and all of it is shown."""
    quiet, end = 0, time.monotonic() + DEADLINE
    while quiet < _QUIET_TURNS:
        assert time.monotonic() < end
        await pilot.pause(0.01)
        quiet = quiet + 1 if all(line.is_quiet for line in app._threads if line is not held) else 0


async def _see(app: Explorer, pilot: Pilot[int], key: str) -> None:
    """Until words of the catalogue are seen, as far as nothing is filled in."""
    sentence = str(catalogue(current_language(), key.partition(".")[0])[key]) if key else ""
    words = max(_FILLED_IN.split(sentence), key=len)
    end = time.monotonic() + DEADLINE
    while not any(words in _text(strip) for strip in _seen(app)):
        assert time.monotonic() < end
        await pilot.pause(0.01)


def _seen(app: Explorer) -> list[Strip]:
    return app.screen._compositor.render_strips(app.screen.size)


def _text(strip: Strip) -> str:
    return "".join(segment.text for segment in strip)


def _drawn(screens: list[list[Strip]], plain: tuple[str, ...]) -> str:
    first, *others = screens
    texts = [_text(strip).rstrip() for strip in first]
    for other in others:
        assert texts == [_text(strip).rstrip() for strip in other]
    legend = Legend(plain)
    maps = [
        "".join(legend.letter(styles) for styles in zip(*map(_styles, strips), strict=True)).rstrip()
        for strips in zip(*screens, strict=True)
    ]
    rows = [f"{letter}  {'  |  '.join(styles)}" for styles, letter in legend.letters.items()]
    return "\n".join([*(_TIME.sub("12:00:00", text) for text in texts), "=" * 8, *maps, "=" * 8, *rows, ""])


def _styles(strip: Strip) -> list[str]:
    """The style of each cell."""
    return [_named(segment.style) for segment in strip for _ in range(segment.cell_length)]


def _named(style: Style | None) -> str:
    if style is None:
        return "none"
    marks = [name for name in ("bold", "italic", "underline", "reverse") if getattr(style, name)]
    ground = f"on {style.bgcolor.name}" if style.bgcolor else ""
    return " ".join(part for part in (style.color.name if style.color else "", ground, *marks) if part)
