"""From pieces of text with inks to lines of exactly one width, with nothing in them that a terminal would obey."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rich.cells import cell_len, chop_cells, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

Piece = tuple[str, Style]
Pieces = list[Piece]

# These are compiled when a text first has something of them, which hardly any has.
_SPACE = r"[\t\n\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]"
# Soft hyphens, zero-width and direction marks, variation selectors, tags: nothing to see, and widths disagree on them.
_UNSEEN = "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e007f]"
_CONTROL = "[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufff9-\ufffb]"
_ANY = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\ud800-\udfff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
REPLACEMENT = "\ufffd"
_BETWEEN = 2  # cells between what stands at the left and at the right of a line


def harmless(text: str) -> str:
    """The text as it may be sent to a terminal: white space is a space, control characters are shown as such,
    invisible ones are left out.

    >>> harmless("a\\x1b[31mb\\tc")
    'a\ufffd[31mb c'
    """
    if _ANY.search(text) is None:
        return text
    return re.sub(_CONTROL, REPLACEMENT, re.sub(_UNSEEN, "", re.sub(_SPACE, " ", text)))


def cut(text: str, width: int) -> str:
    """The text in at most ``width`` cells, ended by «…» where something is left out.

    >>> cut("республика", 6)
    'респу…'
    """
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + "…" if width > 0 else ""


def cut_before(text: str, width: int) -> str:
    """The end of the text in at most ``width`` cells, begun by «…» where something is left out.

    >>> cut_before("/srv/новости/2025.txt", 10)
    '…/2025.txt'
    """
    if cell_len(text) <= width:
        return text
    end = text
    while end and cell_len(end) >= width:
        end = end[1:]
    return "…" + end if width > 0 else ""


def width_of(pieces: Iterable[Piece]) -> int:
    return sum(cell_len(text) for text, _ in pieces)


def line(pieces: Iterable[Piece], width: int, ground: Style) -> Strip:
    """The pieces in one line, cut or filled up to ``width`` cells."""
    return Strip(filled(pieces, width, ground), max(0, width))


def filled(pieces: Iterable[Piece], width: int, ground: Style) -> list[Segment]:
    """The segments of such a line."""
    left = max(0, width)
    segments: list[Segment] = []
    for raw, style in pieces:
        text = cut(harmless(raw), left)
        if text:
            segments.append(Segment(text, style))
            left -= cell_len(text)
        if left <= 0:
            break
    if left > 0:
        segments.append(Segment(" " * left, ground))
    return segments


def cut_at_word(pieces: Iterable[Piece], width: int) -> Pieces:
    """The pieces in at most ``width`` cells, ended by «…» after a whole word where something is left out."""
    whole = [(harmless(text), style) for text, style in pieces]
    if width_of(whole) <= width:
        return whole
    kept: Pieces = []
    left = width - 1
    for text, style in whole:
        if cell_len(text) > left:
            part = set_cell_size(text, max(0, left))
            kept.append(((part.rpartition(" ")[0] or ("" if kept else part)).rstrip() + "…", style))
            break
        kept.append((text, style))
        left -= cell_len(text)
    return kept


def spread(left: Iterable[Piece], right: Iterable[Piece], width: int, ground: Style) -> Strip:
    """One line with pieces at both ends; where both do not fit, the right ones win and the left ones are cut."""
    right = [(harmless(text), style) for text, style in right]
    space = width - width_of(right)
    if space < 1:
        return line(right, width, ground)
    gap = min(_BETWEEN, space) if right else 0
    parted = [*filled(left, space - gap, ground), Segment(" " * gap, ground)]
    return Strip([*parted, *filled(right, width - space, ground)], width)


def wrapped(text: str, width: int, rows: int) -> list[str]:
    """The text broken at spaces, and in words that are wider than a line, into at most ``rows`` lines, the last ended
    by «…» where something is left out.

    >>> wrapped("расширенная встреча", 12, 2), wrapped("/srv/news/library", 9, 3)
    (['расширенная', 'встреча'], ['/srv/news', '/library'])
    """
    lines: list[str] = []
    words = [part for word in harmless(text).split(" ") for part in _fitting(word, max(2, width))]
    while words and len(lines) < rows:
        current = words.pop(0)
        while words and cell_len(current) + 1 + cell_len(words[0]) <= width:
            current += " " + words.pop(0)
        lines.append(current)
    if words:
        last = f"{lines[-1]} {' '.join(words[:3])}"
        lines[-1] = _cut_at_word(last, width)
    return [cut(each, width) for each in lines]


def _fitting(word: str, width: int) -> list[str]:
    """The word, in as many parts as it needs to fit into lines."""
    return [word] if cell_len(word) <= width else chop_cells(word, width)


def _cut_at_word(text: str, width: int) -> str:
    """Cut with «…» after a whole word where one fits."""
    while cell_len(text) > width - 1 and " " in text:
        text = text.rpartition(" ")[0]
    return text.rstrip(" ,;:–—-«(") + "…"
