"""An analysed text as the rules of context ask for it: neighbours, sentence starts, lemmas."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import cache, cached_property

from kgtui.gazetteer.inflection import folded_word, plain
from kgtui.language import Analysis, Token, Word, word

OPENING = frozenset("«„“\"'([")
DASHES = frozenset("—–-‐‑")


class View:
    """A text with what rules look up in it.

    ``telling`` gives the words of a form by whose place in the text rules decide; most forms have none.
    """

    def __init__(self, analysis: Analysis, telling: Callable[[str], Collection[str]]) -> None:
        self._telling = telling
        self.tokens = analysis.tokens
        self.text = analysis.text
        self._bounds: list[tuple[int, int]] = []
        for first, stop in analysis.token_ranges():
            self._bounds.extend([(first, stop)] * (stop - first))

    def sentence(self, position: int) -> tuple[int, int]:
        """The token range of the sentence that a token stands in."""
        return self._bounds[position]

    def word_at(self, position: int) -> Word:
        return word(folded_word(self.tokens[position].text))

    def lemmas(self, position: int) -> frozenset[str]:
        """Folded lemmas of a token and its folded form."""
        return lemmas_of(self.tokens[position].text)

    def before(self, position: int) -> int | None:
        """The token before, within the sentence."""
        return position - 1 if position > self.sentence(position)[0] else None

    def after(self, stop: int) -> int | None:
        """The token at ``stop``, within the sentence of the token before it."""
        return stop if stop < self.sentence(stop - 1)[1] else None

    def starts_sentence(self, position: int) -> bool:
        """Whether a capital says nothing here: first in a sentence or a quotation, after a colon or a leading dash."""
        first, _stop = self.sentence(position)
        while position > first:
            mark = self.tokens[position - 1].text
            if mark in OPENING:
                position -= 1
                continue
            return mark == ":" or (mark in DASHES and position - 1 == first)
        return True

    def is_shouted(self, position: int) -> bool:
        """Whether all words of the sentence are in capitals, so that a capital says nothing."""
        return self.tokens[position].is_upper and all(
            token.text.isupper() for token in self._words(*self.sentence(position))
        )

    def _words(self, first: int, stop: int) -> Iterator[Token]:
        return (token for token in self.tokens[first:stop] if token.is_word)

    def where(self, test: Callable[[str], object]) -> list[int]:
        """The positions of the tokens whose form passes a test; of a cached one this costs next to nothing."""
        return [position for position, token in enumerate(self.tokens) if test(token.text)]

    @cached_property
    def telling(self) -> dict[str, list[int]]:
        """Telling word → where it stands."""
        found: dict[str, list[int]] = {}
        for position in self.where(self._telling):
            if self.tokens[position].is_word:
                for lemma in self._telling(self.tokens[position].text):
                    found.setdefault(lemma, []).append(position)
        return found


@cache
def lemmas_of(form: str) -> frozenset[str]:
    """The folded lemmas of a form, and its folded self; each form is looked up once a process."""
    return word(folded_word(form)).lemmas | {plain(form)}
