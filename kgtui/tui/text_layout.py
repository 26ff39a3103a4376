"""A text set in rows at a measure, each row a range of the text's own offsets.

A paragraph ends at a line break; paragraphs are parted by an empty row. A row never ends between a number and what it
counts, between an initial, a short abbreviation or a one-letter word and what follows it, nor before a dash. Nothing is
hyphenated; a word wider than the measure is cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len

from kgtui.model import Span
from kgtui.tui.paint import harmless

_PARAGRAPH = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_WORD = re.compile(r"[^ \t]+")
_CLINGS_TO_NEXT = re.compile(r"(?:[$€№]?\d[\d.,]*|№|[^\W\d_]{1,2}\.|[^\W\d_])$")
_DASH = frozenset("–—")


def set_text(text: str, within: Span, width: int) -> list[Span]:
    """The rows of ``within``, each at most ``width`` cells; an empty span is an empty row between paragraphs."""
    rows: list[Span] = []
    for match in _PARAGRAPH.finditer(text, within.start, within.end):
        if not match.group().strip():
            continue
        if rows:
            rows.append(Span(rows[-1].end, rows[-1].end))
        rows.extend(_rows(text, match.start(), match.end(), max(1, width)))
    return rows


def _rows(text: str, start: int, end: int, width: int) -> Iterator[Span]:
    row: Span | None = None
    used = 0
    for group in _groups(text, start, end):
        size = cell_len(harmless(group.of(text)))
        gap = cell_len(harmless(text[row.end : group.start])) if row else 0
        if row and used + gap + size <= width:
            row, used = Span(row.start, group.end), used + gap + size
            continue
        if row:
            yield row
        *whole, row = _cut(text, group, width) if size > width else [group]
        yield from whole
        used = cell_len(harmless(row.of(text)))
    if row:
        yield row


def _groups(text: str, start: int, end: int) -> Iterator[Span]:
    """Words, those that must stand together as one."""
    words = [Span(*match.span()) for match in _WORD.finditer(text, start, end)]
    index = 0
    while index < len(words):
        first = last = index
        while last + 1 < len(words) and last - first < 4 and _cling(words[last].of(text), words[last + 1].of(text)):
            last += 1
        yield Span(words[first].start, words[last].end)
        index = last + 1


def _cling(word: str, following: str) -> bool:
    return following in _DASH or _CLINGS_TO_NEXT.match(word) is not None


def _cut(text: str, group: Span, width: int) -> list[Span]:
    """A group that is wider than the measure, cut at spaces where it has some, else anywhere."""
    parts: list[Span] = []
    start, used, gap = group.start, 0, 0
    for offset in range(group.start, group.end):
        size = cell_len(harmless(text[offset]))
        if used + size > width and offset > start:
            stop = gap if gap > start else offset
            parts.append(Span(start, stop))
            start = stop + 1 if text[stop] == " " else stop
            used = cell_len(harmless(text[start:offset]))
        if text[offset] == " ":
            gap = offset
        used += size
    parts.append(Span(start, group.end))
    return [part for part in parts if part.end > part.start]
