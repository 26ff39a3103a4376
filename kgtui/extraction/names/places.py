"""Cities, regions, rivers, lakes: the gazetteer's places, nouns like «село» with a name, adjectives with «область», and
names that the dictionary has as places or that a preposition shows to be some."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kgtui.extraction.context import Context
from kgtui.extraction.names.body_words import is_abbreviated_body
from kgtui.extraction.names.named import Naming, joined, naming, without_nested, word_keys
from kgtui.extraction.names.quoted import QuotedName
from kgtui.extraction.names.role_heads import head_kind
from kgtui.extraction.phrases import agrees, cased_like, inflected, inflection, is_adjective, keeps_letters
from kgtui.extraction.tables import table
from kgtui.extraction.traits import traits
from kgtui.gazetteer import MatchKind, load_gazetteer
from kgtui.language import Reading, fold, word
from kgtui.model import Entity, EntityKind

_NAME = re.compile(r"[А-ЯЁҢҮӨ][а-яёңүө]+(?:[-‑][А-ЯЁа-яё]+)*")
_SHOUTED_NAME = re.compile(r"[А-ЯЁ]{3,}(?:-[А-ЯЁ]+)*")
_LONGEST = 2  # words of a place's name after its noun
_HONOURING = frozenset("улица проспект бульвар переулок памятник монумент имя орден".split())
_CASES_AFTER = {
    "в": ("loct", "accs"), "во": ("loct", "accs"), "из": ("gent",), "до": ("gent",), "близ": ("gent",),
    "под": ("ablt",), "около": ("gent",), "через": ("accs",), "вблизи": ("gent",), "возле": ("gent",),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Head:
    shown: bool
    adjective: bool
    name: bool


@cache
def _heads() -> Mapping[str, _Head]:
    return {
        fold(row["head"]): _Head(row["shown"] == "yes", row["adjective"] == "yes", row["name"] == "yes")
        for row in table("place_heads")
    }


@cache
def _macro_regions() -> frozenset[str]:
    return frozenset(fold(name) for place in load_gazetteer().places if place.is_macro_region for name in place.names)


@cache
def _head_of(form: str) -> tuple[_Head, Reading] | None:
    """The head that a word is, with its reading; the singular first."""
    found = [(h, r) for r in word(form).readings if r.pos == "NOUN" and (h := _heads().get(r.folded))]
    found.sort(key=lambda pair: pair[1].number == "plur")
    return found[0] if found else None


@cache
def _may_head(form: str) -> bool:
    """A noun of the table, or its abbreviation («г.»)."""
    return form in _heads() or (len(form) > 3 and _head_of(form) is not None)


@cache
def _adjective_heads(form: str) -> tuple[tuple[_Head, Reading], ...]:
    """The readings of a form as a head that an adjective may stand before."""
    readings = (r for r in word(form).readings if r.pos == "NOUN")
    return tuple((head, r) for r in readings if (head := _heads().get(r.folded)) and head.adjective)


class PlaceFinder:
    """Finds the places of an article; ``taken`` are tokens of persons and bodies."""

    def __init__(self, context: Context, taken: Collection[int], quoted: Sequence[QuotedName]) -> None:
        self._context = context
        self._taken = taken
        self._quoted_otherwise = {
            position
            for q in quoted
            if q.kind != "place" and q.stop - q.first == 1
            for position in range(q.first, q.stop)
        }

    def find(self) -> list[Naming]:
        found = [*self._listed(), *self.with_head(), *self._adjectival(), *self._unknown()]
        return without_nested(found)

    def _listed(self) -> Iterator[Naming]:
        for match in self._context.matches:
            if (
                match.kind is MatchKind.PLACE
                and fold(match.name) not in _macro_regions()
                and match.first not in self._taken
                and match.first not in self._quoted_otherwise
                and not self._honours(match.first)
            ):
                yield naming(self._context, match.name, match.first, match.stop, found_by="list")

    def _honours(self, position: int) -> bool:
        """«улица Токтогула», «памятник Манасу», «имени Бишкека»: the name of somebody or something else."""
        before = position - 1
        return before >= self._context.sentence(position)[0] and not self._context.lemmas(before).isdisjoint(_HONOURING)

    # «село Покровка», «пику Победы», «г. Ош»

    def with_head(self) -> Iterator[Naming]:
        context = self._context
        for position in context.where(_may_head):
            head = self._naming_head(position)
            if head is None:
                continue
            shown, reading, start = head
            stop = self._name_stop(start)
            while stop > start:
                if shown.shown:
                    yield self._shown(position, start, stop, reading)
                else:
                    yield naming(context, self._name(start, stop, reading), start, stop)
                start, stop = self._next_in_list(stop) if reading and reading.number == "plur" else (stop, stop)

    def _naming_head(self, position: int) -> tuple[_Head, Reading | None, int] | None:
        """The head at a position, its reading, and where the name after it must begin."""
        context, text = self._context, self._context.tokens[position].text
        if len(text) <= 3 and text not in _heads():
            return None
        end = context.sentence(position)[1]
        if position + 2 < end and context.tokens[position + 1].text == "." and text in _heads():
            return (_heads()[text], None, position + 2) if len(text) <= 3 else None
        found = _head_of(text) if len(text) > 2 else None
        if found is None or not found[0].name or position + 1 >= end:
            return None
        return found[0], found[1], position + 1

    def _name_stop(self, start: int) -> int:
        context, end = self._context, self._context.sentence(start)[1]
        stop = start
        while stop < end and stop not in self._taken and self._is_name_word(stop):
            if stop > start and _begins_another(context.tokens[stop].text):
                return stop
            match = context.named.get(stop)
            if match is not None:
                return match.stop if stop == start and match.kind is MatchKind.PLACE else stop
            stop += 1
        if stop - start > _LONGEST:
            return start + 1  # «штата Аризона Гэбриэль Гиффордс»
        return start if self._is_holder(start, stop) else stop

    def _is_holder(self, start: int, stop: int) -> bool:
        """«мэр города Алишер Нурзода»: a given name after an office of a place."""
        tokens = self._context.tokens
        if stop - start < 2 or not traits(tokens[start].text).given:
            return False
        return start >= 2 and head_kind(tokens[start - 2].text) == "office"

    def _is_name_word(self, position: int) -> bool:
        text = self._context.tokens[position].text
        return _NAME.fullmatch(text) is not None and not is_abbreviated_body(text)

    def _next_in_list(self, stop: int) -> tuple[int, int]:
        """«рек Чу и Талас»."""
        context = self._context
        if stop + 1 < context.sentence(stop - 1)[1] and context.tokens[stop].text in (",", "и"):
            return stop + 1, self._name_stop(stop + 1)
        return stop, stop

    def _shown(self, position: int, start: int, stop: int, reading: Reading | None) -> Naming:
        text = self._context.tokens[position].text
        head = inflected(text, reading, "nomn", "sing") if reading else text
        name = f"{head[:1].lower()}{head[1:]} {self._context.worded(start, stop)}"
        return naming(self._context, name, position, stop)

    def _name(self, start: int, stop: int, reading: Reading | None) -> str:
        """The name in the nominative: as it stands, or declined with its head («города Ханабада»)."""
        context = self._context
        match = context.named.get(start)
        if match is not None:
            return match.name
        text = context.worded(start, stop)
        if stop - start > 1 or reading is None or reading.case in ("nomn", None):
            return text
        return _declined(text, (reading.case,), certain=False)

    # «Чуйской области», «Кара-Сууского и Араванского районов»

    def _adjectival(self) -> Iterator[Naming]:
        context = self._context
        for position in context.where(_adjective_heads):
            for _head, reading in _adjective_heads(context.tokens[position].text):
                if position not in self._taken:
                    yield from self._adjectives_with(position, reading)

    def _adjectives_with(self, position: int, reading: Reading) -> Iterator[Naming]:
        """Each capitalised adjective before the head is a place of its own where the head is in the plural."""
        context = self._context
        lowest = context.sentence(position)[0]
        at = position - 1
        while at >= lowest and at not in self._taken:
            token = context.tokens[at]
            if token.text in (",", "и") and reading.number == "plur":
                at -= 1
                continue
            adjective = self._agreeing(at, reading)
            if adjective is None or not token.is_capitalised:
                break
            name = self._adjective_name(at, adjective, position, reading)
            stop = position + 1 if at == position - 1 else at + 1
            yield naming(context, name, at, stop)
            at -= 1
            if reading.number != "plur":
                break

    def _agreeing(self, at: int, noun: Reading) -> Reading | None:
        """An adjective of the list that agrees with the head; under a plural head each stands in the singular."""
        text = self._context.tokens[at].text
        if not self._context.tokens[at].is_word or not is_adjective(text):
            return None
        agreeing = agrees(text, noun)
        if agreeing is not None or noun.number != "plur":
            return agreeing
        fitting = (
            r
            for r in word(text).readings
            if r.pos == "ADJF" and r.case == noun.case and r.gender in (noun.gender, None)
        )
        return next(fitting, None)

    def _adjective_name(self, at: int, adjective: Reading, position: int, noun: Reading) -> str:
        gender = (noun.gender,) if noun.gender else ()
        head = keeps_letters(inflection(noun, "nomn", "sing") or "", self._context.tokens[position].text)
        middle = " ".join(t.text for t in self._context.tokens[at + 1 : position]) if noun.number != "plur" else ""
        return " ".join(
            part
            for part in (inflected(self._context.tokens[at].text, adjective, "nomn", "sing", *gender), middle, head)
            if part
        )

    # names that no table has

    def _unknown(self) -> Iterator[Naming]:
        context = self._context
        for position in context.capitals:
            token = context.tokens[position]
            if position in self._taken or position in context.named or position in context.in_quotes:
                continue
            if self._honours(position):
                continue
            if _NAME.fullmatch(token.text):
                name = self._geographic(position) or self._after_preposition(position)
            else:
                name = self._shouted(position)
            if name:
                yield naming(context, name, position, position + 1)

    def _geographic(self, position: int) -> str:
        """A place of the dictionary that is no common word: «Новосибирск»."""
        text = self._context.tokens[position].text
        reading = _geographic(text)
        if reading is None or self._beside_capital(position):
            return ""
        if self._context.starts_sentence(position) and any("Geox" not in r.grammemes for r in word(text).readings[:1]):
            return ""
        return cased_like(keeps_letters(inflection(reading, "nomn") or reading.lemma, text), text)

    def _shouted(self, position: int) -> str:
        text = self._context.tokens[position].text
        if not _SHOUTED_NAME.fullmatch(text) or position != self._context.sentence(position)[0]:
            return ""
        reading = _geographic(text)
        return cased_like(reading.lemma, text) if reading is not None else ""

    def _after_preposition(self, position: int) -> str:
        """«в Асаке», «через Паркент»: a capitalised word that the dictionary lacks."""
        context = self._context
        text = context.tokens[position].text
        cases = _CASES_AFTER.get(context.lower(position - 1)) if position > context.sentence(position)[0] else None
        if cases is None or word(text).known or is_abbreviated_body(text) or self._beside_capital(position):
            return ""
        if is_adjective(text):
            return ""
        return _declined(text, cases, certain=True)

    def _beside_capital(self, position: int) -> bool:
        """Part of a longer name: «Нью Йорк Таймс»."""
        following = position + 1
        end = self._context.sentence(position)[1]
        if (
            following < end
            and self._context.tokens[following].is_word
            and _NAME.fullmatch(self._context.tokens[following].text)
        ):
            return following not in self._context.named and following not in self._taken
        return False


@cache
def _begins_another(form: str) -> bool:
    """A given name («провинции Пенджаб Салман Тасир») or an adjective of what the place lies in («посёлок Илим
    Шалинского района»)."""
    look = traits(form)
    return look.given or (form.endswith("ого") and is_adjective(form))


@cache
def _geographic(form: str) -> Reading | None:
    """The reading of a form as a place, unless it is a common word or a person's name as well."""
    read = word(form)
    places = [r for r in read.readings if "Geox" in r.grammemes and r.number != "plur" and r.pos == "NOUN"]
    if not read.known or not places:
        return None
    if any("Surn" in r.grammemes or "Name" in r.grammemes for r in read.readings):
        return None
    share = sum(r.score for r in read.readings if "Geox" in r.grammemes)
    return places[0] if share > 0.4 else None


def _declined(text: str, cases: tuple[str | None, ...], *, certain: bool) -> str:
    """The nominative of a place that the dictionary lacks, as its ending in these cases says; else as it stands."""
    lower = text.lower()
    if lower[-1] in "оиуыэю" or (not certain and lower[-1] not in "аеяу"):
        return text
    for reading in word(text).readings:
        if (
            reading.case in cases
            and reading.pos == "NOUN"
            and reading.number != "plur"
            and "anim" not in reading.grammemes
        ):
            nominative = inflection(reading, "nomn", "sing")
            if nominative:
                return cased_like(keeps_letters(nominative, text), text)
    return text


def headed_places(context: Context, quoted: Sequence[QuotedName], people: Collection[int]) -> set[int]:
    """The tokens of all words that the article elsewhere calls a village, a river or the like by its noun; ``people``
    are tokens that are sure to be of persons.
    """
    headed = PlaceFinder(context, people, quoted).with_head()
    keys = {key for mention in headed for core in mention.core for key in core if len(key) > 4}
    if not keys:
        return set()
    return {
        position
        for position in context.capitals
        if not word(context.tokens[position].text).known
        and not keys.isdisjoint(word_keys(context.tokens[position].text))
    }


def places(context: Context, taken: Collection[int], quoted: Sequence[QuotedName]) -> tuple[list[Entity], list[Naming]]:
    """The places of an article and their mentions; ``taken`` are tokens of persons and bodies."""
    mentions = PlaceFinder(context, taken, quoted).find()
    return joined(EntityKind.PLACE, mentions), mentions
