"""A text as it is compared with others: the folded words of its sentences, without the agency's dateline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kgtui.language import TokenKind
from kgtui.language.analysis import tokens_in
from kgtui.language.sentences import sentence_spans
from kgtui.model import Span
from kgtui.reading.dateline import dateline_at
from kgtui.reprints.telling import Telling, telling

FEWEST_WORDS = 60  # a shorter text has too little of its own
_OPENING = 3  # sentences in which a dateline may stand: below a title and a subtitle


@dataclass(frozen=True, slots=True)
class Sentence:
    """``words`` are folded words and numbers; ``span`` is where they stand in the text."""

    span: Span
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    text: str
    sentences: tuple[Sentence, ...]
    length: int  # in words

    def telling(self, sentence: Sentence) -> Telling:
        return telling(self.text, sentence.span)


def words_in(text: str, span: Span) -> tuple[str, ...]:
    """The folded words and numbers of a part of a text."""
    return tuple(token.folded for token in tokens_in(text, span) if token.kind is not TokenKind.MARK)


@lru_cache(maxsize=256)
def profile(text: str) -> Profile:
    """The profile of a text, which is an article's body."""
    sentences = tuple(_sentences(text, Span(0, len(text))))
    return Profile(text, sentences, sum(len(sentence.words) for sentence in sentences))


def _sentences(text: str, body: Span) -> Iterator[Sentence]:
    begun = body.start
    for number, span in enumerate(sentence_spans(text, body)):
        start = max(begun, span.start)
        if number < _OPENING and (dateline := dateline_at(text, start, body.end)):
            start = begun = dateline.span.end
        if start < span.end:
            left = Span(start, span.end)
            if words := words_in(text, left):
                yield Sentence(left, words)
