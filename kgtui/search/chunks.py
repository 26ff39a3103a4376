"""Where one word of a query stands in texts, without going through all their words.

A chunk is what stands between spaces. Texts share most of theirs, and few answer: a text is split into chunks at C's
speed, and only a chunk that was not met before is looked into.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from kgtui.language import Token, TokenKind
from kgtui.language.analysis import tokens_in
from kgtui.language.joining import joined
from kgtui.model import Span
from kgtui.search.terms import Tier

_PLAIN = re.compile(r"[«(\"]*([А-ЯЁа-яёA-Za-z]{2,})[»)\",.:;!?…]*")  # most chunks: one word, whatever is around it
_OPEN = re.compile(r"[^\W\d_]\.[^\W\d_]\.|(?<![^\W_])[Nn](?![^\W_])")  # what is joined, or not, by what is around it

_Hit = tuple[int, int, Tier]  # start and end in the chunk


class Chunks:
    """Remembers how each chunk answers a word that has no digits; ``tier_of`` says how surely a form does."""

    def __init__(self, tier_of: Callable[[str], Tier | None]) -> None:
        self._tier_of = tier_of
        self._hits: dict[str, list[_Hit]] = {}
        self._unsure: set[str] = set()

    def found(self, text: str, within: Span, chunks: set[str]) -> list[tuple[Span, Tier]] | None:
        """Where a text of these chunks answers, in no order; None where only all of its words can tell."""
        for chunk in chunks.difference(self._hits):
            self._hits[chunk] = self._hits_in(chunk)
        answering = list(filter(self._hits.__getitem__, chunks))
        if not self._unsure.isdisjoint(answering):
            return None
        return [
            (Span(at + start, at + end), tier)
            for chunk in answering
            for at in _places(text, within, chunk)
            for start, end, tier in self._hits[chunk]
        ]

    def _hits_in(self, chunk: str) -> list[_Hit]:
        if plain := _PLAIN.fullmatch(chunk):
            tier = self._tier_of(plain[1])
            return [] if tier is None else [(*plain.span(1), tier)]
        tokens = tokens_in(chunk)
        hits = list(self._answering(joined(tokens)))
        if _OPEN.search(chunk):
            hits = hits or list(self._answering(tokens))
            self._unsure.update([chunk] if hits else [])
        return hits

    def _answering(self, tokens: Iterable[Token]) -> Iterator[_Hit]:
        for token in tokens:
            tier = None if token.kind is TokenKind.MARK else self._tier_of(token.text)
            if tier is not None:
                yield token.start, token.end, tier


def _places(text: str, within: Span, chunk: str) -> Iterator[int]:
    """Where a chunk begins, between spaces or the ends of the text."""
    at = text.find(chunk, within.start, within.end)
    while at >= 0:
        end = at + len(chunk)
        if (at == within.start or text[at - 1].isspace()) and (end == within.end or text[end].isspace()):
            yield at
        at = text.find(chunk, at + 1, within.end)
