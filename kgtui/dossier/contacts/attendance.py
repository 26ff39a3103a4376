"""Who was there: the participants of an event in the offices and of the countries that its articles state."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from kgtui.dossier.contacts.events import Event
from kgtui.dossier.precedence import classes, rank
from kgtui.dossier.values import Level, Person
from kgtui.extraction.phrases import inflection
from kgtui.language import word
from kgtui.model import Entity, EntityKind

Entities = Callable[[int], Sequence[Entity]]
"""What an article names, by its number."""

_HIGHEST = frozenset({"head-of-state"})
_HIGH = frozenset({"head-of-government", "speaker", "foreign-minister"})


def attendance(event: Event, entities: Entities) -> Sequence[Person]:
    """The participants, the highest office first; whose country no article states is of the side that lacks one."""
    persons = list(_stated(event, entities))
    lacking = set(event.countries) - {person.country for person in persons}
    strangers = [person for person in persons if person.country is None]
    if not event.is_of_many and len(lacking) == 1 and len(strangers) == 1:
        at = persons.index(strangers[0])
        persons[at] = replace(strangers[0], country=lacking.pop())
    return sorted(persons, key=lambda person: rank(person.office))


def level(offices: Iterable[str | None]) -> Level:
    """How high the most senior of some offices is."""
    held = {klass for office in offices for klass in classes(office)}
    if not held.isdisjoint(_HIGHEST):
        return Level.HIGHEST
    return Level.OTHER if held.isdisjoint(_HIGH) else Level.HIGH


def in_singular(text: str) -> str:
    """«глав правительств» → «главы правительства», so that an office is known in it."""
    return " ".join(map(_singular, text.split()))


def _singular(form: str) -> str:
    plural = (reading for reading in word(form).readings if reading.pos == "NOUN" and reading.number == "plur")
    reading = next(plural, None)
    return (inflection(reading, "sing") or form) if reading else form


def _stated(event: Event, entities: Entities) -> Iterator[Person]:
    """Each participant with the office and the country that the first of the articles states which has any."""
    named = [
        {each.key: each for each in entities(number) if each.kind is EntityKind.PERSON}
        for number in dict.fromkeys(told.headline.number for told in event.tellings)
    ]
    for actor in event.participants:
        known = [people[actor.key] for people in named if actor.key in people]
        office = next((each.role for each in known if each.role), None)
        country = next((each.country for each in known if each.country), None)
        yield Person(actor.key, actor.name, office, country)
