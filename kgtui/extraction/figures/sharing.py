"""Units that stand beside another number: «602,1 млн, ввоз — 2 132,6 млн долларов», «на 3,8 %, ввоз — на 12,6»."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from kgtui.extraction.context import DASHES, Context
from kgtui.extraction.figures.counted import PEOPLE
from kgtui.extraction.figures.frames import Frame, frame_before
from kgtui.extraction.figures.measures import Measure
from kgtui.extraction.figures.movements import is_plural_verb, is_verbal
from kgtui.extraction.figures.quantities import quantity_of
from kgtui.extraction.figures.ranges import aligned, is_year
from kgtui.extraction.figures.units import Unit

_FARTHEST = 8  # sentences back in which a unit is looked for
_ALIKE = 20  # two amounts of one kind differ by less than this factor
_ENDS = frozenset("и а но или что чтобы однако против при в во за к по с со".split())


def shared(context: Context, measures: Sequence[Measure]) -> list[Measure]:
    """The measures that have a unit or can share one; of the others no figure is made."""
    found = list(measures)
    for position in range(len(found) - 2, -1, -1):
        if found[position].unit is None:
            found[position] = _like_next(context, found[position], found[position + 1])
    for position, measure in enumerate(found):
        if measure.unit is None and not measure.number.alone and not is_year(measure):
            unit, from_text = _unit_of(context, found, position)
            found[position] = replace(measure, unit=unit, from_text=from_text)
    return [measure for measure in found if measure.unit is not None]


def _like_next(context: Context, one: Measure, other: Measure) -> Measure:
    """«1 300 из 14 тысяч ледников», «34 и 33 процента», «5, 7 и 9 млн долларов»."""
    between = [context.lower(at) for at in range(one.stop, other.first)]
    is_list = between in (["и"], ["или"]) or (between == [","] and other.listed)
    if other.unit is None or is_year(one) or not (between == ["из"] or (is_list and one.scale in (1, other.scale))):
        return one
    low = aligned(one, other) if is_list else one.low
    return replace(one, low=low, unit=other.unit, listed=is_list)


def _unit_of(context: Context, measures: Sequence[Measure], position: int) -> tuple[Unit | None, bool]:
    """The unit that a number shares, and whether it stands in another sentence."""
    measure = measures[position]
    frame = frame_before(context, measure)
    sentence = context.sentence(measure.first)
    before = [m for m in measures[max(0, position - 20) : position] if m.unit is not None]
    near = [m for m in before if context.sentence(m.first) == sentence]
    told = quantity_of(context, measure, frame)
    if measure.scale == 1:
        parallel = _of_parallel(context, measure, frame, near)
        return (parallel or told) if frame.preposition in ("на", "в") else (told or parallel), False
    if told is not None:
        return told, False
    after = [m for m in measures[position + 1 : position + 5] if context.sentence(m.first) == sentence]
    unit = _nearest(reversed(near), _is_scaled) or _nearest(after, _is_scaled) or _nearest(reversed(near), _is_level)
    if unit is not None:
        return unit, False
    floor = context.analysis.sentence_at(context.tokens[measure.first].start) - _FARTHEST
    close = (m for m in before if context.analysis.sentence_at(context.tokens[m.first].start) >= floor)
    return _nearest(reversed(list(close)), _is_scaled), True


def _nearest(measures: Iterable[Measure], fits: Callable[[Measure], bool]) -> Unit | None:
    return next((measure.unit for measure in measures if fits(measure)), None)


def _is_level(measure: Measure) -> bool:
    return measure.unit is not None and not measure.unit.is_proportion


def _is_scaled(measure: Measure) -> bool:
    return _is_level(measure) and measure.scale > 1


def _of_parallel(context: Context, measure: Measure, frame: Frame, near: Sequence[Measure]) -> Unit | None:
    """The unit of the amount before it in the sentence, where the number stands as that does, after «из», «не», a verb,
    or as the subject of one («ещё 45 пострадали»).
    """
    last = near[-1] if near else None
    if last is None or last.unit is None:
        return None
    if not _ends_clause(context, measure.stop):
        return last.unit if last.unit.code == PEOPLE and is_plural_verb(context.tokens[measure.stop].text) else None
    if frame.preposition is not None:
        same = frame.preposition == frame_before(context, last).preposition and frame.preposition in ("на", "в", "до")
        follows = frame.preposition == "из" and last.stop == frame.first
        return last.unit if (same and _are_alike(last, measure)) or follows else None
    if frame.first == 0 or not _are_alike(last, measure):
        return None
    word_before = context.tokens[frame.first - 1].text
    is_stated = is_verbal(word_before) or word_before == "не" or (word_before in DASHES)
    return last.unit if is_stated else None


def _are_alike(one: Measure, other: Measure) -> bool:
    return 0 < one.low <= _ALIKE * other.low and other.low <= _ALIKE * one.low


def _ends_clause(context: Context, position: int) -> bool:
    return (
        position >= context.sentence(position - 1)[1]
        or not context.tokens[position].is_word
        or context.lower(position) in _ENDS
    )
