"""The same fingers on either layout: the Russian twin of a key, and how keys are named to Textual and to people.

Keys are written as people write them: ``j``, ``G``, ``/``, ``ctrl+p``, ``pagedown``.
"""

from __future__ import annotations

from kgtui.layouts import TO_RUSSIAN

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


def twin(key: str) -> str | None:
    """The key that the same finger gives under the Russian layout, None where both layouts agree.

    >>> twin("j"), twin("G"), twin("/"), twin("ctrl+p"), twin("pagedown")
    ('о', 'П', '.', 'ctrl+з', None)
    """
    modifiers, plus, last = key.rpartition("+") if len(key) > 1 else ("", "", key)
    other = TO_RUSSIAN.get(last)
    return f"{modifiers}{plus}{other}" if other else None


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
