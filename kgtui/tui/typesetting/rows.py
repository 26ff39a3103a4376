"""The rows of a text as they are asked for: a text of any length is there at once.

The text is parted into blocks of a few thousand characters. A block is set in rows when one of them is asked for;
until then its height is an estimate, and so are the numbers of all rows behind it. Whoever moves asks `moved`, which
sets what lies between; whoever keeps a place keeps an offset, and asks `row_at`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from kgtui.model import Span
from kgtui.tui.drawing.paint import wrapped
from kgtui.tui.typesetting.breaking import Row, broken
from kgtui.tui.typesetting.cells import after_character
from kgtui.tui.typesetting.lines import LineKind, line_ends, lines_of

_BLOCK = 4000  # characters; a block ends with the line in which so many are full
_LONGEST_BLOCK = 16000  # a longer line is parted behind a sentence, else behind a word
_WIDEST_MARK = 6  # cells: the other rows of an item stand under its words, unless it begins with more than this
_NARROWEST = 20  # cells: a narrower measure has none to spare
_LONGEST_REMARK = 4  # rows
_FAR = 2000  # rows: a longer way is measured by estimates
_SENTENCE_END = re.compile(r"[.!?…»”\"]\s+")
_WORD_END = re.compile(r"\s+(?=\S)")

Remarks = Callable[[Span], Sequence[str]]
"""What is said below a line of a text."""


class _Block(NamedTuple):
    """``goes_on``: it begins inside a line."""

    start: int
    end: int
    goes_on: bool


class Rows:
    """The rows of ``within`` at a measure of ``width`` cells, each at most so wide with its indent, unless a single
    character is wider. All visible characters are in them once, in order. ``remarks`` gives what is said below a line
    of the text, and is asked when its rows are set."""

    def __init__(self, text: str, within: Span, width: int, remarks: Remarks | None = None) -> None:
        self._text = text
        self._within = within
        self._width = max(1, width)
        self._remarks = remarks
        self._blocks = list(_blocks(text, within))
        self._starts = [block.start - (not block.goes_on) for block in self._blocks]
        self._set: dict[int, list[Row]] = {}
        self._heights = [self._estimate(block) for block in self._blocks]
        self._firsts: list[int] = []
        self._count()

    def __len__(self) -> int:
        return self._firsts[-1]

    def __getitem__(self, row: int) -> Row:
        block, inner = self._place(row)
        return self._rows(block)[inner]

    def row_at(self, offset: int) -> int:
        """The row that holds an offset, else the last one that begins before it, the first of those that begin
        together, else the first one of all."""
        block = max(0, bisect_right(self._starts, offset) - 1)
        if block == len(self._blocks):
            return 0
        rows = self._rows(block)
        inner = bisect_right(rows, offset, key=lambda row: row.start) - 1
        if inner < 0 < block:
            block, rows = block - 1, self._rows(block - 1)
            inner = len(rows) - 1
        while inner > 0 and rows[inner - 1].start == rows[inner].start:
            inner -= 1
        return max(0, self._firsts[block] + inner)

    def last(self) -> int:
        """The number, as it then is, of the last row. There must be rows."""
        self._rows(len(self._blocks) - 1)
        return len(self) - 1

    def moved(self, row: int, by: int) -> int:
        """The number, as it then is, of the row so many rows below, above where negative; at most the last or the first
        one. There must be rows."""
        if by > _FAR and row + by >= len(self):
            return self.last()
        if abs(by) > _FAR:
            row, by = max(0, row + by), 0
        block, inner = self._place(row)
        inner += by
        while inner < 0 and block > 0:
            block -= 1
            inner += len(self._rows(block))
        while inner >= len(self._rows(block)) and block + 1 < len(self._blocks):
            inner -= len(self._rows(block))
            block += 1
        return self._firsts[block] + max(0, min(inner, len(self._rows(block)) - 1))

    def _place(self, row: int) -> tuple[int, int]:
        """The block of a row, now set, and the row's place in it; beyond the end, that of the last row."""
        while True:
            row = min(row, len(self) - 1)
            block = bisect_right(self._firsts, row) - 1
            if block in self._set:
                return block, row - self._firsts[block]
            self._rows(block)

    def _rows(self, block: int) -> list[Row]:
        rows = self._set.get(block)
        if rows is None:
            rows = self._set[block] = list(self._made(self._blocks[block]))
            self._heights[block] = len(rows)
            self._count()
        return rows

    def _made(self, block: _Block) -> Iterator[Row]:
        goes_on = block.goes_on
        for line in lines_of(self._text, self._within, Span(block.start, block.end)):
            if line.apart and not goes_on:
                yield Row(line.span.start - 1, line.span.start - 1)
            hanging = line.mark if line.mark <= _WIDEST_MARK and self._width >= _NARROWEST else 0
            indent = hanging = 0 if goes_on else hanging
            is_heading = line.kind is LineKind.HEADING and not goes_on
            for span in broken(self._text, line.span, self._width, hanging):
                first = span.start == line.span.start
                yield Row(span.start, span.end, 0 if first else indent, is_heading)
            goes_on = False
            for remark in self._remarks(line.span) if self._remarks else ():
                for words in wrapped(remark, self._width, _LONGEST_REMARK):
                    yield Row(line.span.end, line.span.end, remark=words)

    def _estimate(self, block: _Block) -> int:
        """As many full rows as there are characters for, and two halves for each line."""
        lines = self._text.count("\n", block.start, block.end)
        return 1 + lines + (block.end - block.start) // self._width

    def _count(self) -> None:
        """Number the rows: where each block begins, and their sum."""
        self._firsts = list(accumulate(self._heights, initial=0))


def _blocks(text: str, within: Span) -> Iterator[_Block]:
    end = within.start + len(within.of(text).rstrip())
    start, goes_on = within.start, False
    while start < end:
        stop = next(line_ends(text, start + _BLOCK, min(end, start + _LONGEST_BLOCK)), None)
        if stop is not None:
            yield _Block(start, stop, goes_on)
            goes_on = False
        else:
            stop = _inside_line(text, start, end)
            yield _Block(start, stop, goes_on)
            goes_on = True
        start = stop


def _inside_line(text: str, start: int, end: int) -> int:
    """Where a line that is too long for one block is parted."""
    farthest = start + _LONGEST_BLOCK
    if farthest >= end:
        return end
    for ending in (_SENTENCE_END, _WORD_END):
        ends = [match.end() for match in ending.finditer(text, farthest - _BLOCK, farthest)]
        if ends:
            return ends[-1]
    return after_character(text, farthest, end)
