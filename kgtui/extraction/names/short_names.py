"""Bodies by names of their own («Жогорку Кенеш»), abbreviations («МИД КР») and Latin names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache

from kgtui.extraction.context import Context
from kgtui.extraction.names.body_words import ABBREVIATED, is_body_head, is_common, not_bodies
from kgtui.extraction.names.named import Naming, naming
from kgtui.extraction.phrases import (
    is_genitive,
)
from kgtui.extraction.tables import table
from kgtui.gazetteer import MatchKind, Sense
from kgtui.language import fold, word

_CYRILLIC_CAPITALS = re.compile(r"[А-ЯЁ]{2,7}(?:-[А-ЯЁ]{2,})?")
_ROMAN = re.compile(r"[IVXLC]+")
_LATIN = re.compile(r"[A-ZÇŞİÖÜĞ][A-Za-zÇŞİÖÜĞçşıöüğ&]+")


class ShortNames:
    """Finds abbreviations and Latin names; ``people`` are tokens of persons' names."""

    def __init__(self, context: Context, people: Collection[int]) -> None:
        self._context = context
        self._people = people

    def find(self) -> Iterator[Naming]:
        yield from self._short_names()
        yield from self._latin()

    # abbreviations

    def _short_names(self) -> Iterator[Naming]:
        context = self._context
        for position in context.where(_may_be_short):
            if position in context.named or position in self._people:
                continue
            token = context.tokens[position]
            short = _abbreviated(token.text) or self._capitals(position)
            if short:
                stop = with_country(self._context, position + 1)
                name = short + context.text[token.end : context.tokens[stop - 1].end] if stop > position + 1 else short
                yield naming(context, " ".join(name.split()), position, stop)

    def _capitals(self, position: int) -> str:
        text = self._context.tokens[position].text
        if self._context.is_shouted(position) or position in self._context.in_quotes:
            return ""
        following = self._context.tokens[position + 1].text if position + 1 < len(self._context) else ""
        return "" if following in ("+", "№") else text

    def _latin(self) -> Iterator[Naming]:
        context, stop = self._context, 0
        last_stop = -2
        for position in context.capitals:
            if position < stop:
                continue
            stop = self._latin_stop(position)
            if stop > position:
                listed = last_stop == position - 1 and context.tokens[position - 1].text in (",", "и")
                if self._is_latin_body(position, stop, listed=listed):
                    yield naming(context, context.worded(position, stop), position, stop)
                    last_stop = stop

    def _latin_stop(self, position: int) -> int:
        context = self._context
        stop, end = position, context.sentence(position)[1]
        while stop < end and _is_latin(context.tokens[stop].text) and stop not in context.named:
            stop += 1
        return stop

    def _is_latin_body(self, first: int, stop: int, *, listed: bool) -> bool:
        text = self._context.tokens[first].text
        if (
            first in self._context.in_quotes
            or text in not_bodies()
            or _ROMAN.fullmatch(text)
            or stop - first > 4
            or self._is_code(first, stop)
        ):
            return False
        abbreviated = stop == first + 1 and text.isupper() and len(text) >= 3
        return listed or abbreviated or bool(re.search(r"[a-z][A-Z]", text)) or self._introduced(first)

    def _is_code(self, first: int, stop: int) -> bool:
        """Part of an address («CentralasianLIGHT.org»), a model («BELARUS 82.1») or a programme («Erasmus+»)."""
        context = self._context
        if first and context.glued(first) and context.tokens[first - 1].text in "./@":
            return True
        if stop >= len(context):
            return False
        following = context.tokens[stop].text
        if following[:1].isdigit() or (context.glued(stop) and following in "@/+:_"):
            return True
        return following == "." and stop + 1 < len(context) and context.glued(stop) and context.glued(stop + 1)

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


@cache
def _may_be_short(text: str) -> bool:
    """«МЧС», «Минстрой» – not «США +», «ОТ», shouted words."""
    if ABBREVIATED.fullmatch(text):
        return True
    capitals = len(text) >= 3 and _CYRILLIC_CAPITALS.fullmatch(text) is not None
    return capitals and text not in not_bodies() and not is_common(text)


@cache
def _abbreviated(text: str) -> str:
    """The nominative of «Минстроя», "" of other words."""
    match = ABBREVIATED.fullmatch(text)
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


@cache
def _is_latin(text: str) -> bool:
    return _LATIN.fullmatch(text) is not None


def with_country(context: Context, stop: int) -> int:
    """«МИД Казахстана», «Генштаб ВС КР»: the country that follows belongs to the name."""
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


@cache
def _proper_names() -> Mapping[str, tuple[tuple[str, ...], bool]]:
    """First word, folded stem → the words of each name; whether the last one declines."""
    return {row["name"]: (tuple(row["name"].split()), row["form"] == "declined") for row in table("body_names")}


def proper_bodies(context: Context) -> Iterator[Naming]:
    """Bodies known by a name of their own: «Жогорку Кенеш», «МИД», «Кремль»."""
    for position in context.capitals:
        if position in context.named:
            continue
        for name, (words, declined) in _starting(context.tokens[position].text):
            stop = position + len(words)
            if stop <= context.sentence(position)[1] and _is_called(context, position, words, declined):
                last = with_country(context, stop) if name.isupper() else stop
                country = (
                    context.text[context.tokens[stop - 1].end : context.tokens[last - 1].end] if last > stop else ""
                )
                yield naming(context, " ".join((name + country).split()), position, last, found_by="list")
                break


@cache
def _starting(form: str) -> tuple[tuple[str, tuple[tuple[str, ...], bool]], ...]:
    """The names whose first word the form may be."""
    return tuple(item for item in _proper_names().items() if item[0][:3].lower() == form[:3].lower())


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
