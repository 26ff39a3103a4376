"""The query language: words (all must match), ``"a phrase"``, ``тамож*``, ``-not``, ``или``/``OR``, brackets.

Any text at all is a valid query: what makes no sense as an operator is read as words or left out. A tree of frozen
nodes comes out, which `evaluate` and `matching` walk.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kgtui.language.analysis import Token, tokens_in
from kgtui.search.query.countries import with_countries
from kgtui.search.query.nodes import All, Either, Node, Phrase, Prefix, Without, Word
from kgtui.search.query.problems import Problem

SHORTEST_PREFIX = 3  # letters; a shorter one is read as a word
_QUOTES = frozenset('"«»„“”')
_OR = frozenset({"или", "or", "|"})


@dataclass(frozen=True, slots=True)
class Query:
    """A query as it was typed and as it is read; ``root`` is None where nothing in it can be searched. ``problems`` say
    what was read otherwise than it may have been meant, in the order of their places."""

    text: str
    root: Node | None
    problems: tuple[Problem, ...] = ()


@lru_cache(maxsize=256)
def parse_query(text: str) -> Query:
    """Read a query; never raises, whatever the text."""
    return Query(text, _Parser(text).read())


class _Parser:
    """Recursive descent over the tokens of an article's text, so that queries and texts are cut alike."""

    def __init__(self, text: str) -> None:
        self._tokens = tokens_in(text)
        self._at = 0

    def read(self) -> Node | None:
        read: list[Node] = []
        while self._at < len(self._tokens):
            if node := self._either():
                read.append(node)
            else:
                self._at += 1  # a closing bracket that nothing opened
        return _all(read)

    def _either(self) -> Node | None:
        """``a b или c``: the space binds closer."""
        branches = [self._all_of()]
        while self._is_or():
            self._at += 1
            branches.append(self._all_of())
        found = [branch for branch in branches if branch]
        return found[0] if len(found) == 1 else Either(tuple(found)) if found else None

    def _all_of(self) -> Node | None:
        wanted: list[Node] = []
        unwanted: list[Node] = []
        while (token := self._peek()) and token.text != ")" and not self._is_or():
            into = unwanted if self._is_minus(token) else wanted
            if into is unwanted:
                self._at += 1
            if node := self._item():
                into.append(node)
        root = _all(wanted)
        return Without(root, tuple(unwanted)) if root and unwanted else root

    def _item(self) -> Node | None:
        token = self._tokens[self._at]
        self._at += 1
        if token.text in _QUOTES:
            return self._phrase()
        if token.text == "(":
            inside = self._either()
            if (closing := self._peek()) and closing.text == ")":
                self._at += 1
            return inside
        word = self._word(token)
        return _with_parts(word) if isinstance(word, Word) else word

    def _phrase(self) -> Node | None:
        """Up to the closing mark, or to the end where there is none: the reader may still be typing."""
        parts: list[Word | Prefix] = []
        while token := self._peek():
            self._at += 1
            if token.text in _QUOTES:
                break
            if part := self._word(token):
                parts.append(part)
        if len(parts) < 2:
            return parts[0] if parts else None
        return Phrase(tuple(parts))

    def _word(self, token: Token) -> Word | Prefix | None:
        if not any(c.isalnum() for c in token.text):
            return None
        star = self._peek()
        if star and star.text == "*" and star.start == token.end:
            self._at += 1
            if len(token.text) >= SHORTEST_PREFIX:
                return Prefix(token.folded)
        return Word(token.text)

    def _peek(self) -> Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _is_or(self) -> bool:
        """Between two operands; anywhere else it is a word like any other."""
        token = self._peek()
        return token is not None and token.text.lower() in _OR and 0 < self._at < len(self._tokens) - 1

    def _is_minus(self, token: Token) -> bool:
        """A minus stands free before a word or a phrase; ``-5`` is a number."""
        if token.text != "-" or self._at + 1 >= len(self._tokens):
            return False
        free = self._at == 0 or self._tokens[self._at - 1].end < token.start or self._tokens[self._at - 1].text == "("
        following = self._tokens[self._at + 1]
        return free and following.start == token.end and (following.is_word or following.text in _QUOTES | {"("})


def _with_parts(word: Word) -> Word | Either:
    """A hyphenated word may also be written as words: «торгово- экономических»."""
    parts = [part for part in re.split("[-‐‑]", word.text) if part]
    if len(parts) < 2 or not all(part.isalpha() for part in parts):
        return word
    return Either((word, Phrase(tuple(map(Word, parts)))))


def _all(nodes: list[Node]) -> Node | None:
    named = with_countries(nodes)
    return named[0] if len(named) == 1 else All(tuple(named)) if named else None
