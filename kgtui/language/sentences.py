"""Where sentences begin and end.

A line break ends a sentence — titles, captions and list items stand alone — unless it only wraps a long line: the next
one goes on in small letters. Where a full stop may belong to an abbreviation or an initial and nothing else tells, the
sentence goes on: two joined sentences do less harm than a torn one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kgtui.model import Span
from kgtui.wrapping import wraps

_END = re.compile(r"(?<![.!?…])[.!?…]+(?:[»”\"’')\]]|\[\d{1,3}\])*(?=\s)|\n")
_NEXT = re.compile(r"\s*[—–-]?\s*[«„“\"'(\[]*(\w)")

# After these a full stop is part of the abbreviation, whatever follows.
_NEVER_LAST = frozenset(
    "г гор им ул пр просп пл пос пгт мкр мкрн бул наб с д обл р-н о оз р акад проф доц ген полк св гр тов стр рис табл"
    " ст мл п пп гл разд ср см ок напр корп тел т т.е т.н т.ч и.о врио зам чл".split()
)
# After these it ends a sentence only where a capital follows.
_SOMETIMES_LAST = frozenset(
    "гг в вв н э н.э тыс млн млрд трлн руб коп долл др пр т.д т.п т.к ч кв куб мин сек чел шт экз мес проц барр".split()
)
_UNITS = frozenset("см т п стр д".split())  # of the first set; after a number they may end a sentence
_WORD_BEFORE = re.compile(r"(?<![^\W_])((?:[^\W\d_]\.\s?)*[^\W\d_](?:[^\W_]|-)*)$")
_LAST_WORD = re.compile(r"[^\W\d_](?:[^\W_]|-)*$")
# «Дж.», «Дз.», «Вл.»: a capital and a consonant are no word that could end a sentence.
_INITIAL = r"[A-ZА-ЯЁ][bcdfghjklmnpqrstvwxzбвгджзклмнпрстфхцчшщьъ]?"
_INITIALS = re.compile(rf"(?:{_INITIAL}\.\s?)*{_INITIAL}")
_DOLLARS = re.compile(r"\s*(?:США|Канады|Австралии|Гонконга|Сингапура)\b")
_YEAR_BEFORE = re.compile(r"(?:\d{4}|\b[ст]\.)\s*$")
_NUMBER_BEFORE = re.compile(r"\d\s*$")
_ITEM_NUMBER = re.compile(r"(?:^|\n)[ \t]*(?:\d{1,3}|[IVXLC]+|[а-яa-z])$")
_ONLY_A_DATE = re.compile(
    r"\W*(?:(?:(?:[вксдоизанпу]|во|ко|со|до|за|на|по|от|из|к|с|около|после|лишь|уже|ещё|еще|конце|начале|середине|период"
    r"|течение|осенью|зимой|весной|летом|[а-я]+(?:аря|аре|ября|ябре|тября|тябре|раля|рале)|марта|марте|апреля|апреле|мая"
    r"|мае|июня|июне|июля|июле|августа|августе)\b|\d+(?!\d)(?:-[а-я]{1,2})?)[\s–—-]*)+г{1,2}",
    re.IGNORECASE,
)


def sentence_spans(text: str, within: Span) -> Iterator[Span]:
    """The spans of the sentences inside ``within``, without the white space around them."""
    yield from _spans_from(text, within, within.start)


def sentences_at(text: str, within: Span, offsets: Iterable[int]) -> Iterator[Span]:
    """For each offset, in ascending order, the sentence that holds it, or the last one before it, else the first: as
    among all `sentence_spans`, of which only those are looked for that stand in the same paragraph before it."""
    last: Span | None = None
    for offset in offsets:
        if last is None or offset >= last.end:
            last = _sentence_at(text, within, offset, last)
        if last is None:  # only white space before it
            last = next(sentence_spans(text, within), None)
        if last is not None:
            yield last


def _sentence_at(text: str, within: Span, offset: int, known: Span | None) -> Span | None:
    """The last sentence that begins at an offset or before it; ``known`` is one that ends before it, from which on the
    others are looked for: a paragraph of a million letters is gone through once."""
    least = known.end if known else within.start
    start, found = offset + 1, None
    while found is None and start > least:
        start = _paragraph_start(text, within, start - 1, least)
        found = _last_before(_spans_from(text, within, start), offset)
    return found or known


def _last_before(sentences: Iterator[Span], offset: int) -> Span | None:
    """The last one that begins at an offset or before it."""
    last = None
    for sentence in sentences:
        if sentence.start > offset:
            break
        last = sentence
    return last


def _paragraph_start(text: str, within: Span, offset: int, least: int) -> int:
    """The nearest place before an offset, from ``least`` on, at which a line break surely ends a sentence."""
    at = text.rfind("\n", least, offset)
    while at >= 0 and wraps(text, at, within):
        at = text.rfind("\n", least, at)
    return at + 1 if at >= 0 else least


def _spans_from(text: str, within: Span, start: int) -> Iterator[Span]:
    """From a place on where a sentence may begin."""
    for end in _ends(text, within, start):
        if _joins(text, start, end):
            continue
        if span := _stripped(text, start, end):
            yield span
        start = end
    if span := _stripped(text, start, within.end):
        yield span


def _ends(text: str, within: Span, start: int) -> Iterator[int]:
    """Where sentences may end, told by what stands right around."""
    for match in _END.finditer(text, start, within.end):
        if match.group() == "\n":
            if not wraps(text, match.start(), within):
                yield match.end()
        elif _ends_here(text, match, within):
            yield match.end()


def _joins(text: str, start: int, end: int) -> bool:
    """«В 2020 г. Россия…», «1. Первое…»: what would end here is no sentence yet."""
    if text[end - 1] != "." or end - start > 60:
        return False
    before = text[start : end - 1]
    return _ITEM_NUMBER.search("\n" + before.lstrip()) is not None or _ONLY_A_DATE.fullmatch(before.strip()) is not None


def _ends_here(text: str, match: re.Match[str], within: Span) -> bool:
    following = _NEXT.match(text, match.end(), within.end)
    if following is None:
        return True
    capital = following.group(1).isupper()
    starts_new = capital or following.group(1).isdigit()
    if match.group()[0] != ".":
        return starts_new
    before = _WORD_BEFORE.search(text, max(within.start, match.start() - 20), match.start())
    if before is None:
        return starts_new
    whole = re.sub(r"\s", "", before.group(1))
    if _INITIALS.fullmatch(before.group(1)):
        return False
    known = _ends_after(text, match.start(), whole, capital)
    if known is None:
        word = _LAST_WORD.search(whole)
        known = _ends_after(text, match.start(), word.group(), capital) if word else None
    return starts_new if known is None else known


def _ends_after(text: str, stop: int, abbreviation: str, capital: bool) -> bool | None:
    """Whether the full stop at ``stop`` ends a sentence after an abbreviation; None where it is none."""
    low = abbreviation.lower()
    start = stop - len(abbreviation)
    if low == "г":
        return capital and _YEAR_BEFORE.search(text, max(0, start - 8), start) is not None
    if low in _NEVER_LAST and not (low in _UNITS and _NUMBER_BEFORE.search(text, max(0, start - 8), start)):
        return False
    if low == "долл" and _DOLLARS.match(text, stop + 1):
        return False
    return capital if low in _NEVER_LAST or low in _SOMETIMES_LAST else None


def _stripped(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None
