"""Lexemes → what is asked of a text in one place: a word, a phrase, an exact form, initials before a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile, zip_longest

from kgtui.language import fold
from kgtui.language.name_keys import surname_stem
from kgtui.language.spelling import plain
from kgtui.model import Span
from kgtui.search.query.lexer import Lexeme, Sign
from kgtui.search.query.nodes import Asked, Exact, Fuzzy, Initial, Part, Phrase, Prefix, Word
from kgtui.search.query.problems import ProblemKind

SHORTEST_PREFIX = 3  # letters; a shorter one is read as a word
_MOST_INITIALS = 3
_WORDS = frozenset({Sign.WORD, Sign.PREFIX, Sign.FUZZY})


def asked_at(lexemes: Sequence[Lexeme], at: int) -> tuple[Asked | None, int]:
    """What the lexeme at ``at`` asks for, and how many lexemes that takes: initials take the name behind them, and a
    surname the initials behind it."""
    lexeme = lexemes[at]
    if lexeme.sign is Sign.QUOTED:
        return _phrase(lexeme.inner), 1
    if lexeme.sign is Sign.EXACT:
        forms = tuple(fold(word.text) for word in lexeme.inner)
        return (Exact(forms) if forms else None), 1
    width = 1 + (_initials(lexemes, at) or _initials_behind(lexemes, at))
    return _phrase(lexemes[at : at + width]), width


def problems_in(lexemes: Sequence[Lexeme]) -> Iterator[tuple[ProblemKind, Span]]:
    """What single lexemes are read as otherwise than they were meant, and where."""
    for lexeme, following in zip_longest(lexemes, lexemes[1:]):
        if lexeme.sign is Sign.PREFIX and following and _goes_on(lexeme, following):
            yield ProblemKind.STAR_INSIDE, Span(lexeme.span.start, following.span.end)
        elif lexeme.sign is Sign.PREFIX and not _is_prefix(lexeme):
            yield ProblemKind.SHORT_PREFIX, lexeme.span
        if lexeme.sign is Sign.UNKNOWN_FIELD:
            yield ProblemKind.UNKNOWN_FIELD, lexeme.span
        if not lexeme.closed:
            yield ProblemKind.UNCLOSED_QUOTE, _mark(lexeme)
        if lexeme.sign is Sign.QUOTED:
            yield from problems_in(lexeme.inner)


def _phrase(lexemes: Sequence[Lexeme]) -> Asked | None:
    """Of one word: the word."""
    parts = tuple(_part(lexemes, at) for at in range(len(lexemes)))
    if len(parts) == 1 and not isinstance(parts[0], Initial):
        return parts[0]
    return Phrase(parts) if parts else None


def _part(lexemes: Sequence[Lexeme], at: int) -> Part:
    lexeme = lexemes[at]
    if lexeme.sign is Sign.PREFIX and _is_prefix(lexeme):
        return Prefix(fold(lexeme.text))
    if lexeme.sign is Sign.FUZZY:
        return Fuzzy(fold(lexeme.text))
    return Initial(fold(lexeme.text)) if _initials(lexemes, at) else Word(lexeme.text)


def _initials(lexemes: Sequence[Lexeme], at: int) -> int:
    """How many initials begin here and stand before a word; 0 where they stand before none."""
    run = lexemes[at : at + _MOST_INITIALS]
    count = sum(1 for _ in takewhile(lambda lexeme: lexeme.sign is Sign.INITIAL, run))
    name = lexemes[at + count] if at + count < len(lexemes) else None
    return count if name and name.sign in _WORDS and name.text[0].isalpha() else 0


def _initials_behind(lexemes: Sequence[Lexeme], at: int) -> int:
    """How many initials stand behind a surname and before no name: «Жапаров С. Н.»."""
    run = lexemes[at + 1 : at + 1 + _MOST_INITIALS]
    count = sum(1 for _ in takewhile(lambda lexeme: lexeme.sign is Sign.INITIAL, run))
    if not count or lexemes[at].sign is not Sign.WORD or not surname_stem(plain(lexemes[at].text)):
        return 0
    following = lexemes[at + 1 + count].text if _initials(lexemes, at + 1) else ""
    return 0 if following[:1].isupper() or surname_stem(plain(following)) else count


def _mark(lexeme: Lexeme) -> Span:
    """The quotation mark that has no other; of ``="…`` the second sign."""
    start = lexeme.span.start + (lexeme.sign is Sign.EXACT)
    return Span(start, start + 1)


def _goes_on(lexeme: Lexeme, following: Lexeme) -> bool:
    """«там*ня»"""
    return following.sign in _WORDS and lexeme.span.end == following.span.start


def _is_prefix(lexeme: Lexeme) -> bool:
    return len(lexeme.text) >= SHORTEST_PREFIX
