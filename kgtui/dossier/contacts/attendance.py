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
    them to; where only one side has nobody, the most senior of the others is of it."""
    named = _stated(event, material)
    persons = [replace(each, country=each.country or _known(each, event, material)) for each in named]
    persons.sort(key=lambda person: rank(person.office))
    lacking = set(event.countries) - {person.country for person in persons}
    stranger = next((at for at, person in enumerate(persons) if person.country is None), None)
    if not event.is_of_many and len(lacking) == 1 and stranger is not None:
        persons[stranger] = replace(persons[stranger], country=lacking.pop())
    return persons


def offices(event: Event, material: Material) -> Sequence[str | None]:
    """Those of the participants, without their countries, which are dear to find out."""
    return [person.office for person in _stated(event, material)]


def is_with_home(event: Event, material: Material) -> bool:
    """Whether the reader's country is named among those who met, or somebody whom other articles give to it."""
    home = material.frame.home
    if home in event.countries:
        return True
    strangers = (person for person in _stated(event, material) if person.country is None)
    return any(_known(person, event, material) == home for person in strangers)


def _known(person: Person, event: Event, material: Material) -> str | None:
    """The country that other articles give somebody to, where it is the reader's or one of the event's."""
    country = material.standing(person.key).country
    return country if country in (material.frame.home, *event.countries) else None


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
