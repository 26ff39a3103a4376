"""Those who meet, gathered row by row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kgtui.extraction.meetings.clause import Clause
from kgtui.extraction.meetings.parties import Party, Series, distinct
from kgtui.model import Doubt, Entity

_LEADING = (("под", "председательством"), ("с", "участием"), ("при", "участии"), ("по", "приглашению"))


@dataclass(slots=True)
class Sides:
    """Persons, and the countries that are represented; ``rows`` are the words that say so.

    ``apart`` means that the first of the persons met each of the others by himself. ``own`` is false of a noun that
    names none of them and may mean a meeting told of before. ``abroad`` is true where the visited
    country is surely another than the guest's; ``visited`` are the countries of a journey to several.
    """

    rows: list[Series] = field(default_factory=list)
    persons: list[Entity] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    doubt: Doubt | None = None
    apart: bool = False
    own: bool = True
    abroad: bool = False
    visited: list[str] = field(default_factory=list)

    def add(self, row: Series | None) -> None:
        """A row that is not there yet."""
        if row is not None and row not in self.rows:
            self.rows.append(row)
            self.persons = distinct((*self.persons, *row.persons))
            self.add_countries(row.countries)

    def add_countries(self, codes: Iterable[str]) -> None:
        self.countries.extend(code for code in codes if code not in self.countries)

    def lead(self, persons: Iterable[Entity], countries: Iterable[str]) -> None:
        """Put those who meet the others in front of them."""
        self.persons = distinct((*persons, *self.persons))
        self.countries = list(dict.fromkeys((*countries, *self.countries)))

    def lead_by(self, person: Entity) -> None:
        """Put somebody in front whom the sentence does not name."""
        if person not in self.persons:
            self.lead([person], [person.country] if person.country else [])
            self.doubt = Doubt.SUBJECT_ELSEWHERE

    def add_subject(self, clause: Clause, *, elided: bool = True) -> None:
        """The subject, or where the sentence has none the one of the sentence before."""
        subject = clause.subject
        if subject is not None and (subject.persons or subject.countries or subject.bloc):
            self.rows.append(subject)
            self.lead(subject.persons, subject.countries)
        if subject is not None and (subject.persons or subject.countries):
            return
        person = clause.elided() if elided else None
        if person is not None:
            self.lead_by(person)

    def add_led(self, clause: Clause) -> None:
        """«под председательством Х и Y», «с участием Х», «по приглашению Х»."""
        for row in clause.rows:
            words = tuple(clause.context.lower(i) for i in range(max(0, row.before - 1), row.before + 1))
            if words in _LEADING:
                self.add(row)

    @property
    def complete(self) -> bool:
        return len(self.persons) > 1 or len(self.countries) > 1

    @property
    def bloc(self) -> bool:
        """Whether one of them is of a union of countries."""
        return any(row.bloc for row in self.rows)


def are_several(rows: Sequence[Series]) -> bool:
    """«с Х и премьером Индии Y»: of several countries, as far as the text shows; a leader whose office and country it
    need not name counts as one of his own.
    """
    return len({home for row in rows for party in row.parties if (home := _home(party)) is not None}) > 1


def _home(party: Party) -> str | None:
    if party.countries:
        return party.countries[0]
    return party.person.key if party.person is not None and party.person.role is None else None
