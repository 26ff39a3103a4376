"""What stands above an article: header lines, a date before its first words, its title."""

from __future__ import annotations

import re

from kgtui.model import Span
from kgtui.reading import pieces
from kgtui.reading.bodies import body_at
from kgtui.reading.dateline import dateline_at
from kgtui.reading.furniture import FurnitureLine, furniture_line
from kgtui.reading.pieces import Piece, PieceKind

_HEADER_LINES = 24  # as many lines above an article, and below its title, may be furniture
_MORE_TITLES = 2  # lines between title and furniture: a subtitle, the title below the site's name
_TITLE_LONGEST = 250
_MASTHEADS = 4  # as many names may stand above a title
_TITLE_AND_TEXT = 2  # lines
_LINES_TO_TEXT = 8  # as many lines below a masthead hold the title and the beginning of its text
_PROSE_LEAST = 60  # signs
_TITLE_LEAST = 4  # words
_ONE_WORD = re.compile(r"[^\W\d_]{3,25}(?:-[^\W\d_]+)?")
_TICKER_LEAST = 3  # headlines
_GLUED_HEADLINE = re.compile(r"[^.!?\n]{20}[а-яё]{2}(?=[А-ЯЁ][а-яё]+\s)")
_LEAD_LONGEST = 400
_STAMP = frozenset({PieceKind.TIME, PieceKind.RUBRIC, PieceKind.COUNTER, PieceKind.SITE})
_TITLE_STAMP = re.compile(r"\s+(?:\d{1,2}:\d\d,?[ \t]+)(?=\d\d\.\d\d\.\d{4}$)")
_GAP = re.compile(r"[\s.,;:|)\]–—-]*")
_OPENING = re.compile(r"[\s(\[]*")
_CLOSES_DATE = re.compile(r"[.|)\]\n]|\d[:.]\d\d")


def split_header(text: str, lines: list[Span]) -> tuple[tuple[Piece, ...], list[Span]]:
    """The pieces of the lines above the article that are furniture, and the lines left, at least one. A name or place
    between such lines («Москва» above the weather) is passed with them.
    """
    header: list[Piece] = []
    passed = 0
    for number, line in enumerate(lines[: min(_HEADER_LINES, len(lines) - 1)]):
        furniture = furniture_line(text, line)
        if furniture is None:
            break
        header.extend(furniture.pieces)
        if _is_header(text, furniture):
            passed = number + 1
        elif passed < number or (not passed and not _is_rubric(text, lines[1])):
            break
    kept = lines[passed - 1].end if passed else -1
    return tuple(piece for piece in header if piece.end <= kept), lines[passed:]


def split_masthead(text: str, lines: list[Span]) -> tuple[tuple[Piece, ...], list[Span]]:
    """The pieces of furniture between the names that stand above the title, and the lines left, at least one.

    Pages name above it the part of the site («Власть», «В СОДРУЖЕСТВЕ») or the body whose site it is. Such a line is
    passed only if a title of several words and then prose follow: the title of a poem stays.
    """
    kept = left = _below_ticker(text, lines)
    found: tuple[Piece, ...] = ()
    between: tuple[Piece, ...] = ()
    for _ in range(_MASTHEADS):
        if len(left) < _TITLE_AND_TEXT + 1 or not _is_masthead(text, left[0]):
            break
        below, left = split_header(text, left[1:])
        between = (*between, *below)
        if _heads_text(text, left):
            found, kept = between, left
    return found, kept


def _below_ticker(text: str, lines: list[Span]) -> list[Span]:
    """The lines below a column of other headlines, each above the rubric of the next one; less than three are none."""
    passed = 0
    while passed + 2 < len(lines) and _is_title(text, lines[passed:]) and _is_rubric(text, lines[passed + 1]):
        passed += 2
    return lines[passed:] if passed >= 2 * _TICKER_LEAST else lines


def _is_rubric(text: str, line: Span) -> bool:
    furniture = furniture_line(text, line)
    return furniture is not None and furniture.kinds == {PieceKind.RUBRIC}


def _is_masthead(text: str, line: Span) -> bool:
    words = line.of(text)
    if len(_GLUED_HEADLINE.findall(words)) >= _TICKER_LEAST - 1:
        return True
    if _ONE_WORD.fullmatch(words) or (words.isupper() and len(words.split()) < _TITLE_LEAST):
        return words[-1].isalpha()
    named = body_at(text, line.start, line.end, "nomn")
    return named is not None and named.end == line.end


def _heads_text(text: str, lines: list[Span]) -> bool:
    """Whether the first line is a title of several words, and prose follows soon."""
    if not _is_title(text, lines) or len(lines[0].of(text).split()) < _TITLE_LEAST:
        return False
    return any(
        line.end - line.start >= _PROSE_LEAST and text[line.end - 1] in '.!?…»"”'
        for line in lines[1 : 1 + _LINES_TO_TEXT]
    )


def _is_header(text: str, line: FurnitureLine) -> bool:
    """A dateline on a line of its own is left to the body, and «Пресс-служба МИД» may be a title; a line with the time
    and the day of an article is the page's («Узбекистан | 11:44 / 01.08.2019»), and so is one with the time alone.
    """
    if line.kinds <= {PieceKind.TIME, PieceKind.WEEKDAY} or {PieceKind.TIME, PieceKind.DATE} <= line.kinds:
        return True
    if not line.is_strong or line.kinds == {PieceKind.OFFICE}:
        return False
    return PieceKind.PLACE not in line.kinds or dateline_at(text, line.span.start, line.span.end) is None


def pass_inline_header(text: str, line: Span) -> tuple[tuple[Piece, ...], int]:
    """The date that stands before the first words, and where these begin: « date 2025-11-20 », «20.11.2025 14:35 »."""
    opening = _OPENING.match(text, line.start, line.end)
    position = opening.end() if opening else line.start
    label = pieces.label_at(text, position)
    is_labelled = label is not None and label.value == "date"
    date = pieces.date_piece_at(text, _after_gap(text, label.end) if label and is_labelled else position)
    if date is None or date.date is None or date.date.full is None:
        return (), line.start
    end = _after_gap(text, date.end)
    time = pieces.time_at(text, end)
    end = _after_gap(text, time.end) if time else end
    if end >= line.end or not (is_labelled or _stands_apart(text, date, end, timed=time is not None)):
        return (), line.start
    return (date,), end


def _stands_apart(text: str, date: Piece, end: int, *, timed: bool) -> bool:
    """A date without a label is a header where it is in figures, or in words with a sign behind it, and a capital
    follows: «4 марта 2024 года подписали…» is none, nor is the dateline «20 ноября 2025 года, Бишкек»."""
    between = text[date.end : end]
    if not (text[end].isupper() or text[end] in '«"“„') or ("," in between and not timed):
        return False
    in_figures = not any(sign.isalpha() for sign in text[date.start : date.end])
    return in_figures or _CLOSES_DATE.search(between) is not None


def _after_gap(text: str, position: int) -> int:
    match = _GAP.match(text, position)
    return match.end() if match else position


def split_title(text: str, lines: list[Span]) -> tuple[Span | None, list[Span]]:
    """The title line, if the first one is one, and the lines left, at least one."""
    return (lines[0], lines[1:]) if _is_title(text, lines) else (None, lines)


def pass_title_stamp(text: str, title: Span) -> tuple[tuple[Piece, ...], Span]:
    """The time and date at the end of a title line, and the title without them."""
    stamp = _TITLE_STAMP.search(text[: title.end], title.start)
    date = pieces.date_piece_at(text, stamp.end()) if stamp else None
    return ((date,), Span(title.start, stamp.start())) if stamp and date else ((), title)


def _is_title(text: str, lines: list[Span]) -> bool:
    """The first line ends without a full stop, and more follows that does not go on with it.

    One that begins with a dateline is a title only above furniture («Бишкек – 24.kg. Форум открыт», then a date).
    """
    if len(lines) < 2:
        return False
    line = lines[0]
    last = text[line.start : line.end].rstrip("»”\"')")[-1:]
    if line.end - line.start > _TITLE_LONGEST or last in ("", *".…,;:") or text[line.end - 1] in ".,;:":
        return False
    if text[lines[1].start].islower() and not _is_strong(text, lines[1]):  # «пн, 10/11/2025» is the page's
        return False
    return dateline_at(text, line.start, line.end) is None or (len(lines) > 2 and _is_strong(text, lines[1]))


def split_title_header(text: str, lines: list[Span]) -> tuple[tuple[Piece, ...], list[Span]]:
    """The pieces of the lines below the title that are furniture — date, site, writer — and the lines left.

    One or two more lines without a full stop may come before them, or the lead, if they say when the page was
    published. A writer's name counts as furniture only before a line that is so by itself.
    """
    titles = 0
    while titles < _MORE_TITLES and _is_title(text, lines[titles:]) and not _is_strong(text, lines[titles]):
        titles += 1
    found = _furniture_lines(text, lines[titles:])
    if not found and lines[titles].end - lines[titles].start <= _LEAD_LONGEST:
        titles += 1
        found = _furniture_lines(text, lines[titles:])
        if not _has_stamp(found):
            return (), lines
    if not found:
        return (), lines
    weak = [furniture for line in lines[:titles] if (furniture := furniture_line(text, line))]
    return tuple(piece for line in (*weak, *found) for piece in line.pieces), lines[titles + len(found) :]


def _furniture_lines(text: str, lines: list[Span]) -> list[FurnitureLine]:
    """The lines at the beginning that are furniture, up to the last one that says so by itself; one line is left."""
    found: list[FurnitureLine] = []
    for line in lines[: min(_HEADER_LINES, len(lines) - 1)]:
        furniture = furniture_line(text, line)
        if furniture is None:
            break
        found.append(furniture)
    while found and not found[-1].is_strong:
        found.pop()
    return found


def _has_stamp(lines: list[FurnitureLine]) -> bool:
    """More than a date alone, which may be the heading of a day."""
    kinds = frozenset(kind for line in lines for kind in line.kinds)
    return PieceKind.DATE in kinds and bool(kinds & _STAMP)


def _is_strong(text: str, line: Span) -> bool:
    furniture = furniture_line(text, line)
    return furniture is not None and furniture.is_strong
