"""What the articles of an index name, for readers who know how a name, or any word of it, begins."""

from __future__ import annotations

import heapq
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
        self._starts = sorted((start, number) for number, name in enumerate(self._names) for start in _starts(name))

    def begins(self, start: str) -> bool:
        """Whether a word of some name begins so."""
        at = bisect_left(self._starts, (start,))
        return at < len(self._starts) and self._starts[at][0].startswith(start)

    def beginning(self, start: str, most: int) -> list[Name]:
        """The names that begin so at any of their words; those in most articles first. ``start`` is a `name_term`."""
        at = bisect_left(self._starts, (start,))
        end = bisect_left(self._starts, (start + "\uffff",), at)
        found = {number for _, number in self._starts[at:end]}
        return [self._names[number] for number in heapq.nsmallest(most, found)]


def _named(units: Iterable[tuple[str, int]]) -> Iterator[Name]:
    by_key: dict[str, dict[str, int]] = {}  # key → name as a term → articles
    shown: dict[str, str] = {}
    keys: dict[str, set[str]] = {}  # of what is called so
    for unit, articles in units:
        terms = [term.removeprefix(THING_SIGN) for term in terms_of(unit)]
        key, term = terms[0], terms[-1]
        counts = by_key.setdefault(key, {})
        counts[term] = counts.get(term, 0) + articles
        shown.setdefault(term, thing_of(unit).name)
        for called in terms:
            keys.setdefault(called, set()).add(key)
    for key, counts in by_key.items():
        usual = max(counts, key=lambda term: (term == key, counts[term], term))
        yield Name(shown[usual], shown[usual] if len(keys[usual]) == 1 else key, sum(counts.values()))


def _starts(name: Name) -> Iterator[str]:
    words = name_term(name.name).split()
    return (" ".join(words[at:]) for at in range(len(words)))
