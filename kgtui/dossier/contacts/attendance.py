"""Who was there: the participants of an event in the offices and of the countries that its articles state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kgtui.dossier.contacts.events import Event
from kgtui.dossier.material import Material
from kgtui.dossier.membership import country_of_place
from kgtui.dossier.precedence import classes, rank
from kgtui.dossier.spellings import in_usual_spelling
from kgtui.dossier.values import Level, Person
from kgtui.extraction.meetings.forms import VISITS
from kgtui.extraction.phrases import inflection
from kgtui.language import word
from kgtui.model import EntityKind

_ABROAD = frozenset(
    {"ambassador", "charge-daffaires", "consul", "diplomat", "special-envoy", "secretary-general", "head-of-body"}
)
_HIGHEST = frozenset({"head-of-state"})
_HIGH = frozenset({"head-of-government", "speaker", "foreign-minister"})


def attendance(event: Event, material: Material) -> Sequence[Person]:
    """The participants, the highest office first. Whose country the articles do not say is of the side that others give
    them to; where only one side has nobody, the most senior of the others is of it, or, of a contact with one other
    country, of ours."""
    persons = _known_persons(event, material)
    lacking = set(event.countries) - {person.country for person in persons}
    stranger = next((at for at, person in enumerate(persons) if person.country is None), None)
    came_together = event.form.code in VISITS  # «прибыли Х и Y»: nobody of the side that they came to is named
    if not event.is_of_many and not came_together and len(lacking) == 1 and stranger is not None:
        persons[stranger] = replace(persons[stranger], country=lacking.pop())
    ours = _ours(event, persons, material)
    if ours is not None:
        persons[ours] = replace(persons[ours], country=material.frame.home)
    return persons


def is_home_assumed(event: Event, material: Material) -> bool:
    """Whether our side is there because an officer of no stated country is taken for ours."""
    return _ours(event, _known_persons(event, material), material) is not None


def offices(event: Event, material: Material) -> Sequence[str | None]:
    """Those of the participants, without their countries, which are dear to find out."""
    return [person.office for person in _stated(event, material)]


def is_with_home(event: Event, material: Material) -> bool:
    """Whether the reader's country is named among those who met, or somebody is of it or taken for ours."""
    home = material.frame.home
    if home in event.countries:
        return True
    persons = _known_persons(event, material)
    return any(person.country == home for person in persons) or _ours(event, persons, material) is not None


def _known_persons(event: Event, material: Material) -> list[Person]:
    named = _stated(event, material)
    persons = [replace(each, country=each.country or _known(each, event, material)) for each in named]
    return sorted(persons, key=lambda person: rank(person.office))


def _ours(event: Event, persons: Sequence[Person], material: Material) -> int | None:
    """The first officer of no stated country among those who met one other country: news of our own officers leave out
    whose they are. Nobody where a place in a third country is named, which may be his."""
    home = material.frame.home
    codes = {*event.countries, *(person.country for person in persons if person.country)}
    if event.is_of_many or home in codes or len(codes) != 1:
        return None
    ours = next((at for at, each in enumerate(persons) if each.country is None and _serves_at_home(each)), None)
    return ours if ours is not None and _places(event, material) <= {home, *codes} else None


def _serves_at_home(person: Person) -> bool:
    """Whether somebody holds an office of a state, and none abroad."""
    held = classes(person.office)
    return bool(held) and held.isdisjoint(_ABROAD)


def _places(event: Event, material: Material) -> set[str]:
    """The countries of the places that its articles name."""
    entities = (each for told in event.tellings for each in material.entities(told.headline.number))
    places = (each for each in entities if each.kind is EntityKind.PLACE)
    return {code for each in places if (code := each.country or country_of_place(each.name))}


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
