"""Tellings of one meeting made one: the same two sides, or words that go on with the meeting told of before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from kgtui.extraction.meetings.forms import Form, Frame
from kgtui.extraction.meetings.scene import Scene
from kgtui.extraction.meetings.tellings import Telling
from kgtui.model import Doubt, Span

T = TypeVar("T")

_MANY = frozenset({Frame.SESSION, Frame.GATHER})
_BETWEEN_TWO = frozenset({"commission", "consultations", "working_group"})  # forms that are of two governments


def merged(scene: Scene, tellings: Iterable[Telling]) -> list[Telling]:
    """The meetings of two sides at least, in the order in which the text first tells of them."""
    found: list[Telling] = []
    for telling in tellings:
        at = _same(found, telling)
        if at is not None:
            found[at] = _joined(found[at], telling)
        elif not telling.joins:
            found.append(telling)
    completed = (_completed(scene, telling) for telling in found)
    return [telling for telling in completed if _is_contact(scene, telling)]


def _same(found: list[Telling], telling: Telling) -> int | None:
    """The meeting that a telling goes on with."""
    if telling.another or telling.earlier:
        return None
    for at in range(len(found) - 1, -1, -1):
        known = found[at]
        if not (known.earlier or known.another) and _goes_on(known, telling):
            return at
    return None


def _goes_on(known: Telling, telling: Telling) -> bool:
    if telling.joins or not telling.own:
        return True
    if telling.sides < 2:
        return _many(known) == _many(telling) or not telling.persons
    if _many(known) != _many(telling):
        return False
    ours, theirs = set(telling.persons), set(known.persons)
    codes, others = set(telling.countries), set(known.countries)
    if (ours <= theirs and codes <= others) or (theirs <= ours and others <= codes):
        return True
    return not ours and codes == others


def _many(telling: Telling) -> bool:
    return telling.frame in _MANY


def _joined(known: Telling, other: Telling) -> Telling:
    """What both tell, the form of the higher rank."""
    if other.joins:
        return replace(
            known, persons=_both(known.persons, other.persons), countries=_both(known.countries, other.countries)
        )
    span = known.span
    if known.sentence == other.sentence:
        span = Span(min(span.start, other.span.start), max(span.end, other.span.end))
    return replace(
        known,
        span=span,
        form=min(known.form, other.form, key=_height),
        persons=_both(known.persons, other.persons),
        countries=_both(known.countries, other.countries),
        place=known.place or other.place,
        date=known.date or other.date,
        doubt=known.doubt and other.doubt,
        of_union=known.of_union or other.of_union,
    )


def _both(one: tuple[T, ...], other: tuple[T, ...]) -> tuple[T, ...]:
    return tuple(dict.fromkeys((*one, *other)))


def _height(form: Form) -> tuple[int, bool]:
    return form.rank, form.code == "visit"


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
    return replace(telling, countries=_both(telling.countries, pair), doubt=telling.doubt or Doubt.COUNTRY_INFERRED)


def _is_contact(scene: Scene, telling: Telling) -> bool:
    """Whether two countries meet, or one of them and a world body; a sitting within one country is none."""
    if len(telling.countries) > 1 or (telling.of_union and telling.persons):
        return True
    if len(telling.persons) < 2:
        return False
    known = {person for person in telling.persons if person.country or scene.is_international(person)}
    return any(scene.is_international(person) for person in known) or (
        len(scene.countries) > 1
        and all(person.role is None for person in telling.persons if person not in known)
        and len({person.country for person in known}) == len(known) < len(telling.persons)
    )
