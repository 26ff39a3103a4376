"""Which tellings are contacts of two countries, and the side that the text leaves to be understood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kgtui.extraction.meetings.forms import Frame
from kgtui.extraction.meetings.scene import Scene
from kgtui.extraction.meetings.tellings import Telling
from kgtui.model import Doubt

_BETWEEN_TWO = frozenset({"commission", "consultations", "working_group"})  # forms that are of two governments


def contacts(scene: Scene, tellings: Iterable[Telling]) -> Iterator[Telling]:
    """Those in which two countries meet, or one of them and a world body; a sitting within one country is none."""
    for telling in tellings:
        completed = _completed(scene, telling)
        if _is_contact(scene, completed):
            yield completed


def _completed(scene: Scene, telling: Telling) -> Telling:
    """With the other one of the two countries that the article is about, where the text leaves one side without one."""
    pair = scene.pair
    if len(telling.countries) > 1 or not set(telling.countries) <= set(pair) or telling.of_union:
        return telling
    stateless = [person for person in telling.persons if person.country is None]
    if not telling.persons or telling.frame is Frame.SESSION:
        one_sided = telling.form.code in _BETWEEN_TWO
        stateless = []
    else:
        one_sided = len(telling.persons) == 1 and bool(telling.countries)
    if not one_sided and (not stateless or any(scene.is_international(person) for person in stateless)):
        return telling
    return replace(
        telling,
        countries=(*telling.countries, *(code for code in pair if code not in telling.countries)),
        doubt=telling.doubt or Doubt.COUNTRY_INFERRED,
    )


def _is_contact(scene: Scene, telling: Telling) -> bool:
    """Whether two countries meet, or one of them and a world body; a sitting within one country is none."""
    if len(telling.countries) > 1 or (telling.of_union and telling.persons):
        return True
    if telling.abroad and telling.persons and all(person.country is None for person in telling.persons):
        return True
    return len(telling.persons) > 1 and _has_foreigner(scene, telling)


def _has_foreigner(scene: Scene, telling: Telling) -> bool:
    """Whether some of several persons are from elsewhere than the others, as far as the text shows: of a world body,
    guests of somebody whose country goes without saying, a leader whose office does.
    """
    persons = telling.persons
    if any(scene.is_international(person) for person in persons):
        return True
    first, *others = persons
    of_delegation = set(telling.countries) - {person.country for person in persons}
    stated = bool(of_delegation) or any(scene.finder.states_country(other) for other in others)
    if stated and not scene.finder.states_country(first):
        return True
    known = [person for person in persons if person.country]
    nameless = [person for person in persons if not person.country and person.role is None]
    return len(scene.countries) > 1 and bool(nameless) and len(nameless) + len(known) == len(persons)
