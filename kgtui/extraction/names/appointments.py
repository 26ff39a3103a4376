"""The office somebody is put in: «Марат Кадыров назначен послом КР», «назначил Х на должность министра»."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from kgtui.extraction.context import Context
from kgtui.extraction.names.mentions import Mention
from kgtui.extraction.names.roles import Role, role_at, role_before
from kgtui.extraction.phrases import is_verb
from kgtui.extraction.tables import table
from kgtui.language import fold, word
from kgtui.language.names import readings
from kgtui.model import Entity, Span

_REACH = 10  # tokens from a verb to its office, or back to its subject
_BOUNDS = frozenset(',.;:()«»"')
_BESIDE_VERB = frozenset("был была официально единогласно вновь вчера сегодня недавно также".split())
_NOT_DONE = frozenset("не бы будет быть может ранее прежде раньше якобы".split())
_POSTS = frozenset({"должность", "пост"})
_POST_LEADS = frozenset({"на", "в"})
_WHICH = frozenset({"который", "которая", "которого", "которую"})
_OF_POST, _AS_OFFICE = frozenset({"gent"}), frozenset({"ablt"})


def with_appointments(context: Context, people: Sequence[Entity], mentions: Sequence[Mention]) -> list[Entity]:
    """The persons, those in the office that a verb of the text has put them in, which outdoes what they were before:
    «председатель Кабмина Х назначен послом». What is planned, denied or told of an earlier year puts nobody in office.
    """
    offices: dict[Span, Role] = {}
    for verb in context.where(_appoints):
        found = _Appointment(context, verb, mentions).read() if not _is_unfinished(context, verb) else None
        if found is not None:
            offices[found[0].span] = found[1]
    return [_in_office(person, offices) for person in people] if offices else list(people)


def _in_office(person: Entity, offices: Mapping[Span, Role]) -> Entity:
    own = [offices[span] for span in person.spans if span in offices]
    if not own:
        return person
    office = max(own, key=lambda role: (bool(role.countries), role.stop - role.first))
    country = office.countries[0] if office.countries and not office.international else person.country
    return replace(person, role=office.name, role_span=office.span, country=country)


class _Appointment:
    """Reads whom one verb puts in which office."""

    def __init__(self, context: Context, verb: int, mentions: Sequence[Mention]) -> None:
        self._context = context
        self._verb = verb
        self._first, self._stop = context.sentence(verb)
        self._mentions = [m for m in mentions if self._first <= m.first < self._stop]
        self._is_passive = context.word(verb).readings[0].pos == "PRTS"

    def read(self) -> tuple[Mention, Role] | None:
        after = next((m for m in self._mentions if self._begins(m) == self._verb + 1), None)
        office = self._office_from(self._verb + 1)
        if office is not None:
            named = next((m for m in self._mentions if m.first == office.stop), None)
            named = named or (self._subject() if self._is_passive else None)
        else:
            named = after
            office = (self._office_from(after.stop) or self._fronted()) if after is not None else None
        return (named, office) if named is not None and office is not None and self._is_now(office) else None

    def _begins(self, mention: Mention) -> int:
        """Where a name begins with the office before it: «назначил министра Асанова послом»."""
        role = mention.role
        return role.first if role is not None and role.stop == mention.first else mention.first

    def _office_from(self, first: int) -> Role | None:
        """The first office given after ``first``, perhaps after the deed by which it is («указом президента»)."""
        for at in range(first, min(first + _REACH, self._stop)):
            if self._context.tokens[at].text in _BOUNDS or is_verb(self._context.tokens[at].text):
                return None
            if any(m.first == at for m in self._mentions):
                return None
            cases, begin = (_OF_POST, at + 2) if self._is_post(at + 1) else (_AS_OFFICE, at)
            role = role_at(self._context, begin, cases, stops_at=self._is_named)
            if role is not None and not self._appoints_itself(role):
                return role if at == first or self._context.lower(at - 1) not in ("с", "со") else None
        return None

    def _is_named(self, position: int) -> bool:
        return any(m.first == position for m in self._mentions)

    def _fronted(self) -> Role | None:
        """«Послом КР в России назначен Х», «На должность министра назначен Х»."""
        for cases in (_AS_OFFICE, _OF_POST):
            role = role_before(self._context, self._before_verb(), cases=cases)
            if role is None or role.plural or not role.is_office or self._appoints_itself(role):
                continue
            is_given = cases == _AS_OFFICE or self._is_post(role.first - 1)
            if is_given and (not role.cases or not role.cases.isdisjoint(cases)):
                return role
        return None

    def _is_post(self, position: int) -> bool:
        """«На должность», «в должности», «на пост»."""
        if not self._first < position < self._stop or self._context.lemmas(position).isdisjoint(_POSTS):
            return False
        return self._context.lower(position - 1) in _POST_LEADS

    def _appoints_itself(self, role: Role) -> bool:
        return role.name.startswith("президент") and self._context.lemmas(self._verb).isdisjoint(_electing())

    def _subject(self) -> Mention | None:
        """The name right before the verb, a clause in commas or «который»: «Х, занимавший пост, назначен»."""
        at = self._before_verb()
        if at > self._first and self._context.lower(at - 1) in _WHICH:
            return next((m for m in self._mentions if m.stop == at - 2), None)
        if at > self._first and self._is_comma(at - 1):
            parted = (m for m in reversed(self._mentions) if m.stop < at - 1 and self._is_comma(m.stop))
            last = next(parted, None)
        else:
            last = next((m for m in reversed(self._mentions) if m.stop <= at and self._reaches(m, at)), None)
        return last if last is not None and _is_nominative(last) else None

    def _reaches(self, mention: Mention, at: int) -> bool:
        """Whether nothing but when or by what it was done stands between a name and the verb."""
        between = self._context.tokens[mention.stop : at]
        return len(between) <= _REACH and not any(t.text in _BOUNDS or is_verb(t.text) for t in between)

    def _is_comma(self, position: int) -> bool:
        return self._context.tokens[position].text == ","

    def _before_verb(self) -> int:
        at = self._verb
        while at > self._first and self._context.lower(at - 1) in _BESIDE_VERB:
            at -= 1
        return at

    def _is_now(self, office: Role) -> bool:
        """Whether no earlier year stands in the clause: «в 2015 году избран депутатом»."""
        published = self._context.published
        first = next((i + 1 for i in range(self._verb, self._first, -1) if self._is_comma(i)), self._first)
        last = max(office.stop, self._verb)
        stop = next((i for i in range(last, self._stop) if self._is_comma(i)), self._stop)
        return published is None or all(year >= published.year for year in self._years(first, stop))

    def _years(self, first: int, stop: int) -> Iterator[int]:
        for token in self._context.tokens[first:stop]:
            if len(token.text) == 4 and token.text.isdecimal():
                yield int(token.text)


def _is_nominative(mention: Mention) -> bool:
    return readings(mention.words, mention.cases, mention.gender)[0].case == "nomn"


def _is_unfinished(context: Context, verb: int) -> bool:
    """«Не назначен», «будет назначен», «ранее был назначен»."""
    first = max(context.sentence(verb)[0], verb - 3)
    return any(context.lower(i) in _NOT_DONE for i in range(first, verb))


@cache
def _appoints(form: str) -> bool:
    """A verb of the table in the past or as a short participle, in the singular or of many who appoint."""
    reading = word(form).readings[0]
    if reading.folded not in _verbs():
        return False
    return (reading.pos == "PRTS" and reading.number == "sing") or (
        reading.pos == "VERB" and "past" in reading.grammemes
    )


@cache
def _verbs() -> frozenset[str]:
    return frozenset(fold(row["lemma"]) for row in table("appointment_verbs"))


@cache
def _electing() -> frozenset[str]:
    return frozenset(fold(row["lemma"]) for row in table("appointment_verbs") if row["by_president"] == "no")
