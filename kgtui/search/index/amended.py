"""An index as a reader sees it who says of single articles that they name something else than it has of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property

from kgtui.search.index.over import Key, ViewOver
from kgtui.search.index.protocol import NamedThing, Zone
from kgtui.search.terms import name_term
from kgtui.search.units import Thing, thing_unit


class AmendedView(ViewOver):
    """``left`` gives the places of the articles that do not name a thing, ``come`` of those that do, both otherwise
    than the view beneath has it; ``things`` are those that come, with their keys as `name_term`s."""

    def __init__(
        self,
        view: ViewOver,
        left: Mapping[Key, set[int]],
        come: Mapping[Key, set[int]],
        things: Mapping[Key, Thing],
    ) -> None:
        super().__init__(view)
        self._over = view
        self._left = left
        self._come = come
        self._things = things

    def keys_called(self, zone: Zone, term: str) -> set[str]:
        come = (thing for (at, _), thing in self._things.items() if at is zone)
        called = {thing.key for thing in come if term in (thing.key, name_term(thing.name))}
        return self.beneath.keys_called(zone, term) | called

    def naming(self, zone: Zone, key: str) -> set[int]:
        found = self.beneath.naming(zone, key)
        return (found - self._left.get((zone, key), set())) | self._come.get((zone, key), set())

    def called_otherwise(self, zone: Zone) -> Mapping[str, str]:
        come = {key: thing.name for (at, key), thing in self._things.items() if at is zone}
        return {**self.beneath.called_otherwise(zone), **come}

    def things_named(self, places: Collection[int]) -> Counter[int]:
        counts = self.beneath.things_named(places)
        within = set(places)
        for sign, otherwise in ((-1, self._left), (+1, self._come)):
            for at, there in otherwise.items():
                if (number := self._numbers.get(at)) is not None:
                    counts[number] += sign * len(there & within)
        return +counts  # without those that none of them names

    def thing(self, number: int) -> NamedThing:
        return self._new.get(number) or self.beneath.thing(number)

    @cached_property
    def kinds(self) -> Sequence[str]:
        return [*self.beneath.kinds, *(self._things[at].kind for at in self._unknown)]

    @cached_property
    def _unknown(self) -> Sequence[Key]:
        """The things that come and are in no other article."""
        return [at for at in self._things if self._over.number_of(*at) is None]

    @cached_property
    def _numbers(self) -> Mapping[Key, int]:
        first = len(self.beneath.kinds)
        new = {at: first + place for place, at in enumerate(self._unknown)}
        known = {at: number for at in (*self._left, *self._come) if (number := self._over.number_of(*at)) is not None}
        return known | new

    @cached_property
    def _new(self) -> Mapping[int, NamedThing]:
        return {self._numbers[at]: NamedThing(at[0], thing_unit(self._things[at])) for at in self._unknown}
