"""Numbers in digits: «1 250,6» whatever its spaces, «1.500.000», «2,73», «$1.4», «5-ти»."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kgtui.extraction.context import Context

_SPACES = frozenset(" \u00a0\u202f\u2009\u2007")
_MOST_SIGNS = 20  # more are no amount but a code
_MOST_GROUPS = 5
# «2-х», «5-ти», «8-ю»; any other ending makes an ordinal or a decade («24-м», «90-х»)
_CARDINAL = re.compile(r"([234])[-‐‑](?:х|ух|ёх|ех|м|ум|мя)|(\d+)[-‐‑](?:ти|и|мя|ми|ю|ью|а)")
_WHOLE = re.compile(r"\d+")
_FRACTION = re.compile(r"(\d+)[.,](\d+)")
_GROUPED = re.compile(r"\d{1,3}(?:(?:\.\d{3}){2,}|(?:,\d{3}){2,})")
_GROUPED_FRACTION = re.compile(r"(\d{1,3}(?:\.\d{3})+),(\d+)|(\d{1,3}(?:,\d{3})+)\.(\d+)")
_GROUP = re.compile(r"\d{3}(?:[.,]\d+)?")


@dataclass(frozen=True, slots=True)
class Digits:
    """A number in digits and where it ends. ``open_thousands``: «1.500» may be one and a half or one and a half
    thousand.
    """

    stop: int
    value: float
    fraction: bool = False
    open_thousands: bool = False


def digits_at(context: Context, first: int) -> Digits | None:
    """The number in digits that begins at a token; None of a date, an ordinal, a code."""
    text = context.tokens[first].text
    if len(text) > _MOST_SIGNS:
        return None
    if _WHOLE.fullmatch(text):
        return _spaced(context, first)
    return _cardinal(text, first + 1) or _dotted(text, first + 1) or _fraction(text, first + 1)


def _spaced(context: Context, first: int) -> Digits:
    """«12 500 000» and «1 250,6»; one group where none follows."""
    text = context.tokens[first].text
    stop, fraction = first + 1, False
    if len(text) <= 3 and not text.startswith("0"):
        while stop < min(len(context), first + _MOST_GROUPS) and not fraction and _is_group(context, stop):
            group = context.tokens[stop].text
            fraction = len(group) > 3
            text += group.replace(",", ".")
            stop += 1
    return Digits(stop, float(text), fraction)


def _is_group(context: Context, position: int) -> bool:
    token = context.tokens[position]
    between = context.text[context.tokens[position - 1].end : token.start]
    return between in _SPACES and len(token.text) < _MOST_SIGNS and _GROUP.fullmatch(token.text) is not None


def _cardinal(text: str, stop: int) -> Digits | None:
    match = _CARDINAL.fullmatch(text)
    return Digits(stop, float(match.group(1) or match.group(2))) if match else None


def _dotted(text: str, stop: int) -> Digits | None:
    """Thousands parted by points or commas, with or without a fraction after the other sign."""
    if _GROUPED.fullmatch(text):
        return Digits(stop, float(re.sub("[.,]", "", text)))
    match = _GROUPED_FRACTION.fullmatch(text)
    if match is None:
        return None
    whole, rest = (group for group in match.groups() if group is not None)
    return Digits(stop, float(f"{re.sub('[.,]', '', whole)}.{rest}"), fraction=True)


def _fraction(text: str, stop: int) -> Digits | None:
    match = _FRACTION.fullmatch(text)
    if match is None:
        return None
    whole, rest = match.groups()
    in_thousands = len(rest) == 3 and len(whole) <= 3 and not whole.startswith("0")
    is_fraction = not in_thousands or "," in text
    return Digits(stop, float(f"{whole}.{rest}"), fraction=is_fraction, open_thousands=in_thousands)
