"""The period named before that «аналогичный период», «тот же день» and «годом ранее» go back to."""

from __future__ import annotations

from datetime import date

from kgtui.extraction.context import Context
from kgtui.extraction.periods.comparisons import is_compared
from kgtui.extraction.periods.expressions import Unit
from kgtui.extraction.periods.spans import is_day, is_year, shifted
from kgtui.model import Period


class Antecedents:
    """The periods of an article as they are named one after another; ``last`` and ``day`` are those named last."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.last: Period | None = None
        self.day: date | None = None
        self._told: tuple[int, Period] | None = None  # of which something is told, with the position of its first token
        self._finer: Period | None = None  # the last such that is no whole year

    def add(self, position: int, period: Period) -> None:
        self.last = period
        if is_day(period):
            self.day = period.first_day
        elif not self._is_ahead(period) and not is_compared(self._context, position, period):
            self._told = position, period
            self._finer = self._finer if is_year(period) else period

    def compared(self, position: int) -> Period | None:
        """What a comparison at a position is with: a period of its sentence, else the last that is finer than a year,
        else the last year. Days, what is still to come and what is only compared with are no such periods.
        """
        if self._told is None:
            return None
        at, last = self._told
        return last if at >= self._context.sentence(position)[0] or self._finer is None else self._finer

    def in_sentence(self, position: int) -> Period | None:
        """A period finer than a year that the sentence has told of."""
        if self._told is None or is_year(self._told[1]) or self._told[0] < self._context.sentence(position)[0]:
            return None
        return self._told[1]

    def month_compared(self, position: int) -> Period | None:
        """The same for a month: «в 2023-м за тот же месяц» is the month named before, in the year named just now."""
        if self._finer is None or self._told is None:
            return None
        at, last = self._told
        if is_year(last) and at >= self._context.sentence(position)[0]:
            return shifted(self._finer, Unit.YEAR, int(last.start) - self._finer.last_day.year)
        return self._finer

    def _is_ahead(self, period: Period) -> bool:
        return self._context.published is not None and period.first_day > self._context.published
