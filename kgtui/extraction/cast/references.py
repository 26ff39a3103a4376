"""Words that refer to somebody: names with or without an office, offices alone, pronouns, bodies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from kgtui.extraction.cast.bodies import Bodies, is_calling, is_press
from kgtui.extraction.cast.gender import gender_of
from kgtui.extraction.cast.offices import Offices
from kgtui.extraction.context import Context
from kgtui.extraction.names.role_heads import head_kind
from kgtui.extraction.phrases import cases_of, is_adjective, is_verb, nominative_phrase, tail_stop
from kgtui.gazetteer import Sense
from kgtui.language import fold, word
from kgtui.language.names import readings
from kgtui.model import Actor, Entity, EntityKind

PRONOUNS = {"он": "masc", "она": "femn", "они": None}
LATTER = {"последний": "masc", "последняя": "femn", "тот": "masc", "та": "femn"}
_NOMINATIVE = frozenset({"nomn"})
_CLOSE = 1.3  # a reading of a name this much lighter than the best one may still be meant


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that refer to somebody, by their tokens. ``actors`` are those meant: one; several of «стороны»; none where
    the article leaves it open. ``found_by`` is "name", "role", "pronoun" or "body". ``cases`` are those that the words
    may stand in (empty: any), ``gender`` that of a person ("masc", "femn", None: not shown). ``sure`` is false where
    another came near. ``rivals`` are those of whom the article leaves open which one is meant; ``of_state`` says that
    the words are the highest office of a state, ``is_noun`` that they are a mere noun for a person («музыкант»).
    """

    first: int
    stop: int
    found_by: str
    actors: tuple[Actor, ...] = ()
    cases: frozenset[str] = frozenset()
    gender: str | None = None
    plural: bool = False
    sure: bool = True
    rivals: tuple[Actor, ...] = ()
    of_state: bool = False
    is_noun: bool = False

    @property
    def actor(self) -> Actor | None:
        return self.actors[0] if len(self.actors) == 1 else None

    @property
    def is_person(self) -> bool:
        return self.found_by != "body"

    def may_be(self, case: str) -> bool:
        return not self.cases or case in self.cases


def actor(entity: Entity) -> Actor:
    """An entity as one who speaks, meets or promises."""
    return Actor(entity.kind, entity.key, entity.name)


class References:
    """Finds the references of an article. ``by_token`` gives the entities of each token, the longest mention first."""

    def __init__(self, context: Context, entities: Sequence[Entity], by_token: Mapping[int, Sequence[Entity]]) -> None:
        self._context = context
        self._by_token = by_token
        people = [entity for entity in entities if entity.kind is EntityKind.PERSON]
        self._people: dict[int, tuple[Entity, int]] = {}
        for person in people:
            for span in person.spans:
                positions = context.positions(span)
                self._people[positions.start] = (person, positions.stop)
        self._led = {
            context.positions(person.role_span).start: context.positions(person.role_span).stop
            for person in people
            if person.role_span is not None
        }
        self._offices = Offices(context, people)
        self._bodies = Bodies(context, entities)
        self._known: dict[int, Reference | None] = {}

    def classes(self, person: Entity) -> frozenset[str]:
        """The classes of the offices that a person holds."""
        return self._offices.classes(person)

    def within(self, first: int, stop: int) -> Iterator[Reference]:
        """The references that begin in a token range, in their order; none overlaps another."""
        position = first
        while position < stop:
            found = self.at(position) if self._context.tokens[position].is_word else None
            if found is not None:
                yield found
            position = max(position + 1, found.stop if found else 0)

    def at(self, position: int) -> Reference | None:
        """The reference that begins at a token."""
        if position not in self._known:
            named = position in self._by_token or self._offices.begins(position)
            may_refer = named or _may_refer(self._context.tokens[position].text)
            self._known[position] = self._found(position) if may_refer else None
        return self._known[position]

    def _found(self, position: int) -> Reference | None:
        form = self._context.lower(position)
        if form in PRONOUNS or (form in LATTER and self._stands_alone(position)):
            gender = PRONOUNS.get(form) or LATTER.get(form)
            return Reference(position, position + 1, "pronoun", (), _NOMINATIVE, gender, plural=form == "они")
        return self._named(position) or self._of_office(position) or self._of_body(position)

    def _stands_alone(self, position: int) -> bool:
        """«Напомнил последний», not «последний саммит»."""
        following = self._context.tokens[position + 1] if position + 1 < len(self._context) else None
        return following is None or not following.is_word or is_verb(following.text)

    def _named(self, position: int, first: int | None = None, cases: frozenset[str] = frozenset()) -> Reference | None:
        """A person by name; ``first`` is where an office before the name begins, ``cases`` are those of that office."""
        known = self._people.get(position)
        if known is None:
            return None
        person, stop = known
        gender = gender_of(person)
        cases = cases or _cases_of_name(self._context.worded(position, stop), gender)
        return Reference(position if first is None else first, stop, "name", (actor(person),), cases, gender)

    def _of_office(self, position: int) -> Reference | None:
        """An office, with the name after it or without one."""
        office = self._offices.at(position)
        if office is None:
            return None
        cases = office.head.cases
        name = self._name_after(self._led.get(position, office.stop))
        if name is not None and not office.head.plural:
            held = self._named(name, position, cases)
            if self._in_case(name, cases):
                return held
            return replace(held, found_by="role", actors=(), gender=None) if held is not None else None
        if office.head.plural:
            return Reference(position, office.stop, "role", (), cases, None, plural=True)
        gender = next((r.gender for r in office.head.readings if r.gender == "femn"), None)
        holders, sure = self._offices.holders(office, gender)
        if len(holders) != 1:
            rivals = tuple(actor(holder) for holder in holders)
            return Reference(
                position,
                office.stop,
                "role",
                (),
                cases,
                gender,
                rivals=rivals,
                of_state=office.is_of_state,
                is_noun=office.is_plain,
            )
        return Reference(position, office.stop, "role", (actor(holders[0]),), cases, gender_of(holders[0]), sure=sure)

    def _in_case(self, position: int, cases: frozenset[str]) -> bool:
        """Whether a name may stand in the case of the office before it; in «представитель Обамы» it may not."""
        named = self._named(position)
        return named is not None and not named.cases.isdisjoint(cases)

    def _name_after(self, position: int) -> int | None:
        """Where a name begins after an office, perhaps after an address, a rank or a quoted name."""
        for _step in range(3):
            if position >= len(self._context):
                return None
            if position in self._people:
                following = self._people[position][1]
                return following if following in self._people else position  # «советник Глазьева Анна Лисицына»
            quoted = self._context.in_quotes.get(position + 1)
            if quoted is not None and quoted[0] == position + 1:
                position = quoted[1] + 1
            elif head_kind(self._context.tokens[position].text) in ("address", "rank"):
                position += 1
            elif position in self._by_token:
                position = self._stop_of(position)
            else:
                return None
        return None

    def _of_body(self, position: int) -> Reference | None:
        """A body or country by its name, or by a common noun after which no name follows."""
        entity = next((e for e in self._by_token.get(position, ()) if e.kind in _BODIES), None)
        text = self._context.tokens[position].text
        match = self._context.named.get(position)
        if entity is not None and (match is None or match.sense not in (Sense.ADJECTIVE, Sense.DEMONYM)):
            return Reference(position, self._stop_of(position), "body", (actor(entity),), _cases_of_body(text))
        if match is not None or not (is_calling(text) or is_press(text)):
            return None
        return self._of_common_body(position, text)

    def _of_common_body(self, position: int, text: str) -> Reference:
        """A body by a common noun: with a complement («посольство Японии») named by it, else one that was named before.
        A press service speaks for the one whose it is, where that one has a name.
        """
        stop = tail_stop(self._context, position + 1, stops_at=lambda at: at in self._people)
        cases = _cases_of_body(text)
        if is_press(text):
            owner = self._owner(position + 1)
            if owner is not None and owner.actors and owner.may_be("gent"):
                return replace(owner, first=position, found_by="body", cases=cases)
        readings_ = [reading for reading in word(text).readings if reading.pos == "NOUN" and reading.case]
        if stop > position + 1 and readings_:
            name = nominative_phrase(self._context, position, position, stop, readings_[0])
            return Reference(position, stop, "body", (Actor(EntityKind.ORGANISATION, fold(name), name),), cases)
        actors = tuple(actor(called) for called in self._bodies.called(position))
        return Reference(position, position + 1, "body", actors, cases)

    def _owner(self, position: int) -> Reference | None:
        """Whose a press service is: «пресс-служба внешнеполитического ведомства»."""
        end = self._context.sentence(position - 1)[1]
        while position < end and position not in self._by_token and is_adjective(self._context.tokens[position].text):
            position += 1
        return self.at(position) if position < end else None

    def _stop_of(self, position: int) -> int:
        """Where the mention ends that covers a token."""
        token = self._context.tokens[position].span  # a name may be a part of it: «РБК-Украина»
        return next(
            self._context.positions(span).stop for span in self._by_token[position][0].spans if span.overlaps(token)
        )


_BODIES = (EntityKind.ORGANISATION, EntityKind.BLOC, EntityKind.COUNTRY)


@cache
def _may_refer(form: str) -> bool:
    """Whether a word that is no part of a name may refer to somebody."""
    pronoun = form.lower() in PRONOUNS or form.lower() in LATTER
    return pronoun or head_kind(form) is not None or is_calling(form) or is_press(form)


@cache
def _cases_of_name(text: str, gender: str | None) -> frozenset[str]:
    words = tuple(text.replace(".", ". ").split())
    found = [reading for reading in readings(words) if gender in (reading.gender, None)] or readings(words)
    return frozenset(reading.case for reading in found if reading.weight > found[0].weight - _CLOSE)


@cache
def _cases_of_body(text: str) -> frozenset[str]:
    return frozenset() if text.isupper() else cases_of(text) | cases_of(text, plural=True)
