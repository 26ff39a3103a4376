"""Bodies by names of their own («Жогорку Кенеш») and abbreviations («МИД КР»)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache

from kgtui.extraction.context import Context
from kgtui.extraction.names.body_words import is_common, known_body, not_bodies, shortened_body
from kgtui.extraction.names.named import Naming, naming
from kgtui.extraction.phrases import (
    is_genitive,
)
from kgtui.extraction.tables import table
from kgtui.gazetteer import MatchKind, Sense
from kgtui.language import fold, word

_LONGEST = 5  # letters of an abbreviation that the dictionary lacks; longer ones are shouted words («ГАБАЛА»)
_CYRILLIC_CAPITALS = re.compile(r"[А-ЯЁ]{2,7}(?:-[А-ЯЁ]{2,})?")


class ShortNames:
    """Finds abbreviations; ``people`` are tokens of persons' names."""

    def __init__(self, context: Context, people: Collection[int]) -> None:
        self._context = context
        self._people = people

    def find(self) -> Iterator[Naming]:
        context = self._context
        for position in context.where(_may_be_short):
            if position in context.named or position in self._people or self._is_in_longer_name(position):
                continue
            token = context.tokens[position]
            short = shortened_body(token.text) or known_body(token.text) or self._capitals(position)
            if short:
                stop = with_country(self._context, position + 1)
                name = short + context.text[token.end : context.tokens[stop - 1].end] if stop > position + 1 else short
                yield naming(context, " ".join(name.split()), position, stop)

    def _is_in_longer_name(self, position: int) -> bool:
        """One of several words between quotation marks."""
        quoted = self._context.in_quotes.get(position)
        return quoted is not None and quoted[1] - quoted[0] > 1

    def _capitals(self, position: int) -> str:
        text = self._context.tokens[position].text
        if self._context.is_shouted(position) or position in self._context.in_quotes:
            return ""
        following = self._context.tokens[position + 1].text if position + 1 < len(self._context) else ""
        return "" if following in ("+", "№") else text


@cache
def _may_be_short(text: str) -> bool:
    """«МЧС», «Минстрой» – not «США +», «ОТ», shouted words."""
    if shortened_body(text) or known_body(text):
        return True
    capitals = len(text) >= 3 and _CYRILLIC_CAPITALS.fullmatch(text) is not None
    if len(text) > _LONGEST and not word(text).known:
        return False
    return capitals and text not in not_bodies() and not is_common(text)


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
        for name, (words, declined) in _starting(context.tokens[position].text):
            stop = position + len(words)
            if position in context.named and len(words) == 1:
                continue
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
    if word(wanted).known and not word(wanted).lemmas.isdisjoint(word(text).lemmas):
        return True
    stem = lower[:-1] if lower[-1] in "аяьй" else lower
    return (
        folded.startswith(stem)
        and re.fullmatch(r"(?:а|у|ом|ем|е|ы|и|я|ю|ой|ей|ого|ому|ым|ью)?", folded[len(stem) :]) is not None
    )
