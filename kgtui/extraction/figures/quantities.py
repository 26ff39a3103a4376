"""What a bare number counts, by words around it: «число предприятий выросло до 39», «граждан прибыло 142 тыс.»."""

from __future__ import annotations

from functools import cache

from kgtui.extraction.context import DASHES, Context
from kgtui.extraction.figures.counted import is_substantive, unit_of
from kgtui.extraction.figures.frames import Frame
from kgtui.extraction.figures.measures import Measure
from kgtui.extraction.figures.number_words import multipliers
from kgtui.extraction.figures.units import NOT_A_FIGURE, Unit, unit_after
from kgtui.extraction.figures.wordings import Wordings
from kgtui.extraction.phrases import is_adjective
from kgtui.extraction.tables import table
from kgtui.language import Reading, word

_GENITIVE = "-"
_FARTHEST_LEFT, _FARTHEST_RIGHT = 25, 3
_MOST_ADJECTIVES = 3


def quantity_of(context: Context, measure: Measure, frame: Frame) -> Unit | None:
    """The unit of what a bare number counts, by a noun of quantity in its sentence or a genitive before it."""
    return _fronted(context, measure, frame) or _told(context, measure, frame)


def _told(context: Context, measure: Measure, frame: Frame) -> Unit | None:
    """«количество пакистанских студентов снизилось до 9,5 тысячи», «увеличить с 4 до 7 число рейсов»."""
    first, end = context.sentence(measure.first)
    left = range(frame.first - 1, max(first, frame.first - _FARTHEST_LEFT) - 1, -1)
    right = range(measure.stop, min(end, measure.stop + _FARTHEST_RIGHT))
    for at in (*left, *right):
        found = _quantities().at(context, at)
        if found is not None and (at < measure.first or found[0] == _GENITIVE):
            return Unit(found[0], rule="count") if found[0] != _GENITIVE else _genitive_after(context, found[1], end)
    return None


def _genitive_after(context: Context, position: int, end: int) -> Unit | None:
    for at in range(position, min(end, position + _MOST_ADJECTIVES + 1)):
        noun = _genitive(context, at)
        if noun is not None:
            return _counts(unit_of(noun, context.tokens[at].text))
        told = _quantities().at(context, at)  # «численность населения»
        if told is not None and told[0] != _GENITIVE:
            return Unit(told[0], rule="count")
        if not is_adjective(context.tokens[at].text):
            return None
    return None


def _fronted(context: Context, measure: Measure, frame: Frame) -> Unit | None:
    """«Гостей 210», «получателей — 214», «граждан КНР прибыло 142 тыс.»: a genitive that begins its clause."""
    first = context.sentence(measure.first)[0]
    for at in range(frame.first - 1, max(first, frame.first - _MOST_ADJECTIVES - 3) - 1, -1):
        token = context.tokens[at]
        if _begins_clause(context, at, first):
            inverted = _inverted(context, at, frame)
            if inverted is not None:
                return inverted
            noun = _genitive(context, at)
            if noun is not None and unit_after(context, at) is None:
                return _counts(unit_of(noun, token.text))
        if token.text not in DASHES and not token.is_word:
            return None
    return None


def _inverted(context: Context, at: int, frame: Frame) -> Unit | None:
    """«человек двадцать», «процентов на 20», «тонн 500»; not «доллар 87,45»."""
    readings = word(context.tokens[at].text).readings if context.tokens[at].is_word else ()
    found = unit_after(context, at) if any(map(_is_genitive_plural, readings)) else None
    return found[0] if found is not None and found[1] == frame.first and found[0].code != NOT_A_FIGURE else None


def _begins_clause(context: Context, at: int, first: int) -> bool:
    while at > first and is_adjective(context.tokens[at - 1].text):
        at -= 1
    before = context.tokens[at - 1]
    return at == first or not before.is_word or before.folded in ("и", "а", "но", "них", "которых", "числе")


def _genitive(context: Context, at: int) -> Reading | None:
    """The reading of a noun as a genitive plural, its likeliest one."""
    token = context.tokens[at]
    if not token.is_word or at in context.named or token.folded in multipliers():
        return None
    reading = word(token.text).readings[0]
    is_counted = reading.pos == "NOUN" or is_substantive(reading, token.text)
    return reading if is_counted and _is_genitive_plural(reading) else None


def _is_genitive_plural(reading: Reading) -> bool:
    return reading.number == "plur" and reading.case == "gent" and "Fixd" not in reading.grammemes


@cache
def _quantities() -> Wordings[str]:
    return Wordings((row["noun"], row["unit"]) for row in table("quantities"))


def _counts(code: str) -> Unit | None:
    return Unit(code, rule="count") if code != NOT_A_FIGURE else None
