"""An event as the row of a section."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kgtui.dossier.contacts.attendance import attendance, in_singular, is_home_assumed, is_with_home, level, offices
from kgtui.dossier.contacts.events import Event
from kgtui.dossier.material import Material
from kgtui.dossier.values import ContactRow, Level, Note, Person
from kgtui.model import Doubt

_SHOWN = 2  # persons of a side
_HEIGHT = {Level.HIGHEST: 0, Level.HIGH: 1, Level.OTHER: 2}

Order = tuple[int, bool, int, int]


def order(material: Material, event: Event) -> tuple[bool, Order]:
    """As `order_of_day`, but those in which the reader's country is not named come after all."""
    return not is_with_home(event, material), order_of_day(material, event)


def order_of_day(material: Material, event: Event) -> Order:
    """Newest day first; of one day those of two countries, then the higher level, then the higher form."""
    day = event.day.toordinal() if event.day else 0
    height = _HEIGHT[_level(event, offices(event, material))]
    return -day, event.is_of_many, height, event.form.rank


def row(material: Material, event: Event, *, is_past: bool = False) -> ContactRow:
    persons = attendance(event, material)
    home = material.frame.home
    countries = dict.fromkeys((*event.countries, *(person.country for person in persons if person.country)))
    home_side = [person for person in persons if person.country == home]
    others = [person for person in persons if person.country != home]
    other_side = _of_subject(material, others) if event.is_of_many else _of_sides(event, others)
    return ContactRow(
        form=event.form.code,
        kind=event.form.kind,
        stage=event.stage,
        level=_level(event, [person.office for person in persons]),
        countries=tuple(sorted(countries, key=lambda code: code != home)),
        when=event.when,
        published=event.published,
        place=event.place,
        home_side=_shown(material, home_side),
        other_side=_shown(material, other_side),
        participants=tuple(persons),
        occasion=event.occasion,
        manner=event.manner,
        circumstances=event.circumstances,
        circumstances_of=_traveller(event, persons),
        is_of_many=event.is_of_many,
        is_with_home=home in countries,
        is_past=is_past,
        notes=tuple(_notes(material, event)),
        is_new=all(material.is_new(told.headline) for told in event.tellings),
        doubt=_doubt(event) or (Doubt.HOME_ASSUMED if is_home_assumed(event, material) else None),
    )


def _level(event: Event, held: Sequence[str | None]) -> Level:
    """That of the offices held by those who were there; where nobody is named, of those that its name names."""
    return level(held or [in_singular(event.occasion or "")])


def _traveller(event: Event, persons: Sequence[Person]) -> Person | None:
    """Whom of many a sentence speaks of that says how one came to be there: the first whom it names."""
    told = (each.fact for each in event.tellings if each.fact.circumstances and each.fact.participants)
    first = next((fact.participants[0].key for fact in told), None) if event.is_of_many else None
    return next((person for person in persons if person.key == first), None)


def _of_subject(material: Material, persons: list[Person]) -> list[Person]:
    """Of those at a table of many whom the dossier is about, and the only other one; of a dossier on none of them
    all."""
    subject = material.subject
    of_it = [person for person in persons if subject.key in (person.country, person.key)]
    if of_it and len(persons) <= _SHOWN:
        return [*of_it, *(person for person in persons if person not in of_it)]
    return of_it or ([] if subject.makes_pair_with(material.frame.home) else persons)


def _of_sides(event: Event, persons: list[Person]) -> list[Person]:
    """Of a contact of two those of the other side; those of no known country where a side has nobody else."""
    known = [person for person in persons if person.country in event.countries]
    return known or persons


def _shown(material: Material, persons: Sequence[Person]) -> tuple[Person, ...]:
    """The highest of a side, whom the dossier is about before them."""
    first = [person for person in persons if person.key == material.subject.key]
    return tuple([*first, *(person for person in persons if person not in first)][:_SHOWN])


def _notes(material: Material, event: Event) -> Iterator[Note]:
    """The sentences that tell of it, each once; of reprints of one text only the first."""
    groups = material.library.groups(event.articles)
    voices: dict[str, int] = {}
    seen: set[tuple[int, int]] = set()
    for told in event.tellings:
        number = told.headline.number
        if voices.setdefault(groups.get(number, str(number)), number) != number:
            continue
        for span in (told.fact.span, *told.fact.told):
            note = material.note(told.headline, span, told.fact.span)
            if (note.source, note.sentence) not in seen:
                seen.add((note.source, note.sentence))
                yield note


def _doubt(event: Event) -> Doubt | None:
    """It is sure if one article is."""
    doubts = [told.fact.doubt for told in event.tellings]
    return doubts[0] if all(doubts) else None
