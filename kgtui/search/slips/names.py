"""What the articles of an index name, for readers who know how a name, or any word of it, begins."""

from __future__ import annotations

import heapq
import re
from array import array
from dataclasses import dataclass

from kgtui.search.evaluate import keys_named
from kgtui.search.index.protocol import View, Zone
from kgtui.search.slips.starts import END, Starts
from kgtui.search.terms import name_term
from kgtui.search.units import thing_of

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Name:
    """A thing by its usual name, in the nominative; ``asked`` is what asks for this thing and for no other."""

    name: str
    asked: str
    articles: int


class Names:
    """The names of one zone, by the beginnings of all their words."""

    def __init__(self, view: View, zone: Zone) -> None:
        self._view = view
        self._zone = zone
        self._met: dict[int, Name] = {}
        named = ((thing_of(view.thing(number).unit).name, number) for number in view.things_of(zone))
        by_rank = sorted((-view.articles_naming(number), name, number) for name, number in named)
        self._numbers = array("I", (number for _, _, number in by_rank))
        terms = [name_term(name) for _, name, _ in by_rank]
        starts, ranks, following = array("I"), array("I"), []
        begin = 0
        for rank, term in enumerate(terms):
            for word in _WORD.finditer(term):
                starts.append(begin + word.start())
                ranks.append(rank)
                following.append(term[word.start() :])
            begin += len(term) + len(END)
        in_order = sorted(range(len(starts)), key=following.__getitem__)
        self._starts = Starts(END.join([*terms, ""]), array("I", map(starts.__getitem__, in_order)))
        self._ranks = array("I", map(ranks.__getitem__, in_order))

    def begins(self, start: str) -> bool:
        """Whether a word of some name begins so."""
        return bool(self._starts.beginning(start))

    def beginning(self, start: str, most: int) -> list[Name]:
        """The names that begin so at any of their words; those in most articles first. ``start`` is a `name_term`."""
        begun = self._starts.beginning(start)
        names = map(self._name, heapq.nsmallest(most, set(self._ranks[begun.start : begun.stop])))
        return [name for name in names if name.articles]

    def _name(self, rank: int) -> Name:
        if rank not in self._met:
            number = self._numbers[rank]
            thing = thing_of(self._view.thing(number).unit)
            alone = keys_named(self._view, self._zone, thing.name) == {thing.key}
            asked = thing.name if alone else thing.key
            self._met[rank] = Name(thing.name, asked, self._articles(number, thing.key))
        return self._met[rank]

    def _articles(self, number: int, key: str) -> int:
        """Without those that have been removed, or written anew."""
        if not self._view.deleted:
            return self._view.articles_naming(number)
        return len(self._view.naming(self._zone, key) - self._view.deleted)
