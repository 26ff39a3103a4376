"""The periods of an article as the rules on figures, meetings and promises ask for them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum

from kgtui.extraction.context import Context
from kgtui.extraction.periods.comparisons import is_compared
from kgtui.extraction.periods.words import Kind, time_word
from kgtui.extraction.phrases import cases_of
from kgtui.model import Period

_BY = frozenset({"до", "к", "ко", "позднее", "позже"})
_LEADING = frozenset("в во за к ко на с со по до итогам результатам".split())
_MOST_LEADING = 2
_WITH = frozenset({"ablt"})  # «по сравнению с 2023 годом»
_SINCE = frozenset({"с", "со"})


class Bound(Enum):
    """What a preposition makes of a period: the time itself, its end as the last day, or its beginning as the first."""

    AT = "at"
    BY = "by"  # «к 2030 году», «до конца года», «не позднее 1 июля»
    SINCE = "since"  # «с 1 марта»


class Times:
    """Periods by their place in the text; positions are those of the context's tokens."""

    def __init__(self, periods: Sequence[Period], context: Context) -> None:
        self._context = context
        placed = [(context.positions(period.span), period) for period in periods if period.span]
        self._ranges = [at for at, _period in placed]
        self._periods = [period for _at, period in placed]
        self._starts = [at.start for at in self._ranges]

    def within(self, first: int, stop: int) -> list[Period]:
        """The periods that begin in a token range, in order."""
        return self._periods[bisect_left(self._starts, first) : bisect_left(self._starts, stop)]

    def nearest(self, position: int) -> Period | None:
        """The period nearest to a token in its sentence, of two as near the one before it."""
        first, stop = self._context.sentence(position)
        found = range(bisect_left(self._starts, first), bisect_left(self._starts, stop))
        index = min(found, key=lambda i: self._distance(i, position), default=None)
        return None if index is None else self._periods[index]

    def _distance(self, index: int, position: int) -> int:
        at = self._ranges[index]
        return max(at.start - position, position - at.stop + 1, 0)

    def range_of(self, period: Period) -> range:
        """The positions of the tokens that say a period."""
        return self._context.positions(period.span) if period.span else range(0)

    def covers(self, position: int) -> bool:
        """Whether a token belongs to the words of a period, a preposition right before them included."""
        index = bisect_right(self._starts, position) - 1
        if index >= 0 and position in self._ranges[index]:
            return True
        return index + 1 < len(self._starts) and self._is_led(index + 1, position)

    def _is_led(self, index: int, position: int) -> bool:
        between = range(position, self._starts[index])
        return len(between) <= _MOST_LEADING and all(self._context.lower(i) in _LEADING for i in between)

    def bound(self, period: Period) -> Bound:
        """Whether the words before a period make it a last or a first day."""
        at = self.range_of(period)
        before = self._context.lower(at.start - 1) if at.start else ""
        if before in _BY:
            return Bound.BY
        if before not in _SINCE or any(self._context.lower(i) == "по" for i in at):  # «с 6 по 8 апреля»
            return Bound.AT
        return Bound.AT if any(cases_of(self._context.tokens[i].text) == _WITH for i in at) else Bound.SINCE

    def is_compared(self, period: Period) -> bool:
        """Whether a period is only compared with: «больше, чем в 2023 году»."""
        at = self.range_of(period)
        return bool(at) and is_compared(self._context, at.start, period)

    def deadline_in(self, first: int, stop: int) -> Period | None:
        """By when, or when, something is to be done according to a token range: a period with «к», «до» first, then one
        that is not over on the day of publication. Of several years it is the last, of a season its first month.
        """
        periods = self.within(first, stop)
        due = [period for period in periods if self.bound(period) is Bound.BY]
        due += [period for period in periods if period not in due]
        return next((self._due(period) for period in due if self._is_ahead(period)), None)

    def _is_ahead(self, period: Period) -> bool:
        return self._context.published is None or period.last_day >= self._context.published

    def _due(self, period: Period) -> Period:
        if len(period.start) == len("2025") and period.start != period.end:
            return replace(period, start=period.end)
        word = time_word(self._context.tokens[self.range_of(period).start].text)
        if word and word.kind is Kind.SEASON and self.bound(period) is Bound.BY:
            return replace(period, end=period.start)
        return period
