"""An article's text as sentences of tokens, each with its offsets: made once, used by index and extractors alike."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache

from kgtui.language.folding import fold
from kgtui.language.sentences import sentence_spans
from kgtui.language.words import Word, word
from kgtui.model import Span


class TokenKind(Enum):
    WORD = "word"
    NUMBER = "number"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number (with the ending of an ordinal: «24-м») or one punctuation mark."""

    start: int
    end: int
    text: str
    kind: TokenKind

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def is_word(self) -> bool:
        return self.kind is TokenKind.WORD

    @property
    def is_capitalised(self) -> bool:
        return self.text[:1].isupper()

    @property
    def is_upper(self) -> bool:
        """All capitals, two letters or more: an abbreviation or a shouted word."""
        return len(self.text) > 1 and self.text.isupper()

    @property
    def folded(self) -> str:
        return _folded(self.text)

    @property
    def word(self) -> Word:
        """Its dictionary readings; also of numbers and marks, where they say nothing."""
        return word(self.text)


_folded = cache(fold)  # rules ask for it again and again; distinct tokens are few


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its span and the range of its tokens in ``Analysis.tokens``."""

    span: Span
    first: int
    stop: int


_LONGEST = 300  # tokens of a sentence as rules see it


@dataclass(frozen=True, slots=True)
class Analysis:
    """The tokens and sentences of ``text[span]``; offsets are those of the whole text."""

    text: str
    span: Span
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]

    def sentence_at(self, offset: int) -> int:
        """The number (from 0) of the sentence that holds an offset, or of the last one before it."""
        return max(0, bisect_right(self.sentences, offset, key=lambda sentence: sentence.span.start) - 1)

    def token_ranges(self) -> Iterator[tuple[int, int]]:
        """The token ranges of the sentences. One that is longer than any in prose (a table, a list without marks) is
        cut into pieces: what a rule costs that looks over the sentence of each word stays linear.
        """
        for sentence in self.sentences:
            for first in range(sentence.first, sentence.stop, _LONGEST):
                yield first, min(first + _LONGEST, sentence.stop)

    def tokens_of(self, sentence: Sentence) -> Sequence[Token]:
        return self.tokens[sentence.first : sentence.stop]


# A letter may carry combining marks (an accent that NFC cannot compose) or a soft hyphen; «½», «²», «①» are none.
# Written so that the parts of a word begin each with another sign: nothing is tried twice.
_LETTERS = r"[^\W\d_²³¹¼-¾⁰-₟⅐-↉①-⓿]"
_RUN = rf"{_LETTERS}+(?:[\u0300-\u036f\u00ad]+{_LETTERS}*)*"
_TOKEN = re.compile(
    rf"(?P<word>{_RUN}(?:\d+(?:{_RUN})?)*(?:[-‐‑'’](?:{_RUN}|\d+)+)*)"
    r"|(?P<number>\d+(?:[.,]\d+)*(?:[-‐‑][^\W\d_]{1,3}(?![^\W_]))?)"
    r"|(?P<mark>\S)"
)
_KINDS = {"word": TokenKind.WORD, "number": TokenKind.NUMBER, "mark": TokenKind.MARK}


def tokens_in(text: str, span: Span | None = None) -> tuple[Token, ...]:
    """The tokens of a text or of a part of it; every sign that is not a space is in exactly one of them."""
    within = span or Span(0, len(text))
    return tuple(
        Token(match.start(), match.end(), match.group(), _KINDS[match.lastgroup or "mark"])
        for match in _TOKEN.finditer(text, within.start, within.end)
    )


def analyse(text: str, span: Span | None = None) -> Analysis:
    """Analyse a text or, with ``span``, a part of it."""
    within = span or Span(0, len(text))
    tokens = tokens_in(text, within)
    sentences = []
    position = 0
    for sentence in sentence_spans(text, within):
        first = position
        while position < len(tokens) and tokens[position].start < sentence.end:
            position += 1
        sentences.append(Sentence(sentence, first, position))
    return Analysis(text, within, tokens, tuple(sentences))
