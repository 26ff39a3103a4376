"""What an amount says: a level, the size of a change, a share, a goal or a forecast."""

from __future__ import annotations

from functools import cache

from kgtui.extraction.context import Context
from kgtui.extraction.figures.measures import Measure
from kgtui.extraction.figures.movements import is_verbal
from kgtui.extraction.figures.units import Unit
from kgtui.extraction.figures.wordings import Wordings
from kgtui.extraction.tables import table
from kgtui.language import word
from kgtui.model import Direction, FigureKind

_FARTHEST_LEFT, _FARTHEST_RIGHT = 25, 8
_BOUNDS = frozenset(";.!?)")


def kind_of(context: Context, measure: Measure, unit: Unit, change: Direction | None) -> FigureKind:
    """The nearest word to the left tells a goal or a forecast, a verb of the future a forecast as well."""
    ahead = _ahead(context, measure)
    if ahead is not None:
        return ahead
    if change is not None:
        return FigureKind.CHANGE
    if unit.code == "percent" and (unit.rule == "share" or _has_share(context, measure)):
        return FigureKind.SHARE
    return FigureKind.LEVEL


def _ahead(context: Context, measure: Measure) -> FigureKind | None:
    """Whether a goal or a forecast is told; a verb of the past beside the amount says that it is neither."""
    first = context.sentence(measure.first)[0]
    for at in range(measure.first - 1, max(first, measure.first - _FARTHEST_LEFT) - 1, -1):
        token = context.tokens[at]
        if token.text in _BOUNDS:
            return None
        found = _cues().at(context, at) if token.is_word else None
        if found is not None and found[0] is not FigureKind.SHARE:
            return found[0]
        if token.is_word and is_verbal(token.text):
            tense = _tense(token.text)
            if tense == "futr":
                return FigureKind.FORECAST
            if tense in ("past", "pres"):
                return None
    return None


def _has_share(context: Context, measure: Measure) -> bool:
    first, stop = context.sentence(measure.first)
    around = range(max(first, measure.first - _FARTHEST_LEFT), min(stop, measure.stop + _FARTHEST_RIGHT))
    found = (_cues().at(context, at) for at in around)
    return any(cue is not None and cue[0] is FigureKind.SHARE for cue in found)


@cache
def _tense(form: str) -> str | None:
    reading = word(form).readings[0]
    return next((tense for tense in ("past", "pres", "futr") if tense in reading.grammemes), None)


@cache
def _cues() -> Wordings[FigureKind]:
    return Wordings((row["wording"], FigureKind(row["kind"])) for row in table("kind_cues"))
