"""What single words may be in a noun phrase, by their readings."""

from __future__ import annotations

from functools import cache

from kgtui.extraction.phrases import agrees
from kgtui.language import Reading, word

_FUNCTION_WORDS = frozenset({"PREP", "CONJ", "PRCL", "ADVB", "VERB", "INFN", "NPRO", "COMP", "PRED", "INTJ", "GRND"})
_LEAST_SCORE = 0.02  # of a reading


@cache
def is_preposition(form: str) -> bool:
    readings = word(form).readings
    return bool(readings) and readings[0].pos == "PREP"


@cache
def reads_as_adjective(form: str) -> bool:
    readings = word(form).readings
    return bool(readings) and readings[0].pos in ("ADJF", "PRTF") and "Apro" not in readings[0].grammemes


def goes_with(adjective: str, noun: Reading) -> bool:
    """Whether an adjective, or «и» between two, goes with a noun: also «два приграничных рынка»."""
    if reads_as_conjunction(adjective) or agrees(adjective, noun):
        return True
    several = noun.case == "gent" and noun.number == "sing"
    return several and any(r.case == "gent" and r.number == "plur" for r in word(adjective).readings)


@cache
def is_determiner(form: str) -> bool:
    """«Каждый», «свой», «этот»."""
    readings = word(form).readings
    return bool(readings) and "Apro" in readings[0].grammemes and readings[0].pos == "ADJF"


@cache
def reads_as_conjunction(form: str) -> bool:
    readings = word(form).readings
    return bool(readings) and readings[0].pos == "CONJ"


@cache
def nouns(form: str) -> tuple[Reading, ...]:
    """The readings of a form as a noun that names a thing or a deed."""
    readings = word(form).readings
    if not readings or readings[0].pos in _FUNCTION_WORDS:
        return ()
    return tuple(r for r in readings if r.pos == "NOUN" and r.score >= _LEAST_SCORE)
