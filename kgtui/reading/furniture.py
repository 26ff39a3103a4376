"""Lines that are not the article: headers above it, signatures and page furniture below it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kgtui.model import Span
from kgtui.reading import pieces
from kgtui.reading.pieces import Piece, PieceKind, Scanner

_SEPARATORS = re.compile(  # with arrows, shapes and pictures («👁 1 284», «▼»)
    r"[\s,.;:|丨│/\\()\[\]<>‹›«»\"“”„–—―•·‧∙・*_+\u200b-\u200f\u2190-\u2bff\ufe0f\ufeff\U0001f000-\U0001faff-]*"
)
_SCANNERS: tuple[Scanner, ...] = (
    pieces.label_at,
    pieces.mark_at,
    pieces.counter_at,
    pieces.contact_at,
    pieces.date_piece_at,
    pieces.time_at,
    pieces.weekday_at,
    pieces.rate_at,
    pieces.medium_at,
    pieces.site_at,
    pieces.office_at,
    pieces.rubric_at,
    pieces.person_at,
    pieces.place_at,
)
_VALUE_SCANNERS: tuple[Scanner, ...] = (
    pieces.date_piece_at,
    pieces.time_at,
    pieces.medium_at,
    pieces.site_at,
    pieces.office_at,
)
_VALUED = frozenset({"source", "publisher", "url", "title"})  # labels whose value is read
_AROUND_VALUES = " .,«»\"'"
_WEAK = frozenset({PieceKind.PERSON, PieceKind.PLACE, PieceKind.WEEKDAY, PieceKind.TIME})
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class FurnitureLine:
    """A line that consists of such pieces wholly."""

    span: Span
    pieces: tuple[Piece, ...]

    @property
    def kinds(self) -> frozenset[PieceKind]:
        return frozenset(piece.kind for piece in self.pieces)

    @property
    def is_strong(self) -> bool:
        """Says by itself that it is none of the article's: more than a name or a place."""
        return any(piece.kind not in _WEAK or _is_marked_place(piece) for piece in self.pieces)


def _is_marked_place(piece: Piece) -> bool:
    """«г. Бишкек»: the abbreviation tells a place from a title."""
    return piece.kind is PieceKind.PLACE and len(piece.value) < piece.end - piece.start


def lines_of(text: str) -> Iterator[Span]:
    """The lines of a text that hold more than white space, without the space around them."""
    start = 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            first = start + line.index(stripped)
            yield Span(first, first + len(stripped))
        start += len(line) + 1


def with_whole_dates(text: str, lines: Iterable[Span]) -> Iterator[Span]:
    """The same lines, those of a date that a page spreads over several («14», «Февраль», «2023») as one."""
    end = 0
    for line in lines:
        if line.start < end:
            continue
        date = pieces.date_piece_at(text, line.start)
        whole = date is not None and date.end > line.end and text[date.end : date.end + 1] in ("", "\n", "\r")
        end = date.end if date and whole else line.end
        yield Span(line.start, end)


def furniture_line(text: str, line: Span) -> FurnitureLine | None:
    """The pieces of a line, if it is made of nothing else."""
    if line.end - line.start > _LONGEST:
        return None
    found: list[Piece] = []
    position = _after_separators(text, line.start, line.end)
    if position == line.end:
        return FurnitureLine(line, (Piece(PieceKind.MARK, line.start, line.end, line.of(text)),))
    while position < line.end:
        piece = _piece_at(text, position, line.end, _SCANNERS)
        if piece is None:
            return None
        found.append(piece)
        if piece.kind is PieceKind.LABEL and piece.value in pieces.TAKES_LINE:
            end = _value_end(text, piece, line.end)
            found.extend(_value(text, piece, end))
            position = _after_separators(text, end, line.end)
            continue
        position = _after_separators(text, piece.end, line.end)
    return FurnitureLine(line, tuple(found))


def _piece_at(text: str, position: int, end: int, scanners: tuple[Scanner, ...]) -> Piece | None:
    for scan in scanners:
        piece = scan(text, position)
        if piece and position < piece.end <= end:
            return piece
    return None


def _value_end(text: str, label: Piece, end: int) -> int:
    """Where the value of a label ends: with its line or before a stroke («Автор: Редакция | 6 апреля 2021»)."""
    stroke = text.find("|", label.end, end) if label.value in pieces.STOPS_AT_STROKE else -1
    return end if stroke < 0 else stroke


def _value(text: str, label: Piece, end: int) -> Iterator[Piece]:
    """The pieces of a label's value, up to what is none; a value that no scanner knows is text as worded."""
    start = position = _after_separators(text, label.end, end)
    if label.value not in _VALUED:
        return
    while position < end:
        piece = _piece_at(text, position, end, _VALUE_SCANNERS) if label.value != "title" else None
        if piece is None:
            if position == start:
                yield Piece(PieceKind.TEXT, start, end, text[start:end].strip(_AROUND_VALUES))
            return
        yield piece
        position = _after_separators(text, piece.end, end)


def _after_separators(text: str, position: int, end: int) -> int:
    match = _SEPARATORS.match(text, position, end)
    return match.end() if match else position
