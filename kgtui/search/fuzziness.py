"""Words that differ by a slip or two: how many are allowed, and whether two words are that near."""

from __future__ import annotations

LONGEST = 50  # letters of a word: what is longer was pasted, and no slip made it
_LONG = 8  # letters from which two slips are allowed
_SHORT = 3  # letters up to which none is: half the short words are a letter apart
SAME_BEGINNING = 2  # letters that a word with two slips begins with: in the first ones nobody slips twice


def slips_allowed(word: str) -> int:
    """How many letters a folded word may differ by."""
    if not _SHORT < len(word) <= LONGEST:
        return 0
    return 1 if len(word) < _LONG else 2


def is_near(word: str, other: str) -> bool:
    """Whether ``other`` is ``word`` but for the slips allowed: a letter more, less, or another, or two exchanged
    (optimal string alignment distance).

    >>> is_near("касымалеев", "касымалиев"), is_near("газ", "таз")
    (True, False)
    """
    allowed = slips_allowed(word)
    if not other.startswith(word[:SAME_BEGINNING]):
        allowed = min(allowed, 1)
    if abs(len(word) - len(other)) > allowed:
        return False
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(word, 1):
        above, previous = row, before
        row = [at]
        for against, sign in enumerate(other, 1):
            cost = min(above[against] + 1, row[-1] + 1, above[against - 1] + (letter != sign))
            exchanged = at > 1 and against > 1 and letter == other[against - 2] and word[at - 2] == sign
            row.append(min(cost, previous[against - 2] + 1) if exchanged else cost)
        if min(row) > allowed:
            return False
        before = above
    return row[-1] <= allowed
