"""Text broken into lines of a width by spans, so that marks keep their offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kgtui.export.rows import Mark, Piece, Row
from kgtui.model import Span

COLUMNS = 80
_CHUNK = re.compile(r"[^ \t\n]+(?: [—–](?=[ \t]))?")  # no line begins with a dash


def lines_of(text: str, within: Span, width: int | None) -> Iterator[Span]:
    """The lines of ``text[within]``: broken at line feeds and, with a width, at spaces; empty ones are kept.

    A word longer than the width has a line of its own, uncut: a cut address or name could not be copied.
    """
    start = within.start
    while start <= within.end:
        end = text.find("\n", start, within.end)
        end = within.end if end < 0 else end
        yield from _broken(text, Span(start, end), width)
        start = end + 1


def _broken(text: str, paragraph: Span, width: int | None) -> Iterator[Span]:
    if width is None or paragraph.end - paragraph.start <= width:
        yield paragraph
        return
    start: int | None = None
    end = paragraph.start
    for chunk in _CHUNK.finditer(text, paragraph.start, paragraph.end):
        if start is None:
            start = chunk.start()
        elif chunk.end() - start > width:
            yield Span(start, end)
            start = chunk.start()
        end = chunk.end()
    yield Span(paragraph.start if start is None else start, end)


def hanging(text: str, width: int = COLUMNS, indent: str = "   ", first: str = " ") -> list[str]:
    """One row of a list: its first line after ``first``, the others after ``indent``."""
    lines = [span.of(text) for span in lines_of(text, Span(0, len(text)), width - len(indent))]
    return [f"{indent if place else first}{line}" for place, line in enumerate(lines)]


def marked(text: str, line: Span, marks: Sequence[tuple[Span, Mark]]) -> Row:
    """The pieces of one line under marks that are sorted and do not overlap."""
    pieces = []
    position = line.start
    for span, mark in marks:
        start, end = max(span.start, position), min(span.end, line.end)
        if start >= end:
            continue
        if start > position:
            pieces.append(Piece(text[position:start]))
        pieces.append(Piece(text[start:end], mark))
        position = end
    if position < line.end:
        pieces.append(Piece(text[position : line.end]))
    return tuple(pieces)
