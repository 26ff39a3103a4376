"""The program's own terms as plain words, for engines that take a text and cut it at spaces.

Such an engine has one word a position, so a text becomes three of equal length: the forms as they stand, the first
lemma of each, and, without positions of their own, all further ones. Ranked as the program ranks them: a less likely
lemma keeps its sign.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

from kgtui.language import fold
from kgtui.search.terms import Tier, document_terms, word_terms

_NO_LEMMAS = ("=", "*")  # the form itself, and its beginning
LIKELY_ENOUGH = Tier.FORM


@dataclass(frozen=True, slots=True)
class Streams:
    """Words with spaces between them."""

    title: str
    form: str
    lemma: str
    more: str


def streams(title_words: Sequence[str], words: Sequence[str]) -> Streams:
    title = (lemma for word in title_words for lemma in lemmas(word))
    more = (lemma for word in words for lemma in lemmas(word)[1:])
    return Streams(
        title=" ".join(title),
        form=" ".join(map(form, words)),
        lemma=" ".join(lemmas(word)[0] for word in words),
        more=" ".join(more),
    )


@cache
def form(word: str) -> str:
    """As it stands in the text, folded; always without spaces."""
    return fold(word)


@cache
def lemmas(word: str) -> tuple[str, ...]:
    """Of a word in a text, the likeliest first; a word that has none is its own."""
    found = [term for term in document_terms(word) if not term.startswith(_NO_LEMMAS)]
    return tuple(sorted(found, key=lambda term: (term[0] in "?!", term))) or (form(word),)


def asked(word: str) -> list[str]:
    """Every lemma that a word of a query may mean."""
    return _plain(term for rung in word_terms(word).rungs for term in rung.terms)


def asked_phrases(words: Sequence[str]) -> list[tuple[str, ...]]:
    """Every sequence of likely lemmas that a phrase may be."""
    return list(product(*(_likely(word) for word in words)))


def _likely(word: str) -> list[str]:
    rungs = word_terms(word).rungs
    found = _plain(term for rung in rungs if rung.tier <= LIKELY_ENOUGH for term in rung.terms)
    return found or [form(word)]


def _plain(terms: Iterable[str]) -> list[str]:
    return sorted(term for term in terms if not term.startswith(_NO_LEMMAS))
