"""What the articles of an index name, for readers who know how a name, or any word of it, begins."""

from __future__ import annotations

import heapq
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kgtui.search.terms import name_term
from kgtui.search.units import THING_SIGN, terms_of, thing_of


@dataclass(frozen=True, slots=True)
class Name:
    """A thing by its usual name, in the nominative; ``asked`` is what asks for this thing and for no other."""

    name: str
    asked: str
    articles: int


class Names:
    """The names of one field of the query language."""

    def __init__(self, units: Iterable[tuple[str, int]]) -> None:
        """``units`` are those of things, each with the number of articles that have it."""
        self._names = sorted(_named(units), key=lambda name: (-name.articles, name.name))
        starts = sorted((start, number) for number, name in enumerate(self._names) for start in _starts(name))
        self._starts = [start for start, _ in starts]
        self._started = array("I", (number for _, number in starts))

    def begins(self, start: str) -> bool:
        """Whether a word of some name begins so."""
        at = bisect_left(self._starts, start)
        return at < len(self._starts) and self._starts[at].startswith(start)

    def beginning(self, start: str, most: int) -> list[Name]:
        """The names that begin so at any of their words; those in most articles first. ``start`` is a `name_term`."""
        at = bisect_left(self._starts, start)
        end = bisect_left(self._starts, start + "\uffff", at)
        return [self._names[number] for number in heapq.nsmallest(most, set(self._started[at:end]))]


def _named(units: Iterable[tuple[str, int]]) -> Iterator[Name]:
    counts: dict[tuple[str, str], int] = {}  # key, name as a term → articles
    shown: dict[str, str] = {}
    owner: dict[str, str] = {}  # name as a term → key
    shared: set[str] = set()  # names of several
    for unit, articles in units:
        terms = [term.removeprefix(THING_SIGN) for term in terms_of(unit)]
        key, term = terms[0], terms[-1]
        counts[key, term] = counts.get((key, term), 0) + articles
        shown.setdefault(term, thing_of(unit).name)
        shared.update(called for called in terms if owner.setdefault(called, key) != key)
    usual: dict[str, tuple[bool, int, str]] = {}
    total: dict[str, int] = {}
    for (key, term), articles in counts.items():
        usual[key] = max(usual.get(key, (False, 0, "")), (term == key, articles, term))
        total[key] = total.get(key, 0) + articles
    for key, (_, _, term) in usual.items():
        yield Name(shown[term], key if term in shared else shown[term], total[key])


def _starts(name: Name) -> Iterator[str]:
    words = name_term(name.name).split()
    return (" ".join(words[at:]) for at in range(len(words)))
