"""The words of an index, with the number of articles that have each: what a slip is understood from."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from weakref import WeakKeyDictionary, proxy

from kgtui.language.likeness import distance, mask
from kgtui.search.index.protocol import View, Zone
from kgtui.search.slips.names import Names
from kgtui.search.slips.word_list import WordList
from kgtui.search.terms import FORM_SIGN, LEMMA_SIGNS, word_of, word_terms
from kgtui.search.units import first_term, terms_of

_LONGER = 3  # letters by which a word may be longer or shorter than what was typed
_NO_RARE_READING = 0.5  # worth of a rung
_BITS = 4  # in which the masks of words with two slips between them differ at most


class Vocabulary:
    """Every form that stands in the articles, and the lemmas and surname stems of these forms, all folded.

    Each part is made when it is first asked for, and stays: 100,000 articles have some 150,000 forms.
    """

    def __init__(self, view: View) -> None:
        self._view: View = proxy(view)  # whoever asks holds it; a vocabulary that did would keep it for ever
        self._names: dict[Zone, Names] = {}
        self._begun: tuple[str, dict[str, int]] = "", {}

    def articles(self, word: str) -> int:
        """About how many have a form, lemma or stem; 0 where none has."""
        return self._words.articles(word)

    def is_form(self, word: str) -> bool:
        """Whether a word stands so in the articles."""
        return self._words.is_form(word)

    def knows(self, word: str) -> bool:
        """Whether some article has a word (not folded) in any form, by a reading that is no rare one."""
        rungs = [rung for rung in word_terms(word).rungs if rung.worth >= _NO_RARE_READING]
        return any(self._view.units(Zone.TEXT, term) for rung in rungs for term in rung.terms)

    def names(self, zone: Zone) -> Names:
        """What the articles name, of one kind."""
        if zone not in self._names:
            self._names[zone] = Names(self._view, zone)
        return self._names[zone]

    def begins(self, start: str) -> bool:
        """Whether any word begins so."""
        return self._words.begins(start)

    def begins_form(self, start: str) -> bool:
        """Whether any form begins so."""
        return bool(self._forms_beginning(start))

    def beginning(self, start: str, most: int) -> list[tuple[str, int]]:
        """The forms that begin so, with their articles, most frequent first."""
        forms = self._forms_beginning(start)
        likeliest = heapq.nlargest(most, sorted(forms), key=forms.__getitem__)
        return [(form, forms[form]) for form in likeliest]

    def _forms_beginning(self, start: str) -> dict[str, int]:
        """Read from the index for this start alone: a word that is being typed needs no other forms in memory."""
        begun = self._begun  # another thread may put another start there meanwhile
        if begun[0] != start:
            forms: defaultdict[str, int] = defaultdict(int)
            for unit, articles in self._view.unit_names(Zone.TEXT, FORM_SIGN + start):
                forms[word_of(first_term(unit))] += articles
            begun = self._begun = start, forms
        return begun[1]

    def like(self, word: str, limit: float) -> Iterator[tuple[str, float]]:
        """Words at most so far from one that was typed, with their distance. A wrong first letter is the only slip."""
        letters = mask(word)
        near = {
            self._words[other]
            for length in range(len(word) - _LONGER, len(word) + _LONGER + 1)
            for other, other_letters in self._words.of_shape(word[:1], length)
            if (letters ^ other_letters).bit_count() <= _BITS
        }
        for other in near | self._begun_otherwise(word):
            found = distance(word, other, limit)
            if found is not None:
                yield other, found

    def _begun_otherwise(self, word: str) -> set[str]:
        """Words that differ at their first letter only: another one, one more, one less, or the first two swapped."""
        begun = {first + rest for first in self._words.firsts for rest in (word, word[1:])}
        return set(filter(self._words.articles, begun | {word[1:], word[1:2] + word[:1] + word[2:]}))

    @cached_property
    def _words(self) -> WordList:
        forms: defaultdict[str, int] = defaultdict(int)
        lemmas: dict[str, int] = {}
        of_terms: defaultdict[str, int] = defaultdict(int)
        for unit, articles in self._view.unit_names(Zone.TEXT, FORM_SIGN):
            form, *others = terms_of(unit)
            forms[word_of(form)] += articles
            for term in others:
                if term[0] in LEMMA_SIGNS:
                    of_terms[term] += articles
        for term, articles in of_terms.items():
            lemma = word_of(term)
            lemmas[lemma] = max(articles, lemmas.get(lemma, 0))
        return WordList(forms, lemmas)


_of_views: WeakKeyDictionary[View, Vocabulary] = WeakKeyDictionary()


def vocabulary_of(view: View) -> Vocabulary:
    """The vocabulary of a view, made once and kept as long as the view is."""
    view = view.words
    if view not in _of_views:
        _of_views[view] = Vocabulary(view)
    return _of_views[view]
