"""Those who may meet, as sentences name them: parties, and parties in a row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from kgtui.model import Entity


class PartyKind(Enum):
    PERSON = "person"
    OFFICE = "office"  # without a name beside it
    DELEGATION = "delegation"
    HEADS = "heads"  # «премьеры Казахстана и Армении»
    LANDS = "lands"  # «Казахстан и Армения»


@dataclass(frozen=True, slots=True)
class Party:
    """One of those who may meet: the tokens with its office, the person if there is one, the countries it stands for.
    ``cases`` are those it may be in, empty where its words do not show them; ``bloc`` says that it is one of a union.
    """

    kind: PartyKind
    first: int
    stop: int
    person: Entity | None
    countries: tuple[str, ...]
    cases: frozenset[str]
    bloc: bool = False

    def may_be(self, case: str) -> bool:
        return not self.cases or case in self.cases


@dataclass(frozen=True, slots=True)
class Series:
    """Parties in a row, joined by commas and «и». ``preposition`` is the word that governs them, "" for none;
    ``before`` is the position of the token before them and their adjectives.
    """

    parties: tuple[Party, ...]
    preposition: str
    before: int

    @property
    def first(self) -> int:
        return self.parties[0].first

    @property
    def stop(self) -> int:
        return self.parties[-1].stop

    @property
    def persons(self) -> list[Entity]:
        return distinct(party.person for party in self.parties if party.person is not None)

    @property
    def countries(self) -> list[str]:
        return list(dict.fromkeys(code for party in self.parties for code in party.countries))

    @property
    def size(self) -> int:
        """How many meet in it at least."""
        return max(len(self.parties), len(self.countries))

    @property
    def bloc(self) -> bool:
        return any(party.bloc for party in self.parties)

    def may_be(self, case: str) -> bool:
        return all(party.may_be(case) for party in self.parties)


def distinct(persons: Iterable[Entity]) -> list[Entity]:
    """Each person once, in the order of the first; an entity with many mentions is costly to hash."""
    return list({person.key: person for person in persons}.values())
