"""What single words tell of growth, and the verbs around amounts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from kgtui.extraction.context import Context
from kgtui.extraction.tables import table
from kgtui.language import fold, word
from kgtui.model import Direction

_VERBS = ("VERB", "INFN", "GRND", "PRTS", "PRED")


class Movement(NamedTuple):
    """What a word says of growth: ``kind`` is that of the table, ``direction`` None of a verb that sets a level."""

    kind: str
    direction: Direction | None


def movement_at(context: Context, at: int) -> Movement | None:
    token = context.tokens[at]
    return movement_of(token.text) if token.is_word else None


@cache
def movement_of(form: str) -> Movement | None:
    """What a form says of growth; a comparative counts as it stands, other words by their lemma and part of speech."""
    known = _movements().get(fold(form))
    if known is not None and known.kind == "more":
        return known
    for reading in word(form).readings:
        known = _movements().get(reading.folded)
        if known is not None and (reading.pos == "NOUN") == (known.kind == "noun") and known.kind != "more":
            return known
    return None


@cache
def is_verbal(form: str) -> bool:
    readings = word(form).readings
    return bool(readings) and readings[0].pos in _VERBS


@cache
def is_plural_verb(form: str) -> bool:
    return is_verbal(form) and word(form).readings[0].number == "plur"


@cache
def is_carrier(form: str) -> bool:
    return not _carriers().isdisjoint(word(form).lemmas) and is_verbal(form)


@cache
def _movements() -> Mapping[str, Movement]:
    return {
        fold(row["lemma"]): Movement(row["kind"], None if row["direction"] == "-" else Direction(row["direction"]))
        for row in table("directions")
    }


@cache
def _carriers() -> frozenset[str]:
    return frozenset(fold(row["lemma"]) for row in table("carriers"))
