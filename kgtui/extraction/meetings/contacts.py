"""Which tellings are contacts of two countries, and the side that the text leaves to be understood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kgtui.extraction.meetings.forms import Frame
from kgtui.extraction.meetings.merging import VISITS, merged
from kgtui.extraction.meetings.scene import Scene
from kgtui.extraction.meetings.tellings import Telling
from kgtui.model import Doubt, Entity

_MEETINGS = frozenset({Frame.TALKS, Frame.VISIT})
_OF_TWO = frozenset({Frame.MEET, Frame.RECEIVE, Frame.TALKS})
_OF_STATE = ("премьер", "вице-премьер", "министр", "замминистра", "заместитель министра", "глава кабинета")
_BETWEEN_TWO = frozenset({"commission", "consultations", "working_group"})  # forms that are of two governments


def contacts(scene: Scene, tellings: Sequence[Telling]) -> list[Telling]:
    """Those in which two countries meet, or one of them and a world body; a sitting within one country is none."""
    told = merged(_completed(scene, telling) for telling in _with_pair_before(_without_journeys(tellings)))
    found = [telling for telling in told if _is_contact(scene, telling)]
    return found or list(_of_the_article(scene, told))


def _without_journeys(tellings: Sequence[Telling]) -> Iterator[Telling]:
    """«В рамках визита в Узбекистан принял участие в саммите»: the journey to a summit is no visit of two countries;
    the country where it is sits in it too.
    """
    unions = {telling.sentence: telling for telling in tellings if telling.of_union}
    for telling in tellings:
        union = unions.get(telling.sentence)
        if (
            union is not None
            and union is not telling
            and telling.frame in VISITS
            and len(telling.persons) < 2
            and {person.key for person in telling.persons[:1]} <= union.keys
        ):
            continue
        journeys = [
            other
            for other in tellings
            if telling.of_union and telling.sides and other.frame in VISITS and other.sentence == telling.sentence
        ]
        codes = (code for journey in journeys for code in journey.countries)
        yield replace(telling, countries=tuple(dict.fromkeys((*telling.countries, *codes)))) if journeys else telling


def _with_pair_before(tellings: Iterable[Telling]) -> Iterator[Telling]:
    """«Стороны условились провести очередной раунд»: those who met before meet again."""
    pair: tuple[str, ...] = ()
    for telling in tellings:
        if telling.another and not telling.persons and not telling.countries and pair:
            yield replace(telling, countries=pair, doubt=telling.doubt or Doubt.COUNTRY_INFERRED)
        else:
            yield telling
        if len(telling.countries) == 2 and not telling.of_union:
            pair = telling.countries


def _of_the_article(scene: Scene, tellings: Iterable[Telling]) -> Iterator[Telling]:
    """«На встрече обсудили…» in an article that tells nowhere who met: its officers, if they are of two countries."""
    for telling in tellings:
        if telling.own or not (telling.frame in _MEETINGS or telling.form.code == "summit"):
            continue
        officers = scene.officers
        codes = tuple(dict.fromkeys(person.country for person in officers if person.country))
        if len(officers) > 1 and len(codes) == 2:
            yield replace(telling, persons=officers, countries=codes, doubt=Doubt.PARTICIPANTS_INFERRED)
            return


def _completed(scene: Scene, telling: Telling) -> Telling:
    """With the other one of the two countries that the article is about, where the text leaves one side without one."""
    pair = scene.lands.pair
    if len(telling.countries) > 1 or not set(telling.countries) <= set(pair) or telling.of_union:
        return telling
    stateless = [person for person in telling.persons if person.country is None and not _is_of_home(telling, person)]
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


def _is_of_home(telling: Telling, person: Entity) -> bool:
    """«Президент Беларуси Х обсудил с премьер-министром Y»: an office of state behind one whose country is stated."""
    first = telling.persons[0]
    return person != first and first.country is not None and (person.role or "").startswith(_OF_STATE)


def _is_contact(scene: Scene, telling: Telling) -> bool:
    """Whether two countries meet, or one of them and a world body; a sitting within one country is none."""
    if len(telling.countries) > 1 or (telling.of_union and telling.persons):
        return True
    if telling.abroad and telling.persons and all(person.country is None for person in telling.persons):
        return True
    if len(telling.persons) == 1:
        visits = telling.frame in VISITS and bool(telling.countries) and scene.is_international(telling.persons[0])
        return visits or _meets_foreign_office(scene, telling)
    return len(telling.persons) > 1 and _has_foreigner(scene, telling)


def _meets_foreign_office(scene: Scene, telling: Telling) -> bool:
    """«Министр Х встретился с премьером Грузии» in an article of more than one country."""
    person = telling.persons[0]
    foreign = set(telling.countries) - {person.country}
    elsewhere = len(scene.lands.all) > 1 or scene.is_of_foreign_firm(person)
    return telling.frame in _OF_TWO and bool(foreign) and elsewhere


def _has_foreigner(scene: Scene, telling: Telling) -> bool:
    """Whether some of several persons are from elsewhere than the others, as far as the text shows: of a world body,
    guests of somebody whose country goes without saying, a leader whose office does.
    """
    persons = telling.persons
    if any(scene.is_international(person) or (person.role or "").startswith("сопредседател") for person in persons):
        return True
    first, *others = persons
    of_delegation = set(telling.countries) - {person.country for person in persons}
    stated = bool(of_delegation) or any(scene.lands.states_country(other) for other in others)
    if stated and not scene.lands.states_country(first):
        return True
    if telling.frame in (*_OF_TWO, Frame.AGREE) and any(scene.is_of_firm(other) for other in others):
        return not telling.countries or len(scene.lands.all) > 1
    known = [person for person in persons if person.country]
    nameless = [person for person in persons if not person.country and person.role is None]
    if len(nameless) + len(known) < len(persons):
        return False
    return bool(nameless) and (len(scene.lands.all) > 1 or telling.frame in _OF_TWO or telling.form.code == "summit")
