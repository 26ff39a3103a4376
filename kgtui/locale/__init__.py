"""The interface's words in Russian and English, one JSON file a face: ``ru/cli.json``, ``ru/screen.json``…

``t("cli.add.done", count=3)`` gives the words of a key; its first part names the file, which is read on first use.
A value is a string, or an object of plural forms ("one", "few", "many"; English: "one", "other") chosen by the
value named ``count``. Knows nothing of articles.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

LANGUAGES = ("ru", "en")
_HERE = Path(__file__).parent

Message = str | dict[str, str]


class _Current:
    language = "ru"


def use_language(language: str) -> None:
    """Speak this language from now on; an unknown one is Russian."""
    _Current.language = language if language in LANGUAGES else "ru"


def current_language() -> str:
    return _Current.language


def t(key: str, **values: object) -> str:
    """The words of a key in the current language, with ``{name}`` replaced by values; whole numbers have their
    thousands parted from five digits on, as the house style has it.

    Raises KeyError for a key that the catalogue lacks: a test proves that none is missing.
    """
    message = catalogue(_Current.language, key.partition(".")[0])[key]
    if isinstance(message, dict):
        count = values["count"]
        message = message[plural_form(_Current.language, int(str(count)))]
    return message.format(**{name: _grouped(value) for name, value in values.items()}) if values else message


def _grouped(value: object) -> object:
    """
    >>> _grouped(9999), _grouped(10000), _grouped("10000")
    (9999, '10\xa0000', '10000')
    """
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) >= 10_000:
        return f"{value:,}".replace(",", "\N{NO-BREAK SPACE}")
    return value


@cache
def catalogue(language: str, face: str) -> dict[str, Message]:
    """All messages of one face (``cli``, ``screen``…) in one language, keys with the face before them."""
    raw = json.loads((_HERE / language / f"{face}.json").read_text(encoding="utf-8"))
    return {f"{face}.{key}": message for key, message in raw.items()}


def plural_form(language: str, count: int) -> str:
    """The CLDR plural category of a whole number.

    >>> [plural_form("ru", n) for n in (1, 2, 5, 11, 21, 112)]
    ['one', 'few', 'many', 'many', 'one', 'many']
    """
    if language == "en":
        return "one" if count == 1 else "other"
    tens, ones = count % 100, count % 10
    if ones == 1 and tens != 11:
        return "one"
    return "few" if 2 <= ones <= 4 and not 12 <= tens <= 14 else "many"
