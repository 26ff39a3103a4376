"""What tells a sentence from the same one about somebody or something else: its figures and its names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kgtui.language import Token, TokenKind
from kgtui.language.analysis import tokens_in
from kgtui.language.keys import document_keys
from kgtui.model import Span
from kgtui.reading.media import load_media

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_THOUSANDS = re.compile(r"\d{3}(?:[.,]\d+)?")
_OPENING_SIGNS = frozenset("«»„“”\"'([:-–—")


@dataclass(frozen=True, slots=True)
class Telling:
    """``frame`` holds the folded words that are neither figures nor names; a name is the keys of its word.

    ``keys`` are those of all words, so that a name is found again in another form or letter case.
    """

    figures: frozenset[str]
    names: tuple[frozenset[str], ...]
    frame: frozenset[str]
    keys: frozenset[str]

    def contradicts(self, other: Telling) -> bool:
        """Whether each has a figure, or each a name, that the other lacks: one stands in place of the other."""
        return bool(self.figures - other.figures and other.figures - self.figures) or (
            self._names_a_stranger_to(other) and other._names_a_stranger_to(self)
        )

    def _names_a_stranger_to(self, other: Telling) -> bool:
        return any(name.isdisjoint(other.keys) for name in self.names)


def telling(text: str, span: Span) -> Telling:
    """Of one sentence. The names of news media count for nothing: who puts a text out names itself."""
    tokens = list(_without_media(text, tokens_in(text, span)))
    words = [token for token in tokens if token.is_word]
    counted = {token.start for token in words if _is_numeral(token)}
    named = {token.start for before, token in _with_the_one_before(tokens) if token.is_word and _is_name(before, token)}
    return Telling(
        figures=frozenset(_figures(text, tokens)) | {token.word.lemma for token in words if token.start in counted},
        names=tuple(_keys(token) for token in words if token.start in named),
        frame=frozenset(token.folded for token in words if token.start not in named | counted),
        keys=frozenset().union(*map(_keys, words)),
    )


def _without_media(text: str, tokens: Sequence[Token]) -> Iterator[Token]:
    media, passed = load_media(), 0
    for token in tokens:
        if token.start < passed:
            continue
        found = media.at(text, token.start) if token.is_word and token.is_capitalised else None
        if found:
            passed = found.end
        else:
            yield token


def _figures(text: str, tokens: Sequence[Token]) -> Iterator[str]:
    """Numbers as written, a decimal comma as a point, groups of thousands joined («12 500»)."""
    figure, end = "", -1
    for token in tokens:
        if token.kind is TokenKind.NUMBER:
            digits = _DIGITS.match(token.text)
            number = digits.group().replace(",", ".") if digits else token.text
            if figure and token.start == end + 1 and text[end].isspace() and _THOUSANDS.fullmatch(token.text):
                figure += number
            else:
                if figure:
                    yield figure
                figure = number
            end = token.end
    if figure:
        yield figure


def _is_numeral(token: Token) -> bool:
    return any(reading.pos == "NUMR" for reading in token.word.readings[:1])


def _with_the_one_before(tokens: Sequence[Token]) -> Iterator[tuple[Token | None, Token]]:
    return zip([None, *tokens], tokens, strict=False)


def _is_name(before: Token | None, token: Token) -> bool:
    """Capitalised within a sentence; where any word is capitalised, one that the dictionary has only as a name."""
    if not token.is_capitalised:
        return False
    if before is not None and before.text not in _OPENING_SIGNS:
        return True
    return not token.word.known or token.word.readings[0].is_name


def _keys(token: Token) -> frozenset[str]:
    return document_keys(token.text).likely
