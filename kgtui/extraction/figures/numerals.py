"""Numbers with their multipliers: «1 250,6 млн», «двадцать пять тысяч», «1 миллиард $700 миллионов», «миллион»."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from kgtui.extraction.context import Context
from kgtui.extraction.figures.digits import digits_at
from kgtui.extraction.figures.wordings import SIGNS
from kgtui.extraction.tables import table
from kgtui.language import TokenKind, fold

_ROOM = {"hundred": 100, "ten": 10, "teen": 1, "unit": 1, "half": 1, "whole": 1}  # what may follow is smaller
_GENITIVE = frozenset("около более больше свыше порядка менее меньше до от выше с из близко".split())


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a token range. ``value`` has the multiplier in it, ``scale`` is that multiplier (1: none).

    ``worded`` tells that it has no digits; ``alone`` that it is a bare multiplier («миллион»); ``open_thousands`` that
    «1.500» may be one and a half or one and a half thousand; ``sign`` is a currency sign inside it.
    """

    first: int
    stop: int
    value: float
    scale: float = 1
    worded: bool = False
    alone: bool = False
    fraction: bool = False
    open_thousands: bool = False
    sign: int | None = None


@dataclass(frozen=True, slots=True)
class NumberWord:
    kind: str
    value: float


@dataclass(frozen=True, slots=True)
class _Part:
    """A number without its multiplier."""

    stop: int
    value: float
    worded: bool
    fraction: bool = False
    open_thousands: bool = False


def numbers(context: Context) -> Iterator[Number]:
    """The numbers of an article, each token in one at most."""
    position = 0
    while position < len(context):
        number = _number(context, position)
        if number is not None:
            yield number
        position = number.stop if number else position + 1


def _number(context: Context, first: int) -> Number | None:
    number = _term(context, first)
    while number is not None and number.scale > 1:
        at = number.stop
        sign = at if at < len(context) and context.tokens[at].text in SIGNS else None
        following = _term(context, at if sign is None else at + 1)
        if following is None or following.alone or following.value >= number.scale:
            break
        if (following.fraction and following.scale == 1) or (sign is not None and following.scale == 1):
            break
        number = Number(
            first,
            following.stop,
            number.value + following.value,
            following.scale,
            number.worded and following.worded,
            sign=sign if sign is not None else number.sign,
        )
    return number


def _term(context: Context, first: int) -> Number | None:
    """One number with its multiplier, «300 тыс.», or a multiplier alone."""
    part = _part(context, first)
    at = part.stop if part else first
    scale, stop = _multiplier(context, at)
    if part is None:
        if stop == at or not _stands_alone(context, at):
            return None
        return Number(first, stop, scale, scale, worded=True, alone=True)
    return Number(
        first,
        stop,
        part.value * scale,
        part.value if part.worded and part.value >= 1000 else scale,  # «полмиллиона» has its multiplier in itself
        part.worded,
        fraction=part.fraction,
        open_thousands=part.open_thousands and scale == 1,
    )


def _part(context: Context, first: int) -> _Part | None:
    if first >= len(context):
        return None
    if context.tokens[first].kind is TokenKind.NUMBER:
        found = digits_at(context, first)
        return _Part(found.stop, found.value, False, found.fraction, found.open_thousands) if found else None
    return _words(context, first)


def _words(context: Context, first: int) -> _Part | None:
    """«двести двадцать пять»: each word is smaller than the room that the last one leaves."""
    value, room, at = 0.0, 0, first
    while at < len(context):
        known = number_words().get(_key(context, at))
        if known is None or (value and (known.value >= room or known.kind in ("half", "whole"))):
            break
        value += known.value
        room = _ROOM[known.kind]
        at += 1
    return _Part(at, value, worded=True, fraction=value != int(value)) if at > first else None


def _multiplier(context: Context, at: int) -> tuple[float, int]:
    """What multiplies the number before a position, and where it ends; 1 where nothing does."""
    if at >= len(context):
        return 1, at
    known = multipliers().get(_key(context, at))
    if known is None:
        return 1, at
    abbreviated = f"{_key(context, at)}." in multipliers()
    return known, at + 2 if abbreviated and at + 1 < len(context) and context.tokens[at + 1].text == "." else at + 1


def _stands_alone(context: Context, at: int) -> bool:
    """«миллион», «тысячу»; «тысячи» after what governs the genitive, else it is a vague plural."""
    form = _key(context, at)
    return form in lone_multipliers() or (
        form == "тысячи" and at > 0 and context.lower(at - 1) in _GENITIVE and context.sentence(at)[0] < at
    )


@cache
def number_words() -> Mapping[str, NumberWord]:
    """Folded form → what it adds."""
    return {
        form: NumberWord(row["kind"], float(row["value"]))
        for row in table("number_words")
        for form in row["forms"].split()
    }


@cache
def multipliers() -> Mapping[str, int]:
    """Folded form, with and without the full stop of an abbreviation, → what it multiplies by."""
    return {form: int(row["value"]) for row in table("multipliers") for form in row["forms"].split()}


@cache
def lone_multipliers() -> frozenset[str]:
    return frozenset(form for row in table("multipliers") for form in row["alone"].split())


def _key(context: Context, at: int) -> str:
    return fold(context.tokens[at].text)
