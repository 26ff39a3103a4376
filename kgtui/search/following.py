"""Where words follow each other: set algebra over standings (see `Unit`), one part of the index after the other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import compress, repeat
from operator import add, eq

from kgtui.search.asking import Ladder
from kgtui.search.index.protocol import Unit
from kgtui.search.terms import Tier
from kgtui.search.tiers import NOTHING, Tiers, all_of, cumulative, mapped

Sure = tuple[Tier, Unit]  # a unit that a word asks for, and how sure it is
_FEW = 12  # a search in a sorted row costs as much as so many looks into a set


def following(words: Sequence[Ladder]) -> Tiers:
    """The spots from which on such words follow each other: as sure as the least sure of them."""
    by_part = [_by_part(word) for word in words]
    by_tier: list[set[int]] = [set() for _ in Tier]
    for part in set.intersection(*(set(word) for word in by_part)):
        units = [word[part] for word in by_part]
        _, spelled = units[0][0]
        surer: set[int] = set()
        for found, starts in zip(by_tier, _starts(units), strict=True):
            found.update(spelled.spots_of(starts - surer if starts is not surer else ()))
            surer = starts
    return cumulative(by_tier)


def _by_part(word: Ladder) -> dict[int, list[Sure]]:
    found: dict[int, list[Sure]] = {}
    for step in word:
        for unit in step.units:
            found.setdefault(unit.part, []).append((step.tier, unit))
    return found


def _starts(words: Sequence[Sequence[Sure]]) -> Tiers:
    """In one part of the index: the rarest word is read, and its neighbours are looked up in the others."""
    rarest, *others = sorted(range(len(words)), key=lambda offset: sum(unit.articles for _, unit in words[offset]))
    found = [_moved(_standing(words[rarest]), -rarest)]
    for offset in others:
        if not found[-1][Tier.RELATED]:
            return NOTHING
        wanted = set(map(add, found[-1][Tier.RELATED], repeat(offset)))
        found.append(_moved(_met(wanted, words[offset]), -offset))
    return all_of(found)


def _standing(word: Sequence[Sure]) -> Tiers:
    by_tier: list[set[int]] = [set() for _ in Tier]
    for tier, unit in word:
        by_tier[tier].update(unit.standing)
    return cumulative(by_tier)


def _met(wanted: set[int], word: Sequence[Sure]) -> Tiers:
    """What of the wanted standings is one of a word."""
    by_tier: list[set[int]] = [set() for _ in Tier]
    for tier, unit in word:
        by_tier[tier] |= _among(wanted, unit.standing)
    return cumulative(by_tier)


def _among(wanted: set[int], standing: Sequence[int]) -> set[int]:
    if len(wanted) * _FEW > len(standing):
        return wanted.intersection(standing)
    last = standing[-1]
    looked_for = sorted(one for one in wanted if one <= last)
    there = map(standing.__getitem__, map(bisect_left, repeat(standing), looked_for))
    return set(compress(looked_for, map(eq, looked_for, there)))


def _moved(tiers: Tiers, by: int) -> Tiers:
    return mapped(tiers, lambda found: set(map(add, found, repeat(by)))) if by else tiers
