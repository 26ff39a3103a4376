"""What may be sent to a terminal: text in which every control character has become a visible sign."""

from __future__ import annotations

import re

# C0 without tab and line feed, DEL, C1, marks and overrides of writing direction, line separators, lone surrogates.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_PICTURES = 0x2400  # control pictures stand in the order of the C0 characters
_PICTURE_OF_DELETE = "\N{SYMBOL FOR DELETE}"


def terminal_safe(text: str) -> str:
    """``text`` with control characters replaced one for one, so that offsets hold; tab and line feed stay.

    >>> terminal_safe("a\\x1b[31mb")
    'a␛[31mb'
    """
    return _UNSAFE.sub(_visible, text)


def one_line(text: str) -> str:
    """Safe text for one row: each run of spaces, tabs and breaks is one space; no-break spaces stay."""
    return terminal_safe(_BLANKS.sub(" ", text).strip(" "))


def _visible(match: re.Match[str]) -> str:
    character = match.group()
    if character == "\x7f":
        return _PICTURE_OF_DELETE
    return chr(_PICTURES + ord(character)) if character < " " else _REPLACEMENT
