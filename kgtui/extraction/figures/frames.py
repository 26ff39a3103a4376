"""The words that lead up to an amount: «более чем на», «почти до», «минус», and what they say of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from kgtui.extraction.context import Context
from kgtui.extraction.figures.measures import Measure
from kgtui.extraction.figures.number_words import may_begin_number
from kgtui.extraction.figures.wordings import Wordings
from kgtui.extraction.tables import table
from kgtui.model import Approximation, Direction

_PREPOSITIONS = frozenset("на в во до с со от к ко за из по о при для под под через".split())
_SIGNS = {"+": Direction.UP, "плюс": Direction.UP, "-": Direction.DOWN, "−": Direction.DOWN, "минус": Direction.DOWN}
_MOST_WORDS = 8


class _Wording(NamedTuple):
    approximation: Approximation | None
    bare: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around an amount: ``first`` and ``stop`` bound these words and the amount, ``preposition`` is the
    one that governs it, ``sign`` a plus or minus.
    """

    first: int
    stop: int
    preposition: str | None = None
    approximation: Approximation | None = None
    sign: Direction | None = None


def frame_before(context: Context, measure: Measure) -> Frame:
    """The frame of an amount, from the number to the left; «с лишним» and the like after it count as well."""
    floor = max(context.sentence(measure.first)[0], measure.first - _MOST_WORDS)
    frame = _followed(context, measure)
    while frame.first > floor:
        wider = _widened(context, frame, floor)
        if wider is None:
            break
        frame = wider
    return frame


def _widened(context: Context, frame: Frame, floor: int) -> Frame | None:
    """A frame with the words right before it; None where they do not belong to it."""
    at = frame.first - 1
    found = _before().before(context, frame.first, floor)
    if found is not None and not (found[0].bare and frame.preposition):
        return replace(frame, first=found[1], approximation=frame.approximation or found[0].approximation)
    form = context.lower(at)
    if form in _PREPOSITIONS and frame.preposition is None:
        return replace(frame, first=at, preposition=form)
    if form in _SIGNS and frame.sign is None and (form.isalpha() or _is_sign(context, at)):
        return replace(frame, first=at, sign=_SIGNS[form])
    return None


def _is_sign(context: Context, at: int) -> bool:
    """A sign touches the number and nothing before it; a hyphen or a dash does not."""
    return context.glued(at + 1) and not (context.glued(at) and context.tokens[at - 1].text not in '(/«"')


def _followed(context: Context, measure: Measure) -> Frame:
    """«вдвое с лишним», «15 процентов и более»; not «15 школ и более 20 садов»."""
    found = _following().at(context, measure.stop)
    if found is not None and not (found[1] < len(context) and may_begin_number(context.tokens[found[1]].text)):
        return Frame(measure.first, found[1], approximation=found[0])
    return Frame(measure.first, measure.stop, approximation=Approximation.MORE if measure.number.more else None)


@cache
def _before() -> Wordings[_Wording]:
    return Wordings(
        (row["wording"], _Wording(_approximation(row["meaning"]), row["place"] == "bare"))
        for row in table("approximations")
        if row["place"] != "after"
    )


@cache
def _following() -> Wordings[Approximation]:
    return Wordings(
        (row["wording"], Approximation(row["meaning"])) for row in table("approximations") if row["place"] == "after"
    )


def _approximation(meaning: str) -> Approximation | None:
    return None if meaning == "-" else Approximation(meaning)
