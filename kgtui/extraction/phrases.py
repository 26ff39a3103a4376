"""Noun phrases: how far one goes to the right of its head, and how it reads in the nominative."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from kgtui.extraction.context import DASHES, Context
from kgtui.gazetteer import MatchKind, Sense
from kgtui.language import Reading, word

_PREPOSITIONS = frozenset("по в во при на для".split())
_ADJECTIVES = frozenset({"ADJF", "PRTF"})


@cache
def cases_of(form: str, *, plural: bool = False) -> frozenset[str]:
    """The cases that a noun or adjective may stand in."""
    return frozenset(
        reading.case
        for reading in word(form).readings
        if reading.case and (reading.number == "plur") == plural and reading.pos in ("NOUN", "ADJF", "PRTF", "NPRO")
    )


@cache
def is_genitive(form: str) -> bool:
    """Whether a word may be a noun or adjective in the genitive."""
    return any(
        reading.case == "gent" and reading.pos in ("NOUN", "ADJF", "PRTF", "NUMR") for reading in word(form).readings
    )


@cache
def is_adjective(form: str) -> bool:
    readings = word(form).readings
    return bool(readings) and any(reading.pos in _ADJECTIVES for reading in readings[:3])


@cache
def is_noun(form: str) -> bool:
    return any(reading.pos == "NOUN" for reading in word(form).readings)


@cache
def is_verb(form: str) -> bool:
    """A finite verb by its likeliest reading."""
    readings = word(form).readings
    return bool(readings) and readings[0].pos == "VERB"


def agrees(adjective: str, noun: Reading) -> Reading | None:
    """The reading of an adjective that agrees with a noun in case, number and gender."""
    for reading in word(adjective).readings:
        if reading.pos not in _ADJECTIVES or reading.case != noun.case or reading.number != noun.number:
            continue
        if noun.number == "plur" or reading.gender in (noun.gender, None) or "ms-f" in noun.grammemes:
            return reading
    return None


def cased_like(form: str, like: str) -> str:
    """A lower-case form with the capitals of the word in the text; a shouted word is set in small letters."""
    if not like[:1].isupper():
        return form
    if len(like) > 3 and like.isupper():
        return form[:1].upper() + form[1:]
    parts, shown = like.split("-"), form.split("-")
    if len(parts) != len(shown):
        return form[:1].upper() + form[1:]
    return "-".join(s[:1].upper() + s[1:] if p[:1].isupper() else s for s, p in zip(shown, parts, strict=True))


def keeps_letters(form: str, like: str) -> str:
    """The dictionary's ё only where the text writes it."""
    return form if "ё" in like.lower() else form.replace("ё", "е")


def inflected(form: str, reading: Reading, *grammemes: str) -> str:
    """A word of the text in another form, with its own capitals."""
    changed = reading.inflect(*grammemes)
    return cased_like(keeps_letters(changed, form), form) if changed else form


def tail_stop(context: Context, start: int, *, stops_at: Callable[[int], bool] = lambda _position: False) -> int:
    """Where the complement of a noun ends that begins at ``start``: genitives, a preposition with its noun, names,
    abbreviations, lists of genitives («инвестиций, промышленности и торговли РУз»).
    """
    if start >= len(context):
        return start
    _first, end = context.sentence(start - 1)
    position = kept = start
    while position < end and not stops_at(position):
        step = _complement_step(context, position, end, at_start=position == start)
        if step == position:
            break
        position = step
        if context.tokens[position - 1].text not in (",", "и"):
            kept = position
    return kept


def _complement_step(context: Context, position: int, end: int, *, at_start: bool) -> int:
    """Past one piece of a complement, or ``position`` where none stands."""
    token = context.tokens[position]
    match = context.named.get(position)
    if match is not None and match.sense not in (Sense.ADJECTIVE, Sense.DEMONYM):
        return match.stop if match.kind is not MatchKind.PLACE or is_genitive(token.text) else position
    if token.is_word and token.is_upper:
        return position + 1
    if token.is_word and is_genitive(token.text) and not is_verb(token.text):
        return position + 1
    lower = token.text.lower()
    if lower in _PREPOSITIONS and position + 1 < end:
        return _prepositional(context, position + 1, end)
    if token.text in (",", "и") and not at_start:
        return _listed(context, position, end)
    return position


def _prepositional(context: Context, position: int, end: int) -> int:
    """«по правам человека», «в Кыргызской Республике», «в делах КНР»."""
    match = context.named.get(position)
    if match is not None:
        return match.stop
    start = position
    while position < end and is_adjective(context.tokens[position].text) and not context.tokens[position].is_upper:
        position += 1
        if (
            position < end
            and context.tokens[position].text in (",", "и")
            and is_adjective(context.tokens[min(position + 1, end - 1)].text)
        ):
            position += 1
    if position < end and context.tokens[position].is_word and is_noun(context.tokens[position].text):
        return position + 1
    return start - 1


def _listed(context: Context, position: int, end: int) -> int:
    """A comma or «и» between genitives goes on with the list where the next words are genitives as well."""
    following = position + 1
    if following >= end or not context.tokens[following].is_word:
        return position
    text = context.tokens[following].text
    if (
        text in DASHES
        or not is_genitive(text)
        or (context.tokens[following].is_capitalised and following not in context.named)
    ):
        return position
    return following
