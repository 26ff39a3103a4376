"""Capitals as the network knows them: it was trained on running text, and takes shouted words for abbreviations."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from kgtui.language import Analysis, Token, word
from kgtui.language.name_words import is_surname_shaped
from kgtui.model import Span

_NAMES = frozenset({"Name", "Surn", "Patr", "Geox"})
_SHORTENED = frozenset({"Abbr", "Orgn"})
_LITTLE = frozenset("в во и с со к ко о об у на по за до из от не для при без под над".split())
_SHORTEST = 4  # letters; a shorter word may be an abbreviation
_SHOUTED = 0.8  # of the longer words of a sentence


def recased(analysis: Analysis, span: Span) -> str:
    """The text of a part of a body with shouted words in small letters, as long as before.

    A name («БИШКЕК», «Асель СУЛТАНБЕКОВА») keeps its first capital; common words lose it, where the whole sentence is
    shouted. What may be an abbreviation stays.
    """
    text = list(span.of(analysis.text))
    for sentence in analysis.sentences:
        if sentence.span.overlaps(span):
            tokens = [t for t in analysis.tokens_of(sentence) if span.start <= t.start and t.end <= span.end]
            shouted = _is_shouted(tokens)
            for at, token in enumerate(tokens):
                small = _in_small_letters(token, shouted=shouted, first=at == 0)
                if len(small) == len(token.text):
                    text[token.start - span.start : token.end - span.start] = small
    return "".join(text)


def _is_shouted(tokens: Sequence[Token]) -> bool:
    words = [token for token in tokens if token.is_word and len(token.text) > 2]
    upper = sum(token.is_upper for token in words)
    return upper >= 2 and upper >= _SHOUTED * len(words)


def _in_small_letters(token: Token, *, shouted: bool, first: bool) -> str:
    text = token.text
    if shouted and not first and text.lower() in _LITTLE:
        return text.lower()
    if not token.is_upper or len(text) < _SHORTEST or _is_abbreviation(text):
        return text
    if _is_name(text) or (shouted and (first or not word(text).known)):
        return "-".join(part.capitalize() for part in text.split("-"))
    return text.lower() if shouted else text


def _is_name(text: str) -> bool:
    read = word(text)
    if read.known:
        return any(not _NAMES.isdisjoint(reading.grammemes) for reading in read.readings)
    return is_surname_shaped(text)


@cache
def _is_abbreviation(text: str) -> bool:
    """«МИД», «ЮНЕСКО», «ЕАЭС»."""
    read = word(text)
    if not read.known:
        return len(text) == _SHORTEST
    return any(not _SHORTENED.isdisjoint(reading.grammemes) for reading in read.readings)
