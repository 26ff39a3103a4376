"""Multiples and parts that are said in words: «вдвое», «удвоить», «на треть», «четыре пятых», «каждый второй»."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from kgtui.extraction.context import Context
from kgtui.extraction.figures.counted import not_counted
from kgtui.extraction.figures.measures import Measure
from kgtui.extraction.figures.number_words import multipliers, number_words
from kgtui.extraction.figures.numerals import Number
from kgtui.extraction.figures.units import Unit
from kgtui.extraction.phrases import is_adjective, is_genitive
from kgtui.extraction.tables import table
from kgtui.language import fold, word
from kgtui.model import Direction

_PERCENT, _TIMES = Unit("percent", rule="share"), Unit("times", rule="times")
_PARTS = frozenset({"часть", "доля"})
_PARTS_IN_DIGITS = frozenset({"2", "3", "4", "5", "10"})
_GOVERNING = frozenset("на около более менее свыше почти до".split())
_EACH = frozenset({"каждый"})


class Multiple(NamedTuple):
    unit: Unit
    value: float
    direction: Direction | None


class Fraction(NamedTuple):
    parts: int
    kind: str


def proportions(context: Context) -> Iterator[Measure]:
    """The multiples and parts of an article that are said in words."""
    for position, token in enumerate(context.tokens):
        measure = None
        if token.text == "/":
            measure = _slashed(context, position)
        elif _is_proportion(token.text):
            measure = _multiple(context, position) or _fraction(context, position)
        if measure is not None:
            yield measure


def own_direction(form: str) -> Direction | None:
    """The direction of «удвоить» and its like."""
    multiple = multiple_of(form)
    return multiple.direction if multiple else None


def _multiple(context: Context, at: int) -> Measure | None:
    multiple = multiple_of(context.tokens[at].text)
    if multiple is None or _counts_titles(context, at):
        return None
    return _measure(at, at + 1, multiple.value, multiple.unit)


def _counts_titles(context: Context, at: int) -> bool:
    """«двукратный олимпийский чемпион»."""
    if not is_adjective(context.tokens[at].text):
        return False
    for position in range(at + 1, min(at + 3, len(context))):
        if any("anim" in r.grammemes for r in word(context.tokens[position].text).readings if r.pos == "NOUN"):
            return True
    return False


def _fraction(context: Context, at: int) -> Measure | None:
    """A part with the number before it; spans of time («первая половина года», «четверть века») are none."""
    fraction = fraction_of(context.tokens[at].text)
    if fraction is None or (at > 0 and context.lower(at - 1) == "с"):  # «два с половиной»
        return None
    known = number_words().get(context.tokens[at - 1].folded) if at > context.sentence(at)[0] else None
    count = known.value if known is not None and known.kind == "unit" else None
    stop = at + 1
    if fraction.kind != "noun":
        has_noun = stop < len(context) and not _PARTS.isdisjoint(context.lemmas(stop))
        if fraction.kind == "each" or not (has_noun or _is_part(context, at, count)):
            return _each(context, at, fraction)
        stop += has_noun
    if count is None and at > 0 and _is_ordinal(context.tokens[at - 1].text):
        return None
    if stop < len(context) and context.tokens[stop].folded in multipliers():  # «четверть миллиона»
        return None
    if (count is not None and count >= fraction.parts) or _is_time(context, stop):
        return None
    first = at if count is None else at - 1
    return _measure(first, stop, 100 * (count or 1) / fraction.parts, _PERCENT)


def _is_part(context: Context, at: int, count: float | None) -> bool:
    """«две пятых», «одна пятая»; not «два пятых класса», where a noun follows that agrees."""
    if count is None:
        return False
    readings = word(context.tokens[at].text).readings
    if count == 1:
        return any(r.gender == "femn" and r.number == "sing" for r in readings)
    is_plural = any(r.number == "plur" and r.case == "gent" for r in readings)
    return is_plural and context.lower(at - 1) != "два"


def _slashed(context: Context, at: int) -> Measure | None:
    """«2/3 депутатов», «на 1/3»; not «1/4 финала», «дом 5/7», «2024/2025»."""
    first, stop = context.sentence(at)
    if at == first or at + 1 >= stop or not (context.glued(at) and context.glued(at + 1)):
        return None
    count, parts = context.tokens[at - 1].text, context.tokens[at + 1].text
    if count not in "123456789" or parts not in _PARTS_IN_DIGITS or int(count) >= int(parts):
        return None
    governed = at - 1 > first and context.lower(at - 2) in _GOVERNING
    of_what = at + 2 < stop and context.tokens[at + 2].is_word and is_genitive(context.tokens[at + 2].text)
    if not (governed or of_what) or _is_time(context, at + 2) or "финал" in context.lemmas(min(at + 2, stop - 1)):
        return None
    return _measure(at - 1, at + 2, 100 * int(count) / int(parts), _PERCENT)


def _each(context: Context, at: int, fraction: Fraction) -> Measure | None:
    """«каждый второй», «каждая пятая семья»; not «каждый второй день»."""
    if at == context.sentence(at)[0] or _EACH.isdisjoint(context.lemmas(at - 1)) or _is_time(context, at + 1):
        return None
    return _measure(at - 1, at + 1, 100 / fraction.parts, _PERCENT)


def _is_ordinal(form: str) -> bool:
    return any("Anum" in r.grammemes for r in word(form).readings) or fold(form) in ("последняя", "последней")


def _is_time(context: Context, at: int) -> bool:
    """Whether years, months or hours follow: «половина года», «половина 2025 года», «половина двенадцатого»."""
    if at >= context.sentence(at - 1)[1]:
        return False
    token = context.tokens[at]
    if not token.is_word:
        return token.text.isdigit()
    return not not_counted().isdisjoint(context.lemmas(at)) or _is_ordinal(token.text)


def _measure(first: int, stop: int, value: float, unit: Unit) -> Measure:
    return Measure(Number(first, stop, value, worded=True), first, stop, value, unit=unit)


@cache
def _is_proportion(form: str) -> bool:
    return form[0].isalpha() and (multiple_of(form) is not None or fraction_of(form) is not None)


@cache
def multiple_of(form: str) -> Multiple | None:
    return next((_multiples()[key] for key in (fold(form), *word(form).lemmas) if key in _multiples()), None)


@cache
def fraction_of(form: str) -> Fraction | None:
    """The part that a form names: a noun by its likeliest reading («третью» is an ordinal), else an ordinal."""
    likeliest = _fractions().get(word(form).lemma)
    if likeliest is not None:
        return likeliest
    ordinals = (reading.folded for reading in word(form).readings if reading.pos == "ADJF")
    return next((_fractions()[lemma] for lemma in ordinals if lemma in _fractions()), None)


@cache
def _multiples() -> Mapping[str, Multiple]:
    return {
        fold(lemma): Multiple(
            _TIMES if row["unit"] == "times" else _PERCENT,
            float(row["value"]),
            None if row["direction"] == "-" else Direction(row["direction"]),
        )
        for row in table("multiples")
        for lemma in row["words"].split("; ")
    }


@cache
def _fractions() -> Mapping[str, Fraction]:
    return {fold(row["lemma"]): Fraction(int(row["parts"]), row["kind"]) for row in table("fractions")}
