"""Units that stand beside another number: «602,1 млн, ввоз — 2 132,6 млн долларов», «34 и 33 процента»."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from kgtui.extraction.context import DASHES, Context
from kgtui.extraction.figures.frames import Frame, frame_before
from kgtui.extraction.figures.measures import Measure, is_few
from kgtui.extraction.figures.movements import is_verbal
from kgtui.extraction.figures.parallels import has_its_preposition, like_last
from kgtui.extraction.figures.quantities import quantity_of
from kgtui.extraction.figures.ranges import is_year, scaled_like
from kgtui.extraction.figures.units import NOT_A_FIGURE, Unit

_FARTHEST = 8  # sentences back in which a unit is looked for
_OF_CHANGE = ("на", "в")  # what they govern repeats the amount before, whatever noun tells of a count
_LONGEST_ITEM, _ITEM_ENDS = 8, frozenset({",", ";", "и", "а"})
_MOST_BEFORE, _MOST_AFTER = 20, 4  # amounts that are looked at


def shared(context: Context, measures: Sequence[Measure]) -> list[Measure]:
    """The measures that have a unit or can share one; of the others no figure is made."""
    found = list(measures)
    for position in range(len(found) - 2, -1, -1):
        if found[position].unit is None:
            found[position] = _like_next(context, found[position], found[position + 1])
    for position, measure in enumerate(found):
        if measure.unit is None and not measure.number.alone and not is_year(measure):
            found[position] = _with_unit(context, found, position)
    return [measure for measure in found if _is_amount(measure) and not _is_few(measure)]


def _like_next(context: Context, one: Measure, other: Measure) -> Measure:
    """«1 300 из 14 тысяч ледников», «34 и 33 процента», «5, 7 и 9 млн долларов»."""
    between = [context.lower(at) for at in range(one.stop, other.first)]
    is_list = between in (["и"], ["или"]) or (between == [","] and other.shared) or _is_row(context, one, other)
    if other.unit is None or is_year(one) or not (between == ["из"] or (is_list and one.scale in (1, other.scale))):
        return one
    return replace(scaled_like(one, other) if is_list else one, unit=other.unit, shared=True)


def _is_row(context: Context, one: Measure, other: Measure) -> bool:
    """«Торговля с Китаем — 5,2, с Россией — 3,8 млрд долларов»."""
    between = range(one.stop, other.first)
    return (
        1 < len(between) <= _LONGEST_ITEM
        and context.sentence(one.first) == context.sentence(other.first)
        and context.tokens[between[0]].text in _ITEM_ENDS
        and context.tokens[between[-1]].text in DASHES
        and one.first > context.sentence(one.first)[0]
        and context.tokens[one.first - 1].text in DASHES
        and not any(is_verbal(context.tokens[at].text) for at in between)
    )


def _with_unit(context: Context, measures: Sequence[Measure], position: int) -> Measure:
    measure = measures[position]
    frame = frame_before(context, measure)
    before = [m for m in measures[max(0, position - _MOST_BEFORE) : position] if _is_amount(m)]
    told = quantity_of(context, measure, frame)
    if measure.scale == 1:
        like = _like_one_before(context, measure, frame, before)
        if like is not None and (told is None or (told.rule == "count" and frame.preposition in _OF_CHANGE)):
            return like
    if told is not None or measure.scale == 1:
        return replace(measure, unit=told)
    sentence = context.sentence(measure.first)
    near = [m for m in before if context.sentence(m.first) == sentence]
    after = [m for m in measures[position + 1 : position + 1 + _MOST_AFTER] if context.sentence(m.first) == sentence]
    near, after = ([m for m in each if not _is_in_brackets(context, m)] for each in (near, after))
    unit = _nearest(reversed(near), _is_scaled) or _nearest(after, _is_scaled) or _nearest(reversed(near), _is_level)
    if unit is not None:
        return replace(measure, unit=unit, shared=True)
    close = [m for m in before if _sentences_between(context, m, measure) <= _FARTHEST]
    return replace(measure, unit=_nearest(reversed(close), _is_scaled), from_text=True)


def _like_one_before(context: Context, measure: Measure, frame: Frame, before: Sequence[Measure]) -> Measure | None:
    """A bare number like the last amount that is not by the way, or like the last one with its preposition."""
    close = [m for m in before[-_MOST_AFTER:] if _sentences_between(context, m, measure) <= 1]
    last = next((m for m in reversed(close) if not _is_in_brackets(context, m)), None)
    like = like_last(context, measure, frame, last) if last is not None else None
    if like is not None:
        return like
    same = next((m for m in reversed(close) if has_its_preposition(context, measure, frame, m)), None)
    return replace(measure, unit=same.unit, shared=True) if same is not None else None


def _sentences_between(context: Context, one: Measure, other: Measure) -> int:
    first, second = (context.analysis.sentence_at(context.tokens[m.first].start) for m in (one, other))
    return second - first


def _is_in_brackets(context: Context, measure: Measure) -> bool:
    """«(около 5 млн долларов)»: the amount before it once more, or a thing by the way."""
    first = frame_before(context, measure).first
    return first > 0 and context.tokens[first - 1].text == "("


def _nearest(measures: Iterable[Measure], fits: Callable[[Measure], bool]) -> Unit | None:
    return next((measure.unit for measure in measures if fits(measure)), None)


def _is_amount(measure: Measure) -> bool:
    return measure.unit is not None and measure.unit.code != NOT_A_FIGURE


def _is_few(measure: Measure) -> bool:
    """«шесть из 11 стран», «только одна»: a small count in words is the manner of speech; not «число школ — пять»."""
    unit = measure.unit
    if unit is None or unit.rule not in ("count", "measure", "money") or not is_few(measure.number):
        return False
    return measure.shared or (measure.low == 1 and measure.stop == measure.number.stop)


def _is_level(measure: Measure) -> bool:
    return measure.unit is not None and measure.unit.code != NOT_A_FIGURE and not measure.unit.is_proportion


def _is_scaled(measure: Measure) -> bool:
    return _is_level(measure) and measure.scale > 1
