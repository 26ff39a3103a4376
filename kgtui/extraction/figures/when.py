"""When: the time that a figure measures, from its clause, its sentence or what was told before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kgtui.extraction.context import DASHES, Context
from kgtui.extraction.figures.times_said import TimeSaid, times_said
from kgtui.extraction.periods import Times
from kgtui.extraction.periods.tense import Tense, tense_near
from kgtui.extraction.phrases import is_verb
from kgtui.model import Figure, Period

_BREAKS = frozenset(",;:()") | DASHES
_JOINS = frozenset({"и", "а", "но", "или"})
_CARRIED = 3  # sentences for which a time holds after the one that tells it
_TIMELESS = frozenset({"km", "m", "km2", "m2", "ha", "MW", "kV"})  # lengths, areas and powers are of no year
_OF_NO_TIME = frozenset("ежегодно ежедневно ежемесячно ежеквартально еженедельно бы".split())
_EVERY = frozenset({"год", "месяц", "неделю", "день", "сутки", "час"})  # «20 млн в год»
_NEAR = 8  # tokens


@dataclass(frozen=True, slots=True)
class _Told:
    """A figure read before: its tokens, its time and the number of the sentence in which that was told.

    ``adjacent``: the time stands right behind the figure; ``of_former``: and it is that of the level before a change.
    """

    at: range
    time: TimeSaid | None
    sentence: int
    adjacent: bool = False
    of_former: bool = False


def with_periods(context: Context, times: Times, figures: Sequence[Figure]) -> list[Figure]:
    """The figures, which are in the order of the text, with the periods that they measure."""
    when = _When(context, times)
    return [replace(figure, period=when.of(figure)) for figure in figures]


class _When:
    """Reads the figures of an article one after another."""

    def __init__(self, context: Context, times: Times) -> None:
        self._context = context
        self._times = times
        self._said: dict[int, list[TimeSaid]] = {}
        self._told: list[_Told] = []

    def of(self, figure: Figure) -> Period | None:
        at = self._context.positions(figure.span)
        said = self._times_of(at.start)
        adjacent = self._adjacent(at, said)
        time = adjacent or self._beside(at, said)
        sentence = self._context.analysis.sentence_at(figure.span.start)
        if time is None and self._is_open(said) and (source := self._carried(figure, at, sentence)):
            time = source.time
            sentence = sentence if figure.change else source.sentence  # what grew or fell keeps its time in mind
        former = self._is_former(at)
        self._told.append(_Told(at, time, sentence, adjacent is not None, adjacent is not None and former))
        if time is None:
            return None
        return _year_before(time.period) if former and not adjacent else time.period

    def _times_of(self, position: int) -> list[TimeSaid]:
        first, stop = self._context.sentence(position)
        if first not in self._said:
            self._said[first] = times_said(self._context, self._times, first, stop)
        return self._said[first]

    def _adjacent(self, at: range, said: Sequence[TimeSaid]) -> TimeSaid | None:
        """«980 млн в 2024 году»."""
        time = next((each for each in said if each.first == at.stop), None)
        is_level = time is not None and time.compared and self._context.lower(time.first) in ("к", "ко")
        return None if is_level else time  # «на 6 % к январю 2024 года» is no figure of that January

    def _beside(self, at: range, said: Sequence[TimeSaid]) -> TimeSaid | None:
        """The time before a figure; that behind it where none is before, or only in another clause."""
        before, after = self._before(at, said), self._after(at, said)
        if before is None or after is None:
            return before or after
        turns = any(
            self._context.tokens[i].text == "," and self._context.lower(i + 1) in _JOINS
            for i in range(before.stop, at.start - 1)
        )
        return after if turns else before

    def _is_open(self, said: Sequence[TimeSaid]) -> bool:
        """Whether a sentence leaves its figures to an earlier time: it names none of its own, or only that of a level
        before the change.
        """
        former = [told.time for told in self._told if told.of_former]
        return all(time.compared or time in former for time in said)

    def _before(self, at: range, said: Sequence[TimeSaid]) -> TimeSaid | None:
        """The time before a figure in its sentence, or that of the figure which stands between them."""
        last = self._last_in_sentence(at)
        for time in reversed(said):
            if time.compared or time.stop > at.start:
                continue
            if last is not None and time.first < last.at.start and last.time is not None:
                break
            if last is not None and last.of_former and time is last.time:
                continue  # «с 10 процентов в декабре до 9,9»
            if time.leads or self._verbs(time.stop, at.start) <= 1:
                return time
        if last is None or last.time is None or last.adjacent:
            return None
        return None if last.time.due and self._is_parted(last.at.stop, at.start) else last.time

    def _last_in_sentence(self, at: range) -> _Told | None:
        last = self._told[-1] if self._told else None
        first, _stop = self._context.sentence(at.start)
        return last if last is not None and first <= last.at.start and last.at.stop <= at.start else None

    def _after(self, at: range, said: Sequence[TimeSaid]) -> TimeSaid | None:
        """«Выросла на 9,8 % по итогам января»: in the same clause, with one verb between at most."""
        time = next((each for each in said if each.first >= at.stop and not each.compared), None)
        if time is None or time.first - at.stop > _NEAR:
            return None
        between = self._context.tokens[at.stop : time.first]
        if any(token.text in _BREAKS or token.text in _JOINS for token in between):
            return None
        return time if sum(is_verb(token.text) for token in between) <= 1 else None

    def _carried(self, figure: Figure, at: range, sentence: int) -> _Told | None:
        """What was told last, where it may hold on: not for what has no time or is still to come."""
        source = self._just_told(at, sentence)
        if source is None or source.time is None or figure.amount.unit in _TIMELESS or self._is_of_no_time(at):
            return None
        tense, published = tense_near(self._context, at.start, at.stop), self._context.published
        ahead = published is not None and source.time.period.first_day > published
        return None if tense is Tense.PRESENT or ahead != (tense is Tense.FUTURE) else source

    def _just_told(self, at: range, sentence: int) -> _Told | None:
        first, _stop = self._context.sentence(at.start)
        previous = [each for each in self._times_of(first - 1) if _holds(each) and not each.compared] if first else []
        last = next((each for each in reversed(self._told) if not each.of_former and _holds(each.time)), None)
        if len(previous) == 1 and not (last and last.at.start >= self._context.sentence(first - 1)[0]):
            last = _Told(range(previous[0].first, previous[0].stop), previous[0], sentence - 1)
        if last is None or sentence - last.sentence > _CARRIED:
            return None
        return last if self._paragraphs(last.at.stop, at.start) <= 1 else None

    def _paragraphs(self, one: int, other: int) -> int:
        text = self._context.text[self._context.tokens[one - 1].end : self._context.tokens[other].start]
        return sum(1 for line in text.split("\n") if line.strip()) - 1 if "\n" in text else 0

    def _is_of_no_time(self, at: range) -> bool:
        first, stop = self._context.sentence(at.start)
        near = range(max(first, at.start - _NEAR), min(stop, at.stop + _NEAR))
        return any(
            self._context.lower(i) in _OF_NO_TIME
            or (self._context.lower(i) == "в" and i + 1 < stop and self._context.lower(i + 1) in _EVERY)
            for i in near
        )

    def _is_former(self, at: range) -> bool:
        """Whether an amount is the one before a change: «с 24,4 до 26,9 млрд», «против 4,1 млрд»."""
        before = self._context.lower(at.start - 1) if at.start else ""
        if before == "против":
            return True
        if before not in ("с", "со"):
            return False
        stop = min(self._context.sentence(at.start)[1], at.stop + _NEAR)
        return any(self._context.lower(i) == "до" for i in range(at.stop, stop))

    def _verbs(self, first: int, stop: int) -> int:
        return sum(is_verb(token.text) for token in self._context.tokens[first:stop])

    def _is_parted(self, first: int, stop: int) -> bool:
        return any(token.text == ";" for token in self._context.tokens[first:stop])


def _holds(time: TimeSaid | None) -> bool:
    """Whether a time may hold for what is told next: no deadline, no day, nothing rough."""
    return (
        time is not None and not time.due and time.period.doubt is None and len(time.period.start) < len("2025-01-01")
    )


def _year_before(period: Period) -> Period | None:
    """Of a year the one before it; what came before another time is not told."""
    if period.start != period.end or len(period.start) != len("2025"):
        return None
    year = f"{int(period.start) - 1:04}"
    return replace(period, start=year, end=year, span=None)
