"""Who was there: the participants of an event in the offices and of the countries that its articles state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kgtui.dossier.contacts.events import Event
from kgtui.dossier.material import Material
from kgtui.dossier.precedence import classes, rank
from kgtui.dossier.spellings import in_usual_spelling
from kgtui.dossier.values import Level, Person
from kgtui.extraction.phrases import inflection
from kgtui.language import word
from kgtui.model import EntityKind

_HIGHEST = frozenset({"head-of-state"})
_HIGH = frozenset({"head-of-government", "speaker", "foreign-minister"})


def attendance(event: Event, material: Material) -> Sequence[Person]:
    """The participants, the highest office first. Whose country the articles do not say is of the side that others give
    them to, else of the only one that nobody is of."""
    persons = list(_stated(event, material))
    for at, person in enumerate(persons):
        if person.country is None:
            persons[at] = replace(person, country=_known(person, event, material))
    lacking = set(event.countries) - {person.country for person in persons}
    strangers = [person for person in persons if person.country is None]
    if not event.is_of_many and len(lacking) == 1 and len(strangers) == 1:
        persons[persons.index(strangers[0])] = replace(strangers[0], country=lacking.pop())
    return sorted(persons, key=lambda person: rank(person.office))


def offices(event: Event, material: Material) -> Sequence[str | None]:
    """Those of the participants, without their countries, which are dear to find out."""
    return [person.office for person in _stated(event, material)]


def _known(person: Person, event: Event, material: Material) -> str | None:
    """The country that other articles give somebody to, where it is one of the event's."""
    country = material.standing(person.key).country
    return country if country in event.countries else None


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


def _stated(event: Event, material: Material) -> Iterator[Person]:
    """Each participant with the office and the country that the first of the articles states which has any."""
    named = [
        {each.key: each for each in material.entities(number) if each.kind is EntityKind.PERSON}
        for number in dict.fromkeys(told.headline.number for told in event.tellings)
    ]
    for actor in event.participants:
        known = [people[actor.key] for people in named if actor.key in people]
        office = next((each.role for each in known if each.role), None)
        country = next((each.country for each in known if each.country), None)
        yield Person(actor.key, in_usual_spelling(actor.name), office, country)
