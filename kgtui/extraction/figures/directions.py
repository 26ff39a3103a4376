"""Whether an amount is the size of a change, and which way: «вырос на 15 %», «на 7 % меньше», «рост ВВП — 9 %»."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from kgtui.extraction.context import DASHES, Context
from kgtui.extraction.figures.frames import Frame
from kgtui.extraction.figures.measures import Measure
from kgtui.extraction.figures.movements import is_carrier, is_verbal, movement_at
from kgtui.extraction.figures.units import Unit
from kgtui.extraction.phrases import is_adjective, is_genitive, is_noun
from kgtui.extraction.traits import is_speech_verb
from kgtui.language import TokenKind, word
from kgtui.model import Direction

_LEVELS = frozenset({"до", "с", "со", "от", "к", "ко", "из"})  # what they govern is no size of a change
_BOUNDS = frozenset(',;:()«»"„“”') | DASHES
_FARTHEST_LEFT, _FARTHEST_RIGHT = 60, 5
_NEAR = 3
_LISTS = frozenset({"и", "или", ","})
_OBLIQUE = frozenset({"datv", "ablt", "loct"})


class Change(NamedTuple):
    """A direction; ``bare`` where a noun or an object says it («рост — 5 %»), which «…, в Армении — 4 %» goes on."""

    direction: Direction
    bare: bool = False


def change_of(
    context: Context, measure: Measure, unit: Unit, frame: Frame, last: tuple[Measure, Change] | None
) -> Change | None:
    """The change that an amount is the size of. ``last`` is the change before it in the text, with its amount."""
    if frame.sign is not None and unit.is_proportion:
        return Change(frame.sign)
    if last is not None and _goes_on(context, last[0], measure, frame, bare=last[1].bare):
        return last[1]
    if frame.preposition in _LEVELS:
        return None
    of_size = frame.preposition == "на" or unit.code == "times"
    direction = _beside(context, measure, frame, of_size=of_size)
    if direction is None and of_size:
        direction = _of_verb(context, measure, frame)
    if direction is not None or of_size:
        return Change(direction) if direction is not None else None
    direction = _of_noun(context, frame, unit)
    return Change(direction, bare=True) if direction is not None else None


def is_reached(context: Context, frame: Frame) -> bool:
    """Whether the verb or noun before «до …» tells a movement to that amount, so that it is no limit."""
    for at in _leftwards(context, frame.first):
        movement = movement_at(context, at)
        if movement is not None and movement.kind != "more":
            return True
        if is_verbal(context.tokens[at].text):
            return False
    return False


def _beside(context: Context, measure: Measure, frame: Frame, *, of_size: bool) -> Direction | None:
    """«на 7 % меньше», «вдвое с лишним больше», «7-процентный рост»."""
    may_be_noun = not of_size or is_adjective(context.tokens[measure.stop - 1].text)  # «3,5-кратное снижение»
    for at in range(frame.stop, min(frame.stop + 2, context.sentence(measure.first)[1])):
        text = context.tokens[at].text
        movement = movement_at(context, at)
        if movement is not None and (
            (of_size and movement.kind == "more") or (may_be_noun and movement.kind == "noun")
        ):
            return movement.direction
        if not context.tokens[at].is_word or not (of_size or is_adjective(text)):
            return None
    return None


def _of_verb(context: Context, measure: Measure, frame: Frame) -> Direction | None:
    """The direction of the verb that governs «на …»: before it in its clause, after it, or in the clauses before, where
    its own has no verb («экспорт вырос на 5 %, импорт — на 3 %»).
    """
    in_clause = True
    for at in _leftwards(context, frame.first):
        text = context.tokens[at].text
        if in_clause and text in _BOUNDS:
            in_clause = False
            ahead = _rightwards(context, measure, frame)
            if ahead is not None:
                return ahead
        movement = movement_at(context, at)
        if movement is not None and (movement.kind != "more" or frame.first - at <= _NEAR):
            return movement.direction
        if is_verbal(text) and not (is_speech_verb(text) or is_carrier(text) or _is_aside(context, at)):
            return _rightwards(context, measure, frame) if in_clause else None
    return _rightwards(context, measure, frame) if in_clause else None


def _is_aside(context: Context, at: int) -> bool:
    """Whether a verb stands in words thrown in: «, как писали газеты, », «, начиная с января, »."""
    return context.lower(at) == "начиная" or any(
        context.lower(before) == "как" for before in range(max(0, at - _NEAR), at)
    )


def _rightwards(context: Context, measure: Measure, frame: Frame) -> Direction | None:
    """The direction of a verb that follows: «на 15 % выросли цены», «планируют вдвое увеличить»; not after a noun whose
    size is told («кредит на 5 млн долларов увеличит капитал»).
    """
    first = context.sentence(measure.first)[0]
    if measure.unit is not None and not measure.unit.is_proportion and frame.first > first:
        before = context.tokens[frame.first - 1].text
        if is_noun(before) and not is_verbal(before):
            return None
    for at in range(measure.stop, min(measure.stop + _FARTHEST_RIGHT, context.sentence(measure.first)[1])):
        if context.tokens[at].text in _BOUNDS:
            return None
        movement = movement_at(context, at)
        if movement is not None and movement.kind == "verb":
            return movement.direction
    return None


def _of_noun(context: Context, frame: Frame, unit: Unit) -> Direction | None:
    """The direction of the noun whose size is given: «рост ВВП составил 5 %», «прирост — 24,6 млрд»; or of the verb
    whose object it is: «экономика прибавила 5 %».
    """
    linked = False
    for at in _leftwards(context, frame.first):
        text = context.tokens[at].text
        movement = movement_at(context, at)
        if movement is not None and movement.kind == "noun":
            is_index = at > 0 and "индекс" in context.lemmas(at - 1)
            return movement.direction if (unit.is_proportion or linked) and not is_index else None
        if movement is not None and movement.kind == "object" and unit.is_proportion:
            return movement.direction
        if text in DASHES or text == ":" or is_carrier(text):
            linked = True
        elif not _lets_through(context, at):
            return None
    return None


def _lets_through(context: Context, at: int) -> bool:
    """Whether a word may stand between a noun of growth and its size: its complements may, another subject may not."""
    token = context.tokens[at]
    if not token.is_word:
        return token.kind is TokenKind.NUMBER or token.text in "()%"
    if is_verbal(token.text):
        return False
    return token.is_upper or not _is_subject(token.text)


@cache
def _is_subject(form: str) -> bool:
    """A noun that can only be a nominative or an accusative."""
    readings = word(form).readings
    if readings[0].pos != "NOUN" or is_genitive(form):
        return False
    return all(reading.case not in _OBLIQUE for reading in readings if reading.pos == "NOUN")


def _goes_on(context: Context, last: Measure, measure: Measure, frame: Frame, *, bare: bool) -> bool:
    """«выросли на 5 и 7 процентов»; of a ``bare`` change «рост ВВП — 5,9 %, в Армении — 4,8 %»."""
    if last.unit != measure.unit or frame.preposition is not None or last.stop >= frame.first:
        return False
    if context.sentence(last.first) != context.sentence(measure.first):
        return False
    between = [context.tokens[at].text for at in range(last.stop, frame.first)]
    if len(between) == 1:
        return between[0] in _LISTS
    return bare and len(between) <= 12 and between[-1] in DASHES and not any(map(is_verbal, between))


def _leftwards(context: Context, position: int) -> Iterator[int]:
    """The tokens before a position in its sentence, the nearest first."""
    floor = context.sentence(position)[0]
    return iter(range(position - 1, max(floor, position - _FARTHEST_LEFT) - 1, -1))
