"""What is drawn: each picture by the keys that lead to it, and what must then be seen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

WIDE, MEDIUM, SMALL = (160, 45), (100, 30), (80, 24)
TODAY = date(2025, 11, 21)


@dataclass(frozen=True, slots=True)
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
HIT = (*SEARCHED, ("4 из 5", "enter"), ("2 находки", "n"), ("находка 1", "c"))
WHY = (("2 из 5", "w"),)
OUTLINED = ((READY, "j"), ("2 из 5", "enter"), ("5 цифр", "o"), ("Обещания", "28"))
MARKED = (
    (READY, "b"),
    ("▼", "j"),
    ("2 из 5", "t"),
    ("Новая метка", "граница, ШОС"),
    ("ШОС", "enter"),
    ("#граница", "m"),
    ("Заметка к статье", "сверить цифры до встречи"),
    ("до встречи", "enter"),
    ("¶", "i"),
    ("всё отмеченное", "down"),
    ("всё отмеченное", "down"),
    ("всё отмеченное", "enter"),
)
COUNTRIES = ((READY, "3"), ("Таджикистан", "j"))
BRIEFED = (*COUNTRIES, ("Таджикистан", "enter"))
PICTURES = (
    Picture("wide", WIDE, HIT, "Анонсы"),
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
    Picture("fact", WIDE, (*OUTLINED, ("28\u00a0%", "enter")), "найдено:"),
    Picture("outline", MEDIUM, OUTLINED[:-1], "Обещания"),
    Picture("marks", MEDIUM, MARKED, "Всё отмеченное"),
    Picture(
        "themes",
        MEDIUM,
        (*SEARCHED, ("4 из 5", ":"), ("Читать и", "цвета"), ("Тема:", "enter"), ("Бумага", "down"), ("Бумага", "down")),
        "Контраст",
    ),
    Picture("tour", SMALL, ((READY, "h"), ("1/8", "h")), "2/8"),
    Picture("help", MEDIUM, ((READY, "2"), ("Выберите", "?"), ("Клавиши", "G")), "Условные знаки"),
    Picture("paper", WIDE, (("1 of 5", "enter"),), "In the article", "en", (("COLORFGBG", "0;15"),)),
)
IN_TERMINAL = (
    Picture(
        "terminal-wide",
        WIDE,
        HIT,
        "Анонсы",
        environment=(("TERM", "xterm-256color"),),
    ),
    Picture(
        "terminal-linux",
        MEDIUM,
        (*SEARCHED, ("4 из 5", "enter")),
        "Заседание в узком",
        environment=(("TERM", "linux"),),
    ),
)
"""Drawn as a terminal of 256 and one of 16 colours shows them."""
