"""Line breaks that end nothing: those that only wrap a long line."""

from __future__ import annotations

from kgtui.model import Span

_LONG_LINE = 50  # characters: a shorter one that ends without a full stop is a title or an item
_FEW = 40


def wraps(text: str, position: int, within: Span) -> bool:
    """Whether a line break only wraps a line: a long one, without a sign at its end, that goes on in small letters."""
    start = max(within.start, text.rfind("\n", within.start, position) + 1)
    line = text[start:position].rstrip()
    if len(line) < _LONG_LINE or not (line[-1].isalnum() or line[-1] in ",-–—"):
        return False
    following = text[position + 1 : min(position + _FEW, within.end)].lstrip(" \t\xa0")
    return following[:1].islower()
