"""Groups of reprints out of pairs: the same groups in whichever order the articles came."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

_ALIKE = 0.6  # of the shorter text
_KIN = 0.3  # two in one group, each alike to a third, share at least so much; so a digest does not join its items
_LEAST = 0.15  # of the longer text: a quotation in passing is no reprint


class Pair(NamedTuple):
    """Two articles, the lower number first: how much of the shorter the longer has, the ratio of their lengths (≤ 1),
    and whether they are reprints of each other."""

    first: int
    second: int
    shared: float
    ratio: float
    alike: bool


def are_alike(shared: float, ratio: float) -> bool:
    """Whether two texts are reprints: ``shared`` is of the shorter one, whose length is ``ratio`` of the longer's."""
    return shared >= _ALIKE and shared * ratio >= _LEAST


def groups(pairs: Iterable[Pair], names: Mapping[int, str]) -> list[list[int]]:
    """The groups that articles form, the most alike joined first; one that is like no other is a group of its own.

    ``pairs`` holds every two of them that share something; ``names`` gives each article a name that does not depend on
    when it came, which settles what is equal otherwise.
    """
    known = {(pair.first, pair.second): pair for pair in pairs}
    group_of = {number: [number] for number in names}
    for pair in sorted((pair for pair in known.values() if pair.alike), key=lambda pair: _rank(pair, names)):
        first, second = group_of[pair.first], group_of[pair.second]
        if first is not second and all(_kin(known, one, other) for one in first for other in second):
            joined = first + second
            group_of.update(dict.fromkeys(joined, joined))
    return list({id(group): group for group in group_of.values()}.values())


def _rank(pair: Pair, names: Mapping[int, str]) -> tuple[float, float, list[str]]:
    return -pair.shared, -pair.ratio, sorted((names[pair.first], names[pair.second]))


def _kin(known: Mapping[tuple[int, int], Pair], one: int, other: int) -> bool:
    pair = known.get((min(one, other), max(one, other)))
    return pair is not None and pair.shared >= _KIN
