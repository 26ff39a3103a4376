"""Where a query's words stand in a text: from the text itself, by the keys that the index was made with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kgtui.language import Analysis, Token
from kgtui.model import EntityKind, Facts, Span
from kgtui.search.query.nodes import Country, Leaf, Node, Phrase, Prefix, Word, leaves
from kgtui.search.terms import Tier, document_terms, searched_tokens

Part = Word | Prefix


@dataclass(frozen=True, slots=True)
class Found:
    """One place in a text that answers a part of a query. ``leaf`` is the number of that part."""

    span: Span
    leaf: int
    tier: Tier


class Matcher:
    """Finds the hits of one query in any number of texts; remembers each form that it has met."""

    def __init__(self, root: Node | None) -> None:
        self._leaves = tuple(leaves(root)) if root else ()
        self._met: dict[tuple[Part, str], Tier | None] = {}

    def found(self, analysis: Analysis, facts: Facts | None = None) -> tuple[Found, ...]:
        """All hits in text order, none inside another. ``facts`` say where a country is named by another word."""
        tokens = searched_tokens(analysis)
        hits = [
            hit
            for number, leaf in enumerate(self._leaves)
            for hit in self._of_leaf(number, leaf, tokens, _countries(facts, leaf, analysis.span))
        ]
        return tuple(_outermost(hits))

    def spans(self, analysis: Analysis, facts: Facts | None = None) -> tuple[Span, ...]:
        return tuple(hit.span for hit in self.found(analysis, facts))

    def _of_leaf(self, number: int, leaf: Leaf, tokens: Sequence[Token], related: Iterable[Span]) -> Iterable[Found]:
        if isinstance(leaf, Country):
            yield from self._of_leaf(number, leaf.words, tokens, ())
            yield from (Found(span, number, Tier.RELATED) for span in related)
            return
        parts: tuple[Part, ...] = leaf.parts if isinstance(leaf, Phrase) else (leaf,)
        for at in range(len(tokens) - len(parts) + 1):
            tier = self._tier_at(parts, tokens, at)
            if tier is not None:
                yield Found(Span(tokens[at].start, tokens[at + len(parts) - 1].end), number, tier)

    def _tier_at(self, parts: tuple[Part, ...], tokens: Sequence[Token], at: int) -> Tier | None:
        worst = Tier.EXACT
        for offset, part in enumerate(parts):
            tier = self._tier(part, tokens[at + offset].text)
            if tier is None:
                return None
            worst = max(worst, tier)
        return worst

    def _tier(self, part: Part, form: str) -> Tier | None:
        key = (part, form)
        if key not in self._met:
            self._met[key] = _tier_of(part, form)
        return self._met[key]


def _tier_of(part: Part, form: str) -> Tier | None:
    terms = document_terms(form)
    if isinstance(part, Prefix):
        begins = any(term.startswith("=" + part.text) for term in terms)
        return Tier.EXACT if begins else None
    return part.terms.tier_of(terms)


def _countries(facts: Facts | None, leaf: Leaf, within: Span) -> list[Span]:
    if facts is None or not isinstance(leaf, Country):
        return []
    return [
        span
        for entity in facts.entities
        if entity.kind is EntityKind.COUNTRY and entity.key == leaf.code
        for span in entity.spans
        if within.start <= span.start < within.end
    ]


def _outermost(hits: list[Found]) -> Iterable[Found]:
    """In text order; of hits that overlap the surest, of equally sure ones the longest, then the first."""
    kept: list[Found] = []
    for hit in sorted(hits, key=lambda hit: (hit.tier, hit.span.start - hit.span.end, hit.span.start)):
        if not any(hit.span.overlaps(other.span) for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.span)
