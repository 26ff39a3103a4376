"""A view of an index that shows some of its things otherwise; articles and words are those of the index beneath."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from kgtui.search.index.protocol import NamedThing, Unit, View, Zone
from kgtui.search.units import THING_SIGN, first_term

Key = tuple[Zone, str]  # of a thing


class ViewOver:
    """A `View` that is as the one beneath in all that it does not do otherwise."""

    def __init__(self, view: View) -> None:
        self.beneath = view

    @property
    def words(self) -> View:
        return self.beneath.words

    def number_of(self, zone: Zone, key: str) -> int | None:
        """Of the thing with a key, if it is in the index."""
        numbers, term = self.words.things_of(zone), THING_SIGN + key
        at = bisect_left(numbers, term, key=lambda number: first_term(self.words.thing(number).unit))
        found = at < len(numbers) and first_term(self.words.thing(numbers[at]).unit) == term
        return numbers[at] if found else None

    def keys_called(self, zone: Zone, term: str) -> set[str]:
        return self.beneath.keys_called(zone, term)

    def naming(self, zone: Zone, key: str) -> set[int]:
        return self.beneath.naming(zone, key)

    def called_otherwise(self, zone: Zone) -> Mapping[str, str]:
        return self.beneath.called_otherwise(zone)

    def things_named(self, places: Collection[int]) -> Counter[int]:
        return self.beneath.things_named(places)

    def thing(self, number: int) -> NamedThing:
        return self.beneath.thing(number)

    @property
    def numbers(self) -> Sequence[int]:
        return self.beneath.numbers

    @property
    def published(self) -> Sequence[int]:
        return self.beneath.published

    @property
    def lengths(self) -> Sequence[int]:
        return self.beneath.lengths

    @property
    def deleted(self) -> frozenset[int]:
        return self.beneath.deleted

    @property
    def kinds(self) -> Sequence[str]:
        return self.beneath.kinds

    @property
    def recency(self) -> Sequence[int]:
        return self.beneath.recency

    def units(self, zone: Zone, term: str) -> Sequence[Unit]:
        return self.beneath.units(zone, term)

    def units_beginning(self, zone: Zone, beginning: str) -> Sequence[Unit]:
        return self.beneath.units_beginning(zone, beginning)

    def unit_names(self, zone: Zone, beginning: str) -> Iterable[tuple[str, int]]:
        return self.beneath.unit_names(zone, beginning)

    def things_of(self, zone: Zone) -> range:
        return self.beneath.things_of(zone)

    def articles_naming(self, number: int) -> int:
        return self.beneath.articles_naming(number)

    def place(self, number: int) -> int | None:
        return self.beneath.place(number)

    def places(self, numbers: Iterable[int]) -> list[int]:
        return self.beneath.places(numbers)

    def count(self) -> int:
        return self.beneath.count()
