"""The keys of the table as Textual wants them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
    of_class = node._bindings.key_to_bindings
    keys = {key: [replace(each, priority=True) for each in bound] for key, bound in of_class.items()}
    keys.update((binding.key, [binding]) for binding in bindings)
    node._bindings = BindingsMap.from_keys(keys)


def bindings_of(area: Area) -> list[Binding]:
    """The keys that work in one area, under both layouts."""
    actions = (action for action in ACTIONS if area in action.where and not action.always)
    return [binding for action in actions for binding in _bindings(action.id, action.keys_in(area))]


def bindings_for_all() -> list[Binding]:
    """The keys that work wherever one is."""
    actions = (action for action in ACTIONS if action.always)
    return [binding for action in actions for binding in _bindings(action.id, action.keys)]


@cache  # the panes have most of their keys in common
def _bindings(action_id: str, keys: tuple[str, ...]) -> Sequence[Binding]:
    """One for each key, under both layouts."""
    if not keys:
        return ()
    names = ",".join(textual_name(key) for key in both_layouts(keys))
    binding = Binding(names, f"app.do('{action_id}')", description=action_id, show=False, priority=True)
    return tuple(Binding.make_bindings([binding]))


def textual_name(key: str) -> str:
    """How Textual names a key.

    >>> textual_name("?"), textual_name("ctrl+p"), textual_name("о")
    ('question_mark', 'ctrl+p', 'о')
    """
    return _TEXTUAL_NAMES.get(key, key)
