"""What is counted by a number without a unit: «118 тысяч рабочих мест», «32 экономических реформах»."""

from __future__ import annotations

from functools import cache

from kgtui.extraction.context import Context
from kgtui.extraction.figures.numerals import Number
from kgtui.extraction.tables import table
from kgtui.language import Reading, fold, word

PEOPLE = "people"
_MOST_ADJECTIVES = 3
_ADJECTIVES = ("ADJF", "PRTF")
_LITTLE_WORDS = ("PREP", "CONJ", "PRCL", "NPRO", "INTJ")


def counted_after(context: Context, number: Number) -> tuple[str, int] | None:
    """The lemma of the noun that a number counts, "people" of persons, and where the noun ends; None where no noun
    follows that may be counted so.
    """
    position, end = number.stop, context.sentence(number.first)[1]
    for _ in range(_MOST_ADJECTIVES + 1):
        if position >= end or not context.tokens[position].is_word:
            return None
        noun = _noun(context, position, number)
        if noun is not None:
            return _unit(noun, context.tokens[position].text), position + 1
        if not _is_adjective(context.tokens[position].text):
            return None
        position += 1
    return None


def _noun(context: Context, position: int, number: Number) -> Reading | str | None:
    """The reading of a noun that agrees with a number, or an abbreviation."""
    token = context.tokens[position]
    if token.is_upper and token.text.isalpha() and position not in context.named:
        return token.text if fold(token.text) not in _not_counted() else None
    if len(token.text) < 3 or position in context.named or word(token.text).readings[0].pos in _LITTLE_WORDS:
        return None
    for reading in word(token.text).readings:
        if reading.pos == "NOUN" and not reading.is_name and _agrees(reading, number):
            return reading if fold(reading.lemma) not in _not_counted() else None
    return None


def _agrees(noun: Reading, number: Number) -> bool:
    """«5 школ», «в 5 школах», «3 школы», «21 школа»; not «в 5 школе», where the number is an ordinal."""
    plural, case = noun.number == "plur", noun.case
    if "Fixd" in noun.grammemes:
        return True
    if number.scale > 1:
        return plural and case == "gent"
    if number.fraction:
        return not plural and case == "gent"
    last, teens = number.value % 10, 10 < number.value % 100 < 20
    if last == 1 and not teens:
        return not plural and case != "loct" and number.value > 1
    oblique = plural and case in ("gent", "datv", "ablt", "loct")
    return oblique or (1 < last < 5 and not teens and not plural and case == "gent")


def _unit(noun: Reading | str, form: str) -> str:
    if isinstance(noun, str):
        return noun
    if "anim" in noun.grammemes and fold(noun.lemma) not in _animals():
        return PEOPLE
    return noun.lemma if "ё" in form.lower() else noun.lemma.replace("ё", "е")


@cache
def _is_adjective(form: str) -> bool:
    return any(reading.pos in _ADJECTIVES for reading in word(form).readings)


@cache
def _not_counted() -> frozenset[str]:
    return frozenset(fold(row["noun"]) for row in table("not_counted"))


@cache
def _animals() -> frozenset[str]:
    return frozenset(fold(row["noun"]) for row in table("animals"))
