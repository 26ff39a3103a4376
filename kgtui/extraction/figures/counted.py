"""What is counted by a number without a unit: «118 тысяч рабочих мест», «32 экономических реформах»."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from kgtui.extraction.context import Context
from kgtui.extraction.figures.numerals import Number
from kgtui.extraction.figures.units import NOT_A_FIGURE
from kgtui.extraction.phrases import is_adjective
from kgtui.extraction.tables import table
from kgtui.gazetteer import Sense
from kgtui.language import Reading, fold, word

PEOPLE = "people"
_MOST_ADJECTIVES = 3
_ADJECTIVES = ("ADJF", "PRTF")
_PLURAL = re.compile(r"(?:х|м|ми)$")  # «опрошенных», a participle, whose lemma is its verb
_LITTLE_WORDS = ("PREP", "CONJ", "PRCL", "NPRO", "INTJ")


def counted_after(context: Context, number: Number) -> tuple[str, int] | None:
    """The lemma of the noun that a number counts, "people" of persons, `NOT_A_FIGURE` of years and the like, and where
    the noun ends; None where none follows.
    """
    position, end = number.stop, context.sentence(number.first)[1]
    found: tuple[str, int] | None = None
    for _ in range(_MOST_ADJECTIVES + 1):
        if position >= end or not context.tokens[position].is_word:
            break
        unit = _noun_at(context, position, number)
        if unit is not None:
            found = unit, position + 1
        if not is_adjective(context.tokens[position].text):
            break
        position += 1
    return found


def _noun_at(context: Context, position: int, number: Number) -> str | None:
    """The unit that a noun or an abbreviation gives, if it agrees with a number; a capital begins something new."""
    token = context.tokens[position]
    if token.folded in not_counted():
        return NOT_A_FIGURE
    named = context.named.get(position)
    if named is not None:
        return PEOPLE if named.sense is Sense.DEMONYM and _agrees(token.text, number) else None
    if len(token.text) < 2 or word(token.text).readings[0].pos in _LITTLE_WORDS:
        return None
    if token.is_capitalised and not context.is_shouted(position):
        return token.text.lower() if token.is_upper and token.text.isalpha() else None
    fitting = [r for r in word(token.text).readings if _is_countable(r, token.text, number)]
    if not fitting:
        return None
    listed = next((reading for reading in fitting if reading.folded in _people()), fitting[0])  # «голов» скота
    return unit_of(listed, token.text)


def _agrees(form: str, number: Number) -> bool:
    """«12 тыс. кыргызстанцев»."""
    return any(reading.pos == "NOUN" and agrees_with(reading, number) for reading in word(form).readings)


def _is_countable(reading: Reading, form: str, number: Number) -> bool:
    if reading.folded in not_counted():  # «15 июля», but not «45 годом ранее»
        return reading.pos == "NOUN" and (reading.case, reading.number) != ("ablt", "sing")
    if reading.is_name or not (reading.pos == "NOUN" or is_substantive(reading, form)):
        return False
    return agrees_with(reading, number)


def is_substantive(reading: Reading, form: str) -> bool:
    """«верующих», «опрошенных»: an adjective or participle that stands for people."""
    if reading.pos not in _ADJECTIVES:
        return False
    return "Subx" in reading.grammemes or _people().get(_PLURAL.sub("й", fold(form)), False)


def agrees_with(noun: Reading, number: Number) -> bool:
    """«5 школ», «в 5 школах», «3 школы», «21 школа»; not «в 5 школе», where the number is an ordinal."""
    plural, case = noun.number == "plur", noun.case
    if "Fixd" in noun.grammemes:
        return True
    if number.scale > 1 and not number.ones:
        return plural and case == "gent"
    if number.fraction:
        return not plural and case == "gent"
    last, teens = (number.high or number.value) % 10, 10 < number.value % 100 < 20
    if last == 1 and not teens:
        return not plural and case != "loct" and number.value > 1
    oblique = plural and case in ("gent", "datv", "ablt", "loct")
    return oblique or (1 < last < 5 and not teens and not plural and case == "gent")


def unit_of(noun: Reading, form: str) -> str:
    """The unit of what a noun names: "people" or its lemma; of «стран-участниц» that of «стран»."""
    lemma = noun.folded
    if lemma in not_counted():
        return NOT_A_FIGURE
    head, hyphen, _rest = form.partition("-")
    if hyphen:
        same = (noun.case, noun.number)
        readings = word(head).readings if word(head).known else ()
        whole = next((r for r in readings if r.pos == "NOUN" and (r.case, r.number) == same), None)
        if whole is not None:
            return unit_of(whole, head)
    is_animate = "anim" in noun.grammemes and word(form).known
    if _people().get(lemma, is_animate or noun.pos in _ADJECTIVES):
        return PEOPLE
    return noun.lemma if "ё" in form.lower() else noun.lemma.replace("ё", "е")


@cache
def not_counted() -> frozenset[str]:
    return frozenset(fold(row["noun"]) for row in table("not_counted"))


@cache
def _people() -> Mapping[str, bool]:
    return {fold(row["noun"]): row["people"] == "yes" for row in table("counted_people")}
