"""The times of a sentence as figures can be measured in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from kgtui.extraction.context import DASHES, Context, lemmas_of
from kgtui.extraction.periods import Bound, Times
from kgtui.extraction.periods.words import Kind, time_word
from kgtui.extraction.tables import table
from kgtui.language import fold, word
from kgtui.model import Doubt, Period

_LED = frozenset(',;:«"„“(и а но что') | DASHES
_BEFORE_TIMES = frozenset("в во за к ко на с со по до итогам результатам".split())
_DAY = len("2025-01-01")


@dataclass(frozen=True, slots=True)
class TimeSaid:
    """A period that a figure may measure, with the tokens that say it, their prepositions included.

    ``compared``: it is only compared with; ``former``: it is told beside the present («годом ранее»); ``due``: a
    deadline or a beginning still to come; ``leads``: it begins its clause.
    """

    period: Period
    first: int
    stop: int
    compared: bool
    former: bool
    due: bool
    leads: bool


def times_said(context: Context, times: Times, first: int, stop: int) -> list[TimeSaid]:
    """The times of a sentence, in order. Days are none, except that of a state («на 1 января»); nor is
    when something was founded.
    """
    found = []
    for period in times.within(first, stop):
        at = times.range_of(period)
        begin = at.start
        while begin > first and context.lower(begin - 1) in _BEFORE_TIMES:
            begin -= 1
        bound = times.bound(period)
        measured = _measured(context, period, bound, begin)
        if measured is not None and not _is_of_founding(context, begin, at.stop, first, stop):
            found.append(
                TimeSaid(
                    measured,
                    begin,
                    at.stop,
                    compared=times.is_compared(period),
                    former=any(_is_former(context.tokens[i].text) for i in at),
                    due=bound is Bound.BY or (bound is Bound.SINCE and measured.start == measured.end),
                    leads=begin == first or context.lower(begin - 1) in _LED,
                )
            )
    return found


def _measured(context: Context, period: Period, bound: Bound, begin: int) -> Period | None:
    """The time that a figure with these words measures: of a target the year of its deadline, of «с …» until now."""
    published = context.published
    if bound is Bound.BY or (bound is Bound.SINCE and published and period.first_day > published):
        ahead = published is None or period.last_day >= published
        year = f"{period.last_day.year:04}"
        return replace(period, start=year, end=year) if ahead else None
    if bound is Bound.SINCE and published and period.last_day < published:
        return _until(period, published)
    if len(period.start) == _DAY:
        is_state = (
            context.lower(begin) == "на" and period.start == period.end and context.tokens[begin + 1].text[0].isdigit()
        )
        return period if is_state else None
    if published and _begins_now(period, published):
        return replace(period, start=period.end)  # «в ближайшие три года»
    return period


def _begins_now(period: Period, published: date) -> bool:
    now = published.isoformat()[: len(period.start)]
    return period.doubt is Doubt.APPROXIMATE_PERIOD and period.start == now != period.end


def _until(period: Period, published: date) -> Period:
    """From a period to the publication, in years if it is told in years, else in months."""
    exact = min(len(period.start), len("2025-01"))
    return replace(period, start=period.start[:exact], end=published.isoformat()[:exact])


@cache
def _is_former(form: str) -> bool:
    said = time_word(form)
    return said is not None and said.kind in (Kind.SAME, Kind.EARLIER, Kind.AGO)


def _is_of_founding(context: Context, begin: int, stop: int, floor: int, end: int) -> bool:
    """«Созданного в 2021 году», «в 2021 году подписан»; not «бюджет на 2026 год утверждён»."""
    if context.lower(begin) not in ("в", "во"):
        return False
    beside = [i for i in (begin - 1, begin - 2) if i >= floor] + [stop] * (stop < end)
    return any(context.tokens[i].is_word and founds(context.tokens[i].text) for i in beside)


@cache
def founds(form: str) -> bool:
    """Whether a form tells that something was founded or signed."""
    only_participle = next((_founding()[lemma] for lemma in lemmas_of(form) if lemma in _founding()), None)
    if only_participle is None:
        return False
    readings = word(form).readings
    return any(reading.pos == "PRTF" for reading in readings) or (
        not only_participle and "past" in readings[0].grammemes
    )


@cache
def _founding() -> Mapping[str, bool]:
    return {fold(row["lemma"]): row["participle"] == "yes" for row in table("founding_verbs")}
