"""Of the same days or months in several years the ones that are meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from kgtui.extraction.context import Context
from kgtui.extraction.periods.tense import Tense, tense_near
from kgtui.model import Doubt, Period

_FAR = 340  # days: the verb is not believed about what is further off than this
_NEAR = 60  # days: what is no further off needs no verb
_FORMERLY = frozenset({"ранее", "раньше"})
_BESIDE = 2  # tokens
_DUE = frozenset({"до", "к", "ко"})


def is_ahead(context: Context, first: int, stop: int) -> bool | None:
    """Whether a token range tells of what is to come: by «до», «к» or the verb; None where nothing tells."""
    if first and context.lower(first - 1) in _DUE:
        return not _is_base(context, first - 1)
    if not _FORMERLY.isdisjoint(context.lowers[max(0, first - _BESIDE) : first]):
        return False  # «ранее в июне договорились»
    tense = tense_near(context, first, stop)
    return None if tense in (None, Tense.PRESENT) else tense is Tense.FUTURE


def _is_base(context: Context, position: int) -> bool:
    """«На 0,3 % к январю»: what a percentage is reckoned from has been."""
    if not position or context.lower(position) == "до":
        return False
    before = context.lower(position - 1)
    return before == "%" or before.startswith("процент")


def chosen(candidates: Sequence[Period], context: Context, first: int, stop: int, today: date) -> Period | None:
    """The candidate in which the day of publication lies, else the one the verb looks to, else the nearest or, where
    none is near, that of the same year.
    """
    gaps = {_gap(each, today): each for each in candidates}
    if not gaps:
        return None
    nearest = min(gaps, key=lambda gap: (abs(gap), gap))
    if nearest == 0:
        return gaps[0]
    ahead = is_ahead(context, first, stop)
    fitting = [gap for gap in gaps if ahead is not None and (gap > 0) == ahead and abs(gap) <= _FAR]
    if fitting:
        return gaps[min(fitting, key=abs)]
    if abs(nearest) <= _NEAR:
        return gaps[nearest]
    this_year = next((each for each in candidates if each.last_day.year == today.year), gaps[nearest])
    return replace(this_year, doubt=Doubt.INFERRED_YEAR)


def _gap(period: Period, today: date) -> int:
    """Days from the publication to a period: negative where it is past, 0 within it."""
    if today > period.last_day:
        return (period.last_day - today).days
    return max(0, (period.first_day - today).days)
