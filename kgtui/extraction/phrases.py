"""Noun phrases: how far one goes to the right of its head, and how it reads in the nominative."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from kgtui.extraction.context import DASHES, Context
from kgtui.extraction.tables import table
from kgtui.gazetteer import MatchKind, Sense
from kgtui.language import Reading, Token, fold, word

_PREPOSITIONS = frozenset("по в во при на для".split())
_SUPERLATIVE = re.compile(r"(?:ий|его|ему|им|ем|ей|ую|ая|ее|ие|их|ими)$")
_SUPERLATIVE_ENDINGS = {"femn": "ая", "neut": "ее", "plur": "ие"}
_ADJECTIVES = frozenset({"ADJF", "PRTF"})
# First parts of compounds that do not change.
_FIXED_PARTS = frozenset("арт бизнес блиц веб интернет онлайн поп рок сервис стресс тест фитнес экспресс".split())


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
    readings = word(form).readings
    if readings and readings[0].pos in ("PREP", "CONJ", "PRCL", "ADVB", "VERB"):
        return False
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


def inflection(reading: Reading, *grammemes: str) -> str | None:
    """The form of a reading with the given grammemes, lower case; each is made once a process."""
    return _inflection(reading.parse, grammemes)


@cache
def _inflection(parse: Any, grammemes: tuple[str, ...]) -> str | None:
    changed = parse.inflect(set(grammemes))
    return _with_fixed_part(parse.word, changed.word) if changed else None


def _with_fixed_part(form: str, changed: str) -> str:
    """«Бизнес-форума», not «бизнеса-форума»; «города-героя» changes in both parts."""
    first, hyphen, _ = form.partition("-")
    return f"{first}-{changed.partition('-')[2]}" if hyphen and first in _FIXED_PARTS else changed


def inflected(form: str, reading: Reading, *grammemes: str) -> str:
    """A word of the text in another form, with its own capitals; abbreviations («ГЭС-1») keep theirs."""
    if form.isupper() and (len(form) <= 4 or not form.isalpha()):
        return form
    if reading.grammemes.isdisjoint({"Supr", "Cmp2"}):
        changed = inflection(reading, *grammemes)
    else:  # «Высшего» is no «высочайший»
        changed = _SUPERLATIVE.sub(_SUPERLATIVE_ENDINGS.get(grammemes[-1], "ий"), form.lower())
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
    if token.is_word and _is_complement(token):
        return position + 1
    governed = governed_stop(context, position)
    if governed > position:
        return governed
    if token.text.lower() in _PREPOSITIONS and position + 1 < end:
        return _prepositional(context, position + 1, end)
    return position if at_start else _joined_step(context, position, end)


_NO_PREPOSITION = "-"  # in the table


def governed_stop(context: Context, position: int) -> int:
    """Past a preposition that the noun before it takes and what it governs («борьбы с коррупцией», «заведующий
    отделом»), or ``position``."""
    first, end = context.sentence(position)
    if position == first or position + 1 >= end:
        return position
    taken = _governed(context.tokens[position - 1].text)
    cases, stop = taken.get(context.lower(position), frozenset()), position + 1
    if not cases:
        cases, stop = taken.get(_NO_PREPOSITION, frozenset()), position
    if not cases:
        return position
    match = context.named.get(stop)
    if match is not None and match.sense not in (Sense.ADJECTIVE, Sense.DEMONYM):
        return match.stop
    while stop < end and _is_in_case(context.tokens[stop].text, cases):
        stop += 1
        if word(context.tokens[stop - 1].text).readings[0].pos == "NOUN":
            return stop
    return position


@cache
def _governed(form: str) -> Mapping[str, frozenset[str]]:
    """Preposition → the cases after it, for the nouns of the table."""
    rows = [row for row in table("governed") if fold(row["noun"]) in word(form).lemmas]
    return {
        row["preposition"]: frozenset(r["case"] for r in rows if r["preposition"] == row["preposition"]) for row in rows
    }


@cache
def _is_in_case(form: str, cases: frozenset[str]) -> bool:
    return not cases.isdisjoint(cases_of(form) | cases_of(form, plural=True))


def _is_complement(token: Token) -> bool:
    """A genitive, an abbreviation or a word that does not decline."""
    if _is_pronoun(token.text):
        return False
    return token.is_upper or ((is_genitive(token.text) or _is_foreign(token.text)) and not is_verb(token.text))


def _joined_step(context: Context, position: int, end: int) -> int:
    """Past «, » and «и» between genitives, and past the dash of «государств – членов ШОС»."""
    mark = context.tokens[position].text
    if mark in DASHES and position + 1 < end and "член" in context.lemmas(position + 1):
        return position + 2
    return _listed(context, position, end) if mark in (",", "и") else position


@cache
def _is_foreign(text: str) -> bool:
    """A small-letter word that the dictionary lacks and that does not decline: «айыл окмоту»."""
    return text.islower() and len(text) > 3 and not word(text).known and "-" not in text


def _prepositional(context: Context, position: int, end: int) -> int:
    """«по правам человека», «в Кыргызской Республике», «по иностранным делам и политике безопасности»."""
    match = context.named.get(position)
    if match is not None and match.sense not in (Sense.ADJECTIVE, Sense.DEMONYM):
        return match.stop
    stop = _noun_with_adjectives(context, position, end)
    if stop == position:
        return position - 1
    while stop + 1 < end and context.tokens[stop].text in (",", "и"):
        following = _noun_with_adjectives(context, stop + 1, end)
        if following == stop + 1 or not _share_case(context, stop - 1, following - 1):
            break
        stop = following
    return stop


def _noun_with_adjectives(context: Context, position: int, end: int) -> int:
    """Past adjectives, joined by commas or «и», and their noun; ``position`` where there is none."""
    start = position
    while position < end and is_adjective(context.tokens[position].text) and not context.tokens[position].is_upper:
        position += 1
        if (
            position + 1 < end
            and context.tokens[position].text in (",", "и")
            and is_adjective(context.tokens[position + 1].text)
        ):
            position += 1
    if position < end and context.tokens[position].is_word and is_noun(context.tokens[position].text):
        return position + 1
    return start


def _share_case(context: Context, one: int, other: int) -> bool:
    left, right = context.tokens[one].text, context.tokens[other].text
    return not (cases_of(left) | cases_of(left, plural=True)).isdisjoint(cases_of(right) | cases_of(right, plural=True))


def _listed(context: Context, position: int, end: int) -> int:
    """A comma or «и» between genitives goes on with the list where the next words are genitives as well."""
    following = position + 1
    if following >= end or not context.tokens[following].is_word:
        return position
    text = context.tokens[following].text
    if (
        text in DASHES
        or not (is_genitive(text) or context.tokens[following].is_upper)
        or (context.tokens[following].is_capitalised and following not in context.named)
    ):
        return position
    return following


def adjectives_before(context: Context, head: int, reading: Reading, floor: int = 0) -> int:
    """Where the adjectives begin that stand before a noun and agree with it in this reading."""
    lowest = max(context.sentence(head)[0], floor)
    first = head
    while first > lowest:
        token = context.tokens[first - 1]
        if (token.is_word and agrees(token.text, reading) and not _is_pronoun(token.text)) or (
            token.text in (",", "и") and lowest < first - 1 and first < head and _may_join(context, first - 2, reading)
        ):
            first -= 1
        else:
            break
    return first


def _may_join(context: Context, position: int, noun: Reading) -> bool:
    """Whether an adjective of the noun stands before a comma or «и»."""
    text = context.tokens[position].text
    return word(text).known and agrees(text, noun) is not None


@cache
def _is_pronoun(text: str) -> bool:
    return any("Apro" in r.grammemes or "Anph" in r.grammemes for r in word(text).readings)


def nominative_phrase(context: Context, first: int, head: int, stop: int, reading: Reading) -> str:
    """A noun phrase with its head and the adjectives before it in the nominative of its own number."""
    return phrase_in(context, first, head, stop, reading, case="nomn")


def phrase_in(context: Context, first: int, head: int, stop: int, reading: Reading, *, case: str) -> str:
    """A noun phrase with its head and the adjectives before it in a case ("nomn", "gent"…) of its own number."""
    number = reading.number or "sing"
    words = []
    for position in range(first, head):
        text = context.tokens[position].text
        agreeing = agrees(text, reading)
        gender = () if number == "plur" or reading.gender is None else (reading.gender,)
        words.append(inflected(text, agreeing, case, number, *gender) if agreeing else text)
    words.append(inflected(context.tokens[head].text, reading, case, number))
    text = " ".join(words).replace(" ,", ",")
    rest = context.text[context.tokens[head].end : context.tokens[stop - 1].end] if stop > head + 1 else ""
    return " ".join((text + rest).split())


@cache
def noun_readings(form: str, lemmas: frozenset[str]) -> tuple[Reading, ...]:
    """The readings of a form as one of these nouns."""
    return tuple(r for r in word(form).readings if r.pos == "NOUN" and r.case and r.folded in lemmas)
