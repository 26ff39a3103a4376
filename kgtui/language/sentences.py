"""Where sentences begin and end. A line break always ends one: titles, captions and list items stand alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kgtui.model import Span

_END = re.compile(r"[.!?…]+[»”\"’')\]]*(?=\s)|\n")
_NEXT = re.compile(r"\s*[—–-]?\s*[«„“\"'(\[]*(\w)")

# After these a full stop is part of the abbreviation, whatever follows.
_NEVER_LAST = frozenset(
    "г гор им ул пр просп пл пос с д обл р-н о оз р акад проф доц ген полк св гр тов стр рис табл ст п пп ср см напр"
    " т т.е и.о врио зам".split()
)
# After these it ends a sentence only where a capital follows.
_SOMETIMES_LAST = frozenset(
    "гг в вв н э тыс млн млрд трлн руб коп долл др пр т.д т.п т.ч кв куб мин сек чел шт".split()
)
_WORD_BEFORE = re.compile(r"((?:[^\W\d_]\.)*[^\W\d_](?:[^\W_]|-)*)$")


def sentence_spans(text: str, within: Span) -> Iterator[Span]:
    """The spans of the sentences inside ``within``, without the white space around them."""
    start = within.start
    for end in _ends(text, within):
        if span := _stripped(text, start, end):
            yield span
        start = end
    if span := _stripped(text, start, within.end):
        yield span


def _ends(text: str, within: Span) -> Iterator[int]:
    for match in _END.finditer(text, within.start, within.end):
        if match.group() == "\n" or _ends_here(text, match, within):
            yield match.end()


def _ends_here(text: str, match: re.Match[str], within: Span) -> bool:
    following = _NEXT.match(text, match.end(), within.end)
    if following is None:
        return True
    starts_new = following.group(1).isupper() or following.group(1).isdigit()
    if match.group()[0] != ".":
        return starts_new
    before = _WORD_BEFORE.search(text, max(within.start, match.start() - 20), match.start())
    if before is None:
        return starts_new
    last = before.group(1)
    if len(last) == 1 and last.isupper():  # an initial
        return False
    if last.lower() in _NEVER_LAST:
        return last.lower() == "г" and following.group(1).isupper() and _after_year(text, before.start())
    return starts_new if last.lower() not in _SOMETIMES_LAST else following.group(1).isupper()


def _after_year(text: str, start: int) -> bool:
    """«в 2024 г. Президент» may end a sentence, «в г. Москве» does not."""
    return re.search(r"\d{4}\s*$", text[max(0, start - 8) : start]) is not None


def _stripped(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None
