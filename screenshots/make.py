"""Draws the screen into SVG files beside this one: ``python screenshots/make.py [NAME…]``.

The same sources give the same files, byte for byte: a fresh library with the seeds, the
clock stands, ids of the content.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

sys.path.insert(0, str(Path(__file__).parents[1]))  # the emulator is that of the tests

from drawing import Cell, Look, svg
from in_terminal import draw_in_terminal
from pictures import IN_TERMINAL, PICTURES, TODAY, Picture

from kgtui.intake import seed
from kgtui.library import open_library
from kgtui.locale import use_language
from kgtui.settings import Settings
from kgtui.tui.launch import prepare_environment

HERE = Path(__file__).parent
TERMINAL = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
DEADLINE = 120.0  # seconds to wait for what a picture shows


async def draw(picture: Picture, library: Path) -> str:
    """The picture as SVG."""
    from kgtui.tui.explorer import Explorer  # noqa: PLC0415 - after the environment is prepared

    use_language(picture.language)
    settings = Settings(library=library, language=picture.language, today=TODAY)
    app = Explorer(settings, environment={**TERMINAL, **dict(picture.environment)})

    def strips() -> list[Strip]:
        return app.screen._compositor.render_strips(app.screen.size)

    def text() -> str:
        return "\n".join("".join(segment.text for segment in strip) for strip in strips())

    async with app.run_test(size=picture.size) as pilot:

        async def wait(condition: Callable[[], bool]) -> None:
            end = time.monotonic() + DEADLINE
            while not condition():
                if time.monotonic() > end:
                    raise TimeoutError(f"{picture.name}:\n{text()}")
                await pilot.pause(0.02)

        for shown, key in picture.keys:
            await wait(lambda shown=shown: shown in text())
            named = key.isascii() and (len(key) == 1 or key in ("enter", "escape", "down", "ctrl+p", "f1"))
            await pilot.press(*([key] if named else ["space" if letter == " " else letter for letter in key]))
        await wait(lambda: picture.shown in text())
        await wait(lambda: app.is_quiet)
        await pilot.pause()
        cells = [[cell for segment in strip for cell in cells_of(segment)] for strip in strips()]
        return svg(cells, app.palette.ground, f"kgtui · {picture.size[0]}x{picture.size[1]}")


def cells_of(segment: Segment) -> Iterator[Cell]:
    """All inks of the pictures' themes have colours of their own."""
    style = segment.style or Style.null()
    ink, ground = (colour.get_truecolor().hex for colour in (style.color, style.bgcolor) if colour)
    if style.reverse:
        ink, ground = ground, ink
    look = Look(ink, ground, bool(style.bold), bool(style.italic), bool(style.underline))
    return (Cell(letter, look) for letter in segment.text)


def drawn(picture: Picture, library: Path, home: Path) -> str:
    if picture in IN_TERMINAL:
        return draw_in_terminal(picture, library, home)
    os.environ.update({f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("STATE", "CONFIG")})
    return asyncio.run(draw(picture, library))


def main(names: list[str]) -> int:
    prepare_environment(os.environ)
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "новости-2025"
        with open_library(library, settings=Settings(library=library, language="ru")) as opened:
            seed(opened)
        for picture in [*PICTURES, *IN_TERMINAL]:
            if not names or picture.name in names:
                home = Path(folder) / picture.name  # nobody looked before
                (HERE / f"{picture.name}.svg").write_text(drawn(picture, library, home), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
