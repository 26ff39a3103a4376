"""What the articles of an index name, for readers who know how a name, or any word of it, begins."""

from __future__ import annotations

import heapq
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kgtui.search.index.protocol import Unit
from kgtui.search.terms import name_term
from kgtui.search.units import thing_of


@dataclass(frozen=True, slots=True)
class Name:
    """A thing by its usual name, in the nominative; ``asked`` is what asks for this thing and for no other."""

    name: str
    asked: str
    articles: int


class Names:
    """The names of one field of the query language."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._names = list(_named(units))
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
        names = (self._names[number] for number in found)
        return heapq.nsmallest(most, names, key=lambda name: (-name.articles, name.name))


def _named(units: Iterable[Unit]) -> Iterator[Name]:
    by_key: dict[str, Counter[str]] = {}
    keys: dict[str, set[str]] = {}  # of what is called so
    for unit in units:
        thing = thing_of(unit.name)
        by_key.setdefault(thing.key, Counter())[thing.name] += len(unit.places)
        for term in (thing.key, name_term(thing.name)):
            keys.setdefault(term, set()).add(thing.key)
    for key, names in by_key.items():
        usual = max(names, key=lambda name: (name_term(name) == key, names[name], name))
        yield Name(usual, usual if len(keys[name_term(usual)]) == 1 else key, names.total())


def _starts(name: Name) -> Iterator[str]:
    words = name_term(name.name).split()
    return (" ".join(words[at:]) for at in range(len(words)))
