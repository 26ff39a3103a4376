"""The countries of an article by their places in it, and which of them it is about."""

from __future__ import annotations

from functools import cached_property

from kgtui.extraction.context import Context
from kgtui.gazetteer import GazetteerMatch, MatchKind, Sense
from kgtui.model import Entity

_CURRENCIES = frozenset({"доллар", "рубль", "долл"})
_STATES = frozenset({"страна", "государство", "республика"})
_NUMBERS = {"двух": 2, "обеих": 2, "обоих": 2, "трех": 3, "трёх": 3, "четырех": 4, "четырёх": 4, "пяти": 5, "шести": 6}
_NAMING = frozenset({Sense.NAME, Sense.ABBREVIATION, Sense.CAPITAL, Sense.PERIPHRASIS})


class Lands:
    """Looks up countries by token ranges; a hyphenated adjective («кыргызско-корейской») names two at one token."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._codes_at: dict[int, list[str]] = {}
        for match in context.matches:
            if match.kind is MatchKind.COUNTRY:
                self._codes_at.setdefault(match.first, []).append(match.code)

    def codes(self, first: int, stop: int) -> tuple[str, ...]:
        """The countries that a token range names in any form."""
        return tuple(dict.fromkeys(code for i in range(first, stop) for code in self._codes_at.get(i, ())))

    def named(self, position: int) -> GazetteerMatch | None:
        """The country that is named by its name, not by an adjective, at a token."""
        match = self._context.named.get(position)
        return match if match is not None and match.kind is MatchKind.COUNTRY and match.sense in _NAMING else None

    def names_bloc(self, first: int, stop: int) -> bool:
        """Whether a token range names a union of countries or a world body."""
        named = (self._context.named.get(i) for i in range(first, stop))
        return any(match is not None and match.kind is MatchKind.BLOC for match in named)

    @cached_property
    def all(self) -> tuple[str, ...]:
        """The countries that the article names otherwise than by a demonym or as part of a currency's name."""
        codes = (
            match.code
            for match in self._context.matches
            if match.kind is MatchKind.COUNTRY
            and match.sense is not Sense.DEMONYM
            and (match.first == 0 or self._context.lemmas(match.first - 1).isdisjoint(_CURRENCIES))
        )
        return tuple(dict.fromkeys(codes))

    @cached_property
    def pair(self) -> tuple[str, ...]:
        """The two countries that an article is about: it names no other, or the one pair of its adjectives
        («кыргызско-узбекских отношений»).
        """
        if len(self.all) == 2:
            return self.all
        pairs = {frozenset(codes) for codes in self._codes_at.values() if len(set(codes)) == 2}
        return tuple(sorted(next(iter(pairs)))) if len(pairs) == 1 else ()

    def all_of(self, first: int, stop: int) -> tuple[str, ...]:
        """Those of «двух государств» at the end of a token range: all, where the article names as many."""
        if stop - first < 2 or self._context.lemmas(stop - 1).isdisjoint(_STATES):
            return ()
        number = next((_NUMBERS[lower] for i in range(first, stop) if (lower := self._context.lower(i)) in _NUMBERS), 0)
        return self.all if len(self.all) == number else ()

    def states_country(self, person: Entity) -> bool:
        """Whether the text itself says of which country somebody's office is."""
        if person.country is None or person.role_span is None:
            return False
        places = self._context.positions(person.role_span)
        return person.country in self.codes(places.start, places.stop)
