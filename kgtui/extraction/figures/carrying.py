"""The time of a figure whose own sentence tells none: that of what was told just before it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kgtui.extraction.context import Context
from kgtui.extraction.figures.times_said import TimeSaid
from kgtui.extraction.periods.tense import Tense, tense_near
from kgtui.extraction.periods.words import Kind, time_word
from kgtui.model import Figure

_SENTENCES = 3  # for which a time holds after the one that tells it
_TIMELESS = frozenset({"km", "m", "km2", "m2", "ha", "MW", "kV"})  # lengths, areas and powers are of no year
_OF_NO_TIME = frozenset("ежегодно ежедневно ежемесячно ежеквартально еженедельно бы".split())
_EVERY = frozenset({"год", "месяц", "неделю", "день", "сутки", "час"})  # «20 млн в год»
_SHORT = frozenset({"неделю", "день", "сутки"})
_LONG = frozenset("года лет месяца месяцев недели недель дня дней суток".split())
_NEAR = 8  # tokens


@dataclass(frozen=True, slots=True)
class Told:
    """A figure as it was read: its tokens, its time, the number of the sentence in which that was told, whether it is a
    goal or forecast.

    ``adjacent``: the time stands right behind the figure; ``of_former``: and is that of the level before a change.
    """

    at: range
    time: TimeSaid | None
    sentence: int
    unit: str = ""
    is_goal: bool = False
    adjacent: bool = False
    of_former: bool = False


def carried(
    context: Context, figure: Figure, told: Told, before: Sequence[Told], said_before: Sequence[TimeSaid]
) -> Told | None:
    """What was told before a figure and holds on for it: of ``before`` the figures, of ``said_before`` the times in the
    sentence before. Nothing for what has no time («в год», lengths), is of now, is to come while the time is past, or
    begins a new paragraph with a level in another unit.
    """
    if figure.amount.unit in _TIMELESS or _is_of_no_time(context, told.at):
        return None
    if told.is_goal and (goal := _goal_before(context, told, before)):
        return goal
    source = _last(context, told, before, said_before)
    if source is None or source.time is None:
        return None
    if not _is_of_its_tense(context, told, source.time):
        return None
    if figure.change is not None or not _paragraphs(context, source.at.stop, told.at.start):
        return source
    return source if any(each.time == source.time and each.unit == figure.amount.unit for each in before) else None


def _is_of_its_tense(context: Context, told: Told, time: TimeSaid) -> bool:
    """Whether a time lies where the tense beside a figure points to; what is past holds for no goal."""
    tense, published = tense_near(context, told.at.start, told.at.stop), context.published
    if told.is_goal and published is not None and time.period.last_day < published:
        return False
    ahead = published is not None and time.period.first_day > published
    return tense is not Tense.PRESENT and ahead == (tense is Tense.FUTURE)


def _goal_before(context: Context, told: Told, before: Sequence[Told]) -> Told | None:
    """The goal before in the paragraph, whose year holds for the next one."""
    last = before[-1] if before else None
    if last is None or not last.is_goal or last.time is None or told.sentence - last.sentence > 1:
        return None
    is_past = context.published is not None and last.time.period.last_day < context.published
    return None if is_past or _paragraphs(context, last.at.stop, told.at.start) else last


def _last(context: Context, told: Told, before: Sequence[Told], said_before: Sequence[TimeSaid]) -> Told | None:
    """The last figure with a time that may hold on, or the only such time of the sentence before."""
    last = _latest([each for each in before if not each.of_former and _holds(each.time)])
    times = [time for time in said_before if _holds(time) and not time.compared]
    if len(times) == 1 and (last is None or last.at.start < context.sentence(times[0].first)[0]):
        last = Told(range(times[0].first, times[0].stop), times[0], told.sentence - 1)
    if last is None or told.sentence - last.sentence > _SENTENCES:
        return None
    return last if _paragraphs(context, last.at.stop, told.at.start) <= 1 else None


def _latest(before: Sequence[Told]) -> Told | None:
    """Of the figures of the last sentence that of the latest time: «в 2024 году — 7 млрд, в 2023 году было 5 млрд»."""
    last = [each for each in reversed(before) if each.sentence == before[-1].sentence]
    return max(last, key=lambda each: each.time.period.last_day if each.time else date.min, default=None)


def _holds(time: TimeSaid | None) -> bool:
    """Whether a time may hold for what is told next: no deadline, no day, nothing rough or told beside the present."""
    if time is None or time.due or time.former or time.period.doubt is not None:
        return False
    return len(time.period.start) < len("2025-01-01")


def _paragraphs(context: Context, stop: int, start: int) -> int:
    """How many paragraphs begin between two tokens."""
    text = context.text[context.tokens[stop - 1].end : context.tokens[start].start]
    return sum(1 for line in text.split("\n") if line.strip()) - 1 if "\n" in text else 0


def _is_of_no_time(context: Context, at: range) -> bool:
    first, stop = context.sentence(at.start)
    near = [context.lower(i) for i in range(max(first, at.start - _NEAR), min(stop, at.stop + _NEAR))]
    every = (one == "в" and other in _EVERY for one, other in itertools.pairwise(near))
    return not _OF_NO_TIME.isdisjoint(near) or any(every) or _takes_long(context, first, stop)


def _takes_long(context: Context, first: int, stop: int) -> bool:
    """«За пять лет», «за сутки»: how long something took, not when."""
    for i in range(first, stop - 1):
        if context.lower(i) == "за" and (
            context.lower(i + 1) in _SHORT
            or (i + 2 < stop and _is_count(context.tokens[i + 1].text) and context.lower(i + 2) in _LONG)
        ):
            return True
    return False


def _is_count(form: str) -> bool:
    word = time_word(form)
    return form.isdecimal() or (word is not None and word.kind is Kind.NUMBER)
