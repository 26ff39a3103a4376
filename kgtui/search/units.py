"""Names of the index's units: what stands in texts, called by the terms that it answers to.

All words that have the same terms (see `terms`) are one unit, so that the index keeps a word once and not once for each
of its terms. Besides words there are ``@KG``, a country named by whichever word; ``.к``, a capitalised word that begins
so; ``*там``, all words that begin so, without positions; and ``#садыр жапаров``, a thing that an article names.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kgtui.search.terms import document_terms, name_term

PREFIX_LENGTHS = (3, 4)  # letters of the beginnings that are units of their own; longer ones have few words
THING_SIGN = "#"
BETWEEN = "\t"
_KIND, _NAME = ":", "'"  # signs of what is no term


@dataclass(frozen=True, slots=True)
class Thing:
    """What an article names: ``kind`` and ``name`` are for showing, ``key`` tells it from others (a `name_term`)."""

    kind: str
    key: str
    name: str


@cache
def word_unit(form: str) -> str:
    return BETWEEN.join(document_terms(form))


def country_unit(code: str) -> str:
    return "@" + code


def initial_unit(letter: str) -> str:
    return "." + letter


def thing_unit(thing: Thing) -> str:
    """Answers to its key and to the name that it has in the article."""
    terms = [THING_SIGN + term for term in dict.fromkeys((thing.key, name_term(thing.name)))]
    return BETWEEN.join([*terms, _KIND + thing.kind, _NAME + " ".join(thing.name.split())])


def thing_of(unit: str) -> Thing:
    """
    >>> thing_of(thing_unit(Thing("bloc", "sco", "ШОС")))
    Thing(kind='bloc', key='sco', name='ШОС')
    """
    parts = unit.split(BETWEEN)
    return Thing(kind=parts[-2][1:], key=parts[0][1:], name=parts[-1][1:])


def kind_of(unit: str) -> str:
    """The kind of a thing."""
    return unit.rsplit(BETWEEN, 2)[1][1:]


def terms_of(unit: str) -> list[str]:
    """The terms by which a unit is found.

    >>> terms_of("#sco\\t#шос\\t:bloc\\t'ШОС")
    ['#sco', '#шос']
    """
    return [part for part in unit.split(BETWEEN) if part[0] not in (_KIND, _NAME)]


def first_term(unit: str) -> str:
    return unit.partition(BETWEEN)[0]
