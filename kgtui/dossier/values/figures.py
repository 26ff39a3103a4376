"""How much, and where sources differ on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from kgtui.dossier.values.people import Person
from kgtui.dossier.values.row import Row
from kgtui.model import Amount, Approximation, Direction, FigureKind, Period


class Reach(str, Enum):
    """Between whom a figure is, from the nearest to the reader: the two sides of the brief, they and others, one side
    with a region, with a bloc, the subject alone, others."""

    BILATERAL = "bilateral"
    MANY = "many"
    REGION = "region"
    BLOC = "bloc"
    OWN = "own"
    OTHERS = "others"


@dataclass(frozen=True, slots=True)
class Growth:
    """The change to the period before, told beside a level; ``direction`` is None where only its size is told. ``base``
    is the period that it is to, where the sentence names it."""

    amount: Amount
    direction: Direction | None = None
    approximation: Approximation | None = None
    base: Period | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow(Row):
    """One value. ``measure`` is a code of the table of measures (None for what is not in it), ``about`` what is
    measured in the article's words, ``countries`` and ``union`` (its name) whose figure it is; ``is_directed``: the
    text tells that it is of the first one, to or from the other. ``speaker`` names it and ``data_of`` is the body whose
    data it is; both are None where the source of the figure is not told. Its notes are those of all articles that give
    the same value.
    """

    measure: str | None
    about: str | None
    amount: Amount
    kind: FigureKind
    on: date | None
    countries: tuple[str, ...] = ()
    union: str | None = None
    is_directed: bool = False
    period: Period | None = None
    approximation: Approximation | None = None
    change: Direction | None = None
    previous: Amount | None = None
    equivalent: Amount | None = None
    growth: Growth | None = None
    speaker: Person | None = None
    data_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureRow(Row):
    """The figures of one measure, of the same countries or union, newest period first, and how many ``more`` there are;
    ``points`` are the levels from the oldest period to the newest, where there are three or more in one unit. Its notes
    are those of the figures."""

    measure: str | None
    about: str | None
    reach: Reach
    countries: tuple[str, ...]
    union: str | None
    figures: tuple[FigureRow, ...]
    more: int = 0
    points: tuple[float, ...] = ()


class GapReason(str, Enum):
    """Why sources may differ: a label that is offered, never a verdict. The data of the two sides; a later and an
    earlier count; two records of one remark; a change that does not fit the levels; none that can be told."""

    SIDES = "sides"
    REVISED = "revised"
    WORDING = "wording"
    ARITHMETIC = "arithmetic"
    UNSTATED = "unstated"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictRow(Row):
    """Values of one claim (measure, countries, kind, period) that differ, each with its source, never averaged.

    ``gap`` is the difference between the greatest and the smallest and ``share`` the same in per cent of the smallest.
    Of a change that does not fit the levels of two periods ``values`` are the levels and the change, ``computed`` is
    the change between the levels and ``share`` None.
    """

    measure: str | None
    about: str | None
    countries: tuple[str, ...]
    union: str | None
    period: Period | None
    values: tuple[FigureRow, ...]
    gap: Amount
    share: float | None
    computed: Amount | None = None
    reason: GapReason = GapReason.UNSTATED
