"""What an expression of time says, before the day of publication is brought in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Unit(Enum):
    YEAR = "year"
    HALF = "half"
    QUARTER = "quarter"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class YearRef:
    """A year by its number, or by its distance from that of publication; ``before`` counts from the year named last."""

    number: int | None = None
    offset: int = 0
    before: bool = False


@dataclass(frozen=True, slots=True)
class Years:
    first: YearRef
    last: YearRef


@dataclass(frozen=True, slots=True)
class Outcome:
    """«По итогам года»: in the first months the year that has ended."""


@dataclass(frozen=True, slots=True)
class NewYear:
    """«В новом году»: in the first months that which has begun."""


@dataclass(frozen=True, slots=True)
class SchoolYear:
    """«В прошлом учебном году»: from September on, by its distance from the present one; None is the new one."""

    offset: int | None


@dataclass(frozen=True, slots=True)
class Months:
    """Months 1…12; where ``last`` is before ``first`` they run into the next year, and ``year`` is that of ``first``.

    ``elapsed`` marks months counted from January («за 9 месяцев»), ``wintry`` a winter with one year only.
    """

    first: int
    last: int
    year: YearRef | None = None
    elapsed: bool = False
    wintry: bool = False


@dataclass(frozen=True, slots=True)
class Between:
    """From one run of months to another: «с октября 2024 года по март 2025 года»."""

    first: Months
    last: Months


@dataclass(frozen=True, slots=True)
class Days:
    """From a day and month to another."""

    first: tuple[int, int]
    last: tuple[int, int]
    year: YearRef | None = None


@dataclass(frozen=True, slots=True)
class Near:
    """A unit by its distance from the present one: «на прошлой неделе» is (WEEK, -1), «завтра» (DAY, 1)."""

    unit: Unit
    offset: int


@dataclass(frozen=True, slots=True)
class Away:
    """So many units before (negative) or after publication: «два года назад», «через месяц»."""

    unit: Unit
    count: int


@dataclass(frozen=True, slots=True)
class Latest:
    """The last (negative) or next units as a run: «за последние три года»."""

    unit: Unit
    count: int


@dataclass(frozen=True, slots=True)
class Weekday:
    """0 is Monday; ``offset`` in weeks where the text tells it («в прошлую среду»)."""

    number: int
    offset: int | None = None


@dataclass(frozen=True, slots=True)
class Same:
    """The period named before, in its own year or another: «за тот же период», «за аналогичный период прошлого года».

    ``month`` where its noun is «месяц», which a year named just before does not answer.
    """

    year: YearRef | None = None
    month: bool = False


@dataclass(frozen=True, slots=True)
class SameDay:
    """«В тот же день», «на ту же дату прошлого года»."""

    year: YearRef | None = None


@dataclass(frozen=True, slots=True)
class Earlier:
    """The period named before, so many units back: «годом ранее»; forward where negative («годом позже»)."""

    unit: Unit
    count: int


@dataclass(frozen=True, slots=True)
class SinceStart:
    """«С начала года»: up to the publication."""

    of: Years | Months


@dataclass(frozen=True, slots=True)
class Edge:
    """The first or the last month of several."""

    of: Months
    end: bool


Expression = (
    Years
    | Outcome
    | NewYear
    | SchoolYear
    | Months
    | Between
    | Days
    | Near
    | Away
    | Latest
    | Weekday
    | Same
    | SameDay
    | Earlier
    | SinceStart
    | Edge
)
