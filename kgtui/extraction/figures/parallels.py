"""Bare numbers that repeat the amount before them with another value: «вырос на 3,8 процента, а ввоз — на 12,6»."""

from __future__ import annotations

from dataclasses import replace

from kgtui.extraction.context import DASHES, Context
from kgtui.extraction.figures.counted import PEOPLE, not_counted
from kgtui.extraction.figures.frames import Frame, frame_before
from kgtui.extraction.figures.measures import Measure
from kgtui.extraction.figures.movements import is_plural_verb, is_verbal, movement_at
from kgtui.extraction.figures.ranges import scaled_like
from kgtui.extraction.phrases import is_adjective

_ALIKE = 20  # two amounts of one kind differ by less than this factor
_ENDS = frozenset("и а но или что чтобы однако против при в во за к по с со на до от из для у о".split())
_MARKS = frozenset('.,;:!?…()»”"/') | DASHES
_COMPARED = frozenset({"против", "вместо"})
_PARTS = (("из", "них"), ("из", "которых"), ("том", "числе"))


def like_last(context: Context, measure: Measure, frame: Frame, last: Measure) -> Measure | None:
    """A bare number in the unit of the last amount, where it stands as one of its kind; of money and measures by its
    multiplier too, where that makes them more alike («план — 45 млрд сомов, собрано 47,3»).
    """
    if last.unit is None:
        return None
    is_counted = last.unit.rule == "count" or last.unit.code == PEOPLE
    same = measure if is_counted and not measure.number.fraction else scaled_like(measure, last)
    rules = (_is_subject, _is_difference, _is_part, _is_of_kind, _goes_on, _is_second, has_its_preposition, _is_stated)
    fits = any(rule(context, same, frame, last) for rule in rules)
    return replace(same, unit=last.unit, shared=True) if fits else None


def _is_subject(context: Context, measure: Measure, _frame: Frame, last: Measure) -> bool:
    """«погибли 12 человек, ещё 45 пострадали»."""
    return (
        last.unit is not None
        and last.unit.code == PEOPLE
        and _same_sentence(context, measure, last)
        and measure.stop < context.sentence(measure.first)[1]
        and is_plural_verb(context.tokens[measure.stop].text)
    )


def _is_difference(context: Context, measure: Measure, frame: Frame, last: Measure) -> bool:
    """«открыто 45 школ — на 12 больше, чем годом ранее»."""
    if frame.preposition != "на" or last.unit is None or last.unit.is_proportion:
        return False
    movement = movement_at(context, measure.stop) if measure.stop < context.sentence(measure.first)[1] else None
    return movement is not None and movement.kind == "more"


def _is_part(context: Context, measure: Measure, frame: Frame, last: Measure) -> bool:
    """«523 км, из которых 213 — по территории Китая», «60 женщин, причём 45 из них — …»."""
    before = tuple(context.lower(at) for at in range(max(0, frame.first - 2), frame.first))
    after = tuple(context.lower(at) for at in range(frame.stop, min(len(context), frame.stop + 2)))
    return (before in _PARTS or after in _PARTS) and _same_sentence(context, measure, last) and measure.low <= last.low


def _is_of_kind(context: Context, measure: Measure, _frame: Frame, last: Measure) -> bool:
    """«45 машин: 30 легковых и 15 грузовых»."""
    kind = measure.stop
    return (
        last.unit is not None
        and last.unit.rule == "count"
        and _same_sentence(context, measure, last)
        and kind < context.sentence(measure.first)[1]
        and is_adjective(context.tokens[kind].text)
        and _ends_clause(context, kind + 1)
    )


def _goes_on(context: Context, measure: Measure, frame: Frame, last: Measure) -> bool:
    """«…, 260 — Кыргызстана и 50 — Узбекистана» after another such part."""
    return (
        last.shared
        and _same_sentence(context, measure, last)
        and context.tokens[frame.first - 1].text in (",", ";", "и", "а")
        and measure.stop < context.sentence(measure.first)[1]
        and context.tokens[measure.stop].text in DASHES
    )


def _is_second(context: Context, measure: Measure, frame: Frame, last: Measure) -> bool:
    """«91 километр из 153», «57 заводов против 45», «95 сомов вместо 76»."""
    if not (_same_sentence(context, measure, last) and _ends_clause(context, measure.stop)):
        return False
    if frame.preposition == "из":
        return last.stop == frame.first
    return context.lower(frame.first - 1) in _COMPARED and _are_alike(last, measure)


def has_its_preposition(context: Context, measure: Measure, frame: Frame, last: Measure) -> bool:
    """«снизился на 3,8 процента, а ввоз вырос на 12,6», «в 4,5 раза, количество предприятий — в пять»."""
    return (
        frame.preposition in ("на", "в", "до")
        and _same_sentence(context, measure, last)
        and _ends_clause(context, measure.stop)
        and _are_alike(last, measure)
        and frame.preposition == frame_before(context, last).preposition
    )


def _is_stated(context: Context, measure: Measure, frame: Frame, last: Measure) -> bool:
    """«14 вышек, нужно 40», «95 сомов, а не 76», «экспорт — 5 %, импорт — 3», «… и ещё 8 в работе»."""
    if frame.preposition is not None or frame.first <= context.sentence(measure.first)[0]:
        return False
    before = context.tokens[frame.first - 1].text
    more = any(context.tokens[at].folded == "еще" for at in range(frame.first, measure.first))
    return (
        (is_verbal(before) or before == "не" or before in DASHES or more)
        and _same_sentence(context, measure, last)
        and _ends_clause(context, measure.stop)
        and _are_alike(last, measure)
    )


def _same_sentence(context: Context, one: Measure, other: Measure) -> bool:
    return context.sentence(one.first) == context.sentence(other.first)


def _are_alike(one: Measure, other: Measure) -> bool:
    return 0 < one.low <= _ALIKE * other.low and other.low <= _ALIKE * one.low


def _ends_clause(context: Context, position: int) -> bool:
    return (
        position >= context.sentence(position - 1)[1]
        or context.tokens[position].text in _MARKS
        or context.lower(position) in _ENDS
        or not not_counted().isdisjoint(context.lemmas(position))
    )
