"""What stands below an article: signature, page furniture, end marks."""

from __future__ import annotations

import re

from kgtui.model import Span
from kgtui.reading import pieces
from kgtui.reading.furniture import FurnitureLine, furniture_line
from kgtui.reading.pieces import Piece, PieceKind

_SIGNATURE_LINES = 12
_TAIL_LONGEST = 200
_TAIL_KINDS = frozenset({PieceKind.DATE, PieceKind.SITE, PieceKind.MEDIUM, PieceKind.OFFICE, PieceKind.LABEL})
_ITEM_KINDS = frozenset({PieceKind.RUBRIC, PieceKind.PLACE, PieceKind.PERSON, PieceKind.OFFICE, PieceKind.RATE})
_STOPS = '.!?…»”")'
_SENTENCE_END = re.compile(r"[.!?…][»”\")]*\s+(?=\S)")
_END_MARK = re.compile(r"\s*(?:-0-|\*{3}|#{2,})\s*$")


def split_signature(text: str, lines: list[Span]) -> tuple[list[Span], tuple[Piece, ...]]:
    """The lines of the article, at least one, and the pieces of what signs it: lines below, or the end of the last."""
    found: list[FurnitureLine] = []
    lines = _without_related(text, lines)
    kept = len(lines)
    while kept > 1 and len(lines) - kept < _SIGNATURE_LINES:
        line = furniture_line(text, lines[kept - 1])
        if line is None or not _signs(text, line):
            break
        found.insert(0, line)
        kept -= 1
    items = _items(text[lines[kept - 1].end - 1], found)
    kept, found = kept + items, found[items:]
    last = _without_end_mark(text, lines[kept - 1])
    tail = _tail(text, last)
    if tail:
        found.insert(0, tail)
        last = _trimmed(text, Span(last.start, tail.span.start))
    return [*lines[: kept - 1], last], tuple(piece for line in found for piece in line.pieces)


def _without_related(text: str, lines: list[Span]) -> list[Span]:
    """The lines above the headlines of other articles that end a page; those end without a full stop."""
    for number in range(len(lines) - 1, max(0, len(lines) - _SIGNATURE_LINES), -1):
        line = lines[number]
        if pieces.heads_related(line.of(text)):
            return lines[:number]
        if text[line.end - 1] in '.»"”':
            break
    return lines


def _items(before: str, lines: list[FurnitureLine]) -> int:
    """How many lines are the last of a list whose line before them ends with the sign ``before``.

    Below a colon such are rubrics and offices too («Главные темы:», «Экономика»); below a line without a full stop
    names and times («11:30 Переговоры»).
    """
    if before == ":":
        return next((number for number, line in enumerate(lines) if not line.kinds <= _ITEM_KINDS), len(lines))
    if before in _STOPS:
        return 0
    return next((number for number, line in enumerate(lines) if line.is_strong), len(lines))


def _signs(text: str, line: FurnitureLine) -> bool:
    """More than places, the last items of a list; a bare name does not end like the head of a list."""
    if line.kinds == {PieceKind.PLACE}:
        return line.is_strong
    return line.is_strong or text[line.span.end - 1] not in "!?:;,"


def _tail(text: str, line: Span) -> FurnitureLine | None:
    """The signature that stands in the last line, after its last sentence."""
    for end in _SENTENCE_END.finditer(text, max(line.start + 1, line.end - _TAIL_LONGEST), line.end):
        tail = furniture_line(text, Span(end.end(), line.end))
        if tail and tail.kinds & _TAIL_KINDS:
            return tail
    return None


def _without_end_mark(text: str, line: Span) -> Span:
    mark = _END_MARK.search(text, max(line.start, line.end - _TAIL_LONGEST), line.end)
    return Span(line.start, mark.start()) if mark and mark.start() > line.start else line


def _trimmed(text: str, line: Span) -> Span:
    return Span(line.start, line.start + len(line.of(text).rstrip()))
