"""Bodies: phrases with a head noun («Министерство …»), names of their own («Жогорку Кенеш»), abbreviations, quoted and
Latin names. Blocs come from the gazetteer."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kgtui.extraction.context import Context
from kgtui.extraction.named import Naming, joined, naming, without_nested
from kgtui.extraction.phrases import (
    adjectives_before,
    is_genitive,
    nominative_phrase,
    noun_readings,
    tail_stop,
)
from kgtui.extraction.quoted import QuotedName
from kgtui.extraction.tables import table
from kgtui.gazetteer import MatchKind, Sense
from kgtui.language import Reading, fold, word
from kgtui.model import Entity, EntityKind

_GENERIC_TAIL = frozenset("страна республика государство регион мир ведомство сторона область".split())
_OFFICIAL = frozenset(
    "межправительственный межгосударственный межпарламентский межведомственный межмидовский трехсторонний".split()
)
_ABBREVIATED = re.compile(
    r"(?P<stem>(?:Мин|мин)(?P<fixed>природы|экономики|обороны|культуры|просвещения|коммерции|связи|энергетики|труда|науки"
    r"|экономкоммерции|экономразвития|образования|здравоохранения|юстиции|цифры|спорта|финансов)"
    r"|(?:Мин|мин|Гос|гос|Нац|нац|Глав|Рос|Каз|Ген|ген|Кыргыз)(?:строй|фин|транс|здрав|обр|юст|эконом|цифр|сельхоз"
    r"|водсельхоз|сельхозпрод|энерго|комхоз|культ|культуры|спорт|труд|обр|обрнауки|торг|пром|промторг|инвест|банк"
    r"|прокуратур|комитет|экономпром|экономфин|комсвязь|связь|статком|агентство|инспекци|стандарт|нефть|нефтегаз|газ"
    r"|темиржолу|алтын|телеком|почта|совет))(?P<ending>а|у|ом|е|я|ю|ем|и|ы|ой|ию|ия|ией)?"
)  # fmt: skip
_CYRILLIC_CAPITALS = re.compile(r"[А-ЯЁ]{2,7}(?:-[А-ЯЁ]{2,})?")
_LATIN = re.compile(r"[A-ZÇŞİÖÜĞ][A-Za-zÇŞİÖÜĞçşıöüğ&]+")


@dataclass(frozen=True, slots=True)
class _Head:
    prepositions: frozenset[str]
    plain: bool
    organ: bool
    alone: bool


@cache
def _heads() -> Mapping[str, _Head]:
    return {
        fold(row["head"]): _Head(
            prepositions=frozenset(row["prepositions"].split()),
            plain=row["plain"] == "yes",
            organ=row["plain"] != "no",
            alone=row["alone"] == "yes",
        )
        for row in table("body_heads")
    }


@cache
def _not_bodies() -> frozenset[str]:
    return frozenset(row["abbreviation"] for row in table("not_bodies"))


@cache
def is_body_head(form: str) -> bool:
    return any(fold(r.lemma) in _heads() for r in word(form).readings if r.pos == "NOUN")


def is_abbreviated_body(text: str) -> bool:
    """«Минстрой», «Нацбанка», «минтранс»."""
    return _ABBREVIATED.fullmatch(text) is not None


class BodyFinder:
    """Finds the bodies of an article; ``people`` are tokens of persons' names, which no complement may take."""

    def __init__(self, context: Context, people: Collection[int], quoted: Sequence[QuotedName]) -> None:
        self._context = context
        self._people = people
        self._quoted = {q.phrase_first: q for q in quoted}
        self._all_quoted = quoted

    def find(self) -> list[Naming]:
        found = [
            *proper_bodies(self._context),
            *self._phrases(),
            *self._short_names(),
            *self._in_quotes(),
            *self._latin(),
        ]
        return without_nested(found)

    # phrases with a head noun

    def _phrases(self) -> Iterator[Naming]:
        stop = 0
        for position in range(len(self._context)):
            if position < stop or not self._may_head(position):
                continue
            found = self._phrase(position)
            if found is not None:
                stop = found.stop if found.certain else stop
                yield found

    def _may_head(self, position: int) -> bool:
        token = self._context.tokens[position]
        if not token.is_word or position in self._people or not is_body_head(token.text):
            return False
        match = self._context.named.get(position)
        if match is not None and (match.kind is MatchKind.BLOC or match.sense is Sense.NAME):
            return False
        return not any(quoted.head == position and quoted.phrase_first == position for quoted in self._all_quoted)

    def _phrase(self, position: int) -> Naming | None:
        context = self._context
        text = context.tokens[position].text
        best: Naming | None = None
        for reading in noun_readings(text, frozenset(_heads())):
            if reading.number == "plur" and "Pltm" not in reading.grammemes:
                continue
            head = _heads()[fold(reading.lemma)]
            first = self._first(position, reading)
            stop = self._stop(position, head)
            certain = self._is_certain(first, position, stop, head)
            if certain is None:
                continue
            name = _capitalised_as(nominative_phrase(context, first, position, stop, reading), context, first)
            found = naming(context, name, first, stop, certain=certain)
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
            return True
        if position in self._context.named:
            return True
        lemmas = self._context.lemmas(position)
        return not lemmas.isdisjoint(_OFFICIAL) or (token.is_capitalised and not lemmas.isdisjoint(_NAMING_ADJECTIVES))

    def _stop(self, position: int, head: _Head) -> int:
        context = self._context
        end = context.sentence(position)[1]
        stop = tail_stop(context, position + 1, stops_at=lambda at: self._ends_tail(at, head))
        if context.lower(stop - 1) == "имени":
            stop -= 1
        if stop + 1 < end and context.lower(stop) in ("имени", "им"):
            stop = self._honoured_stop(stop, end)
        quoted = context.in_quotes.get(stop + 1) if stop + 1 < end else None
        if quoted and quoted[0] == stop + 1 and stop > position + 1 and quoted[1] < end:
            return quoted[1] + 1
        while stop > position + 1 and self._is_generic(stop - 1):
            stop -= 1
        return stop

    def _ends_tail(self, position: int, head: _Head) -> bool:
        """Where a complement ends: at a person, an unknown capital, a preposition that this head does not take."""
        context = self._context
        token = context.tokens[position]
        if position in self._people or self._starts_quoted(position):
            return True
        lower = token.text.lower()
        if lower in ("по", "в", "во", "при", "на", "для"):
            return lower not in head.prepositions or not self._names_body(position + 1, lower)
        if token.is_word and token.is_capitalised and position not in context.named and not token.is_upper:
            return not (word(token.text).known and is_genitive(token.text)) and not is_abbreviated_body(token.text)
        return False

    def _starts_quoted(self, position: int) -> bool:
        """«… агентств и компании «Мицубиси»»: what is listed after «и» is a body of its own."""
        listed = self._context.tokens[position - 1].text in (",", "и")
        return listed and any(quoted.head == position for quoted in self._all_quoted)

    def _names_body(self, position: int, preposition: str) -> bool:
        """«при Минфине», «в Японии»: after these a capital must follow, «по» takes any noun."""
        if preposition == "по":
            return True
        return position < len(self._context) and self._context.tokens[position].is_capitalised

    def _honoured_stop(self, stop: int, end: int) -> int:
        """Past «имени Бориса Ельцина», «им. Чуйкова»."""
        stop += 1
        while stop < end and (self._context.tokens[stop].is_capitalised or self._context.tokens[stop].text == "."):
            stop += 1
        return stop

    def _is_generic(self, position: int) -> bool:
        token = self._context.tokens[position]
        return not token.is_capitalised and self._context.word(position).lemma in _GENERIC_TAIL

    def _is_certain(self, first: int, position: int, stop: int, head: _Head) -> bool | None:
        """True: a name; False: perhaps a short form of one; None: a common noun."""
        context = self._context
        starts = context.starts_sentence(first) or context.is_shouted(position)
        has_country = any(
            (m := context.named.get(i)) is not None and m.sense in (Sense.NAME, Sense.ABBREVIATION)
            for i in range(position + 1, stop)
        )
        has_bloc = any(
            (m := context.named.get(i)) is not None and m.kind is MatchKind.BLOC for i in range(position + 1, stop)
        )
        capital = context.tokens[first].is_capitalised and not starts
        if first < position and self._has_country_adjective(first, position):
            return (
                True
                if stop > position + 1
                or position - first > 1
                or context.tokens[position].is_capitalised
                or "-" in context.tokens[first].text
                else None
            )
        if capital:
            return True if stop > position + 1 or first < position or head.alone else None
        if (has_bloc and head.organ) or (has_country and head.plain and self._near_country(position, stop)):
            return True
        if starts and context.tokens[first].is_capitalised and stop > position + 1:
            proper = any(context.tokens[i].is_capitalised for i in range(first + 1, stop))
            return True if proper or head.plain else None
        if not context.lemmas(first).isdisjoint(_OFFICIAL) and first < position:
            return stop > position + 1
        return False if first < position or stop > position + 1 else None

    def _near_country(self, position: int, stop: int) -> bool:
        return stop - position <= 8

    def _has_country_adjective(self, first: int, position: int) -> bool:
        return any(
            (m := self._context.named.get(i)) is not None and m.sense is Sense.ADJECTIVE for i in range(first, position)
        )

    # abbreviations

    def _short_names(self) -> Iterator[Naming]:
        context = self._context
        for position, token in enumerate(context.tokens):
            if not token.is_word or position in context.named or position in self._people:
                continue
            short = self._abbreviated(token.text) or self._capitals(position)
            if short:
                stop = self._with_country(position + 1)
                name = short + context.text[token.end : context.tokens[stop - 1].end] if stop > position + 1 else short
                yield naming(context, " ".join(name.split()), position, stop)

    @staticmethod
    def _abbreviated(text: str) -> str:
        match = _ABBREVIATED.fullmatch(text)
        if match is None:
            return ""
        stem, ending = match.group("stem"), match.group("ending")
        if match.group("fixed") or ending is None:
            return text
        if stem.endswith(("стро",)) or ending in ("я", "ю", "ем"):
            return stem if stem.endswith("й") else stem + ("й" if stem.endswith("о") else "")
        if stem.endswith("прокуратур"):
            return stem + "а"
        if stem.endswith("инспекци"):
            return stem + "я"
        return stem

    def _capitals(self, position: int) -> str:
        text = self._context.tokens[position].text
        if not _CYRILLIC_CAPITALS.fullmatch(text) or text in _not_bodies() or self._context.is_shouted(position):
            return ""
        if len(text) < 3 or position in self._context.in_quotes or _is_common(text):
            return ""
        following = self._context.tokens[position + 1].text if position + 1 < len(self._context) else ""
        return "" if following in ("+", "№") else text

    def _with_country(self, stop: int) -> int:
        """«МИД Казахстана», «Генштаб ВС КР»: the country that follows belongs to the name."""
        context = self._context
        end = context.sentence(stop - 1)[1]
        if stop < end and context.tokens[stop].text in ("ВС", "СБ"):
            stop += 1
        match = context.named.get(stop) if stop < end else None
        if match is None or match.first != stop or match.kind is not MatchKind.COUNTRY:
            return stop
        if match.sense in (Sense.NAME, Sense.ABBREVIATION) and (
            match.sense is Sense.ABBREVIATION or is_genitive(context.tokens[match.stop - 1].text)
        ):
            return match.stop
        return stop

    # quoted and Latin names

    def _in_quotes(self) -> Iterator[Naming]:
        for quoted in self._all_quoted:
            last = self._context.lower(quoted.stop - 1)
            by_ending = quoted.kind == "" and (is_body_head(last) or last.endswith(_BODY_ENDINGS))
            if quoted.kind == "organisation" or by_ending:
                found = naming(self._context, quoted.name, quoted.first, quoted.stop)
                yield found

    def _latin(self) -> Iterator[Naming]:
        context, position = self._context, 0
        last_stop = -2
        while position < len(context):
            stop = self._latin_stop(position)
            if stop > position:
                listed = last_stop == position - 1 and context.tokens[position - 1].text in (",", "и")
                if self._is_latin_body(position, stop, listed=listed):
                    yield naming(context, context.worded(position, stop), position, stop)
                    last_stop = stop
                position = stop
            else:
                position += 1

    def _latin_stop(self, position: int) -> int:
        context = self._context
        stop, end = position, context.sentence(position)[1]
        while stop < end and _LATIN.fullmatch(context.tokens[stop].text) and stop not in context.named:
            stop += 1
        return stop

    def _is_latin_body(self, first: int, stop: int, *, listed: bool) -> bool:
        context = self._context
        following = context.tokens[stop].text if stop < len(context) else ""
        glued = stop < len(context) and context.glued(stop)
        if first in context.in_quotes or (glued and following in "@/+:_") or (following[:1].isdigit()):
            return False
        if (
            glued
            and following == "."
            and stop + 1 < len(context)
            and context.glued(stop + 1)
            and context.tokens[stop + 1].is_word
        ):
            return False
        if first and context.glued(first) and context.tokens[first - 1].text in "./@":
            return False
        text = context.tokens[first].text
        if text in _not_bodies() or stop - first > 4:
            return False
        if listed or (stop == first + 1 and text.isupper() and len(text) >= 3):
            return True
        if re.search(r"[a-z][A-Z]", text):
            return True
        return self._introduced(first)

    def _introduced(self, first: int) -> bool:
        """«компании Limak», «китайская CNEEC», «из PUM»."""
        context = self._context
        if first == context.sentence(first)[0]:
            return False
        before = context.tokens[first - 1]
        if not before.is_word:
            return False
        match = context.named.get(first - 1)
        return is_body_head(before.text) or (match is not None and match.sense is Sense.ADJECTIVE)


_NAMING_ADJECTIVES = frozenset(
    "национальный государственный международный центральный федеральный генеральный верховный конституционный главный"
    " объединенный высший межрегиональный евразийский азиатский европейский африканский".split()
)
_BODY_ENDINGS = ("холдинг", "банк", "проект", "строй", "нефть", "газ", "пром", "телеком", "транс", "энерго", "лизинг")


@cache
def _is_common(text: str) -> bool:
    """A shouted common word («СЕГОДНЯ»)."""
    read = word(text)
    return read.known and not any("Abbr" in r.grammemes or "Orgn" in r.grammemes for r in read.readings)


def _capitalised_as(name: str, context: Context, first: int) -> str:
    """The first letter as in the text; a sentence's capital stays, as it says nothing of the name."""
    return name if context.tokens[first].is_capitalised else name[:1].lower() + name[1:]


@cache
def _proper_names() -> Mapping[str, tuple[tuple[str, ...], bool]]:
    """First word, folded stem → the words of each name; whether the last one declines."""
    return {row["name"]: (tuple(row["name"].split()), row["form"] == "declined") for row in table("body_names")}


def proper_bodies(context: Context) -> Iterator[Naming]:
    """Bodies known by a name of their own: «Жогорку Кенеш», «МИД», «Кремль»."""
    for position, token in enumerate(context.tokens):
        if not token.is_word or not token.is_capitalised:
            continue
        for name, (words, declined) in _starting(token.text[:3].lower()):
            stop = position + len(words)
            if stop <= context.sentence(position)[1] and _is_called(context, position, words, declined):
                finder = BodyFinder(context, (), ())
                with_country = finder._with_country(stop) if name.isupper() else stop
                shown = (
                    name + context.text[context.tokens[stop - 1].end : context.tokens[with_country - 1].end]
                    if with_country > stop
                    else name
                )
                yield naming(context, " ".join(shown.split()), position, with_country, found_by="list")
                break


@cache
def _starting(letters: str) -> tuple[tuple[str, tuple[tuple[str, ...], bool]], ...]:
    return tuple(item for item in _proper_names().items() if item[0][:3].lower() == letters)


def _is_called(context: Context, position: int, words: Sequence[str], declined: bool) -> bool:
    for offset, wanted in enumerate(words):
        text = context.tokens[position + offset].text
        if text == wanted or (text.isupper() and text.lower() == wanted.lower() and len(text) > 4):
            continue
        if not declined or text[0] != wanted[0] or not _declines_to(text, wanted):
            return False
    return True


@cache
def _declines_to(text: str, wanted: str) -> bool:
    """Whether a form may be one of the wanted word: by the dictionary, or a case ending on its stem."""
    folded, lower = fold(text), fold(wanted)
    if lower in word(text).lemmas:
        return True
    stem = lower[:-1] if lower[-1] in "аяьй" else lower
    return (
        folded.startswith(stem)
        and re.fullmatch(r"(?:а|у|ом|ем|е|ы|и|я|ю|ой|ей|ого|ому|ым|ью)?", folded[len(stem) :]) is not None
    )


def organisations(
    context: Context, people: Collection[int], quoted: Sequence[QuotedName]
) -> tuple[list[Entity], list[Naming]]:
    """The bodies of an article and their mentions."""
    mentions = BodyFinder(context, people, quoted).find()
    return joined(EntityKind.ORGANISATION, mentions, _aliases(context, mentions)), mentions


def _aliases(context: Context, mentions: Sequence[Naming]) -> Iterator[tuple[Naming, Naming]]:
    """A short form in brackets after the full name: «… ШОС (СГП ШОС)»."""
    for full, short in zip(mentions, mentions[1:], strict=False):
        if short.first == full.stop + 1 and context.tokens[full.stop].text == "(":
            yield full, short


__all__ = ["BodyFinder", "is_abbreviated_body", "organisations", "proper_bodies"]
