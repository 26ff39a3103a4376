"""An index as a reader sees it who says that two of its things are one, or that one is called otherwise.

What has one key is found, counted and shown as what has another; articles and words are those of the index beneath.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property

from kgtui.search.index.protocol import NamedThing, Unit, View, Zone
from kgtui.search.terms import name_term
from kgtui.search.units import THING_SIGN, Thing, first_term, thing_unit

Key = tuple[Zone, str]  # of a thing


@dataclass(frozen=True)
class Moves:
    """``to`` gives the thing that one has become, with its key and name; ``former`` the key of what had a name, or was
    asked for by its key, before. Keys and former names are `name_term`s."""

    to: Mapping[Key, Thing] = field(default_factory=dict)
    former: Mapping[Key, str] = field(default_factory=dict)


class MovedView:
    """A `View` over another one."""

    def __init__(self, view: View, moves: Moves) -> None:
        self.words = view
        self._moves = moves
        self._parts: dict[Key, list[str]] = {}  # of a thing: the keys in the index that are this one
        self._called: dict[Key, set[str]] = {}  # new name → keys
        for (zone, key), thing in moves.to.items():
            stays = [] if (zone, thing.key) in moves.to else [thing.key]
            self._parts.setdefault((zone, thing.key), stays).append(key)
            self._called.setdefault((zone, name_term(thing.name)), set()).add(thing.key)

    # Things

    def keys_called(self, zone: Zone, term: str) -> set[str]:
        keys = self.words.keys_called(zone, term) | self._called.get((zone, term), set())
        if former := self._moves.former.get((zone, term)):
            keys = {*keys, former}
        return {self._moves.to[zone, key].key if (zone, key) in self._moves.to else key for key in keys}

    def naming(self, zone: Zone, key: str) -> set[int]:
        parts = self._parts.get((zone, key), [key])
        return set().union(*(self.words.naming(zone, part) for part in parts))

    def called_otherwise(self, zone: Zone) -> Mapping[str, str]:
        return {thing.key: thing.name for (at, _), thing in self._moves.to.items() if at is zone}

    def things_named(self, places: Collection[int]) -> Counter[int]:
        counts = self.words.things_named(places)
        within = places if isinstance(places, AbstractSet) else None
        for (zone, key), numbers in self._numbers.items():
            named = [number for number in numbers if number in counts]
            if len(named) > 1:
                within = set(places) if within is None else within
                articles = len(self.naming(zone, key) & within)
            else:
                articles = counts[named[0]] if named else 0
            for number in named:
                del counts[number]
            if articles:
                counts[numbers[0]] = articles
        return counts

    def thing(self, number: int) -> NamedThing:
        return self._shown.get(number) or self.words.thing(number)

    @cached_property
    def _numbers(self) -> dict[Key, list[int]]:
        """Of a thing those that are this one: first the one by which it is called."""
        found = {at: [self._number(at[0], part) for part in parts] for at, parts in self._parts.items()}
        return {at: there for at, numbers in found.items() if (there := [each for each in numbers if each is not None])}

    @cached_property
    def _shown(self) -> dict[int, NamedThing]:
        """Those that the index does not call as they are called now."""
        things = {(at[0], thing.key): (at[0], thing) for at, thing in self._moves.to.items()}
        return {
            numbers[0]: NamedThing(zone, thing_unit(thing))
            for at, numbers in self._numbers.items()
            for zone, thing in [things[at]]
            if at in self._moves.to or first_term(self.words.thing(numbers[0]).unit) != THING_SIGN + thing.key
        }

    def _number(self, zone: Zone, key: str) -> int | None:
        numbers, term = self.words.things_of(zone), THING_SIGN + key
        at = bisect_left(numbers, term, key=lambda number: first_term(self.words.thing(number).unit))
        found = at < len(numbers) and first_term(self.words.thing(numbers[at]).unit) == term
        return numbers[at] if found else None

    # As in the index

    @property
    def numbers(self) -> Sequence[int]:
        return self.words.numbers

    @property
    def published(self) -> Sequence[int]:
        return self.words.published

    @property
    def lengths(self) -> Sequence[int]:
        return self.words.lengths

    @property
    def deleted(self) -> frozenset[int]:
        return self.words.deleted

    @property
    def kinds(self) -> Sequence[str]:
        return self.words.kinds

    @property
    def recency(self) -> Sequence[int]:
        return self.words.recency

    def units(self, zone: Zone, term: str) -> Sequence[Unit]:
        return self.words.units(zone, term)

    def units_beginning(self, zone: Zone, beginning: str) -> Sequence[Unit]:
        return self.words.units_beginning(zone, beginning)

    def unit_names(self, zone: Zone, beginning: str) -> Iterable[tuple[str, int]]:
        return self.words.unit_names(zone, beginning)

    def things_of(self, zone: Zone) -> range:
        return self.words.things_of(zone)

    def articles_naming(self, number: int) -> int:
        return self.words.articles_naming(number)

    def place(self, number: int) -> int | None:
        return self.words.place(number)

    def places(self, numbers: Iterable[int]) -> list[int]:
        return self.words.places(numbers)

    def count(self) -> int:
        return self.words.count()
