"""Wordings of a table of rules found at a place of the text, whatever their form: units, currencies, approximations."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Generic, NamedTuple, TypeVar

from kgtui.extraction.context import Context, lemmas_of
from kgtui.language import Token, TokenKind, fold
from kgtui.language.analysis import tokens_in

Meaning = TypeVar("Meaning")

SIGNS = frozenset("$€₽₸¥£₴₾₼₺₹₩⃀₮₪₫֏฿؋")
_JOINERS = frozenset("·•∙⋅*×.-‑‐")


class _Word(NamedTuple):
    """A word of a wording: how it is compared and whether a full stop may follow it."""

    key: str
    exact: str | None
    stopped: bool


class Wordings(Generic[Meaning]):
    """Wordings with what they mean. A word stands for its lemma, an abbreviation («кв.») for itself with or without its
    full stop, a word with a capital («кВ») only for itself in these letters, «·» for any sign that joins.
    """

    def __init__(self, wordings: Iterable[tuple[str, Meaning]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[_Word, ...], Meaning]]] = {}
        self._lasts: set[str] = set()
        for wording, meaning in wordings:
            words = _parsed(wording)
            self._by_first.setdefault(words[0].key, []).append((words, meaning))
            self._lasts.add(words[-1].key)
        self._known: dict[str, tuple[tuple[tuple[_Word, ...], Meaning], ...]] = {}

    def at(self, context: Context, position: int) -> tuple[Meaning, int] | None:
        """What the longest wording means that begins at a token, and where it ends; None where none does."""
        candidates = self._candidates(context.tokens[position]) if position < len(context.tokens) else ()
        if not candidates:
            return None
        limit = context.sentence(position)[1]
        found = ((meaning, _stop(context, words, position, limit)) for words, meaning in candidates)
        return next(((meaning, stop) for meaning, stop in found if stop is not None), None)

    def before(self, context: Context, position: int, floor: int, most: int = 4) -> tuple[Meaning, int] | None:
        """What the longest wording means that ends where a token begins, and where it begins itself."""
        if position <= floor:
            return None
        last = context.tokens[position - 1]
        if last.text != "." and self._lasts.isdisjoint(_keys_of(last.text)):
            return None
        for first in range(max(floor, position - most), position):
            found = self.at(context, first)
            if found is not None and found[1] == position:
                return found[0], first
        return None

    def _candidates(self, token: Token) -> tuple[tuple[tuple[_Word, ...], Meaning], ...]:
        """The wordings that may begin with a token, the longest first; each form is looked up once a process."""
        known = self._known.get(token.text)
        if known is None:
            fitting = [each for key in _keys_of(token.text) for each in self._by_first.get(key, ())]
            known = tuple(sorted(fitting, key=lambda each: -len(each[0])))
            self._known[token.text] = known
        return known


def _parsed(wording: str) -> tuple[_Word, ...]:
    words: list[_Word] = []
    for token in tokens_in(wording):
        if token.text == "." and words:
            words[-1] = words[-1]._replace(stopped=True)
        else:
            exact = token.text if token.kind is TokenKind.WORD and token.text != token.text.lower() else None
            words.append(_Word(_key(token), exact, stopped=False))
    return tuple(words)


def _key(token: Token) -> str:
    """How a word of a wording is compared: an adjective, which a table writes as it agrees, by its lemma."""
    reading = token.word.readings[0]
    return fold(reading.lemma if reading.pos == "ADJF" else token.text)


@cache
def _keys_of(form: str) -> frozenset[str]:
    """Under what a form may be found: itself and its lemmas, folded."""
    return lemmas_of(form) | {fold(form)} if form[:1].isalpha() else frozenset({form})


def _stop(context: Context, words: tuple[_Word, ...], position: int, limit: int) -> int | None:
    """Where a wording ends that begins at a token, None where it does not."""
    for word in words:
        if position >= limit or not _fits(context, word, position):
            return None
        position += 1
        if word.stopped and position < len(context.tokens) and context.tokens[position].text == ".":
            position += 1
    return position


def _fits(context: Context, word: _Word, position: int) -> bool:
    text = context.tokens[position].text
    if word.exact is not None:
        return text in (word.exact, word.exact.upper())
    if word.key == "·":
        return text in _JOINERS
    return word.key in _keys_of(text)
