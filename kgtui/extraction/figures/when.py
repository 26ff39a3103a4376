"""When: the time that a figure measures, from its clause, its sentence or what was told before."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import replace

from kgtui.extraction.context import DASHES, Context
from kgtui.extraction.figures.carrying import Told, carried
from kgtui.extraction.figures.times_said import TimeSaid, times_said
from kgtui.extraction.periods import Times
from kgtui.extraction.phrases import is_verb
from kgtui.model import Figure, FigureKind, Period

_BREAKS = frozenset(",;:()") | DASHES
_JOINS = frozenset({"и", "а", "но", "или"})
_FORMER = frozenset({"с", "со", "против"})  # before the amount that was before
_NOW = frozenset({"сейчас", "теперь", "ныне", "сегодня"})
_TIMES = 6  # times of the sentence before a figure that are looked at
_KEPT = 60  # figures before that are looked back at
_NEAR = 8  # tokens


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
        self._told: deque[Told] = deque(maxlen=_KEPT)

    def of(self, figure: Figure) -> Period | None:
        at = self._context.positions(figure.span)
        said = self._times_of(at.start)
        adjacent = self._adjacent(at, said)
        is_goal = figure.kind in (FigureKind.TARGET, FigureKind.FORECAST)
        time = adjacent or self._beside(at, said, is_goal=is_goal)
        sentence = self._context.analysis.sentence_at(figure.span.start)
        former = self._is_former(at)
        told = Told(
            at, time, sentence, figure.amount.unit, is_goal, adjacent is not None, adjacent is not None and former
        )
        if time is None and self._is_open(said):
            first, _stop = self._context.sentence(at.start)
            said_before = self._times_of(first - 1) if first else []
            source = carried(self._context, figure, told, tuple(self._told), said_before)
            if source is not None:  # what grew or fell keeps its time in mind
                told = replace(told, time=source.time, sentence=sentence if figure.change else source.sentence)
        self._told.append(told)
        if told.time is None:
            return None
        return _year_before(told.time.period) if former and not adjacent else told.time.period

    def _times_of(self, position: int) -> list[TimeSaid]:
        first, stop = self._context.sentence(position)
        if first not in self._said:
            self._said[first] = times_said(self._context, self._times, first, stop)
        return self._said[first]

    def _adjacent(self, at: range, said: Sequence[TimeSaid]) -> TimeSaid | None:
        """«980 млн в 2024 году», «8,9 % — на следующий год», «5 млрд (в 2024 году)», «чем годом ранее (46 млрд)»."""
        opens = at.start > 0 and self._context.tokens[at.start - 1].text == "("
        if opens and (time := next((each for each in said if each.stop == at.start - 1), None)):
            return time
        time = next((each for each in said if at.stop <= each.first <= at.stop + 1), None)
        if time is not None and time.first > at.stop and not self._is_set_off(at.stop, time.stop):
            return None
        is_level = time is not None and time.compared and self._context.lower(time.first) in ("к", "ко")
        return None if is_level else time  # «на 6 % к январю 2024 года» is no figure of that January

    def _is_set_off(self, sign: int, stop: int) -> bool:
        """Whether a time behind a dash or in brackets belongs to the figure before: its clause ends with it."""
        follows = self._context.tokens[stop].text if stop < self._context.sentence(sign)[1] else "."
        if self._context.tokens[sign].text == "(":
            return follows == ")"
        return self._context.tokens[sign].text in DASHES and (follows in ",.;)" or follows == "и")

    def _is_past(self, time: TimeSaid) -> bool:
        return self._context.published is not None and time.period.last_day < self._context.published

    def _beside(self, at: range, said: Sequence[TimeSaid], *, is_goal: bool) -> TimeSaid | None:
        """The time before a figure; that behind it where none is before, or only in another clause."""
        before, after = self._before(at, said, is_goal=is_goal), self._after(at, said)
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

    def _before(self, at: range, said: Sequence[TimeSaid], *, is_goal: bool) -> TimeSaid | None:
        """The time before a figure in its sentence, or that of the figure which stands between them."""
        last = self._last_in_sentence(at)
        for time in reversed([each for each in said if each.stop <= at.start][-_TIMES:]):
            if time.compared and not self._goes_on_with(time):
                continue
            if self._is_now(time.stop, at.start):
                return None
            if last is not None and time.first < last.at.start and (last.time is not None or is_goal):
                break
            if last is not None and last.of_former and time is last.time:
                continue  # «с 10 процентов в декабре до 9,9»
            if time.leads or self._verbs(time.stop, at.start) <= 1:
                return time
        if last is None or last.time is None or last.adjacent or (is_goal and self._is_past(last.time)):
            return None
        if self._is_now(last.at.stop, at.start):
            return None
        return None if last.time.due and self._is_parted(last.at.stop, at.start) else last.time

    def _goes_on_with(self, time: TimeSaid) -> bool:
        """«Больше, чем в 2024 году, когда он составлял …»."""
        end = self._context.sentence(time.first)[1]
        return time.stop + 1 < end and self._context.lower(time.stop + 1) == "когда"

    def _is_now(self, first: int, stop: int) -> bool:
        return any(self._context.lower(i) in _NOW for i in range(first, stop))

    def _last_in_sentence(self, at: range) -> Told | None:
        """The figure before in the sentence, rather one that is not of a time told beside the present."""
        first, _stop = self._context.sentence(at.start)
        own = [told for told in self._told if first <= told.at.start and told.at.stop <= at.start]
        present = [told for told in own if told.time is None or not told.time.former]
        return present[-1] if present else own[-1] if own else None

    def _after(self, at: range, said: Sequence[TimeSaid]) -> TimeSaid | None:
        """«Выросла на 9,8 % по итогам января»: in the same clause, with one verb between at most; not «до 1,1 % с 6,9 %
        годом ранее».
        """
        time = next((each for each in said if each.first >= at.stop and not each.compared), None)
        if time is None or time.first - at.stop > _NEAR:
            return None
        between = self._context.tokens[at.stop : time.first]
        if any(token.text in _BREAKS or token.text in _JOINS or token.text in _FORMER for token in between):
            return None
        return time if sum(is_verb(token.text) for token in between) <= 1 else None

    def _is_former(self, at: range) -> bool:
        """Whether an amount is the one before a change: «с 24,4 до 26,9 млрд», «против 4,1 млрд»."""
        before = self._context.lower(at.start - 1) if at.start else ""
        if before == "против":
            return True
        if before not in _FORMER:
            return False
        stop = min(self._context.sentence(at.start)[1], at.stop + _NEAR)
        return any(self._context.lower(i) == "до" for i in range(at.stop, stop))

    def _verbs(self, first: int, stop: int) -> int:
        return sum(is_verb(token.text) for token in self._context.tokens[first:stop])

    def _is_parted(self, first: int, stop: int) -> bool:
        return any(token.text == ";" for token in self._context.tokens[first:stop])


def _year_before(period: Period) -> Period | None:
    """Of a year the one before it; what came before another time is not told."""
    if period.start != period.end or len(period.start) != len("2025"):
        return None
    year = f"{int(period.start) - 1:04}"
    return replace(period, start=year, end=year, span=None)
