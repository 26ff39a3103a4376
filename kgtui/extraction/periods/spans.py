"""Periods out of numbers: as exact as what they were made from."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from kgtui.extraction.periods.expressions import Unit
from kgtui.model import Period

_MONTHS = {Unit.YEAR: 12, Unit.HALF: 6, Unit.QUARTER: 3, Unit.MONTH: 1}
_DAYS = {Unit.WEEK: 7, Unit.DAY: 1}


def of_years(first: int, last: int) -> Period:
    """Raises ValueError for what is no year of the calendar."""
    date(first, 1, 1), date(last, 1, 1)
    return Period(f"{first:04}", f"{last:04}")


def of_months(start: date, end: date) -> Period:
    """From the month of one day to that of another; January to December of one year is that year."""
    if start.year == end.year and (start.month, end.month) == (1, 12):
        return of_years(start.year, end.year)
    return Period(f"{start:%Y-%m}", f"{end:%Y-%m}")


def of_days(start: date, end: date) -> Period:
    return Period(start.isoformat(), end.isoformat())


def moved(day: date, unit: Unit, count: int) -> date:
    """A day so many units later (earlier where negative); a day that its month lacks becomes the last of the month."""
    if unit in _DAYS:
        return day + timedelta(days=count * _DAYS[unit])
    months = day.year * 12 + day.month - 1 + count * _MONTHS[unit]
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def unit_around(day: date, unit: Unit) -> Period:
    """The calendar unit that a day lies in."""
    if unit is Unit.YEAR:
        return of_years(day.year, day.year)
    if unit is Unit.DAY:
        return of_days(day, day)
    if unit is Unit.WEEK:
        monday = day - timedelta(days=day.weekday())
        return of_days(monday, monday + timedelta(days=6))
    length = _MONTHS[unit]
    first = (day.month - 1) // length * length + 1
    return of_months(day.replace(day=1, month=first), day.replace(day=1, month=first + length - 1))


def shifted(period: Period, unit: Unit, count: int) -> Period:
    """A period some units earlier or later, as exact as it was."""
    start, end = (moved(day, unit, count) for day in (period.first_day, period.last_day))
    if len(period.start) == 4:
        return of_years(start.year, end.year)
    if len(period.start) == 7:
        return of_months(start, end)
    return of_days(start, end)


def is_year(period: Period) -> bool:
    """One whole year."""
    return len(period.start) == len("2025") and period.start == period.end


def is_day(period: Period) -> bool:
    return len(period.start) == len("2025-01-01") and period.start == period.end
