"""The period named before that «аналогичный период», «тот же день» and «годом ранее» go back to."""

from __future__ import annotations

from datetime import date

from kgtui.extraction.context import Context
from kgtui.extraction.periods.comparisons import is_compared
from kgtui.extraction.periods.expressions import Unit
from kgtui.extraction.periods.spans import is_day, is_year, shifted
from kgtui.model import Period


class Antecedents:
    """The periods of an article as they are named one after another."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._named: list[tuple[int, Period]] = []  # with the position of their first token
        self._told: list[tuple[int, Period]] = []  # of them those of which something is told

    def add(self, position: int, period: Period) -> None:
        self._named.append((position, period))
        if not is_day(period) and not self._is_ahead(period) and not is_compared(self._context, position, period):
            self._told.append((position, period))

    @property
    def last(self) -> Period | None:
        return self._named[-1][1] if self._named else None

    def day(self) -> date | None:
        """The day named last."""
        return next((period.first_day for _at, period in reversed(self._named) if is_day(period)), None)

    def compared(self, position: int) -> Period | None:
        """What a comparison at a position is with: a period of its sentence, else the last that is finer than a year,
        else the last year. Days, what is still to come and what is only compared with are no such periods.
        """
        if not self._told:
            return None
        at, last = self._told[-1]
        if at >= self._context.sentence(position)[0]:
            return last
        return next((period for _at, period in reversed(self._told) if not is_year(period)), last)

    def month_compared(self, position: int) -> Period | None:
        """The same for a month: «в 2023-м за тот же месяц» is the month named before, in the year named just now."""
        finer = next((period for _at, period in reversed(self._told) if not is_year(period)), None)
        if finer is None:
            return None
        at, last = self._told[-1]
        if is_year(last) and at >= self._context.sentence(position)[0]:
            return shifted(finer, Unit.YEAR, int(last.start) - finer.last_day.year)
        return finer

    def _is_ahead(self, period: Period) -> bool:
        return self._context.published is not None and period.first_day > self._context.published
