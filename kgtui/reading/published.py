"""Which of the dates that a text bears is the date it was published.

In this order: what the format states, the header, the dateline, the signature, the file's name. Where header (or format)
and dateline disagree, the one that fits what the text says of its own day wins (a weekday, «сегодня, 5 ноября»), else the
dateline: a header may come from the page, a dateline is the writer's. Dates inside the running text never count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kgtui.model import DateOrigin, Span
from kgtui.reading.dates import WrittenDate, dates_in

_LEAD = 700
_WEEKDAYS = ("понедельник", "вторник", "сред", "четверг", "пятниц", "суббот", "воскресень")
_WEEKDAY = re.compile(rf"\bво?\s+({'|'.join(_WEEKDAYS)})[а-я]*", re.IGNORECASE)
_TODAY = re.compile(r"\bсегодня,?\s+$", re.IGNORECASE)
_YEAR = re.compile(r"(?<![\d.,-])((?:19|20)\d\d)(?=(?:-го|-м)?\s*(?:год|г\.))")
_TARGET = re.compile(r"(?:до|к|с|на)\s+(?:конца\s+|начала\s+|середины\s+)?$", re.IGNORECASE)
_GONE = re.compile(r"(?:в|за|итогам|итоги|данным|с)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Published:
    day: date | None = None
    origin: DateOrigin | None = None
    doubtful: bool = False


def published(
    text: str,
    lead: int,
    *,
    metadata: date | None,
    header: Iterable[WrittenDate],
    dateline: WrittenDate | None,
    signature: Iterable[WrittenDate],
    file: date | None,
) -> Published:
    """The publication date of a text whose own words begin at ``lead``."""
    signed = _first_full(signature)
    stated = _stated(metadata, _first_full(header))
    reference = stated.day or signed or file
    if dateline is None:
        return stated if stated.day else _signed_or_filed(signed, file)
    line = _of_dateline(text, lead, dateline, reference)
    if stated.day is None or line.day is None:
        return line if line.day else stated if stated.day else _signed_or_filed(signed, file)
    if stated.day == line.day:
        return stated
    better = stated.day if fit(text, lead, stated.day) > fit(text, lead, line.day) else line.day
    return Published(better, stated.origin if better == stated.day else DateOrigin.DATELINE, True)


def _stated(metadata: date | None, header: date | None) -> Published:
    if metadata:
        return Published(metadata, DateOrigin.METADATA)
    return Published(header, DateOrigin.HEADER) if header else Published()


def _signed_or_filed(signed: date | None, file: date | None) -> Published:
    if signed:
        return Published(signed, DateOrigin.SIGNATURE)
    return Published(file, DateOrigin.FILE) if file else Published()


def _first_full(dates: Iterable[WrittenDate]) -> date | None:
    return next((written.full for written in dates if written.full), None)


def _of_dateline(text: str, lead: int, dateline: WrittenDate, reference: date | None) -> Published:
    if dateline.full:
        return Published(dateline.full, DateOrigin.DATELINE)
    if reference:
        return Published(_nearest(dateline, reference), DateOrigin.DATELINE)
    year = _year_of_text(text, lead, dateline)
    return Published(dateline.in_year(year), DateOrigin.DATELINE, True) if year else Published()


def _nearest(written: WrittenDate, reference: date) -> date | None:
    """The day in the year that brings it nearest to another one."""
    days = [day for year in range(reference.year - 1, reference.year + 2) if (day := written.in_year(year))]
    return min(days, key=lambda day: abs(day - reference), default=None)


def fit(text: str, lead: int, day: date) -> int:
    """How well the beginning of a text agrees with having been written on a day."""
    beginning = Span(lead, min(len(text), lead + _LEAD))
    score = 0
    if match := _WEEKDAY.search(text, beginning.start, beginning.end):
        weekday = _WEEKDAYS.index(match[1].lower())
        score += 2 if weekday == day.weekday() else -1
    for written in dates_in(text, beginning):
        same = written.in_year(written.year or day.year) == day
        today = _TODAY.search(text, max(lead, written.span.start - 12), written.span.start)
        score += (3 if same else -3) if today else int(same)
    return score


def _year_of_text(text: str, lead: int, dateline: WrittenDate) -> int | None:
    """The year of a dateline without one, as far as the text settles it.

    A date with its year tells the nearest year; else a year gone by («в 2024 году», «по итогам 2024 года») tells the
    next one, and a year that is running («до конца 2025 года») itself. None where nothing is said.
    """
    full = [written.full for written in dates_in(text, Span(lead, len(text))) if written.full]
    if full:
        return _nearest_year(dateline, full)
    running, gone = _years(text, lead)
    candidates = [*(year for year in running), *(year + 1 for year in gone)]
    if not candidates:
        return None
    weekday = [year for year in candidates if (day := dateline.in_year(year)) and fit(text, lead, day) > 0]
    return max(weekday or gone and [max(gone) + 1] or running)


def _nearest_year(dateline: WrittenDate, full: Sequence[date]) -> int | None:
    latest = max(full)
    day = _nearest(dateline, latest)
    return day.year if day and abs(day - latest) < timedelta(days=183) else latest.year


def _years(text: str, lead: int) -> tuple[list[int], list[int]]:
    """Years that the text speaks of as running, and as gone by."""
    running, gone = [], []
    for match in _YEAR.finditer(text, lead):
        before = text[max(lead, match.start() - 20) : match.start()]
        if re.search(r"до\s+конца\s+$", before):
            running.append(int(match[1]))
        elif _GONE.search(before) and not _TARGET.search(before):
            gone.append(int(match[1]))
    return running, gone
