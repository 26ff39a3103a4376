"""Which places of several parts stand near each other: counted in words, from the first word of each part."""

from __future__ import annotations

from collections.abc import Sequence


def together(places: Sequence[Sequence[int]], distance: int) -> list[set[int]]:
    """Of each part, those of its (ascending) positions that lie in a stretch with all other parts, whose first and last
    positions differ by ``distance`` at most.

    >>> together([[1, 50], [9, 30]], 10)
    [{1}, {9}]
    """
    near: list[set[int]] = [set() for _ in places]
    merged = sorted((position, part) for part, positions in enumerate(places) for position in positions)
    counts = [0] * len(places)
    missing, first = len(places), 0
    marked = 0  # all up to here that are near something are marked
    for last, (position, part) in enumerate(merged):
        missing -= counts[part] == 0
        counts[part] += 1
        while merged[first][0] < position - distance:
            left = merged[first][1]
            counts[left] -= 1
            missing += counts[left] == 0
            first += 1
        if not missing:
            for near_position, near_part in merged[max(first, marked) : last + 1]:
                near[near_part].add(near_position)
            marked = last + 1
    return near
