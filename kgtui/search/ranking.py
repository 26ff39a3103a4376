"""Which of the articles that match come first: by tier, then by score, then the latest.

The score of an article is the rarity of each word times its saturated weight there (see `weights`), and more where the
words of the query stand near each other. Only what may be shown is weighed: the surest tiers, until there is enough.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from itertools import compress, repeat
from operator import add, le

from kgtui.search.closeness import closeness, near_parts
from kgtui.search.evaluate import Evaluation
from kgtui.search.index.protocol import View
from kgtui.search.query.nodes import Node
from kgtui.search.terms import Tier
from kgtui.search.tiers import NOTHING, narrowed
from kgtui.search.weighing import Weighed, weighed_leaves
from kgtui.search.weights import HALF

_COMPARED = 200  # articles that lead a tier by their words, and are compared by how near the words stand


@dataclass(frozen=True, slots=True)
class Ranked:
    """An article that matches. ``score`` compares articles of one tier under one query."""

    number: int
    tier: Tier
    score: float


def rank(root: Node, view: View, limit: int = 0) -> tuple[int, list[Ranked]]:
    """How many articles match, and the best ``limit`` of them (0 is all)."""
    answer = Answer(root, view)
    return len(answer.places), answer.ranked(answer.best(limit))


class Answer:
    """All articles that match a query, by their places in a view. A ``limit`` of 0 is all."""

    def __init__(self, root: Node | None, view: View, among: Collection[int] | None = None) -> None:
        """``among`` are the numbers of the articles that are looked at; None is all. No root matches none."""
        self._view = view
        self._root = root
        self._evaluation = Evaluation(view)
        tiers = self._evaluation.tiers(root) if root else NOTHING
        self._tiers = tiers if among is None else narrowed(tiers, set(view.places(among)))
        self._scores: dict[int, float] = {}

    @property
    def places(self) -> Collection[int]:
        """In no order."""
        return self._tiers[Tier.RELATED]

    def best(self, limit: int = 0) -> list[int]:
        """The surest tier first, in it the best score, then the latest."""
        found: list[int] = []
        for places in self._by_tier():
            if places and not (limit and len(found) >= limit):
                found += self._best_of(places, limit - len(found) if limit else 0)
        return found

    def newest(self, limit: int = 0) -> list[int]:
        """The latest first; those without a date last."""
        return _largest(self.places, limit, self._view.recency.__getitem__)

    def oldest(self, limit: int = 0) -> list[int]:
        """The earliest first; those without a date last."""
        return _largest(self.places, limit, self._age)

    def numbers(self, places: Sequence[int]) -> list[int]:
        return list(map(self._view.numbers.__getitem__, places))

    def ranked(self, places: Sequence[int]) -> list[Ranked]:
        """With number, tier and score."""
        unknown = [place for place in places if place not in self._scores]
        if unknown:
            self._scores.update(zip(unknown, self._by_words(unknown, set(unknown)), strict=True))
        return [Ranked(self._view.numbers[place], self._tier(place), round(self._scores[place], 4)) for place in places]

    def _by_tier(self) -> Iterator[set[int]]:
        yield self._tiers[0]
        for surer, places in zip(self._tiers, self._tiers[1:], strict=False):
            yield set() if places is surer else places - surer

    def _tier(self, place: int) -> Tier:
        return next(tier for tier in Tier if place in self._tiers[tier])

    def _age(self, place: int) -> int:
        return -((self._view.published[place] or _NEVER) << 32 | self._view.numbers[place])

    def _best_of(self, tier: AbstractSet[int], limit: int) -> list[int]:
        """Of one tier: those that lead by their words alone, by how near the words stand too; then the others."""
        leading = max(limit, _COMPARED) if self._near_parts and limit else limit
        places = list(tier)
        scores = dict(_leading(places, self._by_words(places, tier), leading))
        first = self._in_order(scores, scores)[: leading or None]
        if self._near_parts:
            compared = first[:_COMPARED]
            for place, near in closeness(self._near_parts, compared, self._evaluation).items():
                scores[place] *= near
            first[:_COMPARED] = self._in_order(compared, scores)
        first = first[: limit or None]
        self._scores.update((place, scores[place]) for place in first)
        return first

    def _in_order(self, places: Iterable[int], scores: Mapping[int, float]) -> list[int]:
        latest = sorted(places, key=self._view.recency.__getitem__, reverse=True)
        return sorted(latest, key=scores.__getitem__, reverse=True)

    def _by_words(self, places: Sequence[int], wanted: AbstractSet[int]) -> list[float]:
        """The scores without nearness; ``wanted`` are the same places."""
        total: list[float] = [0.0] * len(places)
        for leaf in self._leaves:
            weights = list(map(leaf.weights(wanted).get, places, repeat(0)))
            worth = {weight: leaf.rarity * weight / (HALF + weight) for weight in set(weights)}
            total = list(map(add, total, map(worth.__getitem__, weights)))
        return total

    @cached_property
    def _leaves(self) -> list[Weighed]:
        return list(weighed_leaves(self._root, self._evaluation))

    @cached_property
    def _near_parts(self) -> list[Node]:
        return near_parts(self._root)


_NEVER = 1 << 31  # later than any day


def _leading(places: Sequence[int], scores: Sequence[float], limit: int) -> Iterable[tuple[int, float]]:
    """Those with the best scores, and all that are as good as the last of them; with their scores."""
    if not limit or limit >= len(places):
        return zip(places, scores, strict=True)
    least = heapq.nlargest(limit, scores)[-1]
    leads = list(map(le, repeat(least), scores))
    return zip(compress(places, leads), compress(scores, leads), strict=True)


def _largest(places: Collection[int], limit: int, key: Callable[[int], int]) -> list[int]:
    """By a key that no two have."""
    keys = list(map(key, places))
    if limit and limit < len(places):
        least = heapq.nlargest(limit, keys)[-1]
        places = list(compress(places, map(le, repeat(least), keys)))
    return sorted(places, key=key, reverse=True)
