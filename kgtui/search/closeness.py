"""How near the words of a query stand in an article; those that stand side by side are most likely meant together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kgtui.search.evaluate import Evaluation
from kgtui.search.index.protocol import SHIFT, Zone
from kgtui.search.query.nodes import All, Country, Either, Exact, Fuzzy, Node, Phrase, Prefix, Without, Word
from kgtui.search.terms import Tier

_BESIDE = 2.0  # added to the factor of an article in which all words stand side by side


def near_parts(root: Node | None) -> list[Node]:
    """The parts of a query that are better found together: none where there are less than two."""
    if isinstance(root, Without):
        return near_parts(root.wanted)
    parts = [part for part in root.parts if _is_placed(part)] if isinstance(root, All) else []
    return parts if len(parts) > 1 else []


def closeness(parts: Sequence[Node], places: Sequence[int], evaluation: Evaluation) -> dict[int, float]:
    """A factor of 1…3 for each of these articles: 1 plus twice the mean of 1/distance, in words, of neighbours in the
    query."""
    within = frozenset(places)
    found = [_positions(part, within, evaluation) for part in parts]
    return {place: 1.0 + _BESIDE * _mean_nearness([part.get(place, []) for part in found]) for place in places}


def _is_placed(node: Node) -> bool:
    if isinstance(node, Either):
        return all(map(_is_placed, node.parts))
    return isinstance(node, Word | Prefix | Fuzzy | Exact | Phrase | Country)


def _positions(part: Node, within: frozenset[int], evaluation: Evaluation) -> dict[int, list[int]]:
    """Per article the spots of a part, ascending."""
    found: dict[int, list[int]] = {}
    for spot in sorted(_spots(part, within, evaluation)):
        found.setdefault(spot >> SHIFT, []).append(spot)
    return found


def _spots(part: Node, within: frozenset[int], evaluation: Evaluation) -> set[int]:
    if isinstance(part, Either):
        return set().union(*(_spots(branch, within, evaluation) for branch in part.parts))
    if isinstance(part, Word | Prefix | Fuzzy | Exact | Phrase | Country):
        return evaluation.spots(part, Zone.TEXT, within)[Tier.RELATED]
    return set()


def _mean_nearness(parts: list[list[int]]) -> float:
    pairs = list(pairwise(parts))
    return sum(1.0 / _distance(one, other) for one, other in pairs if one and other) / len(pairs)


def _distance(one: list[int], other: list[int]) -> int:
    """Between the nearest spots of two ascending rows; of a word with itself 1."""
    best = abs(one[0] - other[0])
    at = against = 0
    while at < len(one) and against < len(other) and best > 1:
        best = min(best, abs(one[at] - other[against]))
        if one[at] < other[against]:
            at += 1
        else:
            against += 1
    return max(best, 1)
