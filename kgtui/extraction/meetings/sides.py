"""Who meets whom: the parties that a trigger's frame takes from its sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kgtui.extraction.cast.references import PRONOUNS
from kgtui.extraction.meetings.forms import Frame
from kgtui.extraction.meetings.parties import PartyKind, Series
from kgtui.extraction.meetings.rows import (
    between_whom,
    from_whom,
    genitive_after,
    is_source,
    subject_of,
    whom_dative,
    with_whom,
)
from kgtui.extraction.meetings.scene import Scene, is_subject
from kgtui.extraction.meetings.stages import preposition
from kgtui.extraction.meetings.triggers import Trigger, is_noun_of_meeting, is_of_union
from kgtui.extraction.phrases import cases_of, tail_stop
from kgtui.extraction.traits import verb_gender
from kgtui.gazetteer import GazetteerMatch, MatchKind, Sense
from kgtui.model import Doubt, Entity

_INTO = ("в", "во", "на")
_CHAIRED = (("под", "председательством"), ("с", "участием"), ("при", "участии"), ("по", "приглашению"))
_CITY_WORDS = frozenset({"город", "г", "столица"})
_TRANSITIVE = frozenset({"посетить", "посещать"})
_NO_GOALS = frozenset({Sense.ADJECTIVE, Sense.DEMONYM})
_PRONOUN_OBJECTS = {"его": "masc", "ее": "femn", "её": "femn"}
_ASIDE = frozenset({"поле", "кулуар", "площадка", "рамка"})
_HOLDING = frozenset(
    {"провести", "проводить", "открыть", "начать", "завершить", "вести", "возглавить", "участие", "сопредседатель"}
)
_REPRESENTING = frozenset({"представлять", "представить"})
_WELCOMING = frozenset({"встретить", "встречать"})
_PRONOUNS_WITH = {"ним": "masc", "ней": "femn", "нею": "femn"}
_SITTING = frozenset({"комиссия", "группа", "совет", "комитет"})
_PREPARED = frozenset({"подготовка", "проведение", "организация"})
_NEAR = 12  # tokens between a word of travel and the country


@dataclass(slots=True)
class Sides:
    """Those who meet: persons, and the countries that are represented. ``rows`` are the words that say so, ``apart``
    means that the first of the persons met each of the others by himself, ``own`` is
    false of a noun that names none of them and may mean a meeting told of before, ``abroad`` is true where a
    country is visited that the text names.
    """

    rows: list[Series] = field(default_factory=list)
    persons: list[Entity] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    doubt: Doubt | None = None
    apart: bool = False
    own: bool = True
    abroad: bool = False

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
    if not others and subject is not None and _add_pronoun(scene, trigger, found):
        found.lead(subject.persons, subject.countries)
        return found
    if not others and (subject is None or subject.size < 2):
        return None
    _add_subject(scene, trigger, found, subject)
    for row in others:
        found.add(row)
    found.apart = _are_several(others)
    return found


def _add_pronoun(scene: Scene, trigger: Trigger, found: Sides) -> bool:
    """«с ним беседовал президент»: whom the pronoun means."""
    context = scene.context
    first, stop = context.sentence(trigger.position)
    at = next(
        (i for i in range(first + 1, stop) if context.lower(i) in _PRONOUNS_WITH and context.lower(i - 1) == "с"), None
    )
    person = scene.person(scene.cast.antecedent(at, _PRONOUNS_WITH[context.lower(at)])) if at else None
    if person is None:
        return False
    found.lead([person], [person.country] if person.country else [])
    found.doubt = Doubt.SUBJECT_ELSEWHERE
    return True


def _are_several(rows: Sequence[Series]) -> bool:
    """«с Х и премьером Индии Y»: of several countries, as far as the text shows."""
    codes = {code for row in rows for code in row.countries}
    return sum(len(row.parties) for row in rows) > 1 and len(codes) != 1


def _receive(scene: Scene, trigger: Trigger) -> Sides | None:
    """«принял министра», «министра принял президент», «министр был принят президентом»."""
    context, position = scene.context, trigger.position
    if context.lower(position - 1) in _PRONOUN_OBJECTS:
        return _receive_pronoun(scene, trigger)
    rows = [row for row in scene.series(trigger.position) if not row.preposition]
    left = next((row for row in reversed(rows) if row.stop <= trigger.position), None)
    right = next((row for row in rows if row.first > trigger.position), None)
    if right is not None and not _is_near(scene, trigger.position + 1, right.first):
        right = None
    found = Sides()
    if context.word(position).readings[0].pos == "PRTS":
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


def _receive_pronoun(scene: Scene, trigger: Trigger) -> Sides | None:
    """«Его принял президент»."""
    subject = subject_of(scene, trigger)
    pronoun = scene.context.lower(trigger.position - 1)
    guest = scene.person(scene.cast.antecedent(trigger.position - 1, _PRONOUN_OBJECTS[pronoun]))
    if subject is None or guest is None or guest in subject.persons:
        return None
    found = Sides(doubt=Doubt.SUBJECT_ELSEWHERE)
    found.add(subject)
    found.persons.append(guest)
    found.add_countries([guest.country] if guest.country else [])
    return found


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
    if goal is None or subject is None or not (_may_visit(subject) or _is_on_visit(scene, trigger)):
        return None
    found = Sides()
    found.add(subject)
    if found.countries and set(goal.codes[:1]) <= set(found.countries):
        return None
    _add_goal(found, goal)
    _add_led(scene, trigger, found)
    return found


def _add_goal(found: Sides, goal: GazetteerMatch) -> None:
    found.add_countries(goal.codes[:1])
    found.abroad = goal.kind is MatchKind.COUNTRY


def _may_visit(row: Series) -> bool:
    """Somebody of rank or a delegation: the journey of another is no visit."""
    return any(person.role for person in row.persons) or any(p.kind is not PartyKind.PERSON for p in row.parties)


def _is_on_visit(scene: Scene, trigger: Trigger) -> bool:
    return any(scene.context.lower(i) == "визитом" for i in range(*scene.context.sentence(trigger.position)))


def destination(scene: Scene, trigger: Trigger) -> GazetteerMatch | None:
    """The country or place that is visited: «посетил Казахстан», «в Бишкек», «Исфару посетила делегация»."""
    context, position = scene.context, trigger.position
    first, stop = context.sentence(position)
    bare = not context.lemmas(position).isdisjoint(_TRANSITIVE)
    offices = {i for row in scene.series(position) for i in range(row.first, row.stop)}
    behind = range(position + 1, min(stop, position + _NEAR))
    ahead = range(position - 1, max(first - 1, position - _NEAR), -1)
    for at in (*behind, *ahead):
        match = context.named.get(at)
        if match is None or match.first != at or not match.codes or at in offices or match.sense in _NO_GOALS:
            continue
        if bare or _is_into(scene, at):
            return match
    return None


def _is_into(scene: Scene, position: int) -> bool:
    """Whether a name stands after «в», perhaps after «город» too."""
    context = scene.context
    before = position - 1
    while before > 0 and (context.tokens[before].text == "." or not context.lemmas(before).isdisjoint(_CITY_WORDS)):
        before -= 1
    return before >= 0 and context.lower(before) in _INTO


def _talks(scene: Scene, trigger: Trigger) -> Sides | None:
    found = Sides()
    others = with_whom(scene, trigger)
    for row in (genitive_after(scene, trigger), between_whom(scene, trigger), *others):
        if row is not None and row not in found.rows:
            found.add(row)
    _add_named_countries(scene, trigger, found)
    if not others and _with_others(scene, trigger):
        return None
    _add_led(scene, trigger, found)
    found.own = bool(found.rows or found.countries)
    if found.rows == others:
        _add_subject(scene, trigger, found, subject_of(scene, trigger), elided=bool(others))
        found.apart = _are_several(others)
    elif not found.complete:
        _add_subject(scene, trigger, found, subject_of(scene, trigger), elided=found.own)
    if len(found.persons) == 1 and found.rows and not others:
        addressed = whom_dative(scene, trigger)
        if addressed is not None and addressed.persons:
            found.add(addressed)
    if not found.persons and not found.countries:
        _add_acting_countries(scene, trigger, found)
    return found


def _with_others(scene: Scene, trigger: Trigger) -> bool:
    """«встреча с жителями»: with people whom the rules on parties do not count."""
    after = trigger.position + 1
    return after < len(scene.context) and scene.context.lower(after) in ("с", "со")


def _visit(scene: Scene, trigger: Trigger) -> Sides | None:
    found = Sides()
    guest = genitive_after(scene, trigger)
    if guest is not None:
        found.add(guest)
    else:
        _add_subject(scene, trigger, found, subject_of(scene, trigger), elided=False)
    goal = destination(scene, trigger)
    if goal is not None:
        _add_goal(found, goal)
    host = whom_dative(scene, trigger)
    if host is not None and _pays_visit(scene, trigger):
        found.add(host)
    _add_led(scene, trigger, found)
    return found


def _pays_visit(scene: Scene, trigger: Trigger) -> bool:
    """«нанес визит президенту»."""
    return any("нанести" in scene.context.lemmas(i) for i in range(*scene.context.sentence(trigger.position)))


def _session(scene: Scene, trigger: Trigger) -> Sides | None:
    if _is_aside(scene, trigger):
        return None
    found = Sides()
    for row in scene.series(trigger.position):
        if is_subject(row, scene.context) and not is_source(scene, row, trigger) and _is_sat_in(scene, trigger):
            found.add(row)
    subjects = list(found.rows)
    for other in (between_whom(scene, trigger), genitive_after(scene, trigger)):
        if other is not None and other not in found.rows:
            found.add(other)
    _add_led(scene, trigger, found)
    _add_named_countries(scene, trigger, found)
    if not found.persons and _has_pronoun(scene, trigger):
        _add_subject(scene, trigger, found, None)
    found.own = bool(trigger.attributes or found.rows != subjects) or is_of_union(scene, trigger.position)
    return found


def _is_aside(scene: Scene, trigger: Trigger) -> bool:
    """«на полях саммита», «в рамках заседания»: what is told of is another meeting."""
    return any(
        not scene.context.lemmas(i).isdisjoint(_ASIDE) for i in range(trigger.position - 3, trigger.position) if i > 0
    )


def _is_sat_in(scene: Scene, trigger: Trigger) -> bool:
    """Whether the subject of the sentence sits in it: «на саммите», «провели заседание», not «принимал саммит»."""
    context = scene.context
    if not context.lemmas(trigger.position - 1).isdisjoint(_PREPARED):
        return False
    if preposition(scene, trigger.position) or "nomn" in cases_of(context.tokens[trigger.position].text):
        return True
    first, stop = context.sentence(trigger.position)
    return any(not context.lemmas(i).isdisjoint(_HOLDING) for i in range(first, stop))


def _has_pronoun(scene: Scene, trigger: Trigger) -> bool:
    context = scene.context
    for at in range(trigger.position - 1, context.sentence(trigger.position)[0] - 1, -1):
        if context.lower(at) in PRONOUNS:
            return True
        if context.tokens[at].is_word and context.word(at).readings[0].pos == "INFN":
            return False
    return False


def _gender_asked(scene: Scene, trigger: Trigger) -> str | None:
    """That of the pronoun in the sentence, else that of the trigger's verb."""
    said = (PRONOUNS.get(scene.context.lower(i)) for i in range(*scene.context.sentence(trigger.position)))
    return next((gender for gender in said if gender), None) or verb_gender(scene.context.tokens[trigger.position].text)


def _gather(scene: Scene, trigger: Trigger) -> Sides | None:
    found = Sides()
    subject = subject_of(scene, trigger)
    if subject is not None:
        found.add(subject)
    _add_led(scene, trigger, found)
    first, _stop = scene.context.sentence(trigger.position)
    ahead = range(first, trigger.position)
    if not found.rows and any(not scene.context.lemmas(i).isdisjoint(_SITTING) for i in ahead):
        found.add_countries(scene.finder.codes(first, trigger.position))
    return found if found.complete or any(party.bloc for row in found.rows for party in row.parties) else None


def _call(scene: Scene, trigger: Trigger) -> Sides | None:
    other = whom_dative(scene, trigger)
    if other is None or not other.persons:
        return None
    found = Sides()
    found.add(other)
    _add_subject(scene, trigger, found, subject_of(scene, trigger))
    return found


def _hand(scene: Scene, trigger: Trigger) -> Sides | None:
    """«вручил президенту Х верительные грамоты», «принял верительные грамоты у посла Х»."""
    other = from_whom(scene, trigger) or genitive_after(scene, trigger) or whom_dative(scene, trigger)
    if other is None or "верительный" not in trigger.attributes:
        return None
    found = Sides()
    found.add(other)
    _add_subject(scene, trigger, found, subject_of(scene, trigger))
    return found


def _thank(scene: Scene, trigger: Trigger) -> Sides | None:
    """«поблагодарил Х за приём»."""
    subject = subject_of(scene, trigger)
    first, _stop = scene.context.sentence(trigger.position)
    if subject is None or not any("поблагодарить" in scene.context.lemmas(i) for i in range(first, trigger.position)):
        return None
    host = next(
        (
            r
            for r in scene.series(trigger.position)
            if not r.preposition and r.first >= subject.stop and r.may_be("accs")
        ),
        None,
    )
    if host is None:
        return None
    found = Sides(doubt=Doubt.MEETING_IMPLIED)
    found.add(host)
    _add_subject(scene, trigger, found, subject)
    return found


def _join(scene: Scene, trigger: Trigger) -> Sides | None:
    """Those who were there too; of «в переговорах участвовали» the noun tells as much."""
    lemmas = scene.context.lemmas(trigger.position)
    if not lemmas.isdisjoint(_REPRESENTING):
        return _represent(scene, trigger)
    if any(is_noun_of_meeting(scene.context.tokens[i].text) for i in range(*scene.context.sentence(trigger.position))):
        return None
    found = Sides()
    for row in scene.series(trigger.position):
        if is_subject(row, scene.context) and not is_source(scene, row, trigger):
            found.add(row)
    if not found.persons:
        return None
    if not lemmas.isdisjoint(_WELCOMING):
        guest = next(
            (row for row in scene.series(trigger.position) if not row.preposition and row.may_be("accs")), None
        )
        if guest is not None and guest not in found.rows:
            found.add(guest)
    return found


def _represent(scene: Scene, trigger: Trigger) -> Sides | None:
    """«Казахстан представлял министр Х», «кыргызскую сторону представит Y»."""
    first, stop = scene.context.sentence(trigger.position)
    codes = scene.finder.codes(first, stop)
    found = Sides()
    for row in scene.series(trigger.position):
        if is_subject(row, scene.context) and row.persons:
            found.add(row)
    found.add_countries(codes)
    return found if codes and found.persons else None


def _agree(scene: Scene, trigger: Trigger) -> Sides | None:
    """Two and more of several countries do it together, in one series or with one another."""
    found = Sides(doubt=Doubt.MEETING_IMPLIED)
    subject = subject_of(scene, trigger)
    if subject is not None and (len(subject.persons) > 1 or _are_heads_of_several(subject)):
        found.add(subject)
        return found
    others = with_whom(scene, trigger)[:1]
    if not others or others[0].first > trigger.position + _NEAR:
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
    Frame.CALL: _call,
    Frame.HAND: _hand,
    Frame.THANK: _thank,
    Frame.JOIN: _join,
}


def _are_heads_of_several(row: Series) -> bool:
    return len(row.countries) > 1 and all(party.kind is PartyKind.HEADS for party in row.parties)


def _add_subject(scene: Scene, trigger: Trigger, found: Sides, subject: Series | None, *, elided: bool = True) -> None:
    """The subject, or where the sentence has none the one of the sentence before."""
    if subject is not None and (subject.persons or subject.countries):
        found.rows.append(subject)
        found.lead(subject.persons, subject.countries)
    elif elided:
        person = scene.person(scene.cast.antecedent(trigger.position, _gender_asked(scene, trigger)))
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


def _add_acting_countries(scene: Scene, trigger: Trigger, found: Sides) -> None:
    """«Кыргызстан и Узбекистан провели переговоры», «министерства Грузии и Армении провели консультации»."""
    first, _stop = scene.context.sentence(trigger.position)
    codes = scene.acting_countries(first, trigger.position)
    if len(codes) > 1 and any(scene.context.lower(i) == "и" for i in range(first, trigger.position)):
        found.add_countries(codes)


def _add_led(scene: Scene, trigger: Trigger, found: Sides) -> None:
    """«под председательством Х и Y», «с участием Х», «по приглашению Х»."""
    context = scene.context
    for row in scene.series(trigger.position):
        words = tuple(context.lower(i) for i in range(max(0, row.before - 1), row.before + 1))
        if words in _CHAIRED and row not in found.rows:
            found.add(row)
