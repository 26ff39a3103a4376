"""The words of an index, with the number of articles that have each: what a slip is understood from."""

from __future__ import annotations

import heapq
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from weakref import WeakKeyDictionary

from kgtui.language.likeness import distance, mask
from kgtui.search.index.protocol import View, Zone
from kgtui.search.terms import FORM_SIGN, LEMMA_SIGNS, Tier, word_of, word_terms

_LONGER = 3  # letters by which a word may be longer or shorter than what was typed
_BITS = 4  # in which the masks of words with two slips between them differ at most


class Vocabulary:
    """Every form that stands in the articles, and the lemmas and surname stems of these forms, all folded.

    Each part is made when it is first asked for, and stays: 100,000 articles have some 150,000 forms.
    """

    def __init__(self, view: View) -> None:
        self._view = view
        self._by_length: dict[int, list[tuple[str, int]]] = {}

    @cached_property
    def forms(self) -> dict[str, int]:
        """Form as it stands in a text → articles, in alphabetical order."""
        return {word_of(term): count for term, count in self._terms(FORM_SIGN)}

    @cached_property
    def words(self) -> dict[str, int]:
        """Form, lemma or stem → articles."""
        words = dict(self.forms)
        for sign in LEMMA_SIGNS:
            for term, count in self._terms(sign):
                lemma = word_of(term)
                words[lemma] = max(count, words.get(lemma, 0))
        return words

    def knows(self, word: str) -> bool:
        """Whether some article has a word (not folded) in any form that is likely to be meant."""
        rungs = [rung for rung in word_terms(word).rungs if rung.tier <= Tier.FORM]
        return any(word_of(term) in self.words for rung in rungs for term in rung.terms)

    def begins(self, start: str) -> bool:
        """Whether any word begins so."""
        at = bisect_left(self._sorted, start)
        return at < len(self._sorted) and self._sorted[at].startswith(start)

    def beginning(self, start: str, most: int) -> list[tuple[str, int]]:
        """The forms that begin so, with their articles, most frequent first."""
        at = bisect_left(self._sorted_forms, start)
        end = bisect_left(self._sorted_forms, start + "\uffff", at)
        counted = ((form, self.forms[form]) for form in self._sorted_forms[at:end])
        return heapq.nsmallest(most, counted, key=lambda pair: (-pair[1], pair[0]))

    def like(self, word: str, limit: float) -> Iterator[tuple[str, float]]:
        """Words at most so far from one that was typed, with their distance."""
        letters = mask(word)
        for length in range(max(1, len(word) - _LONGER), len(word) + _LONGER + 1):
            for other, other_letters in self._of_length(length):
                if (letters ^ other_letters).bit_count() <= _BITS:
                    found = distance(word, other, limit)
                    if found is not None:
                        yield other, found

    def _of_length(self, length: int) -> list[tuple[str, int]]:
        """The words of a length with their masks."""
        if not self._by_length:
            for word in self.words:
                self._by_length.setdefault(len(word), []).append((word, 0))
        bucket = self._by_length.get(length, [])
        if bucket and not bucket[0][1]:
            bucket = self._by_length[length] = [(word, mask(word)) for word, _ in bucket]
        return bucket

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self.words)

    @cached_property
    def _sorted_forms(self) -> list[str]:
        return list(self.forms)

    def _terms(self, prefix: str) -> Iterator[tuple[str, int]]:
        """The terms of both zones that begin so, each once, in alphabetical order."""
        counts = dict(self._view.terms(Zone.BODY, prefix))
        for term, count in self._view.terms(Zone.TITLE, prefix):
            counts[term] = max(count, counts.get(term, 0))
        yield from sorted(counts.items())


_of_views: WeakKeyDictionary[View, Vocabulary] = WeakKeyDictionary()


def vocabulary_of(view: View) -> Vocabulary:
    """The vocabulary of a view, made once and kept as long as the view is."""
    if view not in _of_views:
        _of_views[view] = Vocabulary(view)
    return _of_views[view]
