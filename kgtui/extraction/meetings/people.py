"""Persons with the offices before their names, and offices whose holders stand elsewhere."""

from __future__ import annotations

from functools import cached_property

from kgtui.extraction.cast import Cast
from kgtui.extraction.context import Context
from kgtui.extraction.meetings.lands import Lands
from kgtui.extraction.meetings.parties import Party, PartyKind
from kgtui.extraction.names.role_heads import head_readings
from kgtui.extraction.names.runs import LETTER_NAMES
from kgtui.extraction.phrases import cases_of, is_adjective
from kgtui.gazetteer import GazetteerMatch, MatchKind
from kgtui.model import Doubt, Entity, EntityKind

COLLEAGUE = "коллега"
_ADDRESSES = frozenset("господин госпожа г-н г-жа коллега".split())
_HONORIFICS = frozenset("уважаемый высокопоставленный почетный".split())
_ACTING = frozenset("о врио исполняющий исполняющего исполняющему исполняющим".split())
_POSSESSIVES = frozenset("свой его ее их наш".split())


class People:
    """Finds the persons and the offices of one article by their tokens."""

    def __init__(self, context: Context, cast: Cast, lands: Lands) -> None:
        self._context = context
        self._cast = cast
        self._lands = lands
        offices = [m for m in context.matches if m.kind is MatchKind.OFFICE and context.lower(m.first) != "после"]
        self._office_at = {match.first: match for match in offices}
        self._office_to = {match.stop: match for match in offices}
        self._office_over = {at: match.first for match in offices for at in range(match.first + 1, match.stop)}
        self._people = [entity for entity in cast.entities if entity.kind is EntityKind.PERSON]
        self._mention_at: dict[int, tuple[int, Entity]] = {}
        self._role_to: dict[int, int] = {}
        self._role_at: dict[int, tuple[int, Entity]] = {}
        self._in_role: set[int] = set()
        for person in self._people:
            self._place(person)

    def _place(self, person: Entity) -> None:
        for span in person.spans:
            places = self._context.positions(span)
            if places:
                self._mention_at.setdefault(places.start, (places.stop, person))
        if person.role_span is not None:
            places = self._context.positions(person.role_span)
            self._role_to[places.stop] = places.start
            self._role_at[places.start] = (places.stop, person)
            self._in_role.update(places)

    @cached_property
    def starts(self) -> frozenset[int]:
        """The tokens at which a name or an office begins."""
        return frozenset((*self._mention_at, *self._office_at, *self._role_at))

    def is_named(self, position: int) -> bool:
        """Whether a name begins at a token."""
        return position in self._mention_at

    def is_office(self, position: int) -> bool:
        """Whether a token belongs to the office of a person."""
        return position in self._in_role

    def named(self, position: int, heads: Party | None) -> Party | None:
        """The person whose name begins at a token, with the office before it; ``heads`` is the party right before."""
        mention = self._mention_at.get(position)
        if mention is None:
            return None
        stop, person = mention
        cases = _cases_of_name(self._context, position, stop)
        begin = self._begin(position, cases)
        countries: tuple[str, ...] = (person.country,) if person.country else ()
        if begin < position:
            of_office = frozenset() if self._is_acting(begin, position) else self._cases_of_head(begin, position)
            cases = (cases & of_office) or of_office or cases
            countries = countries or self._colleague_of(begin, position) or self._lands.all_of(begin + 1, position)
        if heads is not None and heads.kind is PartyKind.HEADS and heads.stop == position:
            begin, cases = heads.first, heads.cases
            countries = tuple(dict.fromkeys((*countries, *heads.countries)))
        return Party(PartyKind.PERSON, begin, stop, person, countries, _animate(cases))

    def office(self, position: int) -> Party | None:
        """The office without a name that begins at a token, with its holder if the article leaves but one."""
        if position in self._in_role:
            return self._heralded(position)
        office = self._office_at.get(position)
        if office is None or self._context.lower(position - 1) == "во":  # «во главе»
            return None
        holder = self._holder(office)
        countries = office.codes[:1] or ((holder.country,) if holder and holder.country else ())
        cases = self._cases_of_head(office.first, office.stop)
        return Party(PartyKind.OFFICE, office.first, office.stop, holder, countries, cases)

    def _heralded(self, position: int) -> Party | None:
        """An office that stands in a sentence before its holder's name."""
        until, holder = self._role_at.get(position, (0, None))
        if holder is None or holder.doubt is not Doubt.HERALDED_OFFICE:
            return None
        countries = (holder.country,) if holder.country else ()
        return Party(PartyKind.OFFICE, position, until, holder, countries, self._cases_of_head(position, until))

    def is_attribute(self, position: int) -> bool:
        """An adjective or possessive before a party."""
        token = self._context.tokens[position]
        if not token.is_word or token.is_capitalised:
            return False
        return is_adjective(token.text) or not self._context.lemmas(position).isdisjoint(_POSSESSIVES)

    def _begin(self, position: int, cases: frozenset[str]) -> int:
        """Where the office, the address or another word for somebody («с турецким визави») begins that stands right
        before a name and may be in its case.
        """
        begin = position
        while begin > 0 and not self._context.lemmas(begin - 1).isdisjoint(_HONORIFICS):
            begin -= 1
        office = self._office_to.get(begin)
        begin = min(self._role_to.get(begin, begin), office.first if office else begin)
        begin = self._office_over.get(begin, begin)  # «спецпредставитель президента Казахстана по Афганистану Х»
        while begin > 0 and self._is_address(begin - 1, cases):
            begin -= 1
            while begin > 0 and self.is_attribute(begin - 1):
                begin -= 1
        return begin

    def _is_address(self, position: int, cases: frozenset[str]) -> bool:
        token = self._context.tokens[position]
        if not token.is_word or not self._context.lemmas(position).isdisjoint(_ADDRESSES):
            return token.is_word
        if token.is_capitalised or position in self._in_role or token.text == "после":
            return False
        return any(not cases or reading.case in cases for reading in head_readings(token.text))

    def _is_acting(self, first: int, stop: int) -> bool:
        """«и.о. министра Х»: the office stands in the genitive, whatever the case of the name."""
        return any(self._context.lower(i) in _ACTING for i in range(max(0, first - 4), stop))

    def _colleague_of(self, first: int, stop: int) -> tuple[str, ...]:
        """«его узбекский коллега»: the country of the adjective."""
        if not any(COLLEAGUE in self._context.lemmas(i) for i in range(first, stop)):
            return ()
        return self._lands.codes(first, stop)[:1]

    def _cases_of_head(self, first: int, stop: int) -> frozenset[str]:
        for position in range(first, stop):
            readings = head_readings(self._context.tokens[position].text)
            if readings:
                return frozenset(reading.case for reading in readings if reading.case)
        return frozenset()

    def _holder(self, office: GazetteerMatch) -> Entity | None:
        """The one person of the article whom an office without a name means."""
        meant = [found.actor for found in self._cast.references(office.first, office.first + 1)]
        keys = {who.key for who in meant if who is not None and who.kind is EntityKind.PERSON}
        return next((person for person in self._people if person.key in keys), None) or self._only_absent(office)

    def _only_absent(self, office: GazetteerMatch) -> Entity | None:
        """Of those who hold an office of this class the one whom the sentence does not name beside it."""
        if office.codes:
            return None
        sentence = range(*self._context.sentence(office.first))
        beside = {self._mention_at[at][1].key for at in sentence if at in self._mention_at}
        absent = [p for p in self._people if p.key not in beside and self._classes.get(p.key) == office.code]
        return absent[0] if len(absent) == 1 else None

    @cached_property
    def _classes(self) -> dict[str, str]:
        """The key of a person → the class of the office."""
        return {
            person.key: office.code
            for person in self._people
            for office in self._office_at.values()
            if person.role_span is not None and person.role_span.overlaps(office.span)
        }


def _animate(cases: frozenset[str]) -> frozenset[str]:
    """Of a person the genitive is the accusative as well, also where the dictionary does not know the name."""
    if "nomn" in cases or cases.isdisjoint({"gent", "accs"}):
        return cases
    return cases | {"gent", "accs"}


def _cases_of_name(context: Context, first: int, stop: int) -> frozenset[str]:
    """The cases that the parts of a name may stand in together; none of «Ван И», which is the same in all of them."""
    if any(context.tokens[at].text in LETTER_NAMES for at in range(first, stop)):
        return frozenset()
    agreed: frozenset[str] = frozenset()
    for position in range(first, stop):
        text = context.tokens[position].text
        cases = cases_of(text) if len(text) > 1 and context.tokens[position].is_word else frozenset()
        shows_more = len(cases) > 1 and "nomn" not in cases  # «Мехрибан Алиевой», not «Маргус Цахкна»
        agreed = (agreed & cases) or (cases if shows_more else agreed) or cases
    return agreed
