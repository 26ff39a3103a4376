"""Where what a query asks for stands in a row of words, or in a text: by the terms that the index was made with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from kgtui.language import Token
from kgtui.model import Span
from kgtui.search.chunks import Chunks
from kgtui.search.fuzziness import is_near
from kgtui.search.query.nodes import Asked, Exact, Fuzzy, Initial, Phrase, Prefix, Word
from kgtui.search.terms import Tier, document_terms

One = Word | Prefix | Fuzzy | Initial | Exact  # asks for single words; Exact with one form


@dataclass(frozen=True, slots=True)
class Run:
    """Words that follow each other, by number: from ``first`` to ``last``, both included."""

    first: int
    last: int
    tier: Tier


class Runs:
    """Remembers how each form that it has met answers."""

    def __init__(self) -> None:
        self._met: dict[tuple[One, str], Tier | None] = {}
        self._chunks: dict[One, Chunks] = {}

    def of(self, asked: Asked, words: Sequence[Token]) -> Iterator[Run]:
        """In the order of the words; they may overlap."""
        parts = _parts(asked)
        for first in range(len(words) - len(parts) + 1):
            tier = self._tier_at(parts, words, first)
            if tier is not None:
                yield Run(first, first + len(parts) - 1, tier)

    def at_once(self, asked: Asked, text: str, within: Span, chunks: set[str]) -> list[tuple[Span, Tier]] | None:
        """The same in a text of these chunks; None where its words must be gone through."""
        part = _only_word(asked)
        if part is None:
            return None
        if part not in self._chunks:
            self._chunks[part] = Chunks(partial(_tier_of, part))
        return self._chunks[part].found(text, within, chunks)

    def _tier_at(self, parts: Sequence[One], words: Sequence[Token], first: int) -> Tier | None:
        """That of the least certain word."""
        worst = Tier.EXACT
        for offset, part in enumerate(parts):
            tier = self._tier(part, words[first + offset].text)
            if tier is None:
                return None
            worst = max(worst, tier)
        return worst

    def _tier(self, part: One, form: str) -> Tier | None:
        key = (part, form)
        if key not in self._met:
            self._met[key] = _tier_of(part, form)
        return self._met[key]


def _parts(asked: Asked) -> Sequence[One]:
    if isinstance(asked, Phrase):
        return asked.parts
    return [Exact((form,)) for form in asked.forms] if isinstance(asked, Exact) else [asked]


def _only_word(asked: Asked) -> One | None:
    """What is asked for where it is one word; numbers are left out: a text may have them in several chunks."""
    parts = _parts(asked)
    if len(parts) > 1:
        return None
    form = parts[0].forms[0] if isinstance(parts[0], Exact) else parts[0].text
    return None if any(map(str.isdigit, form)) else parts[0]


def _tier_of(part: One, form: str) -> Tier | None:
    terms = document_terms(form)
    if isinstance(part, Word):
        return part.terms.tier_of(terms)
    exact = terms[0][1:]
    if isinstance(part, Fuzzy) and exact != part.text:
        return Tier.OTHER if is_near(part.text, exact) else None
    return Tier.EXACT if _is_so(part, form, exact) else None


def _is_so(part: Prefix | Fuzzy | Initial | Exact, form: str, exact: str) -> bool:
    if isinstance(part, Exact):
        return exact == part.forms[0]
    return exact.startswith(part.text) and (form[0].isupper() or not isinstance(part, Initial))
