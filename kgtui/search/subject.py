"""The words that tell what an article is about, the most telling first; how rare they are is the index's to say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kgtui.language import Analysis, Token
from kgtui.model import Facts, Span

_SHORTEST = 4  # letters; shorter nouns are mostly of general use
_OF_TITLE = 3  # how often a word of the title counts


def subject_words(title: Analysis, body: Analysis, facts: Facts) -> list[str]:
    """Dictionary forms of the nouns outside of what the article names: the most frequent first, then the longest."""
    named = [span for entity in facts.entities for span in entity.spans]
    counts: Counter[str] = Counter(_nouns(body, named))
    for noun in _nouns(title, []):
        if noun in counts:
            counts[noun] += _OF_TITLE
    return sorted(counts, key=lambda noun: (-counts[noun], -len(noun), noun))


def _nouns(analysis: Analysis, named: list[Span]) -> Iterator[str]:
    inside = {at for span in named for at in range(span.start, span.end)}
    return (
        token.word.lemma
        for token in analysis.tokens
        if token.is_word and len(token.text) >= _SHORTEST and token.start not in inside and _is_noun(token)
    )


def _is_noun(token: Token) -> bool:
    return token.word.readings[0].pos == "NOUN"
