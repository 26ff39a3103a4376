"""What matches, by tier: set algebra over places, or over whatever else tells where something matches."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce

from kgtui.search.terms import Tier

Tiers = tuple[set[int], ...]  # by tier, what is at least so sure: each set holds the one before; not to be changed
NOTHING: Tiers = (set(), set(), set(), set())


def surely(found: set[int]) -> Tiers:
    return found, found, found, found


def cumulative(by_tier: Sequence[set[int]]) -> Tiers:
    """From what is found in each tier."""
    found = [by_tier[0]]
    for more in by_tier[1:]:
        found.append(found[-1] | more if more else found[-1])
    return tuple(found)


def all_of(parts: Sequence[Tiers]) -> Tiers:
    """As sure as the least sure of them."""
    return combined(parts, lambda sets: reduce(set.intersection, sorted(sets, key=len)))


def either_of(parts: Sequence[Tiers]) -> Tiers:
    return combined(parts, lambda sets: set().union(*sets))


def mapped(tiers: Tiers, change: Callable[[set[int]], set[int]]) -> Tiers:
    return combined([tiers], lambda sets: change(sets[0]))


def narrowed(tiers: Tiers, among: set[int]) -> Tiers:
    return mapped(tiers, among.__and__)


def combined(parts: Sequence[Tiers], combine: Callable[[Sequence[set[int]]], set[int]]) -> Tiers:
    """Tier by tier; where nothing is new in a tier, the set of the one before stands for it too."""
    found: list[set[int]] = []
    for tier in Tier:
        same = tier and all(part[tier] is part[tier - 1] for part in parts)
        found.append(found[-1] if same else combine([part[tier] for part in parts]))
    return tuple(found)
