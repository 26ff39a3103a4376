"""The parts of an article's text: header, title line, dateline, body, signature."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kgtui.model import Span
from kgtui.reading import pieces
from kgtui.reading.dateline import Dateline, dateline_at
from kgtui.reading.furniture import FurnitureLine, furniture_line, lines_of
from kgtui.reading.pieces import Piece, PieceKind

_HEADER_LINES = 8  # as many lines above the article, and below its title, may be furniture
_SIGNATURE_LINES = 12
_TITLE_LONGEST = 250
_MORE_TITLES = 2  # lines between title and furniture: a subtitle, the site's name
_PARAGRAPHS_WITH_DATELINE = 3
_AFTER_INLINE_HEADER = re.compile(r"[\s.,;:|)\]–—-]*")
_OPENING = re.compile(r"[\s(\[]*")
_TAIL_LONGEST = 200
_TAIL_KINDS = frozenset({PieceKind.DATE, PieceKind.SITE, PieceKind.MEDIUM, PieceKind.OFFICE, PieceKind.LABEL})
_SENTENCE_END = re.compile(r"[.!?…][»”\")]*\s+(?=\S)")
_END_MARK = re.compile(r"\s*(?:-0-|\*\*\*|#{2,})\s*$")


@dataclass(frozen=True, slots=True)
class Layout:
    """``header`` and ``signature`` are the pieces of the lines above (and right below the title) and below.

    ``lead`` is where the text itself begins, after title and dateline.
    """

    body: Span
    title: Span | None
    lead: int
    header: tuple[Piece, ...]
    dateline: Dateline | None
    signature: tuple[Piece, ...]


def layout_of(text: str) -> Layout:
    """The layout of a plain text; the body is never empty where the text has a sign that is not a space."""
    lines = list(lines_of(text))
    header: list[Piece] = []
    start, lines = _pass_header(text, lines, header)
    start = _pass_inline_header(text, start, header)
    lines = [Span(max(line.start, start), line.end) for line in lines if line.end > start]
    if not lines:
        whole = _stripped(text, Span(0, len(text)))
        return Layout(whole, None, whole.start, tuple(header), None, ())
    signature, lines = _signature(text, lines)
    tail = _tail(text, lines[-1]) if lines else None
    if tail:
        signature = (*tail.pieces, *signature)
        lines[-1] = Span(lines[-1].start, tail.span.start)
    title = _title_line(text, lines)
    rest = lines[1:] if title else lines
    if title:
        rest = _pass_title_header(text, rest, header)
    dateline = _find_dateline(text, rest)
    body = _stripped(text, Span(lines[0].start, _without_end_mark(text, lines[0].start, lines[-1].end)))
    lead = dateline.span.end if dateline else (rest[0].start if rest else body.start)
    return Layout(body, title, min(lead, body.end), tuple(header), dateline, signature)


def _pass_header(text: str, lines: list[Span], header: list[Piece]) -> tuple[int, list[Span]]:
    """Leave out the lines above the article that are furniture; at least one line stays."""
    passed = 0
    for line in lines[:_HEADER_LINES]:
        furniture = furniture_line(text, line)
        if passed + 1 >= len(lines) or furniture is None or not _is_header(furniture, text):
            break
        header.extend(furniture.pieces)
        passed += 1
    left = lines[passed:]
    return (left[0].start if left else 0), left


def _is_header(line: FurnitureLine, text: str) -> bool:
    """A dateline of its own line is left for the body; an office («Пресс-служба сообщает») may be a title."""
    kinds = {piece.kind for piece in line.pieces}
    if kinds == {PieceKind.OFFICE} or not line.is_strong:
        return False
    return not (
        PieceKind.PLACE in kinds
        and kinds & {PieceKind.DATE, PieceKind.MEDIUM}
        and dateline_at(text, line.span.start, line.span.end)
    )


def _pass_inline_header(text: str, start: int, header: list[Piece]) -> int:
    """Leave out « date 2025-11-20 » or «20.11.2025 14:35 » before the first words of the article."""
    opening = _OPENING.match(text, start)
    position = opening.end() if opening else start
    label = pieces.label_at(text, position)
    labelled = label is not None and label.value == "date"
    if label and labelled:
        position = _after(text, label.end)
    date = pieces.date_piece_at(text, position)
    if date is None or date.date is None or date.date.full is None:
        return start
    end = _after(text, date.end)
    if time := pieces.time_at(text, end):
        end = _after(text, time.end)
    if not (labelled or _stands_apart(text, date, end)):
        return start
    if end >= len(text):
        return start
    header.extend([label, date] if label and labelled else [date])
    return end


def _stands_apart(text: str, date: Piece, end: int) -> bool:
    """A date without a label is a header where it is in figures, or in words and followed by a full stop, and a
    capital follows: «4 марта 2024 года подписали…» is none, nor is «20 ноября 2025 года, Бишкек»."""
    following = text[end : end + 1]
    between = text[date.end : end]
    if not (following.isupper() or following in '«"“„') or "," in between:
        return False
    in_figures = text[date.end - 1].isdigit() and not any(sign.isalpha() for sign in text[date.start : date.end])
    return in_figures or bool(re.search(r"[.|)\]\n]|\d[:.]\d\d", between))


def _after(text: str, position: int) -> int:
    match = _AFTER_INLINE_HEADER.match(text, position)
    return match.end() if match else position


def _title_line(text: str, lines: list[Span]) -> Span | None:
    """The first line, where it ends without a full stop and more follows."""
    if len(lines) < 2:
        return None
    line = lines[0]
    ends = text[line.end - 1]
    closing = text[line.start : line.end].rstrip("»”\"')")
    if line.end - line.start > _TITLE_LONGEST or ends in ".,;:" or closing.endswith((".", "…", ",")):
        return None
    if text[lines[1].start].islower() or dateline_at(text, line.start, line.end):
        return None
    return line


def _pass_title_header(text: str, lines: list[Span], header: list[Piece]) -> list[Span]:
    """The lines below the title, or a second one, that are furniture: date, site, writer. They stay in the body."""
    first = 0
    while first < _MORE_TITLES and _title_line(text, lines[first:]) and not _strong(text, lines[first]):
        first += 1
    below = first
    for number, line in enumerate(lines[first : first + _HEADER_LINES], start=first):
        furniture = furniture_line(text, line)
        if furniture is None or number + 1 == len(lines):
            break
        if furniture.is_strong:
            header.extend(piece for line in lines[first:number] for piece in _pieces(text, line))
            header.extend(furniture.pieces)
            first = below = number + 1
    return lines[below:] if below > 0 and header else lines


def _strong(text: str, line: Span) -> bool:
    furniture = furniture_line(text, line)
    return furniture is not None and furniture.is_strong


def _pieces(text: str, line: Span) -> tuple[Piece, ...]:
    furniture = furniture_line(text, line)
    return furniture.pieces if furniture else ()


def _find_dateline(text: str, lines: list[Span]) -> Dateline | None:
    for line in lines[:_PARAGRAPHS_WITH_DATELINE]:
        if found := dateline_at(text, line.start, line.end):
            return found
        if text[line.end - 1] in '.!?…»"':
            return None
    return None


def _signature(text: str, lines: list[Span]) -> tuple[tuple[Piece, ...], list[Span]]:
    """The lines below the article that are furniture; at least one line stays."""
    kept = len(lines)
    found: list[FurnitureLine] = []
    while kept > 1 and len(lines) - kept < _SIGNATURE_LINES:
        line = furniture_line(text, lines[kept - 1])
        if line is None or not _signs(text, line):
            break
        found.insert(0, line)
        kept -= 1
    return tuple(piece for line in found for piece in line.pieces), lines[:kept]


def _tail(text: str, line: Span) -> FurnitureLine | None:
    """The signature that stands in the last line, after its last sentence."""
    for end in _SENTENCE_END.finditer(text, max(line.start + 1, line.end - _TAIL_LONGEST), line.end):
        tail = furniture_line(text, Span(end.end(), line.end))
        if tail and tail.kinds & _TAIL_KINDS:
            return tail
    return None


def _signs(text: str, line: FurnitureLine) -> bool:
    """Furniture at the end: no sentence, and not a mere place."""
    if all(piece.kind is PieceKind.PLACE for piece in line.pieces):
        return False
    return line.is_strong or text[line.span.end - 1] not in "!?:;,"


def _without_end_mark(text: str, start: int, end: int) -> int:
    mark = _END_MARK.search(text, start, end)
    return mark.start() if mark and mark.start() > start else end


def _stripped(text: str, span: Span) -> Span:
    inner = text[span.start : span.end].strip()
    start = span.start + text[span.start : span.end].find(inner) if inner else span.start
    return Span(start, start + len(inner))
