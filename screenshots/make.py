"""Draws the screen into SVG files beside this one: ``python screenshots/make.py``.

The same sources give the same files, byte for byte: a fresh library with the seeds, the
clock stands, ids of the content.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kgtui.intake import seed
from kgtui.library import open_library
from kgtui.locale import use_language
from kgtui.settings import Settings
from kgtui.tui.launch import prepare_environment

HERE = Path(__file__).parent
WIDE, MEDIUM, SMALL = (160, 45), (100, 30), (80, 24)
TERMINAL = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
TODAY = date(2025, 11, 21)
DEADLINE = 120.0  # seconds to wait for what a picture shows


@dataclass(frozen=True)
class Picture:
    """``keys`` are pressed one after the other; before each, its text must be on the screen."""

    name: str
    size: tuple[int, int]
    keys: tuple[tuple[str, str], ...]
    shown: str
    language: str = "ru"
    environment: tuple[tuple[str, str], ...] = ()


READY = "1 из 5"
SEARCHED = ((READY, "/"), ("Все статьи", "касымалиеву"), ("4 из 5", "enter"))
WHY = (("2 из 5", "w"),)
OUTLINED = ((READY, "j"), ("2 из 5", "enter"), ("5 цифр", "o"), ("Обещания", "28"))
COUNTRIES = ((READY, "3"), ("Таджикистан", "j"))
BRIEFED = (*COUNTRIES, ("Таджикистан", "enter"))
PICTURES = (
    Picture("wide", WIDE, (*SEARCHED, ("4 из 5", "enter"), ("4 из 5", "n"), ("находка 1", "c")), "РОССИЯ"),
    Picture("medium", MEDIUM, ((READY, "j"), ("2 из 5", "enter")), "Фото пресс-службы"),
    Picture("small", SMALL, SEARCHED, "…министров"),
    Picture("search", WIDE, ((READY, "/"), ("Все статьи", "визит касымал")), "→ Адылбек"),
    Picture("narrow", MEDIUM, (*SEARCHED, ("4 из 5", "\\"), ("Блоки", "пут")), "Владимир Путин"),
    Picture(
        "why", MEDIUM, ((READY, "/"), ("Все статьи", "касымалиеву страна:Россия"), ("2 из 5", "enter"), *WHY), "форма"
    ),
    Picture("slip", SMALL, ((READY, "/"), ("Все статьи", "Rbhubpbz"), ("Прочитано", "enter")), "Backspace"),
    Picture("mistake", SMALL, ((READY, "/"), ("Все статьи", "касымалиеву абракадабра дата:2025-99")), "По частям"),
    Picture("examples", MEDIUM, ((READY, "/"), ("Все статьи", "f1")), "кто:Касымалиев"),
    Picture("palette", MEDIUM, ((READY, "3"), ("Таджикистан", "ctrl+p"), ("Искать", "таджик")), "Таджикистан"),
    Picture("country", MEDIUM, ((READY, "3"), ("Таджикистан", "j"), ("Таджикистан", "enter")), "Анонсы"),
    Picture(
        "brief", WIDE, (*BRIEFED, ("Коротко", "enter"), ("по состоянию", "j"), ("по состоянию", "j")), "Собеседники"
    ),
    Picture("brief-small", SMALL, (*BRIEFED, ("Коротко", "j")), "по состоянию"),
    Picture("countries", WIDE, ((READY, "3"), ("Таджикистан", "z")), "товарооборот"),
    Picture("compare", WIDE, (*COUNTRIES, ("Таджикистан", "="), ("Отмечено", "j"), ("Россия", "=")), "Анонсы"),
    Picture("figures", MEDIUM, ((READY, ":"), ("Искать", "цифры"), ("Цифры", "enter")), "135"),
    Picture("fact", WIDE, (*OUTLINED, ("28 процентов", "enter")), "как найдено"),
    Picture("outline", MEDIUM, OUTLINED[:-1], "Обещания"),
    Picture("help", MEDIUM, ((READY, "2"), ("Выберите", "?"), ("Клавиши", "G")), "Условные знаки"),
    Picture("paper", WIDE, (("1 of 5", "enter"),), "In the article", "en", (("COLORFGBG", "0;15"),)),
)


async def draw(picture: Picture, library: Path) -> str:
    """The picture as SVG."""
    from kgtui.tui.explorer import Explorer  # noqa: PLC0415 - after the environment is prepared

    use_language(picture.language)
    settings = Settings(library=library, language=picture.language, today=TODAY)
    app = Explorer(settings, environment={**TERMINAL, **dict(picture.environment)})

    def text() -> str:
        strips = app.screen._compositor.render_strips(app.screen.size)
        return "\n".join("".join(segment.text for segment in strip) for strip in strips)

    async with app.run_test(size=picture.size) as pilot:

        async def wait(condition: Callable[[], bool]) -> None:
            end = time.monotonic() + DEADLINE
            while not condition():
                if time.monotonic() > end:
                    raise TimeoutError(f"{picture.name}:\n{text()}")
                await pilot.pause(0.02)

        for shown, key in picture.keys:
            await wait(lambda shown=shown: shown in text())
            named = key.isascii() and (len(key) == 1 or key in ("enter", "ctrl+p", "f1"))
            await pilot.press(*([key] if named else ["space" if letter == " " else letter for letter in key]))
        await wait(lambda: picture.shown in text())
        await wait(lambda: app.is_quiet)
        await pilot.pause()
        return app.export_screenshot(title=f"kgtui · {picture.size[0]}x{picture.size[1]}")


def main(names: list[str]) -> int:
    prepare_environment(os.environ)
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "новости-2025"
        with open_library(library, settings=Settings(library=library, language="ru")) as opened:
            seed(opened)
        for picture in PICTURES:
            if not names or picture.name in names:
                os.environ["XDG_STATE_HOME"] = str(Path(folder) / f"state-{picture.name}")  # nobody looked before
                (HERE / f"{picture.name}.svg").write_text(asyncio.run(draw(picture, library)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
