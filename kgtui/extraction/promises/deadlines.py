"""By when it is to be done, and whether that time is over."""

from __future__ import annotations

from kgtui.extraction.context import Context
from kgtui.extraction.figures.number_words import number_words
from kgtui.extraction.periods import Bound, Times
from kgtui.extraction.promises.pledges import Pledge
from kgtui.extraction.promises.predicates import predicate
from kgtui.language import fold
from kgtui.model import Doubt, Period, PromiseStage

_MONTHS = {"год": 12, "месяц": 1}
_WITHIN = frozenset({"за", "течение"})
_YEAR = 12  # months
_MOST = 1000


class Deadlines:
    """Finds the times of one article's pledges."""

    def __init__(self, context: Context, times: Times) -> None:
        self._context = context
        self._times = times

    def due(self, pledge: Pledge) -> Period | None:
        """The time in the words of a deed, else before its verb; times before a trigger in the past are of that one."""
        due = self._within(pledge.first, pledge.stop) or self._within(pledge.stop, pledge.more) or self._after(pledge)
        if due is not None:
            return due
        if self._is_past(pledge.trigger):
            end = self._context.sentence(pledge.trigger)[1]  # of an item of a list another sentence
            return self._within(pledge.trigger, min(pledge.first, end))
        return self._within(pledge.clause, max(pledge.first, pledge.trigger))

    def between(self, first: int, stop: int) -> Period | None:
        """The time in a token range."""
        return self._within(first, stop)

    def happened(self, pledge: Pledge) -> Period | None:
        """When what is done or signed was: the last time in its words or before them that is no more to come; no «около
        двух недель назад»."""
        published = self._context.published
        if published is None:
            return None
        told = self._times.within(pledge.clause, max(pledge.stop, pledge.trigger + 1))
        sure = (each for each in reversed(told) if each.doubt is not Doubt.APPROXIMATE_PERIOD)
        return next((each for each in sure if each.last_day <= published), None)

    def _after(self, pledge: Pledge) -> Period | None:
        """«За 48 месяцев», «в течение пяти лет»: the year in which so much time will have passed."""
        published = self._context.published
        if published is None:
            return None
        for position in range(pledge.first, pledge.stop - 2):
            if self._context.lower(position) not in _WITHIN:
                continue
            months = self._months(position + 1)
            if months >= _YEAR:
                year = str(published.year + (published.month - 1 + months) // 12)
                return Period(year, year, self._context.span(position + 1, position + 3), Doubt.APPROXIMATE_PERIOD)
        return None

    def _months(self, position: int) -> int:
        """How many months a number with its noun is: «пяти лет»; 0 where none stands."""
        text = self._context.lower(position)
        number = number_words().get(fold(text))
        count = int(text) if text.isdecimal() else int(number.value) if number is not None else 0
        unit = next((months for lemma, months in _MONTHS.items() if lemma in self._context.lemmas(position + 1)), 0)
        return min(count, _MOST) * unit

    def is_bound(self, due: Period) -> bool:
        """Whether words make it a last or a first day: «к 2030 году», «до конца года», «с 1 мая»."""
        return self._times.bound(due) is not Bound.AT

    def is_over(self, pledge: Pledge) -> bool:
        """Whether all times of a clause are over: the goal of a year that is past; never in the future tense."""
        if pledge.takes in ("futr", "passive"):
            return False
        published = self._context.published
        if published is not None and pledge.stage is PromiseStage.PLANNED and self._is_past(pledge.trigger):
            told = self._times.within(pledge.clause, pledge.trigger)
            if told and all(each.last_day.year < published.year for each in told):
                return True  # «в прошлом году обещали»
        first = pledge.trigger if self._is_past(pledge.trigger) else pledge.clause
        times = self._times.within(first, pledge.stop)
        if pledge.stage is PromiseStage.SIGNED and published is not None:
            return bool(times) and all(each.last_day.year < published.year for each in times)
        return published is not None and bool(times) and all(each.last_day < published for each in times)

    def _within(self, first: int, stop: int) -> Period | None:
        due = self._times.deadline_in(first, stop)
        if due is not None and self._is_of_a_noun(due):
            return None
        published = self._context.published
        today = due is not None and published is not None and due.first_day == due.last_day == published
        return None if today else due

    def _is_of_a_noun(self, due: Period) -> bool:
        """«Направления деятельности на 2027 год»: a year that is said of a thing."""
        places = self._context.positions(due.span) if due.span else range(0)
        first = places.start - 2
        if not places or first < 0 or self._context.lower(places.start - 1) != "на":
            return False
        readings = self._context.word(first).readings
        return bool(readings) and readings[0].pos == "NOUN" and readings[0].case == "gent"

    def _is_past(self, position: int) -> bool:
        found = predicate(self._context.tokens[position].text)
        return found is not None and found.form == "past"
