"""Days: «14 ноября 2025 года», «14.11.2025», «1–4 декабря», «с 30 сентября по 1 октября»."""

from __future__ import annotations

import re

from kgtui.extraction.context import DASHES
from kgtui.extraction.periods.expressions import Days, YearRef
from kgtui.extraction.periods.words import Kind, TimeTokens
from kgtui.extraction.periods.years import year_after
from kgtui.reading.dates import date_at

_NUMERIC = re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})|\d{4}")


def days_at(tokens: TimeTokens, position: int) -> tuple[Days, int] | None:
    """The day or run of days that begins at a position, and where it stops."""
    return _worded(tokens, position) or _numeric(tokens, position)


def _numeric(tokens: TimeTokens, position: int) -> tuple[Days, int] | None:
    context = tokens.context
    token = context.tokens[position]
    if not _NUMERIC.fullmatch(token.text):
        return None
    written = date_at(context.text, token.start)
    if written is None or not written.year or written.span.end > context.analysis.span.end:
        return None
    day = (written.day, written.month)
    return Days(day, day, YearRef(written.year)), context.positions(written.span).stop


def _worded(tokens: TimeTokens, position: int) -> tuple[Days, int] | None:
    first = _day(tokens, position)
    if first is None:
        return None
    stop = position + 1
    if month := _month(tokens, stop):
        if between := _joined(tokens, month[1]):
            last, last_month, stop, year = between
            if (last_month, last) > (month[0], first) or last_month < month[0]:
                return Days((first, month[0]), (last, last_month), year), stop
        year_ref, stop = year_after(tokens, month[1]) or (None, month[1])
        return Days((first, month[0]), (first, month[0]), year_ref), stop
    if (between := _joined(tokens, stop)) and between[0] > first:
        last, last_month, stop, year = between
        return Days((first, last_month), (last, last_month), year), stop
    return None


def _joined(tokens: TimeTokens, position: int) -> tuple[int, int, int, YearRef | None] | None:
    """The second day after a dash, «и» or «по», its month, where it stops, and its year."""
    if tokens.text(position) not in DASHES and tokens.text(position) not in ("и", "по"):
        return None
    day = _day(tokens, position + 1)
    month = _month(tokens, position + 2) if day else None
    if day is None or month is None:
        return None
    year, stop = year_after(tokens, month[1]) or (None, month[1])
    return day, month[0], stop, year


def _day(tokens: TimeTokens, position: int) -> int | None:
    number = tokens.whole(position)
    return number if number is not None and 1 <= number <= 31 else None


def _month(tokens: TimeTokens, position: int) -> tuple[int, int] | None:
    word = tokens.word(position, Kind.MONTH)
    return (word.value, tokens.past_dot(position + 1)) if word else None
