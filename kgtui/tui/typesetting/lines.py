"""What the lines of a text are: paragraphs, the text's own headings, items of lists; and which of them stand apart.

A line break ends a paragraph unless it only wraps a long line. An empty row parts long lines; the items of a list, and
short lines that follow one another (verses, an address), it parts only where the text does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from kgtui.model import Span
from kgtui.tui.typesetting.cells import cells
from kgtui.tui.typesetting.words import heads_nothing
from kgtui.wrapping import wraps

_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_LONG = 60  # characters: a longer line is a paragraph
_NEAR = 1000  # characters: as much of a neighbouring line is looked at
_LONGEST_HEADING = 80
_SHORT_ITEM = 200
_FEW_WORDS = 3  # of a heading that ends with a colon: «Справка:», not the beginning of a list
_WHITE = re.compile(r"\s*")
_MARK = re.compile(r"(?:[-–—•*·●○▪▫◦‣■□►✓]|\(?\d{1,3}[.)]|\(?[^\W\d_]\))[ \t\xa0]+(?=\S)")
_BEGINS_HEADING = re.compile(r"[«„“\"'(]*(?:[^\W\d_]|\d)")
_ENDS_HEADING = re.compile(r"[\w)»”\"%?:]$")
_FIRST_WORD = re.compile(r"\w+")
_GOES_ON = frozenset(",-–—")


class LineKind(Enum):
    TEXT = "text"
    HEADING = "heading"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Line:
    """``span`` is without the white space around it, ``mark`` the cells of what an item begins with. ``apart``: an
    empty row stands before it."""

    span: Span
    kind: LineKind
    mark: int
    apart: bool


def lines_of(text: str, within: Span, part: Span) -> Iterator[Line]:
    """The lines of a part of ``within`` that begins and ends where lines do, judged with those around it."""
    before, below_heading = _line_before(text, within, part.start), False
    here = _line_after(text, part.start, part.end)
    while here is not None:
        following = _line_after(text, here.end, min(within.end, here.end + _NEAR))
        mark = _MARK.match(text, here.start, here.end)
        kind = LineKind.ITEM if mark else LineKind.TEXT
        if not mark and following is not None and _is_heading(text, before, here, following):
            kind = LineKind.HEADING
        apart = before is not None and not below_heading and _is_apart(text, before, here)
        yield Line(here, kind, cells(mark.group()) if mark else 0, apart)
        before, below_heading = here, kind is LineKind.HEADING
        here = _line_after(text, here.end, part.end)


def line_ends(text: str, start: int, end: int) -> Iterator[int]:
    """Where lines end that are not only wrapped, from a place inside a line on."""
    within = Span(max(0, start - _NEAR), end)
    return (match.end() for match in _LINE_END.finditer(text, start, end) if not wraps(text, match.start(), within))


def _line_after(text: str, at: int, end: int) -> Span | None:
    """The next line that is not empty, as far as it goes before ``end``."""
    white = _WHITE.match(text, at, end)
    start = white.end() if white else at
    if start >= end:
        return None
    stop = next(line_ends(text, start, end), end)
    return Span(start, start + len(text[start:stop].rstrip()))


def _line_before(text: str, within: Span, at: int) -> Span | None:
    """The last line before a place that is not empty, from its last break on."""
    first = max(within.start, at - _NEAR)
    end = first + len(text[first:at].rstrip())
    if end == first:
        return None
    start = max((match.end() for match in _LINE_END.finditer(text, first, end)), default=first)
    return Span(start, end)


def _is_apart(text: str, before: Span, here: Span) -> bool:
    if len(_LINE_END.findall(text, before.end, here.start)) > 1:
        return True
    is_listed = _is_short_item(text, here) and (_is_short_item(text, before) or text[before.end - 1] == ":")
    return not is_listed and (_is_long(before) or _is_long(here))


def _is_short_item(text: str, line: Span) -> bool:
    """Longer ones are read as paragraphs: turns of an interview, points of a decree."""
    return line.end - line.start <= _SHORT_ITEM and _is_item(text, line)


def _is_item(text: str, line: Span) -> bool:
    return _MARK.match(text, line.start, line.end) is not None


def _is_long(line: Span) -> bool:
    return line.end - line.start > _LONG


def _is_heading(text: str, before: Span | None, here: Span, following: Span) -> bool:
    """Whether a line is short, ends no sentence and stands where one has ended, above a paragraph or a list."""
    words = here.of(text)
    if len(words) > _LONGEST_HEADING or words[0].islower() or "\t" in words:
        return False
    if not _BEGINS_HEADING.match(words) or not _ENDS_HEADING.search(words):
        return False
    if words.endswith(":") and len(words.split()) > _FEW_WORDS:
        return False
    if before is not None and text[before.end - 1] in _GOES_ON:
        return False
    if not _is_long(following) and not _is_item(text, following):
        return False
    first = _FIRST_WORD.match(words)
    return first is None or not heads_nothing(first.group())
