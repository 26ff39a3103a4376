"""The dateline of an agency at the beginning of its text: «БИШКЕК, 11 ноя – РИА Новости.», «(Кабар)», «Trend:»."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kgtui.model import Span
from kgtui.reading import pieces
from kgtui.reading.dates import WrittenDate
from kgtui.reading.pieces import Piece, PieceKind

_GAP = re.compile(r"[ \t\xa0,.:;–—―/()\[\]|\\-]*")
_STRONG = re.compile(r"[.:–—―/)\]|]|\s-\s|--")
_DASH_OR_COLON = re.compile(r"[–—―:]|\s-\s|--")
_WRAPPED = re.compile(r"[/(\[][ \t]*(?P<name>[^/()\[\]\n]{2,40}?)[ \t]*(?P<close>[/)\]])")
_ABBREVIATION = re.compile(r"[А-ЯЁA-Z]{2,5}")
_WRITER = re.compile(r"^[А-ЯЁA-Z][\w-]+(?:[ \t]+[А-ЯЁA-Z][\w-]+){1,2}[ \t]+[—–-][ \t]+(?=[А-ЯЁA-Z])")
_PLAIN_AGENCY = re.compile(
    r"[А-ЯЁA-Z«\"][\w«»\"-]*(?:[ \t]+[А-ЯЁA-Z«\"][\w«»\"-]*){0,2}(?=\.[ \t]+[А-ЯЁA-Z«\"]|\.?[ \t]*(?:\n|\Z))"
)
_CORRESPONDENT = re.compile(r"(?:соб(?:ственный)?\.?\s+)?корр(?:еспондент)?\.?\s+", re.IGNORECASE)
_MONTH = re.compile(r"(?:Январ|Феврал|Март|Апрел|Ма[йя]\b|Июн|Июл|Август|Сентябр|Октябр|Ноябр|Декабр)", re.IGNORECASE)
_AFTER_AGENCY = re.compile(r"[,.]?[ \t]*\d|\.[ \t]+[А-ЯЁA-Z«\"]")  # a date, or the text itself
_CITY = re.compile(r"[А-ЯЁ-]{3,}\.[ \t]+(?=[А-ЯЁ«\"])")
_AGENCIES = frozenset({PieceKind.MEDIUM, PieceKind.SITE})
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Dateline:
    """``span`` runs from its first sign to the first sign of the text after it."""

    span: Span
    date: WrittenDate | None
    agency: str | None


@dataclass(slots=True)
class _Scan:
    """The pieces read so far, the gap before the next one, and whether the list or a site knows the agency."""

    text: str
    start: int
    end: int
    position: int = 0
    gap: str = ""
    found: list[Piece] = field(default_factory=list)
    known: bool = False

    def __post_init__(self) -> None:
        self.pass_gap(self.start)

    def pass_gap(self, position: int) -> None:
        match = _GAP.match(self.text, position, self.end)
        self.position = match.end() if match else position
        self.gap = self.text[position : self.position]

    def has(self, *kinds: PieceKind) -> bool:
        return any(piece.kind in kinds for piece in self.found)

    @property
    def has_agency(self) -> bool:
        return self.has(*_AGENCIES)


def dateline_at(text: str, start: int, end: int) -> Dateline | None:
    """The dateline that begins at ``start``; None where the text begins at once."""
    scan = _Scan(text, start, end)
    best: Dateline | None = None
    while piece := _next_piece(scan):
        scan.found.append(piece)
        scan.pass_gap(piece.end)
        if _is_dateline(scan):
            best = _dateline(scan)
    return best


def _next_piece(scan: _Scan) -> Piece | None:
    if scan.position >= min(scan.end, scan.start + _LONGEST):
        return None
    piece = (
        _wrapped(scan)
        or _date_or_time(scan)
        or _known_agency(scan)
        or _author(scan)
        or _place(scan)
        or _plain_agency(scan)
    )
    return piece if piece and scan.position < piece.end <= scan.end else None


def _wrapped(scan: _Scan) -> Piece | None:
    """An agency between slashes or brackets, known or not; its opening sign stands in the gap."""
    opening = max(scan.gap.rfind(sign) for sign in "/([")
    if opening < 0 or scan.has_agency:
        return None
    match = _WRAPPED.match(scan.text, scan.position - len(scan.gap) + opening)
    if match is None:
        return None
    name = scan.text[_after_correspondent(scan.text, match.start("name")) : match.end("name")].strip()
    name = _WRITER.sub("", name)
    known = pieces.medium_at(name, 0) or pieces.site_at(name, 0)
    if known and (known.end == len(name) or name[known.end] in " ,-–—"):  # «Корр. ТАСС Иван Асанов»
        scan.known = True
        return Piece(PieceKind.MEDIUM, match.start("name"), match.end("name"), known.value)
    if pieces.date_piece_at(name, 0) or not _may_be_agency(name, match["close"]):
        return None
    return Piece(PieceKind.MEDIUM, match.start("name"), match.end("name"), name)


def _may_be_agency(name: str, close: str) -> bool:
    return name[:1].isupper() if close == "/" else _ABBREVIATION.fullmatch(name) is not None


def _after_correspondent(text: str, position: int) -> int:
    match = _CORRESPONDENT.match(text, position)
    return match.end() if match else position


def _date_or_time(scan: _Scan) -> Piece | None:
    date = None if scan.has(PieceKind.DATE) else pieces.date_piece_at(scan.text, scan.position)
    return date or (None if scan.has(PieceKind.TIME) else pieces.time_at(scan.text, scan.position))


def _known_agency(scan: _Scan) -> Piece | None:
    if scan.has_agency:
        return None
    position = _after_correspondent(scan.text, scan.position)
    piece = pieces.medium_at(scan.text, position) or pieces.site_at(scan.text, position)
    scan.known = scan.known or piece is not None
    return piece


def _author(scan: _Scan) -> Piece | None:
    """The writer, after the agency and a comma."""
    if not scan.found or scan.found[-1].kind not in _AGENCIES or "," not in scan.gap:
        return None
    return pieces.person_at(scan.text, scan.position)


def _place(scan: _Scan) -> Piece | None:
    """A place: the first piece, or after a comma or bracket; after the agency only with a date or full stop behind."""
    places = sum(piece.kind is PieceKind.PLACE for piece in scan.found)
    joined = "," in scan.gap or "(" in scan.gap
    if scan.found and (not joined or "." in scan.gap or places > 1):
        return None
    piece = pieces.place_at(scan.text, scan.position)
    if piece is None or _MONTH.match(piece.value):
        return None
    return piece if not scan.has_agency or _AFTER_AGENCY.match(scan.text, piece.end) else None


def _plain_agency(scan: _Scan) -> Piece | None:
    """An agency that no list knows: after place, date and a dash, up to a full stop or the end of the line."""
    if (
        not scan.has(PieceKind.PLACE)
        or scan.found[-1].kind is not PieceKind.DATE
        or not _DASH_OR_COLON.search(scan.gap)
    ):
        return None
    match = _PLAIN_AGENCY.match(scan.text, scan.position, scan.end)
    if match is None or len(match.group()) > 40:
        return None
    return Piece(PieceKind.MEDIUM, match.start(), match.end(), match.group().strip('«»"'))


def _is_dateline(scan: _Scan) -> bool:
    """Whether the pieces so far, with the gap after them, are a dateline: the text would begin here."""
    following = scan.text[scan.position : scan.position + 1] if scan.position < scan.end else "\n"
    if not (following.isupper() or following.isdigit() or following in '«"“„\n'):
        return False
    last = scan.found[-1]
    stopped = _STRONG.search(scan.gap) or scan.text[last.end - 1] == "."  # «11 ноя.», «2024 г.»
    if following != "\n" and not stopped:
        # «Tazabek — 29 июля 2025 года Правление…»: agency and full date need no sign between date and text
        return scan.known and last.date is not None and last.date.full is not None
    if not scan.has_agency:
        is_city = _CITY.match(scan.text, scan.start, scan.position + 1) is not None
        return scan.has(PieceKind.PLACE) and (scan.has(PieceKind.DATE) or is_city)
    if len(scan.found) > 1:
        return scan.known or scan.has(PieceKind.DATE) or scan.has(PieceKind.PLACE)
    wrapped = scan.text[scan.start] in "/(["
    return scan.known and (wrapped or _DASH_OR_COLON.search(scan.gap) is not None)


def _dateline(scan: _Scan) -> Dateline:
    date = next((piece.date for piece in scan.found if piece.date), None)
    agency = next((piece.value for piece in scan.found if piece.kind in _AGENCIES), None)
    return Dateline(Span(scan.start, scan.position), date, agency)
