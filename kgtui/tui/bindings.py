"""The keys of the table as Textual wants them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from textual.binding import Binding, BindingsMap
from textual.dom import DOMNode

from kgtui.keys import ACTIONS, Area, both_layouts

_TEXTUAL_NAMES = {
    "/": "slash",
    "?": "question_mark",
    ":": "colon",
    ";": "semicolon",
    ".": "full_stop",
    ",": "comma",
    "[": "left_square_bracket",
    "]": "right_square_bracket",
    "\\": "backslash",
    "=": "equals_sign",
    "+": "plus",
    "-": "minus",
    "!": "exclamation_mark",
    "№": "numero_sign",
    '"': "quotation_mark",
}


def bind(node: DOMNode, bindings: Iterable[Binding]) -> None:
    """Give a part of the screen these keys, whatever its class does by them.

    Textual binds keys to a class, when the class is made; which keys the reader wants is known later. A key acts at
    once, before the next one is looked at: what is typed right after ``/`` is meant for the search line. Textual would
    have it wait behind those that it passes on, which travel through a queue of each part of the screen.
    """
    keys = {**node._bindings.key_to_bindings, **BindingsMap(bindings).key_to_bindings}
    at_once = {key: [replace(each, priority=True) for each in bound] for key, bound in keys.items()}
    node._bindings = BindingsMap.from_keys(at_once)


def bindings_of(area: Area) -> list[Binding]:
    """The keys that work in one area, under both layouts."""
    actions = [action for action in ACTIONS if area in action.where and not action.always]
    return [_binding(action.id, keys) for action in actions if (keys := action.keys_in(area))]


def bindings_for_all() -> list[Binding]:
    """The keys that work wherever one is."""
    return [_binding(action.id, action.keys) for action in ACTIONS if action.always]


@cache  # the panes have most of their keys in common
def _binding(action_id: str, keys: tuple[str, ...]) -> Binding:
    names = ",".join(textual_name(key) for key in both_layouts(keys))
    return Binding(names, f"app.do('{action_id}')", description=action_id, show=False)


def textual_name(key: str) -> str:
    """How Textual names a key.

    >>> textual_name("?"), textual_name("ctrl+p"), textual_name("о")
    ('question_mark', 'ctrl+p', 'о')
    """
    return _TEXTUAL_NAMES.get(key, key)
