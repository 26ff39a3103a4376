"""Whose data a figure is, where no body is named: «по данным китайской таможни», «кыргызская статистика насчитала»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from kgtui.extraction.cast import Cast
from kgtui.extraction.context import Context
from kgtui.extraction.phrases import agrees, is_adjective, phrase_in
from kgtui.extraction.traits import opens_source
from kgtui.language import Reading, word
from kgtui.model import EntityKind, Figure

_DATA = frozenset({"данные", "данный", "информация", "оценка", "сведение", "статистика", "расчет"})
_KEEPERS = frozenset({"статистика", "статкомитет", "нацстатком", "статведомство"})  # they do nothing but count
_MOST_ADJECTIVES = 3


def with_keepers(context: Context, cast: Cast, figures: Sequence[Figure]) -> list[Figure]:
    """The figures, which are in the order of the text, with whose data they are."""
    found: list[Figure] = []
    for figure in figures:
        at = context.positions(figure.span).start
        first, _stop = context.sentence(at)
        before = found[-1] if found and context.positions(found[-1].span).start >= first else None
        begin = context.positions(before.span).stop if before else first
        told = _keeper(context, cast, begin, at) or (before.data_of if before else None)
        found.append(replace(figure, data_of=told))
    return found


def _keeper(context: Context, cast: Cast, first: int, stop: int) -> str | None:
    """The last one that a token range names before a figure."""
    for at in range(stop - 1, first - 1, -1):
        if not context.tokens[at].is_word:
            continue
        told = None
        if _opens_data(context, at, stop):
            told = _named(context, cast, at + 2, stop, "gent")
        elif not context.lemmas(at).isdisjoint(_KEEPERS):
            told = _named(context, cast, _with_adjectives(context, at, first), at + 1, "nomn")
        if told is not None:
            return told
    return None


def _opens_data(context: Context, at: int, stop: int) -> bool:
    """«По данным», «по оценке»; not «по словам», which are a person's."""
    if at + 1 >= stop or not opens_source(context.lower(at), context.lower(at + 1)):
        return False
    return not context.lemmas(at + 1).isdisjoint(_DATA)


def _with_adjectives(context: Context, noun: int, floor: int) -> int:
    while noun > floor and is_adjective(context.tokens[noun - 1].text):
        noun -= 1
    return noun


def _named(context: Context, cast: Cast, first: int, stop: int, case: str) -> str | None:
    """The noun phrase that begins a token range, in the nominative; None of a body or person, who speaks."""
    for at in range(first, min(stop, first + _MOST_ADJECTIVES + 1)):
        if cast.at(at, EntityKind.ORGANISATION, EntityKind.PERSON, EntityKind.BLOC) is not None:
            return None
        reading = _reading(context.tokens[at].text, case)
        if reading is not None:
            is_one = all(agrees(context.tokens[i].text, reading) for i in range(first, at))
            return phrase_in(context, first, at, at + 1, reading, case="nomn") if is_one else None
        if not is_adjective(context.tokens[at].text):
            return None
    return None


@cache
def _reading(form: str, case: str) -> Reading | None:
    readings = word(form).readings
    if not readings or readings[0].pos != "NOUN":
        return None
    nouns = [reading for reading in readings if reading.pos == "NOUN" and "anim" not in reading.grammemes]
    if case == "nomn":  # «статистики» is rather of one than many
        nouns = [reading for reading in nouns if reading.number == "sing"]
    return next((reading for reading in nouns if reading.case == case), None)
