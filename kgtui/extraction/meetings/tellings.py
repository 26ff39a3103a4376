"""What single sentences tell of meetings, before those that tell of the same one are joined."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kgtui.extraction.meetings.forms import Form, Frame
from kgtui.extraction.meetings.frames import sides
from kgtui.extraction.meetings.manners import circumstances, manners
from kgtui.extraction.meetings.occasions import occasion
from kgtui.extraction.meetings.parties import PartyKind
from kgtui.extraction.meetings.scene import Scene
from kgtui.extraction.meetings.sides import Sides
from kgtui.extraction.meetings.stages import is_earlier, is_next, is_only_named, preposition, stage
from kgtui.extraction.meetings.triggers import Trigger, is_of_union, triggers
from kgtui.extraction.meetings.whereabouts import date, host, place
from kgtui.extraction.phrases import is_verb
from kgtui.model import Doubt, Entity, MeetingManner, MeetingStage, Period, Span

_OF_SIDES = frozenset({"трехсторонний", "четырехсторонний", "пятисторонний", "многосторонний"})
_NEWS = 31  # days in which a meeting is news
_IN_THE_PLURAL = frozenset({"talks", "consultations"})  # one meeting may be told of in the plural


@dataclass(frozen=True, slots=True)
class Telling:
    """A meeting as one sentence tells of it; ``told`` are the words of others that do. ``another`` says that it is none
    told of before («очередной раунд»)."""

    sentence: int
    span: Span
    frame: Frame
    form: Form
    stage: MeetingStage
    persons: tuple[Entity, ...]
    countries: tuple[str, ...]
    place: str | None
    date: Period | None
    occasion: str | None
    manner: tuple[MeetingManner, ...]
    circumstances: tuple[str, ...]
    told: tuple[Span, ...]
    found_by: str
    doubt: Doubt | None
    another: bool
    earlier: bool
    of_union: bool
    own: bool
    only_named: bool  # «о визите министра»: of which it does not say whether it was held
    abroad: bool
    of_sides: bool  # more than two: «трехсторонняя встреча»

    @property
    def keys(self) -> frozenset[str]:
        """The persons, by their keys."""
        return frozenset(person.key for person in self.persons)

    @property
    def sides(self) -> int:
        """How many meet, as far as it tells."""
        return max(len(self.persons), len(self.countries))

    @property
    def joins(self) -> bool:
        """Whether it only tells who else was there."""
        return self.frame is Frame.JOIN


def tellings(scene: Scene) -> Iterator[Telling]:
    """In the order of the text."""
    anything = False
    for trigger in triggers(scene):
        if trigger.frame is Frame.JOIN and not anything:
            continue  # nobody can have been there too
        found = sides(scene, trigger)
        if found is not None and not _is_generic(scene, trigger, found):
            anything = True
            yield from (told for told in _told(scene, trigger, found) if told.date or not told.earlier)


def _is_generic(scene: Scene, trigger: Trigger, found: Sides) -> bool:
    """«накануне саммитов», «рост взаимных поездок»: no certain meeting."""
    named = bool(found.persons or found.countries)
    if not trigger.is_noun or (named and trigger.frame is not Frame.VISIT) or trigger.form.code in _IN_THE_PLURAL:
        return False
    readings = scene.context.word(trigger.position).readings
    if trigger.frame is Frame.VISIT and _is_valued(scene, trigger):
        return True
    if trigger.frame is Frame.VISIT and is_verb(scene.context.tokens[trigger.position - 1].text):
        return any(reading.number == "plur" for reading in readings)  # «прокомментировал поездки»
    return readings[0].number == "plur"


def _is_valued(scene: Scene, trigger: Trigger) -> bool:
    """«Визиту придаётся значение», «визиту посвящена статья»: whether it was held is not said; «предстоящему визиту»
    says it."""
    cases = {reading.case for reading in scene.context.word(trigger.position).readings}
    return cases == {"datv"} and not preposition(scene, trigger.position) and not is_next(trigger)


def _told(scene: Scene, trigger: Trigger, found: Sides) -> Iterator[Telling]:
    context = scene.context
    first = min([trigger.position, *(row.first for row in found.rows)])
    stop = max([trigger.position + 1, *(row.stop for row in found.rows)])
    on, site = date(scene, trigger), place(scene, trigger, found.rows)
    at_stage = stage(scene, trigger)
    if trigger.is_noun:
        at_stage = _stage_on(scene, at_stage, on)
    elif at_stage is MeetingStage.HELD and _is_ahead(scene, on):
        on = None  # «обсуждён визит, запланированный на ноябрь»
    telling = Telling(
        sentence=context.sentence(trigger.position)[0],
        span=context.span(first, stop),
        frame=trigger.frame,
        form=trigger.form,
        stage=at_stage,
        persons=tuple(found.persons),
        countries=tuple(dict.fromkeys((*found.countries, *host(scene, trigger, site)))),
        place=site,
        date=on,
        occasion=occasion(scene, trigger),
        manner=manners(scene, trigger),
        circumstances=circumstances(scene, trigger),
        told=(),
        found_by=trigger.frame.value,
        doubt=found.doubt,
        another=is_next(trigger) and at_stage is MeetingStage.PLANNED,
        earlier=(is_earlier(scene, trigger) and not _is_on(scene, on)) or _is_old(scene, on),
        own=found.own,
        only_named=on is None and is_only_named(scene, trigger),
        abroad=found.abroad,
        of_union=_is_of_union(scene, trigger, found),
        of_sides=not trigger.attributes.isdisjoint(_OF_SIDES),
    )
    if found.apart:
        yield from _apart(telling, found)
    elif found.visited and found.persons:
        yield from _journeys(telling, found)
    else:
        yield telling


def _stage_on(scene: Scene, said: MeetingStage, on: Period | None) -> MeetingStage:
    """What is to be on a day after the publication was not held yet."""
    return MeetingStage.PLANNED if said is MeetingStage.HELD and _is_ahead(scene, on) else said


def _is_ahead(scene: Scene, on: Period | None) -> bool:
    published = scene.context.published
    return on is not None and published is not None and on.first_day > published


def _is_on(scene: Scene, on: Period | None) -> bool:
    """«Напомним, что 12–13 марта президент находится с визитом», on the 13th."""
    published = scene.context.published
    return on is not None and published is not None and on.first_day <= published <= on.last_day


def _is_old(scene: Scene, on: Period | None) -> bool:
    """Whether it was long before the article, which recalls it."""
    published = scene.context.published
    return on is not None and published is not None and (published - on.last_day).days > _NEWS


def _is_of_union(scene: Scene, trigger: Trigger, found: Sides) -> bool:
    if trigger.frame is Frame.SESSION:
        return is_of_union(scene, trigger.position)
    return any(party.bloc for row in found.rows for party in row.parties)


def _journeys(telling: Telling, found: Sides) -> Iterator[Telling]:
    """«посетит Казахстан и Узбекистан»: a visit to each."""
    homes = tuple(code for code in telling.countries if code not in found.visited)
    for code in found.visited:
        yield replace(telling, countries=(*homes, code))


def _apart(telling: Telling, found: Sides) -> Iterator[Telling]:
    """«переговоры с Х и Y» of two countries, «грамоты вручили послы Х и Y»: one each."""
    rows = [row for row in found.rows if row.preposition] or found.rows[-1:]
    others = [party for row in rows for party in row.parties]
    met = {party.person.key for party in others if party.person is not None}
    codes = {code for party in others for code in party.countries}
    persons = tuple(person for person in telling.persons if person.key not in met)
    countries = tuple(code for code in telling.countries if code not in codes)
    for party in others:
        homes = [(code,) for code in party.countries] if party.kind is PartyKind.HEADS else [party.countries]
        for home in homes:
            yield replace(
                telling,
                persons=(*persons, *([party.person] if party.person else [])),
                countries=tuple(dict.fromkeys((*countries, *home))),
            )
