"""Who is meant by an office without a name: «глава Кабмина КР», «киргизский премьер», «дипломат»."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from kgtui.extraction.cast.gender import gender_of
from kgtui.extraction.context import Context
from kgtui.extraction.names.role_heads import Head, head_at, head_kind, head_readings
from kgtui.extraction.phrases import is_adjective, tail_stop
from kgtui.extraction.tables import table
from kgtui.gazetteer import GazetteerMatch, MatchKind
from kgtui.language import word
from kgtui.model import Entity, Span

# Words of a complement that say nothing of whose office it is.
_SAYS_NOTHING = frozenset(
    "государство страна республика правительство кабинет кабмин министр министерство ведомство комитет палата коллегия"
    " город область регион столица первый официальный чрезвычайный полномочный генеральный специальный парламент"
    " верхний нижний итог результат окончание завершение".split()
)
_OPENING = '«"“„'
_SHORTENED = re.compile(r"(?:мин|нац|гос)(?=[а-я]{4})")
_STEM = 5


# Of these a country has one, whatever it is called; the holders of others are told apart by what they are the heads of.
_OF_ONE = frozenset(
    "head-of-state leader head-of-government foreign-minister speaker secretary-general prosecutor-general"
    " security-council-secretary".split()
)
_OF_CHAMBERS = "speaker"  # a country may have two: «председатель Сената», «спикер Мажилиса»
_OF_REGIONS = frozenset("аким хоким хаким раис губернатор".split())  # each country has its own word for him
_DEPUTIES = frozenset({"заместитель", "зампред", "зампредседателя", "замглавы", "замруководителя", "замдиректора"})
_DIPLOMAT = "дипломат"
_FOREIGN = frozenset({"мид", "иност", "внешн"})  # stems of what a foreign ministry's officers are the officers of
# Of these the word itself counts: a director is no chairman, an adviser no press secretary.
_BY_WORD = frozenset({"head-of-body", "presidential-adviser"})
_PEER = "коллега"  # holds an office like that of the one named before
_ANY_HEAD = frozenset({"глава", "руководитель"})


@dataclass(frozen=True, slots=True)
class Office:
    """An office as a text words it: its tokens, its head, the class that the gazetteer gives it, the classes that its
    words may stand for (``office_words.tsv``), the stems of what it is the office of, the countries that it states.
    """

    first: int
    stop: int
    head: Head
    klass: str | None
    meant: frozenset[str]
    subject: frozenset[str]
    countries: frozenset[str]

    @property
    def lemma(self) -> str:
        return self.head.readings[0].folded

    @property
    def gender(self) -> str | None:
        """ "femn" of «представительница»; other words say nothing."""
        return next((reading.gender for reading in self.head.readings if reading.gender == "femn"), None)

    @property
    def is_plain(self) -> bool:
        """Whether it is a mere noun for a person, no office of the gazetteer and of nothing."""
        return self.klass is None and self.stop == self.head.position + 1

    @property
    def is_of_state(self) -> bool:
        """Whether it is one of the highest of a state, whose holder an article may name without it."""
        return self.klass in _OF_ONE


@dataclass(frozen=True, slots=True)
class _Holder:
    entity: Entity
    office: Office


class Offices:
    """The offices of an article and who holds them."""

    def __init__(self, context: Context, people: Sequence[Entity]) -> None:
        self._context = context
        self._people = people
        self._named = {i for person in people for span in person.spans for i in context.positions(span)}
        self._matches: dict[int, GazetteerMatch] = {
            position: match
            for match in context.matches
            if match.kind is MatchKind.OFFICE
            for position in range(match.first, match.stop)
        }
        self._holders = tuple(self._held())
        self._answers: dict[Hashable, tuple[list[Entity], bool]] = {}

    @cached_property
    def starts(self) -> frozenset[int]:
        """The tokens at which an office of the gazetteer begins."""
        return frozenset(position for position, match in self._matches.items() if match.first == position)

    def at(self, position: int) -> Office | None:
        """The office that begins at a token, with what it is the office of."""
        if position in self.starts:
            match = self._matches[position]
            head = next((h for i in range(position, match.stop) if (h := self._head(i))), None)
            return self._made(position, match.stop, head) if head else None
        head = self._head(position)
        if head is None or head.kind == "address":
            return None
        stop = tail_stop(self._context, position + 1, stops_at=lambda at: at in self._named)
        return self._made(position, stop, head)

    def _head(self, position: int) -> Head | None:
        """A word for who somebody is; one that opens a sentence is no name for its capital («Чиновник ответил»), and
        one of the table («гость») calls persons who are named elsewhere.
        """
        head = head_at(self._context, position)
        text = self._context.tokens[position].text
        if head is not None or not self._context.tokens[position].is_word:
            return head
        kind, readings = head_kind(text), head_readings(text)
        opens = kind == "office" and text[:1].isupper() and self._context.starts_sentence(position)
        listed = kind == "none" and any(reading.folded in _table() for reading in readings)
        return Head(position, "office", readings) if readings and (opens or listed) else None

    def _made(self, first: int, stop: int, head: Head) -> Office:
        context = self._context
        tail = [i for i in range(head.position + 1, stop) if context.tokens[i].is_word]
        own = [i for i in tail if i not in context.named]
        match = self._matches.get(head.position)
        klass = match.code if match is not None else None
        return Office(
            first,
            stop,
            head,
            klass,
            _meant(head.readings[0].folded, context.word(own[0]).lemma if own else "", klass),
            frozenset(_stem(context.word(i).lemma) for i in own if _says_whose(context.tokens[i].text)),
            frozenset(
                match.code
                for i in range(self._adjectives_before(first), stop)
                if (match := context.named.get(i)) is not None and match.kind is MatchKind.COUNTRY
            ),
        )

    def _adjectives_before(self, position: int) -> int:
        """Where the adjectives begin that stand right before an office: «узбекский коллега»."""
        lowest = self._context.sentence(position)[0]
        while position > lowest and is_adjective(self._context.tokens[position - 1].text):
            position -= 1
        return position

    def _held(self) -> Iterator[_Holder]:
        for person in self._people:
            spans = [person.role_span] if person.role_span is not None else []
            firsts = {self._context.positions(span).start for span in spans}
            firsts |= {first for span in person.spans if (first := self._before(span.start)) is not None}
            for first in firsts:
                office = self._leading(first)
                if office is not None:
                    yield _Holder(person, office)

    def _before(self, start: int) -> int | None:
        """Where the office begins that ends right before a name, or before the address that stands before it; «коллега»
        is none, but stands for one."""
        position = self._context.positions(Span(start, start + 1)).start - 1
        if position >= 0 and _PEER in self._context.lemmas(position):
            return position
        if position > 0 and head_kind(self._context.tokens[position].text) == "address":
            position -= 1
        match = self._matches.get(position)
        return match.first if match is not None and match.stop == position + 1 else None

    def _leading(self, first: int) -> Office | None:
        """The office at a token or, after adjectives and «и.о.», at one of those behind it."""
        _start, end = self._context.sentence(first)
        return next((office for i in range(first, min(end, first + 5)) if (office := self.at(i)) is not None), None)

    def _is_alone(self, office: Office) -> bool:
        """«Собеседник», not «собеседник агентства» or «собеседник «Ъ»», who has no name."""
        following = self._context.tokens[office.stop] if office.stop < len(self._context) else None
        named = following is not None and (following.is_capitalised or following.text in _OPENING)
        return office.stop == office.head.position + 1 and not named

    def classes(self, person: Entity) -> frozenset[str]:
        """The classes of the offices that a person holds."""
        return frozenset(h.office.klass for h in self._holders if h.entity == person and h.office.klass is not None)

    def holders(self, office: Office, gender: str | None = None) -> tuple[list[Entity], bool]:
        """Those who may be meant by an office, and whether nobody else comes near. ``gender`` is what the words beside
        the office ask for.
        """
        if "*" in office.meant and not (self._is_alone(office) or office.countries):
            return [], False
        wording = (office.lemma, office.klass, office.meant, office.subject, office.countries, gender)
        if wording not in self._answers:
            self._answers[wording] = self._fitting(office, gender)
        return self._answers[wording]

    def _fitting(self, office: Office, gender: str | None) -> tuple[list[Entity], bool]:
        weights: dict[str, int] = {}
        for held in self._holders:
            weight = _agreement(office, held, gender)
            if weight is not None:
                weights[held.entity.key] = max(weight, weights.get(held.entity.key, 0))
        best = max(weights.values(), default=0)
        return [person for person in self._people if weights.get(person.key) == best], len(weights) == 1


def _agreement(office: Office, holder: _Holder, gender: str | None) -> int | None:
    """How much of an office agrees with the one that somebody holds; None where they cannot be the same."""
    held = holder.office
    countries = held.countries or frozenset({holder.entity.country} if holder.entity.country else ())
    if gender is not None and gender_of(holder.entity) not in (gender, None):
        return None
    if office.countries and countries and office.countries.isdisjoint(countries):
        return None
    if not _same_class(office, held) and not (held.lemma == _PEER and office.countries & countries):
        return None
    tells = held.klass not in _OF_ONE or held.klass == _OF_CHAMBERS
    if office.subject and held.subject and tells and office.subject.isdisjoint(held.subject):
        return None
    shared_subject = bool(office.subject & held.subject)
    by_word = office.lemma == held.lemma and held.lemma in _OF_REGIONS
    return 2 * bool(office.countries & countries) + 2 * shared_subject + _are_bare(office, held) + by_word


def _are_bare(office: Office, held: Office) -> bool:
    """Whether neither states a country: where one of two presidents is «президент», he is meant by «президент»."""
    return not office.countries and not held.countries and "*" not in office.meant


def _same_class(office: Office, held: Office) -> bool:
    if "*" in office.meant or (office.lemma in _ANY_HEAD and office.subject & held.subject):
        return True
    if office.lemma == held.lemma and not office.subject and office.klass not in _OF_ONE:
        return True  # «председатель» of whatever he is the chairman
    if _goes_by_another_word(office, held):
        return True
    classes = {held.klass} if held.klass else held.meant
    if office.meant and classes:
        if office.meant.isdisjoint(classes):
            return False
        by_word = office.klass in _BY_WORD and office.lemma not in _ANY_HEAD
        return not by_word or office.lemma.endswith(held.lemma)  # «гендиректор» is a «генеральный директор»
    return office.lemma == held.lemma


def _goes_by_another_word(office: Office, held: Office) -> bool:
    """«Зампред» is a «заместитель председателя», «дипломат» whoever speaks for a foreign ministry."""
    are_deputies = {office.lemma, held.lemma} <= _DEPUTIES and None in (office.klass, held.klass)
    return are_deputies or (office.lemma == _DIPLOMAT and not held.subject.isdisjoint(_FOREIGN))


@cache
def _table() -> Mapping[str, frozenset[str]]:
    """The classes that the words of the table may stand for, by the lemmas of the words."""
    return {_lemmas(row["word"]): frozenset(row["classes"].split()) for row in table("office_words")}


def _lemmas(words: str) -> str:
    head, *headed = words.split()
    readings = head_readings(head) or word(head).readings
    return " ".join([readings[0].folded, *(word(text).lemma for text in headed)])


@cache
def _meant(lemma: str, headed: str, klass: str | None) -> frozenset[str]:
    """The classes that an office may stand for; «глава ведомства» by both words, «министр энергетики» by the first."""
    known = _table().get(f"{lemma} {headed}") or _table().get(lemma) or frozenset()
    return known | {klass} if klass else known


@cache
def _says_whose(form: str) -> bool:
    """Whether a word of a complement tells one office from another: neither «и», «по» nor «государства»."""
    return len(form) > 2 and word(form).lemmas.isdisjoint(_SAYS_NOTHING)


def _stem(lemma: str) -> str:
    return _SHORTENED.sub("", lemma)[:_STEM]
