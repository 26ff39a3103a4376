"""Lines that are not the article: headers above it, signatures and page furniture below it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kgtui.model import Span
from kgtui.reading import pieces
from kgtui.reading.pieces import Piece, PieceKind

_SEPARATORS = re.compile(r"[\s,.;:|/\\()\[\]{}<>«»\"“”„–—―•·‧∙・\-+]*")
_SCANNERS = (
    pieces.label_at,
    pieces.mark_at,
    pieces.counter_at,
    pieces.contact_at,
    pieces.date_piece_at,
    pieces.time_at,
    pieces.weekday_at,
    pieces.medium_at,
    pieces.site_at,
    pieces.office_at,
    pieces.person_at,
    pieces.place_at,
)
_WEAK = frozenset({PieceKind.PERSON, PieceKind.PLACE, PieceKind.WEEKDAY, PieceKind.TIME})
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class FurnitureLine:
    """A line that consists of such pieces wholly."""

    span: Span
    pieces: tuple[Piece, ...]

    @property
    def is_strong(self) -> bool:
        """Says by itself that it is none of the article's: more than a name or a place."""
        return any(piece.kind not in _WEAK for piece in self.pieces)


def lines_of(text: str, start: int = 0) -> Iterator[Span]:
    """The lines of a text from ``start`` on that hold more than white space, without the space around them."""
    for match in re.compile(r"[^\n]*[^\s][^\n]*").finditer(text, start):
        line = match.group()
        left = len(line) - len(line.lstrip())
        yield Span(match.start() + left, match.start() + len(line.rstrip()))


def furniture_line(text: str, line: Span) -> FurnitureLine | None:
    """The pieces of a line, if it is made of nothing else."""
    if line.end - line.start > _LONGEST:
        return None
    found: list[Piece] = []
    position = _after_separators(text, line.start, line.end)
    while position < line.end:
        piece = _piece_at(text, position, line.end)
        if piece is None:
            return None
        found.append(piece)
        if piece.kind is PieceKind.LABEL and piece.value in pieces.TAKES_LINE:
            found.extend(_value_pieces(text, piece, line.end))
            break
        position = _after_separators(text, piece.end, line.end)
    return FurnitureLine(line, tuple(found)) if found else None


def _piece_at(text: str, position: int, end: int) -> Piece | None:
    for scan in _SCANNERS:
        piece = scan(text, position)
        if piece and position < piece.end <= end:
            return piece
    return None


def _value_pieces(text: str, label: Piece, end: int) -> Iterator[Piece]:
    """The value of a label, as far as it can be read, then wholly as text in a piece of the label's own kind."""
    position = _after_separators(text, label.end, end)
    while position < end and label.value in ("source", "publisher", "url"):
        piece = next((p for p in (s(text, position) for s in _VALUE_SCANNERS) if p and p.end <= end), None)
        if piece is None:
            return
        yield piece
        position = _after_separators(text, piece.end, end)


_VALUE_SCANNERS = (pieces.date_piece_at, pieces.time_at, pieces.medium_at, pieces.site_at)


def _after_separators(text: str, position: int, end: int) -> int:
    match = _SEPARATORS.match(text, position, end)
    return match.end() if match else position
