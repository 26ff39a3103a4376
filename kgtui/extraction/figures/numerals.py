"""Numbers with their multipliers: «1 250,6 млн», «двадцать пять тысяч», «1 миллиард $700 миллионов», «миллион»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kgtui.extraction.context import Context
from kgtui.extraction.figures.digits import digits_at
from kgtui.extraction.figures.number_words import lone_multipliers, may_begin_number, multipliers, number_words
from kgtui.extraction.figures.wordings import SIGNS
from kgtui.language import TokenKind

_ROOM = {"hundred": 100, "ten": 10}  # what follows is smaller; after the other words nothing does
_ALONE = ("half", "whole", "part")
_AND_A_HALF, _MORE = ("с", "половиной"), (("с", "лишним"), ("с", "небольшим"))
_VAGUE = frozenset({"тысячи", "сотни", "десятка"})
_GENITIVE = frozenset("около более больше свыше порядка менее меньше до от выше с из близко".split())


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a token range. ``value`` has the multiplier in it, ``scale`` is that multiplier (1: none),
    of several the greatest; ``ones`` tells that the last term has none («1 тыс. 200»).

    ``high`` is the other end of a range in one word («два-три»). ``worded`` tells that it has no digits, ``alone`` that
    it is a bare multiplier («миллион»), ``open_thousands`` that «1.500» may be one and a half or one and a half
    thousand; ``sign`` is the token of a currency sign inside it, ``more`` tells of «с лишним».
    """

    first: int
    stop: int
    value: float
    high: float | None = None
    scale: float = 1
    ones: bool = False
    worded: bool = False
    alone: bool = False
    fraction: bool = False
    open_thousands: bool = False
    sign: int | None = None
    more: bool = False


def numbers(context: Context) -> Iterator[Number]:
    """The numbers of an article, each token in one at most."""
    stop = 0
    for position in sorted((*context.where(may_begin_number), *context.numbers)):
        if position < stop:
            continue
        number = _number(context, position)
        if number is not None:
            number = _with_more(context, _with_words(context, number))
            stop = number.stop
            yield number


def _with_words(context: Context, number: Number) -> Number:
    """«10 000 000 (десять миллионов) сомов» as one number."""
    if number.stop >= len(context) or context.tokens[number.stop].text != "(":
        return number
    worded = _number(context, number.stop + 1)
    if worded is None or worded.value != number.value or worded.stop >= len(context):
        return number
    return replace(number, stop=worded.stop + 1) if context.tokens[worded.stop].text == ")" else number


def _with_more(context: Context, number: Number) -> Number:
    """«миллиард с лишним», «20 с лишним», «300+»."""
    if _two_after(context, number) in _MORE:
        return replace(number, stop=number.stop + 2, more=True)
    if number.stop < len(context) and context.tokens[number.stop].text == "+" and context.glued(number.stop):
        return replace(number, stop=number.stop + 1, more=True)
    return number


def _two_after(context: Context, number: Number) -> tuple[str, ...]:
    return tuple(context.lower(at) for at in range(number.stop, min(number.stop + 2, len(context))))


def _number(context: Context, first: int) -> Number | None:
    """A number with all its terms: «1 млн 200 тыс.», «41 тысяча 863»."""
    number = last = _term(context, first)
    while number is not None and last is not None and last.scale > 1:
        at = number.stop
        sign = at if at < len(context) and context.tokens[at].text in SIGNS else None
        last = _next_term(context, last, sign, at)
        if last is not None:
            number = replace(
                number,
                stop=last.stop,
                value=number.value + last.value,
                ones=last.scale == 1,
                worded=number.worded and last.worded,
                alone=False,
                fraction=last.fraction,
                sign=sign if sign is not None else number.sign,
                more=last.more,
            )
    return number


def _next_term(context: Context, last: Number, sign: int | None, at: int) -> Number | None:
    """A smaller term of the same sentence; after a sign, or with a fraction, only one with a multiplier of its own."""
    following = _term(context, at if sign is None else at + 1)
    if following is None or context.sentence(at)[0] > last.first:
        return None
    bare = following.scale == 1
    fits = (
        not following.alone
        and last.high is following.high is None
        and following.value < last.scale
        and not (bare and (following.fraction or sign is not None))
    )
    return following if fits else None


def _term(context: Context, first: int) -> Number | None:
    """One number with its multiplier, «300 тыс.», «два с половиной миллиона», or a multiplier alone."""
    number = _bare(context, first)
    if number is None:
        return _lone_multiplier(context, first)
    following = _two_after(context, number)
    if following == _AND_A_HALF:
        number = replace(number, stop=number.stop + 2, value=number.value + 0.5, fraction=True)
    elif following in _MORE and _multiplier(context, number.stop + 2)[1] > number.stop + 2:
        number = replace(number, stop=number.stop + 2, more=True)  # «20 с лишним тысяч»
    scale, stop = _multiplier(context, number.stop)
    if stop == number.stop:
        return number
    return replace(
        number,
        stop=stop,
        value=number.value * scale,
        high=None if number.high is None else number.high * scale,
        scale=scale,
        open_thousands=False,
    )


def _bare(context: Context, first: int) -> Number | None:
    """A number before its multiplier."""
    if first >= len(context):
        return None
    if context.tokens[first].kind is not TokenKind.NUMBER:
        return _words(context, first) or _two_words(context, first)
    found = digits_at(context, first)
    if found is None:
        return None
    return Number(first, found.stop, found.value, fraction=found.fraction, open_thousands=found.open_thousands)


def _words(context: Context, first: int) -> Number | None:
    """«двести двадцать пять»: each word is smaller than the room that the last one leaves."""
    value, room, at = 0.0, 0, first
    while at < len(context):
        known = number_words().get(_key(context, at))
        if known is None or (value and (known.value >= room or known.kind in _ALONE)):
            break
        if known.kind == "part" and _multiplier(context, at + 1)[1] == at + 1:
            break
        value += known.value
        room = _ROOM.get(known.kind, 1)
        at += 1
    if at == first:
        return None
    scale = value if value >= 1000 else 1  # «полмиллиона» has its multiplier in itself
    return Number(first, at, value, scale=scale, worded=True, fraction=value != int(value))


def _two_words(context: Context, first: int) -> Number | None:
    """«два-три», «пять-шесть»."""
    low, dash, high = _key(context, first).partition("-")
    if not dash or low not in number_words() or high not in number_words():
        return None
    ends = number_words()[low].value, number_words()[high].value
    return Number(first, first + 1, ends[0], high=ends[1], worded=True) if ends[0] < ends[1] else None


def _multiplier(context: Context, at: int) -> tuple[float, int]:
    """What multiplies the number before a position, and where it ends; 1 where nothing does."""
    if at >= len(context):
        return 1, at
    form = _key(context, at)
    known = multipliers().get(form)
    if known is None:
        return 1, at
    ends = at + 2 >= context.sentence(at)[1]  # the full stop of a sentence
    stopped = f"{form}." in multipliers() and not ends and context.tokens[at + 1].text == "."
    return known, at + 2 if stopped else at + 1


def _lone_multiplier(context: Context, at: int) -> Number | None:
    """«миллион», «тысячу»; «тысячи» after what governs the genitive, for else it is a vague plural."""
    scale, stop = _multiplier(context, at)
    if stop == at:
        return None
    form = _key(context, at)
    after_genitive = context.sentence(at)[0] < at and context.lower(at - 1) in _GENITIVE
    if form not in lone_multipliers() and not (form in _VAGUE and after_genitive):
        return None
    return Number(at, stop, scale, scale=scale, worded=True, alone=True)


def _key(context: Context, at: int) -> str:
    return context.tokens[at].folded
