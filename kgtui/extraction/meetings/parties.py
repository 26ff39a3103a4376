"""Who stands in a sentence: persons with their offices, offices without a name, delegations and heads of several
countries, each with the cases it may be in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache, cached_property

from kgtui.extraction.cast import Cast
from kgtui.extraction.context import Context
from kgtui.extraction.names.role_heads import head_readings
from kgtui.extraction.phrases import cases_of, is_adjective, tail_stop
from kgtui.gazetteer import GazetteerMatch, MatchKind, Sense
from kgtui.language import fold, word
from kgtui.model import Doubt, Entity, EntityKind

# In the plural, with the countries they come from: «премьеры Белоруссии, Казахстана и России», «главы двух государств».
_HEADS = frozenset(
    "президент премьер премьер-министр вице-премьер министр глава лидер спикер руководитель председатель секретарь"
    " замминистра посол дипломат сопредседатель парламентарий депутат эксперт представитель".split()
)
_DELEGATIONS = frozenset("делегация сторона миссия".split())
_COLLEAGUE = "коллега"
_ADDRESSES = frozenset("господин госпожа г-н г-жа коллега".split())
_HONORIFICS = frozenset("уважаемый высокопоставленный почетный".split())
_CURRENCIES = frozenset({"доллар", "рубль", "долл"})
_STATES = frozenset({"страна", "государство", "республика"})
_NUMBERS = {"двух": 2, "обеих": 2, "обоих": 2, "трех": 3, "трёх": 3, "четырех": 4, "четырёх": 4, "пяти": 5, "шести": 6}
_POSSESSIVES = frozenset("свой его ее их наш".split())


class PartyKind(Enum):
    PERSON = "person"
    OFFICE = "office"
    DELEGATION = "delegation"
    HEADS = "heads"


@dataclass(frozen=True, slots=True)
class Party:
    """One of those who may meet: the tokens with its office, the person if there is one, the countries it stands for.
    ``cases`` are those it may be in, empty where its words do not show them; ``bloc`` says that it is one of a union.
    """

    kind: PartyKind
    first: int
    stop: int
    person: Entity | None
    countries: tuple[str, ...]
    cases: frozenset[str]
    bloc: bool = False

    def may_be(self, case: str) -> bool:
        return not self.cases or case in self.cases


@dataclass(frozen=True, slots=True)
class Series:
    """Parties in a row, joined by commas and «и». ``preposition`` is the word that governs them, "" for none;
    ``before`` is the position of the token before them.
    """

    parties: tuple[Party, ...]
    preposition: str
    before: int

    @property
    def first(self) -> int:
        return self.parties[0].first

    @property
    def stop(self) -> int:
        return self.parties[-1].stop

    @property
    def persons(self) -> list[Entity]:
        return list(dict.fromkeys(party.person for party in self.parties if party.person is not None))

    @property
    def countries(self) -> list[str]:
        return list(dict.fromkeys(code for party in self.parties for code in party.countries))

    @property
    def size(self) -> int:
        """How many meet in it at least."""
        return max(len(self.parties), len(self.countries))

    def may_be(self, case: str) -> bool:
        return all(party.may_be(case) for party in self.parties)


class PartyFinder:
    """Finds the parties of one article sentence by sentence."""

    def __init__(self, context: Context, cast: Cast) -> None:
        self._context = context
        self._cast = cast
        offices = [match for match in context.matches if match.kind is MatchKind.OFFICE]
        self._office_at = {match.first: match for match in offices}
        self._office_to = {match.stop: match for match in offices}
        self._people = [entity for entity in cast.entities if entity.kind is EntityKind.PERSON]
        self._mention_at: dict[int, tuple[int, Entity]] = {}
        self._role_to: dict[int, int] = {}
        self._role_of: dict[int, tuple[int, Entity]] = {}
        self._in_role: set[int] = set()
        self._codes_at: dict[int, list[str]] = {}
        for match in context.matches:
            if match.kind is MatchKind.COUNTRY:
                self._codes_at.setdefault(match.first, []).append(match.code)
        for person in self._people:
            for span in person.spans:
                places = context.positions(span)
                if places:
                    self._mention_at.setdefault(places.start, (places.stop, person))
            if person.role_span is not None:
                places = context.positions(person.role_span)
                self._role_to[places.stop] = places.start
                self._role_of[places.start] = (places.stop, person)
                self._in_role.update(places)

    def series(self, first: int, stop: int) -> list[Series]:
        """The parties of a token range in rows."""
        rows: list[list[Party]] = []
        for party in self._headed(self.parties(first, stop)):
            if rows and self._goes_on(rows[-1][-1], party):
                rows[-1].append(party)
            else:
                rows.append([party])
        return [
            self._row(parties, first) for parties in rows if any(p.person or p.countries or p.bloc for p in parties)
        ]

    def parties(self, first: int, stop: int) -> list[Party]:
        """The parties of a token range in the order of the text; a name takes its office along."""
        found: list[Party] = []
        position = first
        while position < stop:
            party = self._named(position, first, found) or self._unnamed(position, stop)
            if party is None:
                position += 1
                continue
            while found and found[-1].first >= party.first:
                found.pop()
            found.append(party)
            position = max(party.stop, position + 1)
        return found

    def _named(self, position: int, floor: int, found: Sequence[Party]) -> Party | None:
        mention = self._mention_at.get(position)
        if mention is None:
            return None
        stop, person = mention
        begin = self._office_before(position)
        cases = _cases_of_name(self._context, position, stop)
        countries: tuple[str, ...] = (person.country,) if person.country else ()
        if begin < position:
            of_office = self._cases_of_head(begin, position)
            cases = (cases & of_office) or of_office or cases
            countries = countries or self._colleague_of(begin, position) or self._all_of(begin + 1, position)
        if found and found[-1].kind is PartyKind.HEADS and found[-1].stop == position:
            begin, cases = found[-1].first, found[-1].cases
            countries = tuple(dict.fromkeys((*countries, *found[-1].countries)))
        cases = _animate(cases)
        return Party(PartyKind.PERSON, max(begin, floor), stop, person, countries, cases)

    def _office_before(self, position: int) -> int:
        """Where the office, the address or «коллега» begins that stands right before a name."""
        begin = self._before_honorifics(position)
        office = self._office_to.get(begin)
        begin = min(self._role_to.get(begin, begin), office.first if office else begin)
        while begin > 0 and self._context.tokens[begin - 1].is_word and self._is_address(begin - 1):
            begin -= 1
            while begin > 0 and is_adjective(self._context.tokens[begin - 1].text):
                begin -= 1
        return begin

    def _before_honorifics(self, position: int) -> int:
        while position > 0 and not self._context.lemmas(position - 1).isdisjoint(_HONORIFICS):
            position -= 1
        return position

    def _is_address(self, position: int) -> bool:
        return not self._context.lemmas(position).isdisjoint(_ADDRESSES)

    def _colleague_of(self, first: int, stop: int) -> tuple[str, ...]:
        """«его узбекский коллега»: the country of the adjective."""
        if not any(_COLLEAGUE in self._context.lemmas(i) for i in range(first, stop)):
            return ()
        return self.codes(first, stop)[:1]

    def _cases_of_head(self, first: int, stop: int) -> frozenset[str]:
        for position in range(first, stop):
            readings = head_readings(self._context.tokens[position].text)
            if readings:
                return frozenset(reading.case for reading in readings if reading.case)
        return frozenset()

    def _unnamed(self, position: int, stop: int) -> Party | None:
        """An office whose holder stands elsewhere or nowhere, a delegation, heads of several countries."""
        if position in self._in_role:
            return self._heralded(position)
        office = self._office_at.get(position)
        if office is not None and office.stop <= stop:
            return self._office(office)
        token = self._context.tokens[position]
        lemmas = self._context.lemmas(position) if token.is_word else frozenset[str]()
        if not lemmas.isdisjoint(_DELEGATIONS):
            return self._delegation(position, stop)
        if _COLLEAGUE in lemmas:
            return self._colleague(position)
        return self._heads(position, stop) if not lemmas.isdisjoint(_HEADS) and _is_plural(token.text) else None

    def _heralded(self, position: int) -> Party | None:
        """An office that stands in a sentence before its holder's name."""
        until, holder = self._role_of.get(position, (0, None))
        if holder is None or holder.doubt is not Doubt.HERALDED_OFFICE:
            return None
        countries = (holder.country,) if holder.country else ()
        return Party(PartyKind.OFFICE, position, until, holder, countries, self._cases_of_head(position, until))

    def _colleague(self, position: int) -> Party | None:
        """«узбекский коллега» without a name."""
        first = self._adjectives_before(position)
        codes = self.codes(first, position)[:1]
        cases = _cases(self._context.tokens[position].text)
        return Party(PartyKind.OFFICE, first, position + 1, None, codes, cases) if codes else None

    def _office(self, office: GazetteerMatch) -> Party:
        holder = self._holder(office)
        countries = office.codes[:1] or ((holder.country,) if holder and holder.country else ())
        cases = self._cases_of_head(office.first, office.stop)
        return Party(PartyKind.OFFICE, office.first, office.stop, holder, countries, cases)

    def _holder(self, office: GazetteerMatch) -> Entity | None:
        """The one person of the article whom an office without a name means."""
        meant = [found.actor for found in self._cast.references(office.first, office.first + 1)]
        keys = {who.key for who in meant if who is not None and who.kind is EntityKind.PERSON}
        return next((person for person in self._people if person.key in keys), None) or self._only_absent(office)

    def _only_absent(self, office: GazetteerMatch) -> Entity | None:
        """Of those who hold an office of this class the one whom the sentence does not name beside it."""
        beside = {person for at in range(*self._context.sentence(office.first)) if (person := self._person_at(at))}
        absent = [p for p in self._people if p not in beside and self._classes.get(p.key) == office.code]
        return absent[0] if len(absent) == 1 and not office.codes else None

    def _person_at(self, position: int) -> Entity | None:
        mention = self._mention_at.get(position)
        return mention[1] if mention else None

    @cached_property
    def _classes(self) -> dict[str, str]:
        """The key of a person → the class of the office."""
        return {
            person.key: office.code
            for person in self._people
            for office in self._office_at.values()
            if person.role_span is not None and person.role_span.overlaps(office.span)
        }

    def _delegation(self, position: int, stop: int) -> Party | None:
        first = self._adjectives_before(position)
        end = min(self._complement_stop(position + 1), stop)
        codes = self.codes(first, max(end, position + 1)) or self._home_of_body(position + 1, end)
        cases = _cases(self._context.tokens[position].text)
        return Party(
            PartyKind.DELEGATION, first, max(end, position + 1), None, codes, cases, self._is_of_bloc(first, end)
        )

    def _complement_stop(self, position: int) -> int:
        """Where the words end that say whose delegation it is: «города Ухань КНР», «Всемирного банка»."""
        stop = self._tail_stop(position)
        while stop < len(self._context) and stop in self._context.named:
            stop = max(stop + 1, self._tail_stop(self._context.named[stop].stop))
        return stop

    def _tail_stop(self, position: int) -> int:
        """As `tail_stop`, but not over «во главе»."""
        return tail_stop(self._context, position, stops_at=lambda at: self._context.lower(at) == "во")

    def _home_of_body(self, first: int, stop: int) -> tuple[str, ...]:
        bodies = self._cast.within(first, stop, EntityKind.ORGANISATION)
        return tuple(body.country for body in bodies if body.country)[:1]

    def _heads(self, position: int, stop: int) -> Party:
        first = self._adjectives_before(position)
        end = max(position + 1, min(tail_stop(self._context, position + 1), stop))
        end = next((i for i in range(position + 1, end) if i in self._mention_at), end)
        cases = _cases(self._context.tokens[position].text, plural=True)
        codes = self.codes(first, end) or self._all_of(position + 1, end)
        return Party(PartyKind.HEADS, first, end, None, codes, cases, self._is_of_bloc(first, end))

    def _is_of_bloc(self, first: int, stop: int) -> bool:
        named = (self._context.named.get(i) for i in range(first, stop))
        return any(match is not None and match.kind is MatchKind.BLOC for match in named)

    def _all_of(self, first: int, stop: int) -> tuple[str, ...]:
        """«главы двух государств»: the countries of the article, where it names as many."""
        if stop - first < 2 or self._context.lemmas(stop - 1).isdisjoint(_STATES):
            return ()
        number = next((_NUMBERS[lower] for i in range(first, stop) if (lower := self._context.lower(i)) in _NUMBERS), 0)
        return self.countries if len(self.countries) == number else ()

    @cached_property
    def countries(self) -> tuple[str, ...]:
        """The countries that the article names otherwise than by a demonym or as part of a currency's name."""
        codes = (
            match.code
            for match in self._context.matches
            if match.kind is MatchKind.COUNTRY
            and match.sense is not Sense.DEMONYM
            and (match.first == 0 or self._context.lemmas(match.first - 1).isdisjoint(_CURRENCIES))
        )
        return tuple(dict.fromkeys(codes))

    def states_country(self, person: Entity) -> bool:
        """Whether the text itself says of which country somebody's office is."""
        if person.country is None or person.role_span is None:
            return False
        places = self._context.positions(person.role_span)
        return person.country in self.codes(places.start, places.stop)

    def _adjectives_before(self, position: int) -> int:
        while position > 0 and is_adjective(self._context.tokens[position - 1].text):
            position -= 1
        return position

    def codes(self, first: int, stop: int) -> tuple[str, ...]:
        """The countries that a token range names in any form."""
        return tuple(dict.fromkeys(code for i in range(first, stop) for code in self._codes_at.get(i, ())))

    def _headed(self, parties: Sequence[Party]) -> Iterator[Party]:
        """«делегация Кыргызстана во главе с Х»: one party, in the case of the delegation."""
        pending: Party | None = None
        for party in parties:
            if pending is not None:
                between = [self._context.lower(i) for i in range(pending.stop, party.first)]
                if between == ["во", "главе", "с"] and pending.kind is PartyKind.DELEGATION:
                    countries = pending.countries or party.countries
                    pending = replace(
                        party, first=pending.first, countries=countries, cases=pending.cases, bloc=pending.bloc
                    )
                    continue
                yield pending
            pending = party
        if pending is not None:
            yield pending

    def _goes_on(self, last: Party, party: Party) -> bool:
        between = [self._context.lower(i) for i in range(last.stop, party.first)]
        if not between or not set(between) <= {",", "и", "а", "также"}:
            return last.kind is PartyKind.HEADS and set(between) <= {"—", "–", "-", ":"}
        return not last.cases or not party.cases or not last.cases.isdisjoint(party.cases)

    def _row(self, parties: Sequence[Party], floor: int) -> Series:
        shown = [party.cases for party in parties if party.cases]
        common = shown[0].intersection(*shown[1:]) if shown else frozenset()
        if common:
            parties = [replace(party, cases=common) for party in parties]
        before = parties[0].first - 1
        while before >= floor and self._is_attribute(before):
            before -= 1
        text = self._context.lower(before) if before >= floor else ""
        return Series(tuple(parties), text if _is_preposition(text) else "", before)

    def _is_attribute(self, position: int) -> bool:
        token = self._context.tokens[position]
        if not token.is_word or token.is_capitalised:
            return False
        return is_adjective(token.text) or not self._context.lemmas(position).isdisjoint(_POSSESSIVES)


@cache
def _cases(form: str, *, plural: bool = False) -> frozenset[str]:
    return cases_of(form, plural=plural) or cases_of(form, plural=not plural)


@cache
def _is_plural(form: str) -> bool:
    return any(r.pos == "NOUN" and r.number == "plur" and fold(r.lemma) in _HEADS for r in word(form).readings)


@cache
def _is_preposition(form: str) -> bool:
    return bool(form) and word(form).readings[0].pos == "PREP"


def _animate(cases: frozenset[str]) -> frozenset[str]:
    """Of a person the genitive is the accusative as well, also where the dictionary does not know the name."""
    if "nomn" in cases or cases.isdisjoint({"gent", "accs"}):
        return cases
    return cases | {"gent", "accs"}


def _cases_of_name(context: Context, first: int, stop: int) -> frozenset[str]:
    """The cases that the parts of a name may stand in together."""
    agreed: frozenset[str] = frozenset()
    for position in range(first, stop):
        text = context.tokens[position].text
        cases = cases_of(text) if len(text) > 1 and context.tokens[position].is_word else frozenset()
        agreed = (agreed & cases) or agreed or cases
    return agreed


def is_acting(match: GazetteerMatch) -> bool:
    """A country that is named itself, not by an adjective."""
    return match.kind is MatchKind.COUNTRY and match.sense in (
        Sense.NAME,
        Sense.ABBREVIATION,
        Sense.CAPITAL,
        Sense.PERIPHRASIS,
    )
