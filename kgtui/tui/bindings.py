"""The keys of the table as Textual wants them."""

from __future__ import annotations

from textual.binding import Binding

from kgtui.keys import ACTIONS, FIELDS, Action, Area, twin

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


def bindings_of(area: Area) -> list[Binding]:
    """The keys that work in one area, under both layouts.

    In a pane a key acts at once, before the next one is looked at: what is typed right after ``/`` is meant for the
    search line. A text field takes its keys in their order, letters and Enter alike; one that comes to its turn when
    the focus is in a pane already acts there, so that a pane has its keys both ways.
    """
    actions = [action for action in ACTIONS if area in action.where and action.keys and not action.always]
    ways = (False,) if area in FIELDS else (True, False)
    return [_binding(action, at_once) for action in actions for at_once in ways]


def bindings_for_all() -> list[Binding]:
    """The keys that work wherever one is."""
    return [_binding(action, True) for action in ACTIONS if action.always]


def _binding(action: Action, at_once: bool) -> Binding:
    return Binding(
        both_layouts(action.keys),
        f"app.do('{action.id}')",
        description=action.id,
        show=False,
        priority=at_once,
    )


def textual_name(key: str) -> str:
    """How Textual names a key.

    >>> textual_name("?"), textual_name("ctrl+p"), textual_name("о")
    ('question_mark', 'ctrl+p', 'о')
    """
    return _TEXTUAL_NAMES.get(key, key)


def both_layouts(keys: tuple[str, ...]) -> str:
    """Textual's names of the keys and of their Russian twins, parted by commas. A twin that is itself among the
    keys is left to them."""
    twins = [other for key in keys if (other := twin(key)) and other not in keys]
    return ",".join(textual_name(key) for key in (*keys, *twins))
