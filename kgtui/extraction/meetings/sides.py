"""Who meets whom: the parties that a trigger's frame takes from its sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kgtui.extraction.meetings.forms import Frame
from kgtui.extraction.meetings.parties import PartyKind, Series
from kgtui.extraction.meetings.rows import between_whom, genitive_after, is_source, subject_of, with_whom
from kgtui.extraction.meetings.scene import Scene, is_subject
from kgtui.extraction.meetings.triggers import Trigger, is_of_union
from kgtui.extraction.phrases import tail_stop
from kgtui.gazetteer import MatchKind
from kgtui.model import Doubt, Entity

_INTO = ("в", "во", "на")
_CHAIRED = (("под", "председательством"), ("с", "участием"), ("при", "участии"), ("по", "приглашению"))
_NEAR = 12  # tokens between a word of travel and the country


@dataclass(slots=True)
class Sides:
    """Those who meet: persons, and the countries that are represented. ``rows`` are the words that say so, ``apart``
    means that the first of the persons met each of the others by himself, ``own`` is
    false of a noun that names none of them and may mean a meeting told of before.
    """

    rows: list[Series] = field(default_factory=list)
    persons: list[Entity] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    doubt: Doubt | None = None
    apart: bool = False
    own: bool = True

    def add(self, row: Series) -> None:
        self.rows.append(row)
        self.persons.extend(person for person in row.persons if person not in self.persons)
        self.add_countries(row.countries)

    def lead(self, persons: Iterable[Entity], countries: Iterable[str]) -> None:
        """Put those who meet the others in front of them."""
        self.persons = list(dict.fromkeys((*persons, *self.persons)))
        self.countries = list(dict.fromkeys((*countries, *self.countries)))

    def add_countries(self, codes: Iterable[str]) -> None:
        self.countries.extend(code for code in codes if code not in self.countries)

    @property
    def complete(self) -> bool:
        return len(self.persons) > 1 or len(self.countries) > 1


def sides(scene: Scene, trigger: Trigger) -> Sides | None:
    """Those who meet by the frame of the trigger; None where its word tells of no meeting."""
    return _FRAMES[trigger.frame](scene, trigger)


def _meet(scene: Scene, trigger: Trigger) -> Sides | None:
    found = Sides()
    others = with_whom(scene, trigger)
    subject = subject_of(scene, trigger)
    if not others and (subject is None or subject.size < 2):
        return None
    _add_subject(scene, trigger, found, subject)
    for row in others:
        found.add(row)
    found.apart = _are_several(others)
    return found


def _are_several(rows: Sequence[Series]) -> bool:
    """«с Х и премьером Индии Y»: of several countries, as far as the text shows."""
    codes = {code for row in rows for code in row.countries}
    return sum(len(row.parties) for row in rows) > 1 and len(codes) != 1


def _receive(scene: Scene, trigger: Trigger) -> Sides | None:
    """«принял министра», «министра принял президент», «министр был принят президентом»."""
    rows = [row for row in scene.series(trigger.position) if not row.preposition]
    left = next((row for row in reversed(rows) if row.stop <= trigger.position), None)
    right = next((row for row in rows if row.first > trigger.position), None)
    if right is not None and not _is_near(scene, trigger.position + 1, right.first):
        right = None
    found = Sides()
    if scene.context.word(trigger.position).readings[0].pos == "PRTS":
        if left is None or right is None or not right.may_be("ablt"):
            return None
        found.add(right)
        found.add(left)
        return found
    if right is None:
        return None
    if right.may_be("accs") and not (left is not None and right.may_be("nomn") and not left.may_be("nomn")):
        _add_subject(scene, trigger, found, left if left is not None and left.may_be("nomn") else None)
        found.add(right)
    elif right.may_be("nomn") and left is not None and left.may_be("accs"):
        found.add(right)
        found.add(left)
    return found if len(found.rows) > 1 or (found.persons and found.complete) else None


def _is_near(scene: Scene, first: int, stop: int) -> bool:
    """Whether nothing but a time, a place or an adverb stands between a verb and its object."""
    context, position = scene.context, first
    while position < stop:
        pos = context.word(position).readings[0].pos if context.tokens[position].is_word else None
        if pos in ("NOUN", "VERB", "INFN"):
            governed = any(
                context.tokens[i].is_word and context.word(i).readings[0].pos == "PREP"
                for i in range(max(first, position - 3), position)
            )
            if not governed and position not in context.named and not context.tokens[position - 1].text.isdigit():
                return False
        position += 1
    return True


def _travel(scene: Scene, trigger: Trigger) -> Sides | None:
    subject = subject_of(scene, trigger)
    goal = destination(scene, trigger)
    if goal is None or subject is None or not _may_visit(subject):
        return None
    found = Sides()
    found.add(subject)
    if found.countries and set(goal) <= set(found.countries):
        return None
    found.add_countries(goal)
    return found


def _may_visit(row: Series) -> bool:
    """Somebody of rank or a delegation: the journey of another is no visit."""
    return any(person.role for person in row.persons) or any(p.kind is not PartyKind.PERSON for p in row.parties)


def destination(scene: Scene, trigger: Trigger) -> tuple[str, ...] | None:
    """The country that is visited: «посетил Казахстан», «в Бишкек», «Исфару посетила делегация»."""
    context = scene.context
    first, stop = context.sentence(trigger.position)
    bare = context.lower(trigger.position).startswith(("посе", "госвизит"))
    offices = [range(row.first, row.stop) for row in scene.series(trigger.position)]
    for position in range(trigger.position + 1, min(stop, trigger.position + _NEAR)):
        match = context.named.get(position)
        if match is None or match.first != position or not match.codes or any(position in row for row in offices):
            continue
        if match.kind not in (MatchKind.PLACE, MatchKind.COUNTRY):
            continue
        if (
            bare
            or context.lower(position - 1) in _INTO
            or "город" in context.lemmas(position - 1)
            or context.lower(position - 1) == "г"
        ):
            return match.codes[:1]
    if bare:
        before = context.named.get(first)
        if before is not None and before.codes and before.stop == trigger.position:
            return before.codes[:1]
    return None


def _talks(scene: Scene, trigger: Trigger) -> Sides | None:
    found = Sides()
    others = with_whom(scene, trigger)
    for row in (genitive_after(scene, trigger), between_whom(scene, trigger), *others):
        if row is not None and row not in found.rows:
            found.add(row)
    _add_named_countries(scene, trigger, found)
    found.own = bool(found.rows or found.countries)
    if found.rows == others:
        _add_subject(scene, trigger, found, subject_of(scene, trigger), elided=bool(others))
        found.apart = _are_several(others)
    elif not found.complete:
        _add_subject(scene, trigger, found, subject_of(scene, trigger), elided=found.own)
    return found


def _visit(scene: Scene, trigger: Trigger) -> Sides | None:
    found = Sides()
    guest = genitive_after(scene, trigger)
    if guest is not None:
        found.add(guest)
    else:
        _add_subject(scene, trigger, found, subject_of(scene, trigger), elided=False)
    goal = destination(scene, trigger)
    if goal is not None:
        found.add_countries(goal)
    _add_led(scene, trigger, found)
    return found


def _session(scene: Scene, trigger: Trigger) -> Sides | None:
    found = Sides()
    for row in scene.series(trigger.position):
        if is_subject(row, scene.context) and not is_source(scene, row, trigger):
            found.add(row)
    for other in (between_whom(scene, trigger), genitive_after(scene, trigger)):
        if other is not None and other not in found.rows:
            found.add(other)
    _add_led(scene, trigger, found)
    _add_named_countries(scene, trigger, found)
    if not found.persons and _has_pronoun(scene, trigger):
        _add_subject(scene, trigger, found, None)
    found.own = not found.rows or bool(trigger.attributes) or is_of_union(scene, trigger.position)
    return found


def _has_pronoun(scene: Scene, trigger: Trigger) -> bool:
    return any(scene.context.lower(i) in ("он", "она") for i in range(*scene.context.sentence(trigger.position)))


def _gather(scene: Scene, trigger: Trigger) -> Sides | None:
    found = Sides()
    subject = subject_of(scene, trigger)
    if subject is not None:
        found.add(subject)
    _add_led(scene, trigger, found)
    return found if found.complete else None


def _join(scene: Scene, trigger: Trigger) -> Sides | None:
    found = Sides()
    for row in scene.series(trigger.position):
        if is_subject(row, scene.context) and not is_source(scene, row, trigger):
            found.add(row)
    return found if found.persons else None


def _agree(scene: Scene, trigger: Trigger) -> Sides | None:
    """Two and more of several countries do it together, in one series or with one another."""
    found = Sides(doubt=Doubt.MEETING_IMPLIED)
    subject = subject_of(scene, trigger)
    if subject is not None and len(subject.persons) > 1:
        found.add(subject)
        return found
    others = with_whom(scene, trigger)[:1]
    if not others or not others[0].persons or others[0].first > trigger.position + _NEAR:
        return None
    _add_subject(scene, trigger, found, subject)
    found.add(others[0])
    return found if len(found.countries) > 1 or len(found.persons) > 1 else None


_FRAMES: Mapping[Frame, Callable[[Scene, Trigger], Sides | None]] = {
    Frame.MEET: _meet,
    Frame.RECEIVE: _receive,
    Frame.TRAVEL: _travel,
    Frame.TALKS: _talks,
    Frame.VISIT: _visit,
    Frame.SESSION: _session,
    Frame.GATHER: _gather,
    Frame.AGREE: _agree,
    Frame.JOIN: _join,
}


def _add_subject(scene: Scene, trigger: Trigger, found: Sides, subject: Series | None, *, elided: bool = True) -> None:
    """The subject, or where the sentence has none the one of the sentence before."""
    if subject is not None and (subject.persons or subject.countries):
        found.rows.append(subject)
        found.lead(subject.persons, subject.countries)
    elif elided:
        person = scene.subject_before(trigger.position)
        if person is not None and person not in found.persons:
            found.lead([person], [person.country] if person.country else [])
            found.doubt = Doubt.SUBJECT_ELSEWHERE


def _add_named_countries(scene: Scene, trigger: Trigger, found: Sides) -> None:
    """«кыргызско-корейской комиссии», «заседание между КР и РФ», «встреча экспертов Грузии и Армении»."""
    context = scene.context
    first, stop = context.sentence(trigger.position)
    following = scene.finder.codes(trigger.position + 1, tail_stop(context, trigger.position + 1))
    if len(following) > 1:
        found.add_countries(following)
    for position in range(max(first, trigger.position - 4), min(stop, trigger.position + 8)):
        codes = scene.finder.codes(position, position + 1)
        if len(codes) > 1:
            found.add_countries(codes)
        elif context.lower(position) == "между":
            found.add_countries(scene.acting_countries(position + 1, min(stop, position + 6)))


def _add_led(scene: Scene, trigger: Trigger, found: Sides) -> None:
    """«под председательством Х и Y», «с участием Х», «по приглашению Х»."""
    context = scene.context
    for row in scene.series(trigger.position):
        words = tuple(context.lower(i) for i in range(max(0, row.before - 1), row.before + 1))
        if words in _CHAIRED and row not in found.rows:
            found.add(row)
