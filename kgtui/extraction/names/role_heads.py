"""Nouns that say who somebody is: listed ones and every animate noun of the dictionary."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kgtui.extraction.context import Context
from kgtui.extraction.phrases import agrees, is_adjective
from kgtui.extraction.tables import table
from kgtui.gazetteer import Sense
from kgtui.language import Reading, fold, word

_NOMINAL = ("NOUN", "ADJF", "PRTF")


@dataclass(frozen=True, slots=True)
class Head:
    position: int
    kind: str
    readings: tuple[Reading, ...]

    @property
    def cases(self) -> frozenset[str]:
        return frozenset(reading.case for reading in self.readings if reading.case)

    @property
    def plural(self) -> bool:
        return all(reading.number == "plur" for reading in self.readings)


@cache
def kinds() -> Mapping[str, str]:
    return {fold(row["head"]): row["kind"] for row in table("role_heads")}


@cache
def head_kind(form: str) -> str | None:
    """The kind of a word for who somebody is («office», «relation», «address», «none»), None for other words."""
    if fold(form) in kinds():
        return kinds()[fold(form)]
    for reading in word(form).readings:
        kind = kinds().get(_head_lemma(reading))
        if kind is not None and reading.pos in _NOMINAL:
            return kind
    return "office" if head_readings(form) else None


@cache
def is_listed_head(form: str) -> bool:
    """Whether the table of heads has a word, or its last part («вице-спикер»), so that a capital does not make it a
    name."""
    first, hyphen, last = form.rpartition("-")
    if hyphen and first and is_listed_head(last):
        return True
    return any(_head_lemma(reading) in kinds() for reading in word(form).readings if reading.pos in _NOMINAL)


def _head_lemma(reading: Reading) -> str:
    """The lemma of a noun; of a participle («поверенный») its own nominative."""
    if reading.pos == "PRTF":
        return fold(reading.inflect("nomn", "sing", "masc") or reading.lemma)
    return reading.folded


@cache
def head_readings(form: str) -> tuple[Reading, ...]:
    """The readings of a form as a word for a person: listed ones, else animate nouns that are no names."""
    readings = word(form).readings
    listed = tuple(r for r in readings if _head_lemma(r) in kinds() and r.pos in _NOMINAL and r.case)
    if listed:
        return tuple(r for r in listed if "anim" in r.grammemes) or listed  # «посол», not the salting of fish
    animate = tuple(r for r in readings if _names_someone(r))
    known = word(form).known or ("-" in form and word(form.rpartition("-")[2]).known)
    return animate if known and animate and animate[0].score >= 0.1 else ()


def _names_someone(reading: Reading) -> bool:
    return reading.pos == "NOUN" and "anim" in reading.grammemes and not reading.is_name and reading.case is not None


def head_at(context: Context, position: int) -> Head | None:
    token = context.tokens[position]
    kind = head_kind(token.text)
    if kind is None or kind in ("prefix", "none") or (token.is_capitalised and not is_listed_head(token.text)):
        return None
    if not token.is_word or (token.is_upper and not context.is_shouted(position)):
        return None
    named = context.named.get(position)
    if named is not None and named.sense is Sense.DEMONYM:
        return None
    readings = head_readings(token.text)
    if not readings or _is_thing_after_adjective(context, position, readings):
        return None
    return Head(position, kind, readings)


def _is_thing_after_adjective(context: Context, position: int, readings: Sequence[Reading]) -> bool:
    """«внешней политики»: an adjective that agrees with none who is a politician."""
    before = context.tokens[position - 1].text if position > context.sentence(position)[0] else ""
    if is_listed_head(context.tokens[position].text) or not is_adjective(before):
        return False
    return not any(agrees(before, reading) for reading in readings)
