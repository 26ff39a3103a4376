"""All words of an index in little memory: looked up whole, by how they begin, and by what words look alike."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from itertools import accumulate

from kgtui.language.likeness import mask
from kgtui.search.slips.starts import END, Starts


class WordList:
    """Words by their numbers, in alphabetical order."""

    def __init__(self, forms: Mapping[str, int], lemmas: Mapping[str, int]) -> None:
        """Each with the number of articles that have it."""
        words = sorted(forms.keys() | lemmas.keys())
        self._starts = Starts(END.join([*words, ""]), _places(words))
        self._articles = array("I", (max(forms.get(word, 0), lemmas.get(word, 0)) for word in words))
        self._are_forms = bytes(word in forms for word in words)
        self._by_shape: dict[tuple[str, int], array[int]] = {}  # first letter and length
        self._masks: dict[tuple[str, int], array[int]] = {}
        for number, word in enumerate(words):
            self._by_shape.setdefault((word[:1], len(word)), array("I")).append(number)

    def __getitem__(self, number: int) -> str:
        return self._starts[number]

    def articles(self, word: str) -> int:
        """About how many have a word; 0 where none has."""
        number = self._starts.number(word)
        return 0 if number is None else self._articles[number]

    def is_form(self, word: str) -> bool:
        """Whether a word stands so in the articles, and is not only the lemma or the stem of what does."""
        number = self._starts.number(word)
        return number is not None and bool(self._are_forms[number])

    def begins(self, start: str) -> bool:
        """Whether any word begins so."""
        return bool(self._starts.beginning(start))

    def of_shape(self, first: str, length: int) -> Iterable[tuple[int, int]]:
        """The numbers of the words of a first letter and a length, with their masks."""
        shape = (first, length)
        numbers = self._by_shape.get(shape, array("I"))
        if shape not in self._masks:
            self._masks[shape] = array("Q", map(mask, map(self._starts.__getitem__, numbers)))
        return zip(numbers, self._masks[shape], strict=True)

    @property
    def firsts(self) -> set[str]:
        """The letters with which words begin."""
        return {first for first, _ in self._by_shape}


def _places(words: Iterable[str]) -> array[int]:
    """Where each begins, one after the other."""
    return array("I", list(accumulate((len(word) + len(END) for word in words), initial=0))[:-1])
