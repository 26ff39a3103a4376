"""Periods of ``дата:`` — a day, a month, a year, a range of them, the last week — and their text.

«2025», «2025-11», «11.2025», «ноябрь», «ноябрь 2025», «2025-11-20», «20.11.2025», «20 ноября 2025», two of them with
«..» between (either may be missing), «сегодня», «вчера», «неделя», «месяц», «год».
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Period:
    """From ``first`` to ``last``, both included; None is open, but never both."""

    first: date | None
    last: date | None


BETWEEN = ".."
_RANGE = re.compile(r"\s*(?:\.{2,}|…|–|—|(?<=\d{4})-(?=\d{4}))\s*")
_YEAR = re.compile(r"(\d{4})")
_YEAR_MONTH = re.compile(r"(\d{4})[-./](\d{1,2})")
_MONTH_YEAR = re.compile(r"(\d{1,2})[./](\d{4})")
_WORD_AND_YEAR = re.compile(r"([^\W\d_]+\.?)(?:\s+(\d{4}))?")


def period_of(text: str, today: date) -> Period | None:
    """The period that a text names, seen from ``today``; None where it names none."""
    sides = _RANGE.split(text.strip())
    if len(sides) == 1:
        return _single(sides[0], today)
    if len(sides) != 2 or not any(sides):
        return None
    first, last = (_single(side, today) if side else Period(None, None) for side in sides)
    if first is None or last is None:
        return None
    return _in_order(first, last)


def printed_period(period: Period) -> str:
    """The shortest text that names the period whatever day it is."""
    first, last = period.first, period.last
    if first is None or last is None:
        return f"{_iso(first)}{BETWEEN}{_iso(last)}"
    for text in (f"{first.year:04}", f"{first.year:04}-{first.month:02}", _iso(first)):
        if period_of(text, first) == period:
            return text
    return f"{_iso(first)}{BETWEEN}{_iso(last)}"


def _in_order(first: Period, last: Period) -> Period:
    """From the beginning of one to the end of the other, whichever stands first."""
    if first.first and last.last and first.first > last.last:
        first, last = last, first
    return Period(first.first, last.last)


def _single(text: str, today: date) -> Period | None:
    try:
        return _numeric(text) or _relative(text.lower(), today) or _worded(text, today)
    except (ValueError, OverflowError):  # a month 13, a year 0
        return None


def _numeric(text: str) -> Period | None:
    if match := _YEAR.fullmatch(text):
        year = int(match[1])
        return Period(date(year, 1, 1), date(year, 12, 31))
    if match := _YEAR_MONTH.fullmatch(text):
        return _month(int(match[1]), int(match[2]))
    if match := _MONTH_YEAR.fullmatch(text):
        return _month(int(match[2]), int(match[1]))
    return None


def _month(year: int, month: int) -> Period:
    first = date(year, month, 1)
    return Period(first, first.replace(day=calendar.monthrange(year, month)[1]))


def _relative(word: str, today: date) -> Period | None:
    first = _FIRST_DAYS.get(word)
    if first is None:
        return None
    begins = first(today)
    return Period(begins, begins if word in _SINGLE_DAYS else today)


def _month_before(today: date) -> date:
    """The day after this day of the month before."""
    year, month = (today.year, today.month - 1) if today.month > 1 else (today.year - 1, 12)
    same = date(year, month, min(today.day, calendar.monthrange(year, month)[1]))
    return same + timedelta(days=1)


def _year_before(today: date) -> date:
    same = date(today.year - 1, today.month, min(today.day, calendar.monthrange(today.year - 1, today.month)[1]))
    return same + timedelta(days=1)


_FIRST_DAYS: dict[str, Callable[[date], date]] = {
    "сегодня": lambda today: today,
    "today": lambda today: today,
    "вчера": lambda today: today - timedelta(days=1),
    "yesterday": lambda today: today - timedelta(days=1),
    "неделя": lambda today: today - timedelta(days=6),
    "week": lambda today: today - timedelta(days=6),
    "месяц": _month_before,
    "month": _month_before,
    "год": _year_before,
    "year": _year_before,
}
_SINGLE_DAYS = frozenset({"вчера", "yesterday"})


def _worded(text: str, today: date) -> Period | None:
    """A day, or a month by its name; without a year the latest that has begun."""
    from kgtui.reading.dates import date_at, month_named  # noqa: PLC0415 - kept off the start path

    written = date_at(text, 0)
    if written and written.span.end == len(text):
        day = written.full or written.in_year(today.year)
        if day and day > today and written.year is None:
            day = written.in_year(today.year - 1)
        return Period(day, day) if day else None
    match = _WORD_AND_YEAR.fullmatch(text)
    month = month_named(match[1]) if match else None
    if match is None or month is None:
        return None
    year = int(match[2]) if match[2] else today.year - (month > today.month)
    return _month(year, month)


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
