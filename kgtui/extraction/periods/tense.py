"""Whether the words around an expression of time tell of what has been or of what is to come."""

from __future__ import annotations

from enum import Enum
from functools import cache

from kgtui.extraction.context import Context
from kgtui.extraction.tables import table
from kgtui.extraction.traits import is_speech_verb
from kgtui.language import fold, word

_REACH = 14  # tokens to each side
_COMMA = 6  # tokens that a comma counts for
_SAYING = 20  # tokens that a verb of saying counts for: another verb rather tells when what is said takes place
_BARRIERS = frozenset('«»“”„";:()\n')


class Tense(Enum):
    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


_TENSES = {"past": Tense.PAST, "futr": Tense.FUTURE, "pres": Tense.PRESENT}


def tense_near(context: Context, first: int, stop: int) -> Tense | None:
    """The tense of the verb nearest to a token range within its sentence, rather on its side of a comma; None where
    none decides. Quotation marks, colons and semicolons are not crossed.
    """
    floor, end = context.sentence(first)
    before = _nearest(context, range(first - 1, max(floor, first - _REACH) - 1, -1))
    after = _nearest(context, range(stop, min(end, stop + _REACH)))
    found = [each for each in (after, before) if each is not None]
    return min(found, key=lambda each: each[0])[1] if found else None


def _nearest(context: Context, positions: range) -> tuple[int, Tense] | None:
    """The first tense on the way through these positions, and how far off it is."""
    distance, saying = 0, None
    for position in positions:
        text = context.tokens[position].text
        if text in _BARRIERS:
            break
        distance += _COMMA if text == "," else 1
        tense = _tense_of(text) if context.tokens[position].is_word else None
        if tense is not None and not is_speech_verb(text):
            return distance, tense
        if tense is not None and saying is None:
            saying = distance + _SAYING, tense
    return saying


@cache
def _tense_of(form: str) -> Tense | None:
    """A verb's tense; an infinitive and a verb of planning («намечен», «планировалось») look ahead in any form."""
    if not word(form).known:
        return None
    if not word(form).lemmas.isdisjoint(_planning()):
        return Tense.FUTURE
    reading = word(form).readings[0]
    if reading.pos == "INFN":
        return Tense.FUTURE
    if reading.pos not in ("VERB", "PRTS"):
        return None
    return next((tense for grammeme, tense in _TENSES.items() if grammeme in reading.grammemes), None)


@cache
def _planning() -> frozenset[str]:
    return frozenset(fold(row["lemma"]) for row in table("planning_verbs"))
