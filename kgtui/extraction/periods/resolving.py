"""From what an expression says to the period that it means in an article of a certain day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from kgtui.extraction.context import Context
from kgtui.extraction.periods.antecedents import Antecedents
from kgtui.extraction.periods.choosing import chosen, is_ahead
from kgtui.extraction.periods.expressions import (
    Away,
    Between,
    Days,
    Earlier,
    Edge,
    Expression,
    Latest,
    Months,
    Near,
    NewYear,
    Outcome,
    Same,
    SameDay,
    SchoolYear,
    SinceStart,
    Unit,
    Weekday,
    YearRef,
    Years,
)
from kgtui.extraction.periods.spans import moved, of_days, of_months, of_years, shifted, unit_around
from kgtui.model import Doubt, Period

_EARLY = 3  # in the first months «итоги года» and «за 11 месяцев» are of the year that has ended
_SCHOOL = 8  # from August on the school year is the one that begins in September
_NEARLY_OVER = 20  # a month that has come to this day may be counted among those gone by

_FromToday = Outcome | NewYear | SchoolYear | Near | Away | Latest | Weekday | SinceStart


class Resolver:
    """Resolves the expressions of one article in their order. Without a day of publication only what is absolute."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._today = context.published
        self._named = Antecedents(context)

    def resolve(self, said: Expression, first: int, stop: int) -> Period | None:
        """The period that the tokens from ``first`` to ``stop`` mean; None where it cannot be told."""
        try:
            period = self._period(said, first, stop)
        except (ValueError, OverflowError):  # 31 June, a year 0
            return None
        if period is None or period.first_day > period.last_day:
            return None
        period = replace(period, span=self._context.span(first, stop))
        self._named.add(first, period)
        return period

    def _period(self, said: Expression, first: int, stop: int) -> Period | None:
        if isinstance(said, Years):
            begin, end = self._year(said.first), self._year(said.last)
            return None if begin is None or end is None else of_years(begin, end)
        if isinstance(said, Months):
            return self._months(said, first, stop)
        if isinstance(said, Days):
            return self._days(said, first, stop)
        if isinstance(said, Edge | Between):
            return self._between(said, first, stop) if isinstance(said, Between) else self._edge(said, first, stop)
        if isinstance(said, Same | SameDay | Earlier):
            return self._named_before(said, first)
        return None if self._today is None else self._from_today(said, first, stop, self._today)

    def _year(self, ref: YearRef) -> int | None:
        if ref.number is not None:
            return ref.number
        if ref.before and self._named.last:
            return self._named.last.last_day.year + ref.offset
        return self._today.year + ref.offset if self._today else None

    def _months(self, said: Months, first: int, stop: int) -> Period | None:
        year = self._year(said.year) if said.year else None
        if said.year and year is None:
            return None
        if year is not None and not said.wintry:
            return _run(said, year)
        if self._today is None:
            return None
        if said.elapsed:
            return _elapsed(said, self._today)
        around = self._today.year if year is None else year
        years = range(around - 1, around + (2 if year is None else 1))  # a winter begins or ends in its year
        return chosen([_run(said, each) for each in years], self._context, first, stop, self._today)

    def _days(self, said: Days, first: int, stop: int) -> Period | None:
        year = self._year(said.year) if said.year else None
        if year is not None:
            return _day_run(said, year)
        if said.year or self._today is None:
            return None
        runs = (_day_run(said, self._today.year + offset) for offset in (-1, 0, 1))
        return chosen([run for run in runs if run], self._context, first, stop, self._today)

    def _between(self, said: Between, first: int, stop: int) -> Period | None:
        begun, over = self._months(said.first, first, stop), self._months(said.last, first, stop)
        return of_months(begun.first_day, over.last_day) if begun and over else None

    def _edge(self, said: Edge, first: int, stop: int) -> Period | None:
        months = self._months(said.of, first, stop)
        if months is None:
            return None
        day = months.last_day if said.end else months.first_day
        return replace(of_months(day, day), doubt=months.doubt)

    def _named_before(self, said: Same | SameDay | Earlier, first: int) -> Period | None:
        if isinstance(said, SameDay):
            return self._same_day(said)
        before = self._named.month_compared(first) if isinstance(said, Same) and said.month else None
        before = before or self._named.compared(first)
        if before is None:
            return None
        if isinstance(said, Earlier):
            return shifted(before, said.unit, -said.count)
        if said.year is None:
            return before
        back = before.last_day.year - said.year.number if said.year.number else max(0, -said.year.offset)
        return shifted(before, Unit.YEAR, -back)

    def _same_day(self, said: SameDay) -> Period | None:
        day = self._named.day or self._today
        year = self._year(said.year) if said.year else None
        if day is None or (said.year and year is None):
            return None
        day = day if year is None else moved(day, Unit.YEAR, year - day.year)
        return of_days(day, day)

    def _from_today(self, said: _FromToday, first: int, stop: int, today: date) -> Period | None:
        """What is told only from the day of publication."""
        if isinstance(said, Near):
            return unit_around(moved(today, said.unit, said.offset), said.unit)
        if isinstance(said, Away):
            return self._away(said, first, today)
        if isinstance(said, Latest):
            return _latest(said, today)
        if isinstance(said, Weekday):
            return self._weekday(said, first, stop, today)
        if isinstance(said, SinceStart):
            return self._since_start(said, first, stop, today)
        return self._year_at_turn(said, first, stop, today)

    def _year_at_turn(self, said: Outcome | NewYear | SchoolYear, first: int, stop: int, today: date) -> Period:
        """Which year is meant depends on how early in a year it is said."""
        if isinstance(said, SchoolYear):
            return _school_year(said, today)
        if isinstance(said, NewYear):
            year = today.year + (today.month > _EARLY)
        else:
            year = today.year - (today.month <= _EARLY and not is_ahead(self._context, first, stop))
        return of_years(year, year)

    def _away(self, said: Away, first: int, today: date) -> Period:
        """From today or, «в июне цены выросли на 8 %, год назад — на 5 %», from the months just told of."""
        told = self._named.in_sentence(first) if said.unit is Unit.YEAR and said.count < 0 else None
        if told is not None:
            return shifted(told, said.unit, said.count)
        return replace(unit_around(moved(today, said.unit, said.count), said.unit), doubt=Doubt.APPROXIMATE_PERIOD)

    def _since_start(self, said: SinceStart, first: int, stop: int, today: date) -> Period | None:
        """From its beginning to the month of publication, where that lies in it; else the whole."""
        whole = self._period(said.of, first, stop)
        if whole is None or not whole.first_day <= today <= whole.last_day:
            return whole
        return of_months(whole.first_day, today)

    def _weekday(self, said: Weekday, first: int, stop: int, today: date) -> Period:
        """That of the week named, else the last one past or, where the verb looks ahead, the next one."""
        if said.offset and said.offset > 0:
            day = today + timedelta(days=said.number - today.weekday() + 7 * said.offset)
        elif said.offset:  # «в минувшую среду»: the last one before today
            day = today - timedelta(days=(today.weekday() - said.number - 1) % 7 + 1)
        else:
            days = (said.number - today.weekday()) % 7
            day = today + timedelta(days=days if not days or is_ahead(self._context, first, stop) else days - 7)
        return replace(of_days(day, day), doubt=Doubt.INFERRED_DAY)


def _run(said: Months, year: int) -> Period:
    return of_months(date(year, said.first, 1), date(year + (said.last < said.first), said.last, 1))


def _day_run(said: Days, year: int) -> Period | None:
    """The days in a year, that of the last one; None where a year has no such day."""
    (day, month), (last, last_month) = said.first, said.last
    try:
        return of_days(date(year - (last_month < month), month, day), date(year, last_month, last))
    except ValueError:  # 29 February
        return None


def _school_year(said: SchoolYear, today: date) -> Period:
    """The new one is next year's until summer, then the one that begins."""
    present = today.year - (today.month < _SCHOOL)
    first = present + (said.offset if said.offset is not None else today.month < _SCHOOL)
    return of_years(first, first + 1)


def _elapsed(said: Months, today: date) -> Period | None:
    """Months counted from January on without a year: of this year if they are over, early in a year of the last one."""
    if said.last < today.month or (said.last == today.month and today.day >= _NEARLY_OVER):
        return _run(said, today.year)
    return _run(said, today.year - 1) if today.month <= _EARLY else None


def _latest(said: Latest, today: date) -> Period:
    other = moved(today, said.unit, said.count)
    start, end = min(today, other), max(today, other)
    if said.unit is Unit.YEAR:
        period = of_years(start.year, end.year)
    elif said.unit in (Unit.WEEK, Unit.DAY):
        period = of_days(start, end)
    else:
        period = of_months(start, end)
    return replace(period, doubt=Doubt.APPROXIMATE_PERIOD)
