"""How likely one word was meant where another was typed: the slips of a hand and of an ear, each with its cost.

The distance is that of optimal string alignment (a letter put in, left out, taken for another, two neighbours swapped),
each slip with a cost of its own: letters that sound or lie alike are taken for each other more easily than others.
"""

from __future__ import annotations

from functools import reduce
from operator import or_

from kgtui.layouts import NEIGHBOURS

_ALIKE_TO_THE_EAR = (
    "ао оа еи ие иы ыи еэ эе яа ая яе ея юу ую оу уо "
    "бп пб вф фв гк кг гх хг дт тд жш шж жз зж зс сз сц цс шщ щш ий йи ьъ ъь"
)
_HEARD = frozenset((pair[0], pair[1]) for pair in _ALIKE_TO_THE_EAR.split())
_SILENT = frozenset("ьъ-")

_SUBSTITUTED, _MISTYPED, MISHEARD = 1.0, 0.7, 0.45
_ADDED, _REPEATED = 0.8, 0.4  # also of what is left out
_SWAPPED = 0.6
_AT_THE_START = 0.5  # added for the first letter, which hardly anybody gets wrong

_LETTERS = 64  # bits of a word's mask; letters that share one only make it less sharp


def tolerance(word: str) -> float:
    """The greatest distance at which a word of this length can still be taken for another."""
    length = len(word)
    return 0.0 if length < 4 else 0.8 if length < 5 else 1.1 if length < 8 else 1.5 if length < 10 else 1.9


def mask(word: str) -> int:
    """Which letters a word has, as bits: words within n slips differ in 2n bits at most."""
    return reduce(or_, (1 << (ord(letter) % _LETTERS) for letter in word), 0)


def distance(typed: str, meant: str, limit: float) -> float | None:
    """The cost of the cheapest slips that make the one of the other; None where it is above the limit.

    >>> distance("касымалеев", "касымалиев", 2.0), distance("тогровля", "торговля", 2.0), distance("мир", "мэр", 0.8)
    (0.45, 0.6, None)
    """
    before_last: list[float] = []
    last = [0.0]
    for at, letter in enumerate(meant):
        last.append(last[at] + _inserted(meant, at, letter))
    for i, letter in enumerate(typed):
        row = [last[0] + _inserted(typed, i, letter)]
        for j, other in enumerate(meant):
            best = last[j] + (0.0 if letter == other else _substituted(letter, other, i))
            best = min(best, last[j + 1] + _inserted(typed, i, letter), row[j] + _inserted(meant, j, other))
            if i and j and letter == meant[j - 1] and typed[i - 1] == other and letter != other:
                best = min(best, before_last[j - 1] + _SWAPPED + (_AT_THE_START if i == 1 else 0.0))
            row.append(best)
        if min(row) > limit:
            return None
        before_last, last = last, row
    return last[-1] if last[-1] <= limit else None


def _substituted(letter: str, other: str, at: int) -> float:
    pair = (letter, other)
    cost = MISHEARD if pair in _HEARD else _MISTYPED if pair in NEIGHBOURS else _SUBSTITUTED
    return cost + (_AT_THE_START if at == 0 else 0.0)


def _inserted(word: str, at: int, letter: str) -> float:
    if at == 0:
        return _ADDED + _AT_THE_START
    return _REPEATED if letter == word[at - 1] or letter in _SILENT else _ADDED
