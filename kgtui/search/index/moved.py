"""An index as a reader sees it who says that two of its things are one, or that one is called otherwise.

What has one key is found, counted and shown as what has another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property

from kgtui.search.index.over import Key, ViewOver
from kgtui.search.index.protocol import NamedThing, View, Zone
from kgtui.search.terms import name_term
from kgtui.search.units import THING_SIGN, Thing, first_term, thing_unit


@dataclass(frozen=True)
class Moves:
    """``to`` gives the thing that one has become, with its key and name; ``former`` the key of what had a name, or was
    asked for by its key, before. Keys and former names are `name_term`s."""

    to: Mapping[Key, Thing] = field(default_factory=dict)
    former: Mapping[Key, str] = field(default_factory=dict)


class MovedView(ViewOver):
    def __init__(self, view: View, moves: Moves) -> None:
        super().__init__(view)
        self._moves = moves
        self._parts: dict[Key, list[str]] = {}  # of a thing: the keys in the index that are this one
        self._called: dict[Key, set[str]] = {}  # new name → keys
        for (zone, key), thing in moves.to.items():
            stays = [] if (zone, thing.key) in moves.to else [thing.key]
            self._parts.setdefault((zone, thing.key), stays).append(key)
            self._called.setdefault((zone, name_term(thing.name)), set()).add(thing.key)

    def keys_called(self, zone: Zone, term: str) -> set[str]:
        keys = self.beneath.keys_called(zone, term) | self._called.get((zone, term), set())
        if former := self._moves.former.get((zone, term)):
            keys = {*keys, former}
        return {self.now(zone, key)[1] for key in keys}

    def now(self, zone: Zone, key: str) -> Key:
        """The key that a thing of the index has."""
        moved = self._moves.to.get((zone, key))
        return (zone, moved.key) if moved else (zone, key)

    def naming(self, zone: Zone, key: str) -> set[int]:
        parts = self._parts.get((zone, key), [key])
        return set().union(*(self.beneath.naming(zone, part) for part in parts))

    def called_otherwise(self, zone: Zone) -> Mapping[str, str]:
        return {thing.key: thing.name for (at, _), thing in self._moves.to.items() if at is zone}

    def things_named(self, places: Collection[int]) -> Counter[int]:
        counts = self.beneath.things_named(places)
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
        return self._shown.get(number) or self.beneath.thing(number)

    @cached_property
    def _numbers(self) -> dict[Key, list[int]]:
        """Of a thing those that are this one: first the one by which it is called."""
        in_index = super().number_of
        found = {at: [in_index(at[0], part) for part in parts] for at, parts in self._parts.items()}
        return {at: there for at, numbers in found.items() if (there := [each for each in numbers if each is not None])}

    @cached_property
    def _shown(self) -> dict[int, NamedThing]:
        """Those that the index does not call as they are called now."""
        things = {(at[0], thing.key): (at[0], thing) for at, thing in self._moves.to.items()}
        return {
            numbers[0]: NamedThing(zone, thing_unit(thing))
            for at, numbers in self._numbers.items()
            for zone, thing in [things[at]]
            if at in self._moves.to or first_term(self.beneath.thing(numbers[0]).unit) != THING_SIGN + thing.key
        }

    def number_of(self, zone: Zone, key: str) -> int | None:
        numbers = self._numbers.get((zone, key))
        return numbers[0] if numbers else super().number_of(zone, key)
