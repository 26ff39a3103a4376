"""How many cells a stretch of text takes as it is sent to a terminal, and where it may be cut between characters.

What stands in one place is never parted: a letter, its combining marks and what after it is not sent to the terminal
at all; the two letters of a flag.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rich.cells import cell_len

from kgtui.tui.drawing.paint import harmless

# As many cells as characters, and sent as they are.
_PLAIN = re.compile("[ -~\xa0-\xac\xae-\u02ff\u0384-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u203e\u20a0-\u20c0\u2116]*")
_FLAGS = range(0x1F1E6, 0x1F200)  # the letters that flags are made of


def cells(text: str) -> int:
    return cell_len(harmless(text))


def reach(text: str, start: int, end: int, width: int) -> int:
    """How far the text goes from ``start`` on in ``width`` cells; over one character at least, however wide it is."""
    stop = min(end, start + width)
    if _PLAIN.fullmatch(text, start, stop):
        return _over_marks(text, stop, end)
    at, used = start, 0
    while at < end:
        after = after_character(text, at, end)
        used += sum(map(_cells_of, text[at:after]))
        if used > width and at > start:
            return at
        at = after
    return end


def after_character(text: str, at: int, end: int) -> int:
    """The end of the character at ``at`` with all that belongs to it."""
    after = at + 1
    if after < end and ord(text[at]) in _FLAGS and ord(text[after]) in _FLAGS:
        after += 1
    return _over_marks(text, after, end)


def _over_marks(text: str, at: int, end: int) -> int:
    while at < end and not _cells_of(text[at]):
        at += 1
    return at


@lru_cache(maxsize=4096)
def _cells_of(character: str) -> int:
    return cells(character)
