"""How keys are written, in the table and in a configuration file; how they are named to people; and the same fingers on
either layout.

Keys are written as people write them: ``j``, ``G``, ``/``, ``ctrl+p``, ``alt+x``, ``pagedown``. A letter written in
Cyrillic is the key of the same finger: ``о`` is ``j``.
"""

from __future__ import annotations

import string
from collections.abc import Sequence
from difflib import get_close_matches

from kgtui.layouts import TO_LATIN, TO_RUSSIAN
from kgtui.locale import t

_NAMED = (
    *("enter", "escape", "backspace", "tab", "shift+tab", "space", "pagedown", "pageup", "home", "end"),
    *("up", "down", "left", "right", "insert", "delete"),
)
_FUNCTION = tuple(f"f{number}" for number in range(1, 13))
_OTHER_SPELLINGS = {
    "esc": "escape",
    "return": "enter",
    "ins": "insert",
    "del": "delete",
    "pgdn": "pagedown",
    "pgdown": "pagedown",
    "page_down": "pagedown",
    "pgup": "pageup",
    "page_up": "pageup",
}
_SHIFTED = frozenset(("tab", "up", "down", "left", "right", "home", "end", "pageup", "pagedown", *_FUNCTION))
_MODIFIERS = ("alt", "ctrl", "shift")  # in the order in which they are written
# With Ctrl a terminal sends for these letters what it sends for another key.
_SENT_AS = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+h": "backspace"}


def canonical(written: str) -> str | None:
    """How the table writes a key; None where there is no such key, or none that all terminals send.

    >>> [canonical(each) for each in ("о", "Ctrl+Щ", "PgDn", "alt+X", "shift+Tab", ".", "ctrl+i", "strg+q", "F13")]
    ['j', 'ctrl+o', 'pagedown', 'alt+shift+x', 'shift+tab', '.', None, None, None]
    """
    name = written.strip() or written
    if len(name) == 1:
        key = TO_LATIN.get(name, name) if name.isalpha() or name == "№" else name
        return "space" if key == " " else key if key in string.printable and key.isprintable() else None
    *modifiers, last = name.split("+")
    with_ = {each.strip().lower() for each in modifiers}
    last = last.strip()
    if not with_ <= set(_MODIFIERS) or len(with_) < len(modifiers):
        return None
    return _letter(with_, last) if len(last) == 1 else _named(with_, last.lower())


def _letter(with_: set[str], letter: str) -> str | None:
    """Ctrl knows no capitals; with Alt a capital is a key of its own."""
    key = TO_LATIN.get(letter, letter)
    if not with_ or not (key in string.ascii_letters or (key.isdigit() and with_ == {"alt"})):
        return None
    if "ctrl" in with_:
        name = _written(with_, key.lower())
        return None if "shift" in with_ or f"ctrl+{key.lower()}" in _SENT_AS else name
    return _written(with_ | ({"shift"} if key.isupper() else set()), key.lower()) if "alt" in with_ else None


def _named(with_: set[str], name: str) -> str | None:
    key = _OTHER_SPELLINGS.get(name, name)
    if key not in (*_NAMED, *_FUNCTION) or (with_ and key not in _SHIFTED) or (with_ - {"shift"} and key == "tab"):
        return None
    return _written(with_, key)


def _written(with_: set[str], key: str) -> str:
    return "+".join([*(each for each in _MODIFIERS if each in with_), key])


def sent_as(written: str) -> str | None:
    """The key for which a terminal takes another, as Tab for Ctrl+I."""
    *modifiers, last = written.lower().replace(" ", "").split("+")
    return _SENT_AS.get("+".join([*modifiers, TO_LATIN.get(last, last)]))


def likely(written: str) -> list[str]:
    """Names of keys that look like this one."""
    with_letters = (f"{each}+{letter}" for each in ("ctrl", "alt") for letter in string.ascii_lowercase)
    return get_close_matches(written.lower(), [*_NAMED, *_FUNCTION, *_OTHER_SPELLINGS, *with_letters], n=3)


def is_typed(key: str) -> bool:
    """Whether the key types something into a text field."""
    return len(key) == 1 or key == "space"


def twin(key: str) -> str | None:
    """The key that the same finger gives under the Russian layout, None where both layouts agree.

    >>> twin("j"), twin("G"), twin("/"), twin("ctrl+p"), twin("pagedown")
    ('о', 'П', '.', 'ctrl+з', None)
    """
    modifiers, plus, last = key.rpartition("+") if len(key) > 1 else ("", "", key)
    other = TO_RUSSIAN.get(last)
    return f"{modifiers}{plus}{other}" if other else None


def both_layouts(keys: Sequence[str]) -> tuple[str, ...]:
    """The keys and their Russian twins. A twin that is itself among the keys is left to them."""
    return (*keys, *(other for key in keys if (other := twin(key)) and other not in keys))


def key_name(key: str) -> str:
    """How a key is named to people.

    >>> key_name("ctrl+p"), key_name("f1"), key_name("alt+shift+x")
    ('Ctrl+P', 'F1', 'Alt+Shift+X')
    """
    if is_typed(key) and key != "space":
        return key
    *modifiers, last = key.split("+")
    named = t(f"screen.key.{last}") if last in _NAMED else last.upper()
    return "+".join([*(each.title() for each in modifiers), named])
