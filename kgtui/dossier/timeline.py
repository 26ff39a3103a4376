"""Who met whom, month by month: the contacts of a country or a person that were held, and the pairs that they make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from kgtui.dossier.contacts.events import Event, events
from kgtui.dossier.contacts.rows import order_of_day, row
from kgtui.dossier.frame import Frame
from kgtui.dossier.material import Material
from kgtui.dossier.values import ContactRow, Person, Source, Subject

if TYPE_CHECKING:
    from kgtui.library import Library

_OF_TWO = 2


@dataclass(frozen=True, slots=True)
class Side:
    """The most senior of a country at a meeting; None where the text names nobody of it."""

    country: str | None
    person: Person | None

    @property
    def key(self) -> tuple[str | None, str | None]:
        return self.country, self.person.key if self.person else None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two who met, the reader's own side first."""

    one: Side
    other: Side


@dataclass(frozen=True, slots=True)
class Encounters:
    """The contacts of one pair, the newest first."""

    pair: Pair
    rows: tuple[ContactRow, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """One month as "2025-11", or nothing for contacts without any day; its contacts, the newest first."""

    month: str
    rows: tuple[ContactRow, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The contacts of ``subject`` by month, the newest first; ``more`` are left out. ``pairs`` are those who met more
    than once, the most frequent first."""

    subject: Subject
    months: tuple[Month, ...]
    pairs: tuple[Encounters, ...]
    sources: tuple[Source, ...]
    more: int = 0

    @property
    def rows(self) -> Iterator[ContactRow]:
        return (row for month in self.months for row in month.rows)


def timeline(library: Library, subject: Subject, frame: Frame, *, person: str | None = None) -> Timeline:
    """The contacts of a subject that were held in the frame's time, by the day of the event; only those with the
    ``person`` of that key, where one is given."""
    material = Material(library, subject, Frame(frame.as_of, frame.home, limit=0))  # of any time, not the newest alone
    held = [event for event in events(material.meetings) if event.is_held and _is_in(event, frame)]
    held = [event for event in held if person is None or person in event.persons]
    held.sort(key=lambda event: order_of_day(material, event))
    shown = held[: frame.limit or None]
    rows = [row(material, event) for event in shown]
    months = groupby(zip(shown, rows, strict=True), key=lambda pair: _month(pair[0]))
    return Timeline(
        subject=subject,
        months=tuple(Month(month, tuple(each for _event, each in group)) for month, group in months),
        pairs=tuple(_pairs(rows)),
        sources=material.sources,
        more=len(held) - len(shown),
    )


def pair_of(contact: ContactRow) -> Pair | None:
    """Those who met at a meeting of two sides; of a table of many nobody met another by himself."""
    if contact.is_of_many or len(contact.countries) > _OF_TWO:
        return None
    persons = (*contact.home_side, *contact.other_side)
    sides = [_side(code, persons) for code in contact.countries]
    strangers = [person for person in persons if person.country not in contact.countries]
    sides += [Side(person.country, person) for person in strangers[: _OF_TWO - len(sides)]]
    return Pair(*sides) if len(sides) == _OF_TWO else None


def _side(code: str, persons: Iterable[Person]) -> Side:
    return Side(code, next((person for person in persons if person.country == code), None))


def _pairs(rows: Sequence[ContactRow]) -> Iterator[Encounters]:
    """The pairs of persons that met more than once, those of most meetings first."""
    found: dict[tuple[object, object], tuple[Pair, list[ContactRow]]] = {}
    for contact in rows:
        pair = pair_of(contact)
        if pair is not None and pair.one.person and pair.other.person:
            found.setdefault((pair.one.key, pair.other.key), (pair, []))[1].append(contact)
    several = [(pair, met) for pair, met in found.values() if len(met) > 1]
    for pair, met in sorted(several, key=lambda each: -len(each[1])):
        yield Encounters(pair, tuple(met))


def _month(event: Event) -> str:
    return event.day.isoformat()[:7] if event.day else ""


def _is_in(event: Event, frame: Frame) -> bool:
    return frame.holds(event.day, event.when.last_day if event.when else event.day)
