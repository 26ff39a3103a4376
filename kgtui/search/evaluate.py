"""A query's tree over the postings of an index: which articles match, in which tier, how well.

Set algebra over whole postings: every match is found and counted, the order is tier, then score (BM25F, a title's
words above those of the text), then newest. Nothing is scored twice and nothing that is not asked for is read.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from kgtui.search.index.positions import unpack
from kgtui.search.index.protocol import Positions, View, Zone
from kgtui.search.query.nodes import All, Country, Either, Node, Phrase, Prefix, Without, Word
from kgtui.search.query.nodes import Part as QueryPart
from kgtui.search.terms import PREFIX_LENGTH, Tier, WordTerms

Matches = dict[int, tuple[int, float]]  # article number → tier, score
Within = Collection[int] | None  # the articles that still matter; None is all

TITLE_WEIGHT = 3.0
_K1, _B = 1.2, 0.5  # BM25: saturation of a word's count, weight of an article's length


@dataclass(frozen=True, slots=True)
class Ranked:
    """An article that matches. ``score`` compares articles of one tier under one query."""

    number: int
    tier: Tier
    score: float


def rank(root: Node, view: View, limit: int = 0) -> tuple[int, list[Ranked]]:
    """How many articles match, and the first ``limit`` of them (0 is all)."""
    matches = _matches(root, view, None)
    published = view.published
    keyed = ((tier, -score, -published(number), -number) for number, (tier, score) in matches.items())
    first = heapq.nsmallest(limit, keyed) if 0 < limit < len(matches) else sorted(keyed)
    return len(matches), [Ranked(-number, Tier(tier), round(-score, 4)) for tier, score, _, number in first]


def _matches(node: Node, view: View, within: Within) -> Matches:
    if isinstance(node, All):
        return _all(node.parts, view, within)
    if isinstance(node, Either):
        return _either([_matches(part, view, within) for part in node.parts])
    if isinstance(node, Without):
        return _without(node, view, within)
    if isinstance(node, Country):
        related = _scored(_word_counts(node.terms, view, within), view)
        return _either([_matches(node.words, view, within), related])
    if not isinstance(node, Word | Prefix | Phrase):
        return {}  # the index does not hold it yet
    return _scored(_counts(node, view, within), view)


def _counts(node: Word | Prefix | Phrase, view: View, within: Within) -> _Counts:
    if isinstance(node, Word):
        return _word_counts(node.terms, view, within)
    if isinstance(node, Prefix):
        return _prefix_counts(node, view, within)
    return _phrase_counts(node, view, within)


def _all(parts: Iterable[Node], view: View, within: Within) -> Matches:
    found: Matches | None = None
    for part in parts:
        matches = _matches(part, view, within if found is None else found)
        if found is None:
            found = matches
        else:
            before = found
            found = {
                number: (max(tier, before[number][0]), score + before[number][1])
                for number, (tier, score) in matches.items()
            }
    return found or {}


def _either(branches: list[Matches]) -> Matches:
    """The best tier of the branches; the scores of the branches in it are added."""
    found: Matches = {}
    for branch in branches:
        for number, (tier, score) in branch.items():
            before = found.get(number)
            if before is None or tier < before[0]:
                found[number] = (tier, score)
            elif tier == before[0]:
                found[number] = (tier, score + before[1])
    return found


def _without(node: Without, view: View, within: Within) -> Matches:
    """Only likely readings exclude: an unlikely one, or another word for a country, is no reason to hide an article."""
    found = _matches(node.wanted, view, within) if node.wanted else {}
    for part in node.unwanted:
        for number, (tier, _) in _matches(part, view, found).items():
            if tier <= Tier.FORM:
                found.pop(number, None)
    return found


class _Counts:
    """Per article the best rung (tier, worth) and the number of matches in title and body."""

    __slots__ = ("body", "rungs", "title")

    def __init__(self) -> None:
        self.rungs: dict[int, tuple[int, float]] = {}
        self.title: dict[int, int] = {}
        self.body: dict[int, int] = {}

    def of(self, zone: Zone) -> dict[int, int]:
        return self.title if zone is Zone.TITLE else self.body

    def take(self, zone: Zone, rung: tuple[int, float], found: Mapping[int, int], within: Within) -> None:
        """Rungs come by falling certainty: the first that an article stands on is its best."""
        rungs, counts = self.rungs, self.of(zone)
        for number, count in found.items():
            if within is None or number in within:
                rungs.setdefault(number, rung)
                counts[number] = counts.get(number, 0) + count


def _word_counts(terms: WordTerms, view: View, within: Within) -> _Counts:
    found = _Counts()
    for rung in terms.rungs:
        for term in sorted(rung.terms):
            for zone in Zone:
                found.take(zone, (rung.tier, rung.worth), view.counts(zone, term), within)
    return found


def _prefix_counts(prefix: Prefix, view: View, within: Within) -> _Counts:
    found = _Counts()
    for zone in Zone:
        for term in _prefix_terms(prefix.text, zone, view):
            found.take(zone, (Tier.EXACT, 1.0), view.counts(zone, term), within)
    return found


def _prefix_terms(prefix: str, zone: Zone, view: View) -> list[str]:
    """Short prefixes are terms of their own; longer ones are those of the forms that begin so."""
    if len(prefix) == PREFIX_LENGTH:
        return ["*" + prefix]
    sign = "*" if len(prefix) < PREFIX_LENGTH else "="
    return [term for term, _ in view.terms(zone, sign + prefix)]


def _phrase_counts(phrase: Phrase, view: View, within: Within) -> _Counts:
    found = _Counts()
    for zone in Zone:
        parts = [_part_postings(part, zone, view) for part in phrase.parts]
        numbers = set(parts[0]).intersection(*parts[1:])
        for number in numbers if within is None else numbers & set(within):
            tiers = _phrase_tiers([part[number] for part in parts])
            if tiers:
                best = (min(tiers), 1.0)
                found.rungs[number] = min(best, found.rungs.get(number, best))
                found.of(zone)[number] = len(tiers)
    return found


Part = dict[int, list[tuple[int, Positions]]]  # article number → tiers and packed positions of one word of a phrase


def _part_postings(part: QueryPart, zone: Zone, view: View) -> Part:
    found: Part = {}
    if not isinstance(part, Word):
        tiers = [(Tier.EXACT, _prefix_terms(part.text, zone, view))]
    else:
        tiers = [(rung.tier, sorted(rung.terms)) for rung in part.terms.rungs]
    for tier, terms in tiers:
        for term in terms:
            for number, packed in view.postings(zone, term).items():
                found.setdefault(number, []).append((tier, packed))
    return found


def _phrase_tiers(parts: list[list[tuple[int, Positions]]]) -> list[int]:
    """The tier of each place where the parts follow each other: that of its least certain word."""
    ends = _tiers_by_position(parts[0])
    for part in parts[1:]:
        following = _tiers_by_position(part)
        ends = {at + 1: max(tier, following[at + 1]) for at, tier in ends.items() if at + 1 in following}
        if not ends:
            return []
    return list(ends.values())


def _tiers_by_position(postings: list[tuple[int, Positions]]) -> dict[int, int]:
    best: dict[int, int] = {}
    for tier, packed in postings:  # by falling certainty: the first to claim a position keeps it
        for position in unpack(packed):
            best.setdefault(position, tier)
    return best


def _scored(counts: _Counts, view: View) -> Matches:
    """BM25F: the title's count weighed up, the body's by the article's length, both saturated together."""
    total, frequency = view.count(), len(counts.rungs)
    rarity = math.log1p((total - frequency + 0.5) / (frequency + 0.5)) if total >= frequency else 0.0
    mean, length = view.mean_length() or 1.0, view.length
    title, body = counts.title, counts.body
    matches: Matches = {}
    for number, (tier, worth) in counts.rungs.items():
        weighed = TITLE_WEIGHT * title.get(number, 0) + body.get(number, 0) / (1 - _B + _B * length(number) / mean)
        matches[number] = (tier, worth * rarity * weighed / (_K1 + weighed))
    return matches
