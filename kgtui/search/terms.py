"""The terms of an article in the index, and the terms that a word of a query asks for, tier by tier.

A term's first sign says what it is: ``=`` a folded form as it stands in the text, ``?`` a key of a less likely reading,
``!`` of a rare one, ``&`` an abbreviation of a country in capitals, ``@`` a country named there by whichever word
(``@KG``), ``#`` the name of a thing; likely keys stand as `language.keys` gives them. All words of an article's zone
are counted; punctuation is not, so a phrase goes across a comma.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from itertools import chain

from kgtui.language import Analysis, Token, fold
from kgtui.language.joining import joined
from kgtui.language.keys import document_keys, query_keys
from kgtui.search.abbreviations import is_abbreviation, may_be_a_word, stands_for_country
from kgtui.search.places import other_names

TERMS_VERSION = 7  # of what this module makes; an index of another version is rebuilt
FORM_SIGN = "="
LEMMA_SIGNS = frozenset("~абвгдежзийклмнопрстуфхцчшщъыьэюя")  # how the terms of surnames and of Russian lemmas begin
_AS_A_SPACE = str.maketrans("-‐‑–—\t", "      ")
_QUOTES = str.maketrans("", "", "\"«»„“”'’")


class Tier(IntEnum):
    """How sure a hit is; hits are shown in this order."""

    EXACT = 0
    FORM = 1
    OTHER = 2
    RELATED = 3


@dataclass(frozen=True, slots=True)
class Rung:
    """Terms that are equally sure: their tier, and within the tier how much an answer by them is worth (0…1)."""

    tier: Tier
    worth: float
    terms: frozenset[str]


@dataclass(frozen=True, slots=True)
class WordTerms:
    """What a word of a query asks for, by falling certainty. A term stands on one rung only."""

    rungs: tuple[Rung, ...]

    def tier_of(self, terms: tuple[str, ...]) -> Tier | None:
        """The best tier in which a word with these terms answers."""
        return next((rung.tier for rung in self.rungs if not rung.terms.isdisjoint(terms)), None)


@cache
def document_terms(form: str) -> tuple[str, ...]:
    """The terms of a word as it stands in a text, its folded form first."""
    keys = document_keys(form)
    others = sorted(keys.likely), sorted(_marked("?", keys.other)), sorted(_marked("!", keys.rare))
    return "=" + keys.exact, *chain.from_iterable(others), *_capitals(form)


@cache
def word_terms(form: str) -> WordTerms:
    """What a typed word asks for."""
    keys = query_keys(form)
    likely, other, rare = keys.likely, keys.other, keys.rare
    capitals = {"&" + keys.exact} if is_abbreviation(form) else set()
    is_word = not capitals or may_be_a_word(form)
    ladder = (
        (Tier.EXACT, 1.0, capitals | ({"=" + keys.exact} if is_word else set())),
        (Tier.FORM, 1.0, likely if is_word else set()),
        (Tier.OTHER, 0.5, _marked("?", likely) | other),
        (Tier.OTHER, 0.2, _marked("?", other)),
        (Tier.OTHER, 0.1, _marked("!", likely | other) | rare | _marked("?", rare)),
        (Tier.RELATED, 1.0, other_names(form)),
    )
    met: set[str] = set()
    rungs = []
    for tier, worth, terms in ladder:
        rungs.append(Rung(tier, worth, frozenset(terms - met)))
        met |= terms
    return WordTerms(tuple(rungs))


def word_of(term: str) -> str:
    """The form, lemma or stem that a term stands for, without the signs of its kind."""
    return term.lstrip(FORM_SIGN + "~").removesuffix(":")


def country_terms(code: str) -> WordTerms:
    """What another word for the same country answers to."""
    return WordTerms((Rung(Tier.RELATED, 1.0, frozenset({"@" + code})),))


def name_term(name: str) -> str:
    """A name as it is compared with others: folded, hyphens as spaces, without quotation marks.

    >>> name_term("Пресс-служба  «Кабар»")
    'пресс служба кабар'
    """
    return " ".join(fold(name).translate(_AS_A_SPACE).translate(_QUOTES).split())


def _capitals(form: str) -> tuple[str, ...]:
    """The term of an abbreviation that stands for a country, also with dots: «С.Ш.А.»."""
    whole = form.replace(".", "")
    return ("&" + fold(whole),) if stands_for_country(whole) else ()


def _marked(sign: str, keys: frozenset[str]) -> set[str]:
    return {sign + key for key in keys}


def searched_tokens(analysis: Analysis) -> list[Token]:
    """The tokens that have a position in the index, in order: words and numbers, the first of several as the whole."""
    return joined(analysis.tokens)
