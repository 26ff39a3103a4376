"""Bodies: phrases with a head noun («Министерство …»), names of their own («Жогорку Кенеш»), abbreviations, quoted and
Latin names. Blocs come from the gazetteer."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import pairwise

from kgtui.extraction.context import Context
from kgtui.extraction.names.body_words import BodyHead, body_heads, body_lemmas, is_abbreviated_body, is_body_head
from kgtui.extraction.names.latin_names import is_latin_name, latin_names
from kgtui.extraction.names.named import Naming, joined, naming, without_nested
from kgtui.extraction.names.quoted import QuotedName
from kgtui.extraction.names.recognised_bodies import with_recognised
from kgtui.extraction.names.short_names import ShortNames
from kgtui.extraction.phrases import (
    adjectives_before,
    governed_stop,
    is_genitive,
    nominative_phrase,
    noun_readings,
    tail_stop,
)
from kgtui.extraction.traits import is_place_head
from kgtui.gazetteer import MatchKind, Sense
from kgtui.language import Reading, word
from kgtui.language.name_words import PARTICLES
from kgtui.model import Entity, EntityKind

_OPENING = frozenset("двух обеих обоих трех трёх имени".split())
_GENERIC_TAIL = frozenset("страна республика государство регион мир ведомство сторона область".split())
_OFFICIAL = frozenset(
    "межправительственный межгосударственный межпарламентский межведомственный межмидовский трехсторонний".split()
)
_OF_COUNCILS = frozenset("координационный консультативный наблюдательный попечительский экспертный деловой".split())
_WORKS = frozenset("завод комбинат фабрика рудник".split())
_SOURCES = frozenset("правительство кабинет кабмин администрация аппарат президент".split())
_NO_TOPICS = frozenset(
    "итог слово мнение данные информация решение повод суть инициатива приглашение поручение просьба состояние время"
    " дорога".split()
)
_NAMING_ADJECTIVES = frozenset(
    "национальный государственный международный центральный федеральный генеральный верховный конституционный главный"
    " объединенный высший межрегиональный евразийский азиатский европейский африканский торгово-промышленный"
    " социальный следственный счетный духовный антимонопольный пенсионный олимпийский исламский всемирный".split()
)
_NEAR = 8  # tokens within which a country says whose a body is
_BODY_ENDINGS = ("холдинг", "банк", "проект", "строй", "нефть", "газ", "пром", "телеком", "транс", "энерго", "лизинг")


class BodyFinder:
    """Finds the bodies of an article; ``people`` are tokens of persons' names, which no complement may take, ``known``
    the bodies called by a name of their own."""

    def __init__(
        self,
        context: Context,
        people: Collection[int],
        quoted: Sequence[QuotedName],
        known: Sequence[Naming],
    ) -> None:
        self._context = context
        self._people = people
        self._known = known
        self._quoted = {q.phrase_first: q for q in quoted}
        self._all_quoted = quoted
        self._quoted_heads = frozenset(q.head for q in quoted if q.head == q.phrase_first)

    def find(self) -> list[Naming]:
        found = [
            *self._known,
            *self._phrases(),
            *ShortNames(self._context, self._people).find(),
            *(name for name in latin_names(self._context) if name.first not in self._people),
            *self._in_quotes(),
        ]
        return without_nested(found)

    # phrases with a head noun

    def _phrases(self) -> Iterator[Naming]:
        stop = 0
        for position in self._context.where(is_body_head):
            if position < stop or not self._may_head(position):
                continue
            found = self._phrase(position)
            if found is not None:
                stop = found.stop if found.certain and not self._owner_counts(found) else stop
                yield found

    def _owner_counts(self, organ: Naming) -> bool:
        """«пресс-служба МИД КР» names the ministry as well; a government is but the source of what it puts out."""
        lemmas = (self._context.lemmas(position) for position in range(organ.first, organ.stop))
        return organ.organ and all(each.isdisjoint(_SOURCES) for each in lemmas)

    def _may_head(self, position: int) -> bool:
        if position in self._people:
            return False
        match = self._context.named.get(position)
        if match is not None and (match.kind is MatchKind.BLOC or match.sense is Sense.NAME):
            return False
        return position not in self._quoted_heads

    def _phrase(self, position: int) -> Naming | None:
        context = self._context
        text = context.tokens[position].text
        best: Naming | None = None
        stops: dict[str, int] = {}
        for reading in noun_readings(text, body_lemmas()):
            if reading.number == "plur" and "Pltm" not in reading.grammemes:
                continue
            head = body_heads()[reading.folded]
            first = self._first(position, reading)
            if reading.folded not in stops:
                stops[reading.folded] = self._stop(position, head)
            stop = stops[reading.folded]
            certain = self._is_certain(first, position, stop, head)
            if certain is None:
                continue
            name = _capitalised_as(nominative_phrase(context, first, position, stop, reading), context, first)
            found = naming(context, name, first, stop, certain=certain, organ=head.part)
            if best is None or stop - first > best.stop - best.first:
                best = found
        return best

    def _first(self, position: int, reading: Reading) -> int:
        """From the first adjective that belongs to a name: a capital, a country, «межправительственная»."""
        first = adjectives_before(self._context, position, reading)
        while first < position and not self._is_proper_adjective(first):
            first += 1
        return first

    def _is_proper_adjective(self, position: int) -> bool:
        token = self._context.tokens[position]
        if not token.is_word:
            return False
        if token.is_capitalised and not self._context.starts_sentence(position):
            return position not in self._people
        if position in self._context.named:
            return True
        lemmas = self._context.lemmas(position)
        if token.is_capitalised and (_is_of_town(token.text) or not lemmas.isdisjoint(_NAMING_ADJECTIVES)):
            return True
        return not lemmas.isdisjoint(_OFFICIAL | _OF_COUNCILS)

    def _stop(self, position: int, head: BodyHead) -> int:
        context = self._context
        end = context.sentence(position)[1]
        stop = tail_stop(context, position + 1, stops_at=lambda at: self._ends_tail(at, head))
        if stop + 1 < end and context.lower(stop) in ("имени", "им"):
            stop = self._honoured_stop(stop, end)
        quoted = context.in_quotes.get(stop + 1) if stop + 1 < end else None
        if quoted and quoted[0] == stop + 1 and stop > position + 1 and quoted[1] < end and not head.plain:
            return quoted[1] + 1
        while stop > position + 1 and (self._is_generic(stop - 1) or self._ends_open(stop - 1)):
            stop -= 1
        owner = self._known_at.get(stop)
        return stop if owner is None else self._past_task(owner, head)

    def _past_task(self, stop: int, head: BodyHead) -> int:
        """Past what a body deals with, behind the name of the one it belongs to: «комитет сената по бюджету»."""
        end = self._context.sentence(stop - 1)[1]
        if stop + 1 >= end or self._context.lower(stop) != "по" or "по" not in head.prepositions:
            return stop
        return tail_stop(self._context, stop, stops_at=lambda at: self._ends_tail(at, head))

    @cached_property
    def _known_at(self) -> Mapping[int, int]:
        """Where the bodies called by a name of their own begin, and where they end: «палата Олий Мажлиса»."""
        return {name.first: name.stop for name in self._known}

    def _ends_tail(self, position: int, head: BodyHead) -> bool:
        """Where a complement ends: at a person, an unknown capital, a preposition that this head does not take."""
        context = self._context
        token = context.tokens[position]
        named = position in self._people or position in self._known_at
        if named or self._starts_quoted(position) or is_latin_name(token.text):
            return True
        lower = token.text.lower()
        if lower in ("имени", "им"):
            return True
        if head.names_only and lower not in head.prepositions and self._is_common(position):
            return True
        if lower in ("по", "в", "во", "при", "на", "для") and governed_stop(context, position) == position:
            return lower not in head.prepositions or not self._names_body(position + 1, lower)
        if token.is_word and token.is_capitalised and position not in context.named and not token.is_upper:
            return not (word(token.text).known and is_genitive(token.text)) and not is_abbreviated_body(token.text)
        return False

    def _is_common(self, position: int) -> bool:
        """A word in small letters that no place is called by («район», «область»)."""
        token = self._context.tokens[position]
        if not token.is_word or token.is_capitalised or position in self._context.named:
            return False
        return not is_place_head(token.text)

    def _starts_quoted(self, position: int) -> bool:
        """«… агентств и компании «Мицубиси»»: what is listed after «и» is a body of its own."""
        listed = self._context.tokens[position - 1].text in (",", "и")
        return listed and any(quoted.head == position for quoted in self._all_quoted)

    def _names_body(self, position: int, preposition: str) -> bool:
        """«при Минфине», «в Японии»: after these a capital must follow, «по» takes any noun."""
        if preposition == "по":
            return position < len(self._context) and self._context.lemmas(position).isdisjoint(_NO_TOPICS)
        if position >= len(self._context):
            return False
        token = self._context.tokens[position]
        return token.is_capitalised or (preposition == "при" and is_body_head(token.text))

    def _honoured_stop(self, stop: int, end: int) -> int:
        """Past «имени Бориса Ельцина», «им. С.Чуйкова»."""
        stop += 1
        while stop < end and (self._honours(stop, end) or self._ends_initial(stop, end)):
            stop += 1
        return stop

    def _honours(self, position: int, end: int) -> bool:
        """A name in the genitive or what joins two of its words: «Людвига ван Бетховена»."""
        text = self._context.tokens[position].text
        if text.lower() in PARTICLES:
            return position + 1 < end and self._context.tokens[position + 1].is_capitalised
        return text[0].isupper() and (not word(text).known or len(text) == 1 or is_genitive(text))

    def _ends_initial(self, position: int, end: int) -> bool:
        """The full stop of «им.» or of an initial, not that of the sentence."""
        if self._context.tokens[position].text != "." or position + 1 >= end:
            return False
        return self._context.tokens[position + 1].is_capitalised

    def _is_generic(self, position: int) -> bool:
        """«Министерство энергетики страны», but not «собрание Кировской области»."""
        tokens = self._context.tokens
        if tokens[position].is_capitalised or tokens[position - 1].is_capitalised:
            return False
        return self._context.word(position).lemma in _GENERIC_TAIL

    def _ends_open(self, position: int) -> bool:
        """«Межгосударственный совет двух (стран)», «университет имени»: a word that nothing follows."""
        return self._context.lower(position) in _OPENING

    def _is_certain(self, first: int, position: int, stop: int, head: BodyHead) -> bool | None:
        """True: a name; False: perhaps a short form of one; None: a common noun."""
        context = self._context
        opens = context.starts_sentence(first) or context.is_shouted(position)
        capital = context.tokens[first].is_capitalised and not opens
        if head.always:
            return True
        if first < position and self._has_country_adjective(first, position):
            of_country = self._is_of_country(first, position, stop, head, capital=capital)
            return of_country or self._is_works(first, position) or None
        if capital:
            return stop > position + 1 or first < position or head.alone or None
        official = first < position and not context.lemmas(first).isdisjoint(_OFFICIAL)
        if official or self._is_owned(position, stop, head) or (head.topic and stop > position + 1):
            return True
        if opens and context.tokens[first].is_capitalised and (stop > position + 1 or first < position):
            return self._opens_with_name(first, position, stop, head) or self._is_works(first, position) or None
        return False if first < position or stop > position + 1 else None

    def _is_owned(self, position: int, stop: int, head: BodyHead) -> bool:
        """«секретариат ШОС», «правительство Казахстана», «комитет Жогорку Кенеша»."""
        if head.organ and any(i in self._known_at for i in range(position + 1, stop)):
            return True
        owners = [m for i in range(position + 1, stop) if (m := self._context.named.get(i)) is not None]
        of_bloc = any(m.kind is MatchKind.BLOC for m in owners)
        of_country = any(m.sense in (Sense.NAME, Sense.ABBREVIATION) for m in owners)
        return (of_bloc and head.organ) or (of_country and head.plain and stop - position <= _NEAR)

    def _opens_with_name(self, first: int, position: int, stop: int, head: BodyHead) -> bool:
        """A sentence's first words: a further capital shows a name, but not «Компании Германии»; so does an adjective
        of names («Центральный банк»).
        """
        if stop == position + 1:
            return not head.firm
        proper = any(self._context.tokens[i].is_capitalised for i in range(first + 1, stop))
        return head.plain or (proper and not (head.firm and stop == position + 2))

    def _is_works(self, first: int, position: int) -> bool:
        """«Минский тракторный завод»: the town of works, and what they make."""
        if position - first < 2 or self._context.lemmas(position).isdisjoint(_WORKS):
            return False
        return _is_of_town(self._context.tokens[first].text)

    def _is_of_country(self, first: int, position: int, stop: int, head: BodyHead, *, capital: bool) -> bool:
        """«украинское правительство», «японская ассоциация агентств» – not «ирландская бюджетная авиакомпания»."""
        tokens = self._context.tokens
        if stop > position + 1 or tokens[position].is_capitalised or head.plain or "-" in tokens[first].text:
            return True
        if head.firm:
            return capital or any(tokens[i].is_capitalised for i in range(first + 1, position))
        return position - first > 1

    def _has_country_adjective(self, first: int, position: int) -> bool:
        return any(
            (m := self._context.named.get(i)) is not None and m.sense is Sense.ADJECTIVE for i in range(first, position)
        )

    # names in quotation marks

    def _in_quotes(self) -> Iterator[Naming]:
        for quoted in self._all_quoted:
            last = self._context.lower(quoted.stop - 1)
            short = quoted.kind == "" and quoted.stop - quoted.first <= 4
            by_ending = short and (is_body_head(last) or last.endswith(_BODY_ENDINGS))
            if quoted.kind == "organisation" or by_ending:
                found = naming(self._context, quoted.name, quoted.first, quoted.stop, whole=True)
                yield found


@cache
def _is_of_town(form: str) -> bool:
    """«Минский», «Навоийский»: an adjective of a place, as far as its ending tells."""
    readings = word(form).readings
    return readings[0].pos == "ADJF" and readings[0].lemma.endswith("ский") and "Qual" not in readings[0].grammemes


def _capitalised_as(name: str, context: Context, first: int) -> str:
    """The first letter as in the text; a sentence's capital stays, as it says nothing of the name."""
    return name if context.tokens[first].is_capitalised else name[:1].lower() + name[1:]


def organisations(
    context: Context,
    people: Collection[int],
    quoted: Sequence[QuotedName],
    known: Sequence[Naming],
    marked: Iterable[Naming] = (),
) -> tuple[list[Entity], list[Naming]]:
    """The bodies of an article and their mentions; ``known`` are those called by a name of their own, ``marked`` those
    that the recogniser sees.
    """
    found = BodyFinder(context, people, quoted, known).find()
    mentions = with_recognised(found, marked)
    return joined(EntityKind.ORGANISATION, mentions, _aliases(context, mentions)), mentions


def _aliases(context: Context, mentions: Sequence[Naming]) -> Iterator[tuple[Naming, Naming]]:
    """A short form in brackets after the full name: «… ШОС (СГП ШОС)»."""
    for full, short in pairwise(mentions):
        if short.first == full.stop + 1 and context.tokens[full.stop].text == "(":
            yield full, short
