"""The same fingers on either layout: the Russian twin of a key; and how keys are named to people.

Keys are written as people write them: ``j``, ``G``, ``/``, ``ctrl+p``, ``pagedown``.
"""

from __future__ import annotations

from kgtui.layouts import TO_RUSSIAN
from kgtui.locale import t

_NAMED = (
    "enter",
    "escape",
    "backspace",
    "tab",
    "shift+tab",
    "pagedown",
    "pageup",
    "space",
    "home",
    "end",
    "up",
    "down",
    "left",
    "right",
)


def twin(key: str) -> str | None:
    """The key that the same finger gives under the Russian layout, None where both layouts agree.

    >>> twin("j"), twin("G"), twin("/"), twin("ctrl+p"), twin("pagedown")
    ('о', 'П', '.', 'ctrl+з', None)
    """
    modifiers, plus, last = key.rpartition("+") if len(key) > 1 else ("", "", key)
    other = TO_RUSSIAN.get(last)
    return f"{modifiers}{plus}{other}" if other else None


def key_name(key: str) -> str:
    """How a key is named to people.

    >>> key_name("ctrl+p"), key_name("f1")
    ('Ctrl+P', 'F1')
    """
    if key in _NAMED:
        return t(f"screen.key.{key.replace('shift+', 'shift_')}")
    modifiers, plus, last = key.rpartition("+") if len(key) > 1 else ("", "", key)
    return f"{modifiers.title()}{plus}{last.upper()}" if plus or len(last) > 1 else last
