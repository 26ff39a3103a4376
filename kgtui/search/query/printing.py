"""A tree as a text of the query language, with its Russian words; parsed again it gives the same tree."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from kgtui.language import fold
from kgtui.language.analysis import tokens_in
from kgtui.language.joining import is_number_sign, joined_stop
from kgtui.search.query.countries import is_name
from kgtui.search.query.fields import printed_field
from kgtui.search.query.lexer import is_operator
from kgtui.search.query.nodes import (
    All,
    Asked,
    Country,
    Dated,
    Either,
    Exact,
    Field,
    Fuzzy,
    InCountry,
    InField,
    Initial,
    Leaf,
    Named,
    Near,
    Node,
    Part,
    Phrase,
    Prefix,
    Without,
    Word,
)
from kgtui.search.query.periods import BETWEEN, Period, printed_period
from kgtui.search.query.quotes import quoted
from kgtui.search.query.spellings import as_typed


def printed(root: Node | None) -> str:
    """The text of a tree."""
    return _whole(as_typed(root)) if root else ""


def _whole(node: Node) -> str:
    if isinstance(node, All):
        return _side_by_side(_operand(part) for part in node.parts)
    if isinstance(node, Either):
        return " или ".join(_branch(part) for part in node.parts)
    if isinstance(node, Without):
        wanted = [_wanted(node.wanted)] if node.wanted else []
        return " ".join([*wanted, *(f"-{_unwanted(part)}" for part in node.unwanted)])
    return _leaf(node)


def _operand(node: Node) -> str:
    """A part of a larger whole, in brackets where it would else fall apart."""
    node = as_typed(node)
    return f"({_whole(node)})" if isinstance(node, All | Either | Without) else _whole(node)


def _branch(node: Node) -> str:
    node = as_typed(node)
    return _operand(node) if isinstance(node, Either) else _whole(node)


def _wanted(node: Node) -> str:
    return _whole(node) if isinstance(node, All) else _operand(node)


def _unwanted(node: Node) -> str:
    """``-5`` would be a number."""
    node = as_typed(node)
    return quoted(node.text) if isinstance(node, Word) and not node.text[0].isalpha() else _operand(node)


def _leaf(node: Leaf | InField | Named | InCountry | Dated) -> str:
    if isinstance(node, InField):
        return printed_field(node.field) + _asked(node.asked)
    if isinstance(node, Named):
        return f"{printed_field(node.field)}={quoted(node.name)}"
    if isinstance(node, InCountry):
        return printed_field(Field.COUNTRY) + _country(node.words)
    if isinstance(node, Dated):
        return printed_field(Field.DATE) + printed_period(Period(node.first, node.last))
    if isinstance(node, Near):
        return f"рядом({', '.join(map(_asked, node.parts))}, {node.distance})"
    return _asked(node)


def _side_by_side(texts: Iterable[str]) -> str:
    """With a comma where a space alone would make one word of two: «1, 250», «N, 15»; with brackets around a period
    that has no end, which might else find one in the word after it: «(дата:2024..) 2025»."""
    every, whole = list(texts), ""
    for text, following in pairwise(every):
        whole += f"({text})" if text.endswith(BETWEEN) else text
        whole += ", " if _read_as_one(text, following) else " "
    return whole + every[-1]


def _read_as_one(first: str, second: str) -> bool:
    tokens = tokens_in(f"{first} {second}")
    return len(tokens) == 2 and (joined_stop(tokens, 0) == 2 or is_number_sign(tokens, 0))


def _asked(node: Asked | Country) -> str:
    if isinstance(node, Country):
        return _asked(node.words)
    if isinstance(node, Exact):
        return f"={quoted(' '.join(node.forms)) if len(node.forms) > 1 else node.forms[0]}"
    if isinstance(node, Phrase):
        return quoted(_side_by_side(map(_part, node.parts)))
    if isinstance(node, Word) and is_operator(node.text):
        return quoted(node.text)
    return _part(node)


def _part(part: Part) -> str:
    if isinstance(part, Prefix):
        return f"{part.text}*"
    if isinstance(part, Fuzzy):
        return f"{part.text}~"
    return f"{_capital(part.text)}." if isinstance(part, Initial) else part.text


def _capital(letter: str) -> str:
    """«ß» has none of one letter."""
    return letter.upper() if fold(letter.upper()) == letter else letter


def _country(words: Word | Phrase) -> str:
    """One word that is no name may begin one: «кыргызская республика»."""
    return _asked(words) if isinstance(words, Phrase) or is_name(words.text) else quoted(words.text)
