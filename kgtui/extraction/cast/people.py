"""Persons as a text refers to them: by name, by an office with or without a name, by a name that no list has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from kgtui.extraction.cast.gender import gender_of
from kgtui.extraction.cast.mentioned import Mentioned
from kgtui.extraction.cast.offices import Office, Offices
from kgtui.extraction.cast.reference import Reference, actor
from kgtui.extraction.context import Context
from kgtui.extraction.names.role_heads import head_kind
from kgtui.extraction.phrases import cases_of
from kgtui.language import fold
from kgtui.language.name_words import is_surname_shaped
from kgtui.language.names import name_key, nominative, readings
from kgtui.model import Actor, Entity, EntityKind

_MOST_RIVALS = 8  # of more holders of an office none is meant
_LONGEST_NAME = 4  # words
_CLOSE = 1.3  # a reading of a name this much lighter than the best one may still be meant


class People:
    """The persons of an article."""

    def __init__(self, context: Context, people: Sequence[Entity], mentioned: Mentioned) -> None:
        self._context = context
        self._mentioned = mentioned
        self.offices = Offices(context, people)
        self._by_first: dict[int, tuple[Entity, int]] = {}
        self._by_word: dict[str, list[Entity]] = {}
        self._led: dict[int, int] = {}
        for person in people:
            for span in person.spans:
                positions = context.positions(span)
                self._by_first[positions.start] = (person, positions.stop)
            for text in set(fold(person.name).split()):
                self._by_word.setdefault(text, []).append(person)
            if person.role_span is not None:
                led = context.positions(person.role_span)
                self._led[led.start] = led.stop

    def begins(self, position: int) -> bool:
        """Whether the name of a person begins at a token."""
        return position in self._by_first

    def named(self, position: int, first: int | None = None, cases: frozenset[str] = frozenset()) -> Reference | None:
        """A person by name; ``first`` is where an office before the name begins, ``cases`` are those of that office."""
        known = self._by_first.get(position)
        if known is None:
            return None
        person, stop = known
        gender = gender_of(person)
        cases = cases or _cases_of_name(self._context.worded(position, stop), gender)
        return Reference(position if first is None else first, stop, "name", (actor(person),), cases, gender)

    def of_office(self, position: int) -> Reference | None:
        """An office, with the name after it or without one."""
        office = self.offices.at(position)
        if office is None:
            return None
        if office.head.plural or self._is_of_several(office):
            return Reference(position, office.stop, "role", (), office.head.cases, None, plural=True)
        return self._with_name(position, office) or self._held(position, office)

    def _is_of_several(self, office: Office) -> bool:
        """«Главы правительств» who have no name of one after them: the form is as well the genitive of one head."""
        after = office.head.position + 1
        if after >= office.stop or office.stop in self._by_first:
            return False
        several = any(r.number == "plur" and r.case == "nomn" for r in office.head.readings)
        text = self._context.tokens[after].text
        return several and "gent" in cases_of(text, plural=True) and "gent" not in cases_of(text)

    def _with_name(self, position: int, office: Office) -> Reference | None:
        """An office before a name; in «представитель Обамы» the name is only its complement."""
        cases = office.head.cases
        name = self._name_after(self._led.get(position, office.stop))
        alone = self.named(name) if name is not None else None
        if name is not None and alone is not None:
            if alone.cases.isdisjoint(cases):
                return replace(alone, first=position, found_by="role", actors=(), gender=None, cases=cases)
            return self.named(name, position, cases)
        stranger = self.stranger(office.stop, office.gender) if "nomn" in cases else None
        if stranger is None or (stranger.stop - stranger.first == 1 and not is_surname_shaped(stranger.actors[0].name)):
            return None
        return replace(stranger, first=position)

    def _held(self, position: int, office: Office) -> Reference:
        """An office without a name, and who holds it."""
        holders, sure = self.offices.holders(office, office.gender)
        cases = office.head.cases
        if len(holders) == 1:
            holder = holders[0]
            return Reference(position, office.stop, "role", (actor(holder),), cases, gender_of(holder), sure=sure)
        return Reference(
            position,
            office.stop,
            "role",
            cases=cases,
            gender=office.gender,
            rivals=tuple(actor(holder) for holder in holders) if len(holders) <= _MOST_RIVALS else (),
            of_state=office.is_of_state,
            is_noun=office.is_plain,
        )

    def _name_after(self, position: int) -> int | None:
        """Where a name begins after an office, perhaps after an address, a rank or a quoted name."""
        for _step in range(3):
            if position >= len(self._context):
                return None
            if position in self._by_first:
                following = self._by_first[position][1]
                return following if following in self._by_first else position  # «советник Глазьева Анна Лисицына»
            quoted = self._context.in_quotes.get(position + 1)
            if quoted is not None and quoted[0] == position + 1:
                position = quoted[1] + 1
            elif head_kind(self._context.tokens[position].text) in ("address", "rank"):
                position += 1
            elif position in self._mentioned:
                position = self._mentioned.stop(position)
            else:
                return None
        return None

    def stranger(self, first: int, gender: str | None) -> Reference | None:
        """Capitalised words at a token that the article's list of names lacks, as a person's name in the nominative."""
        end = first
        while end < len(self._context) and end < first + _LONGEST_NAME and self._may_be_name(end):
            end += 1
        if end == first:
            return None
        full = nominative([token.text for token in self._context.tokens[first:end]], ("nomn",), gender)
        known = self._by_word.get(fold(full[-1]), [])
        meant = actor(known[0]) if len(known) == 1 else Actor(EntityKind.PERSON, name_key(full), " ".join(full))
        return Reference(first, end, "name", (meant,), frozenset({"nomn"}), gender, sure=False)

    def _may_be_name(self, position: int) -> bool:
        token = self._context.tokens[position]
        capital = token.is_word and token.is_capitalised and not token.is_upper
        return capital and position not in self._context.named and position not in self._mentioned


@cache
def _cases_of_name(text: str, gender: str | None) -> frozenset[str]:
    words = tuple(text.replace(".", ". ").split())
    found = [reading for reading in readings(words) if gender in (reading.gender, None)] or readings(words)
    return frozenset(reading.case for reading in found if reading.weight > found[0].weight - _CLOSE)
