"""The tree that a query is read as."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kgtui.search.terms import WordTerms, country_terms, word_terms


@dataclass(frozen=True, slots=True)
class Word:
    """One word or number, found in any form."""

    text: str

    @property
    def terms(self) -> WordTerms:
        return word_terms(self.text)


@dataclass(frozen=True, slots=True)
class Prefix:
    """Words that begin so, as they stand in the text; ``text`` is folded."""

    text: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that follow each other, each in any form."""

    parts: tuple[Word | Prefix, ...]


@dataclass(frozen=True, slots=True)
class Country:
    """Words that name a country: they themselves, or (related) any other word for it. ``code`` is alpha-2."""

    words: Word | Phrase
    code: str

    @property
    def terms(self) -> WordTerms:
        return country_terms(self.code)


@dataclass(frozen=True, slots=True)
class All:
    """Every part must match."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """One part must match."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Without:
    """What matches ``wanted`` and nothing of ``unwanted``."""

    wanted: Node
    unwanted: tuple[Node, ...]


Node = Word | Prefix | Phrase | Country | All | Either | Without
Leaf = Word | Prefix | Phrase | Country


def leaves(node: Node) -> Iterator[Leaf]:
    """What a reader wants to see marked: all leaves but the unwanted."""
    if isinstance(node, All | Either):
        for part in node.parts:
            yield from leaves(part)
    elif isinstance(node, Without):
        yield from leaves(node.wanted)
    else:
        yield node
