"""A line of text broken into rows at a measure, each row a range of the text's own offsets.

A row never ends between a number and what it counts, between initials and a surname, a short abbreviation or a
one-letter word and what follows it, nor before a dash. Nothing is hyphenated; a word wider than the measure is cut, an
address behind one of its signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kgtui.model import Span
from kgtui.tui.typesetting.cells import reach
from kgtui.tui.typesetting.words import stays_before

_BREAKS = " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029"
_GAP = re.compile(f"[{_BREAKS}]+")
_WORD = re.compile(f"[^{_BREAKS}]+")
_CLINGS_TO_NEXT = re.compile(r"[(«„“\"']*(?:[-+−±~≈$€£₽№]?\d[\d.,:/–-]*|№|§|[IVXLC]+|(?:[^\W\d_]{1,2}\.)+|[^\W\d_])")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\w\s]*")
_SURNAME = re.compile(r"[(«„“\"']*([^\W\d_])[\w'’-]+")
_DASHES = frozenset("–—-−")
_LONGEST_CHAIN = 4  # words that cling to each other; of a longer chain the last ones are parted
_INSIDE = re.compile(r"[/?&,;…\-–—](?=[\w%#?&/])")  # behind these a word that is too wide is cut first


@dataclass(frozen=True, slots=True)
class Row(Span):
    """A range of the text that stands in one row; empty before what stands apart. ``indent`` are the cells before it,
    ``is_heading`` tells that it is one of the text's own headings. ``remark`` are words that are none of the text,
    below the line at whose end the empty range is."""

    indent: int = 0
    is_heading: bool = False
    remark: str = ""


def broken(text: str, within: Span, width: int, hanging: int = 0) -> Iterator[Span]:
    """The rows of ``within``, each at most ``width`` cells, all but the first ``hanging`` cells narrower; a single
    character that is wider has a row of its own. No white space stands at the ends of a row."""
    end = within.start + len(within.of(text).rstrip(_BREAKS))
    start = _over_gap(text, within.start, end)
    room = width
    while start < end:
        stop = _row_end(text, start, end, max(1, room))
        yield Span(start, start + len(text[start:stop].rstrip(_BREAKS)))
        start = _over_gap(text, stop, end)
        room = width - hanging


def _over_gap(text: str, at: int, end: int) -> int:
    gap = _GAP.match(text, at, end)
    return gap.end() if gap else at


def _row_end(text: str, start: int, end: int, width: int) -> int:
    stop = reach(text, start, end, width)
    if stop >= end:
        return end
    gaps = _gaps_before(text, start, stop)
    last = next(gaps, None)
    if last is None:
        return _cut_in_word(text, start, stop)
    if not _clings(text, last, end):
        return last
    for gap, _ in zip(gaps, range(_LONGEST_CHAIN - 1), strict=False):
        if not _clings(text, gap, end):
            return gap
    return last


def _gaps_before(text: str, start: int, stop: int) -> Iterator[int]:
    """Where words end at ``stop`` or before it, the last one first."""
    at = stop
    while at > start:
        if text[at] in _BREAKS and text[at - 1] not in _BREAKS:
            yield at
        at -= 1


def _clings(text: str, gap: int, end: int) -> bool:
    """Whether the word that ends at a gap must stand in one row with the next one."""
    following = _WORD.match(text, _over_gap(text, gap, end), end)
    if following is None:
        return False
    if following.end() - following.start() == 1 and following.group() in _DASHES:
        return True
    start = gap
    while start > 0 and gap - start < 20 and text[start - 1] not in _BREAKS:
        start -= 1
    if _CLINGS_TO_NEXT.fullmatch(text, start, gap) or stays_before(text[start:gap]):
        return True
    surname = _SURNAME.fullmatch(text, start, gap) if _INITIALS.fullmatch(following.group()) else None
    return surname is not None and surname.group(1).isupper()


def _cut_in_word(text: str, start: int, stop: int) -> int:
    """Behind the last sign of an address where that leaves no row half empty, else anywhere."""
    ends = [match.end() for match in _INSIDE.finditer(text, start + (stop - start) // 2, stop)]
    return ends[-1] if ends else stop
