"""A query's text → its lexemes, with their places: cut as an article's text is, then read for signs of the language.

A sign is one only where it stands as one: a minus free before a word, a star right after it, a colon right after the
name of a field. Anywhere else it is punctuation and left out.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from itertools import islice, pairwise, takewhile

from kgtui.language import Token, TokenKind, fold
from kgtui.language.analysis import tokens_in
from kgtui.language.joining import is_number_sign, joined_stop
from kgtui.model import Span
from kgtui.search.query import quotes
from kgtui.search.query.fields import field_named


class Sign(Enum):
    WORD = auto()  # or a number
    PREFIX = auto()  # слово*
    FUZZY = auto()  # слово~
    INITIAL = auto()  # А.
    QUOTED = auto()  # «…»
    EXACT = auto()  # ="…", =слово
    FIELD = auto()  # кто:
    UNKNOWN_FIELD = auto()  # что:
    NEAR = auto()  # рядом(
    OR = auto()
    AND = auto()  # which a space says as well
    MINUS = auto()
    OPEN = auto()
    CLOSE = auto()
    COMMA = auto()


@dataclass(frozen=True, slots=True)
class Lexeme:
    """``text`` is in NFC: the word, the field's name, what stands within the quotation, whose words are ``inner``."""

    sign: Sign
    span: Span
    text: str
    inner: tuple[Lexeme, ...] = ()
    closed: bool = True


ASKED = frozenset({Sign.WORD, Sign.PREFIX, Sign.FUZZY, Sign.INITIAL, Sign.QUOTED, Sign.EXACT})

MOST_WORDS = 200  # a text that has more of them was pasted, and its first words say what it is about
_MOST_TOKENS = 10 * MOST_WORDS  # words, numbers and signs: a closing mark is sought among all that follow

_OR_WORDS = frozenset({"или", "or"})
_CAPITAL_WORDS = {"AND": Sign.AND, "NOT": Sign.MINUS}  # as other engines have them; «and» may be of a name
_NEAR_WORDS = frozenset({"рядом", "near"})
_MINUS = frozenset("-−")
_SUFFIXES = {"*": Sign.PREFIX, "~": Sign.FUZZY}
_BRACKETS = frozenset("()")
_SIGNS = {"(": Sign.OPEN, ")": Sign.CLOSE, ",": Sign.COMMA, "|": Sign.OR}


def lexemes_in(text: str) -> list[Lexeme]:
    """The lexemes of a query, in order. An «или» is a word where there is nothing else that it could stand between."""
    lexemes = list(_Lexer(text).lexemes())
    if all(lexeme.sign is Sign.OR for lexeme in lexemes):
        return [Lexeme(Sign.WORD, lexeme.span, lexeme.text) for lexeme in lexemes if lexeme.text != "|"]
    return lexemes


def left_out(text: str) -> Span | None:
    """What of a query is too far behind its beginning to be read."""
    tokens = tokens_in(text)
    words = (number for number, token in enumerate(tokens) if token.kind is not TokenKind.MARK)
    first = min(next(islice(words, MOST_WORDS, None), len(tokens)), _MOST_TOKENS)
    return Span(tokens[first].start, len(text)) if first < len(tokens) else None


def is_operator(word: str) -> bool:
    """Whether a word alone would be read as an operator."""
    return fold(word) in _OR_WORDS or word in _CAPITAL_WORDS


class _Lexer:
    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = tokens_in(text)
        self._at = 0
        self._after_number = False  # where «г.» is no initial

    def lexemes(self) -> Iterator[Lexeme]:
        while self._at < len(self._tokens):
            if lexeme := self._next():
                yield lexeme

    def _next(self) -> Lexeme | None:
        token = self._tokens[self._at]
        if token.kind is not TokenKind.MARK and not is_number_sign(self._tokens, self._at):
            return self._worded(token)
        if quotes.opens(self._tokens, self._at):
            return self._quotation()
        self._at += 1
        if token.text in quotes.MARKS:  # the end of a quotation that was never begun
            return Lexeme(Sign.QUOTED, token.span, token.text, closed=False)
        if token.text == "=" and self._is_free("(,|:-−"):
            return self._exact(token)
        return self._sign(token)

    def _worded(self, token: Token) -> Lexeme:
        folded = token.folded
        if token.is_word and self._hangs(":"):
            if field := field_named(token.text):
                return self._taken(Sign.FIELD, 2, field.value)
            if self._asks(2):
                return self._taken(Sign.UNKNOWN_FIELD, 2)
        if folded in _NEAR_WORDS and self._has_parts():
            return self._taken(Sign.NEAR, 2)
        if token.text in _CAPITAL_WORDS and self._precedes():
            return self._taken(_CAPITAL_WORDS[token.text], 1)
        word = self._joined() or self._word()
        if folded in _OR_WORDS and word.sign is Sign.WORD:
            return Lexeme(Sign.OR, word.span, word.text)
        return word

    def _joined(self) -> Lexeme | None:
        """Tokens that count as one word, as they do in a text: «1 250,6», «С.Ш.А.»; but not the day of a date and a
        number behind it."""
        if self._is_day():
            return None
        run = self._tokens[self._at : joined_stop(self._tokens, self._at)]
        parts = [token.text for token in run if token.kind is not TokenKind.MARK]
        return self._taken(Sign.WORD, len(run), "".join(parts)) if len(parts) > 1 else None

    def _is_day(self) -> bool:
        """«2025-11-20»"""
        before = self._tokens[max(0, self._at - 2) : self._at + 1]
        glued = all(token.end == following.start for token, following in pairwise(before))
        return glued and [token.kind for token in before[:2]] == [TokenKind.NUMBER, TokenKind.MARK]

    def _word(self) -> Lexeme:
        """A word with the sign that hangs on it."""
        token = self._tokens[self._at]
        for mark, sign in _SUFFIXES.items():
            if self._hangs(mark):
                return self._taken(sign, 2)
        if token.is_word and len(token.text) == 1 and self._hangs(".") and not self._after_number:
            return self._taken(Sign.INITIAL, 2)
        return self._taken(Sign.WORD, 1)

    def _precedes(self) -> bool:
        """Whether a word, a quotation or a bracket follows that may be asked for."""
        if self._at + 1 == len(self._tokens):
            return False
        token = self._tokens[self._at + 1]
        return token.kind is not TokenKind.MARK or token.text == "(" or quotes.opens(self._tokens, self._at + 1)

    def _taken(self, sign: Sign, width: int, text: str = "") -> Lexeme:
        first, last = self._tokens[self._at], self._tokens[self._at + width - 1]
        self._after_number = first.kind is TokenKind.NUMBER
        self._at += width
        return Lexeme(sign, Span(first.start, last.end), text or _composed(first.text))

    def _quotation(self) -> Lexeme:
        """To the closing mark, or to the end where there is none: the reader may still be typing."""
        first = self._at
        found = quotes.closing(self._tokens, first)
        stop = len(self._tokens) if found is None else found
        within = Span(self._tokens[first].end, len(self._text) if found is None else self._tokens[stop].start)
        end = within.end if found is None else self._tokens[stop].end
        inner = tuple(self._words(first + 1, stop))
        self._at = stop + 1
        text = unicodedata.normalize("NFC", " ".join(within.of(self._text).split()))
        return Lexeme(Sign.QUOTED, Span(self._tokens[first].start, end), text, inner, found is not None)

    def _words(self, first: int, stop: int) -> Iterator[Lexeme]:
        """What stands within a quotation: words alone, whatever else they could be."""
        self._at, self._after_number = first, False
        while self._at < stop:
            if self._tokens[self._at].kind is TokenKind.MARK or is_number_sign(self._tokens, self._at):
                self._at += 1
            else:
                yield self._word()

    def _exact(self, equals: Token) -> Lexeme | None:
        if not self._begins_words(0):
            return None
        if self._tokens[self._at].kind is not TokenKind.MARK:
            word = self._word()
            return Lexeme(Sign.EXACT, Span(equals.start, word.span.end), word.text, (word,))
        quotation = self._quotation()
        span = Span(equals.start, quotation.span.end)
        return Lexeme(Sign.EXACT, span, quotation.text, quotation.inner, quotation.closed)

    def _sign(self, token: Token) -> Lexeme | None:
        sign = Sign.MINUS if self._is_minus(token) else _SIGNS.get(token.text)
        return Lexeme(sign, token.span, token.text) if sign else None

    def _glued(self, ahead: int) -> Token | None:
        """The token so many further on, where no space stands before it."""
        number = self._at + ahead
        if number >= len(self._tokens) or self._tokens[number - 1].end != self._tokens[number].start:
            return None
        return self._tokens[number]

    def _has_parts(self) -> bool:
        """Whether a bracket follows; behind a space it is meant for «рядом» only with a comma in it."""
        following = [token.text for token in self._tokens[self._at + 1 : self._at + 2]]
        within = takewhile(lambda token: token.text not in _BRACKETS, islice(self._tokens, self._at + 2, None))
        return following == ["("] and (self._hangs("(") or any(token.text == "," for token in within))

    def _hangs(self, mark: str) -> bool:
        token = self._glued(1)
        return token is not None and token.text == mark

    def _asks(self, ahead: int) -> bool:
        """Whether something that can be asked for follows without a space."""
        token = self._glued(ahead)
        if token is not None and token.text == "=":
            return self._begins_words(ahead + 1)
        return self._begins_words(ahead) or (token is not None and token.text == "(")

    def _begins_words(self, ahead: int) -> bool:
        """Whether a word or a quotation follows without a space."""
        token = self._glued(ahead)
        return token is not None and (token.kind is not TokenKind.MARK or quotes.opens(self._tokens, self._at + ahead))

    def _is_minus(self, token: Token) -> bool:
        return token.text in _MINUS and self._is_free("(,|") and self._asks(0)

    def _is_free(self, after: str) -> bool:
        """Whether the sign just taken hangs on nothing before it but one of the signs ``after``."""
        if self._at < 2:
            return True
        before, token = self._tokens[self._at - 2], self._tokens[self._at - 1]
        return before.end < token.start or before.text in after


def _composed(text: str) -> str:
    """In NFC, unless that is no longer one word."""
    composed = unicodedata.normalize("NFC", text)
    return composed if composed == text or len(tokens_in(composed)) == 1 else text
