"""Dates as news writes them: «2025-11-20», «20.11.2025», «20 ноября 2025 года», «11 ноя», «4-мая, 2025»,
«Март 28, 2011».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timezone
from email.utils import parsedate_to_datetime

from kgtui.model import Span

FIRST_YEAR, LAST_YEAR = 1900, 2099  # in which articles are put out

_MONTH_STEMS = (
    "янв|jan", "фев|feb", "мар|mar", "апр|apr", "ма[йя]|may", "июн|jun",
    "июл|jul", "авг|aug", "сен|sep", "окт|oct", "ноя|nov", "дек|dec",
)  # fmt: skip
_MONTH = re.compile("|".join(f"({stem})" for stem in _MONTH_STEMS), re.IGNORECASE)
_MONTH_WORD = (
    r"(?:янв(?:ар[ья])?|фев(?:р|рал[ья])?|мар(?:та?)?|апр(?:ел[ья])?|ма[йя]|июн[ья]?|июл[ья]?|авг(?:уста?)?"
    r"|сен(?:т|тябр[ья])?|окт(?:ябр[ья])?|ноя(?:б|бр[ья])?|дек(?:абр[ья])?"
    r"|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t|tember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)(?![^\W\d_])\.?"
)
_WRITTEN = (
    r"(?:"
    r"(?P<iso>\d{4}(?P<iso_sep>[-./])\d{1,2}(?P=iso_sep)\d{1,2})(?![\d.]*\d)"
    r"|(?P<numeric>\d{1,2}(?P<num_sep>[./-])\d{1,2}(?P=num_sep)(?:\d{4}|\d{2}))(?![\d]|\.\d)(?:\s*г(?:ода|\.)?(?!\w))?"
    rf"|[«\"]?(?P<day>\d{{1,2}})(?:-?(?:го|е))?[»\"]?[-\s]*(?P<month>{_MONTH_WORD})"
    r"(?:,?\s*(?P<year>\d{4})(?!\d)(?:[-\s]*(?:года|году|год|г\.|г|жыл[а-яңүө]*)(?!\w))?)?"
    rf"|(?P<first_month>{_MONTH_WORD})[ \t]+(?P<second_day>\d{{1,2}}),[ \t]*(?P<last_year>(?:19|20)\d\d)(?!\d)"
    r")"
)
_DATE = re.compile(rf"(?<![\w.]){_WRITTEN}", re.IGNORECASE)
_GLUED_DATE = re.compile(_WRITTEN, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as it stands in a text; ``year`` is None where it is not written."""

    span: Span
    day: int
    month: int
    year: int | None

    @property
    def full(self) -> date | None:
        return self.in_year(self.year) if self.year else None

    def in_year(self, year: int) -> date | None:
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


def date_at(text: str, position: int) -> WrittenDate | None:
    """The date that begins at a position, if one does."""
    match = _DATE.match(text, position)
    return _written(match) if match else None


def glued_date_at(text: str, position: int) -> WrittenDate | None:
    """The same, where a word or a time may end right before it: «Политика10 июня 2024», «17:1505.08.2021»."""
    match = _GLUED_DATE.match(text, position)
    return _written(match) if match else None


def dates_in(text: str, within: Span) -> Iterator[WrittenDate]:
    """All dates of a part of a text, in order."""
    for match in _DATE.finditer(text, within.start, within.end):
        if written := _written(match):
            yield written


def month_named(word: str) -> int | None:
    """The month (1…12) that a whole word names: «ноябрь», «ноября», «ноя.», «November»."""
    return _month_number(word) if re.fullmatch(_MONTH_WORD, word, re.IGNORECASE) else None


def stated_date(value: object) -> date | None:
    """The date that a field states: a text in any of the forms above, RFC 2822, or seconds since 1970."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return _from_epoch(value)
    text = value.strip() if isinstance(value, str) else ""
    for written in dates_in(text, Span(0, len(text))):
        if written.full:
            return written.full
    return _from_rfc(text)


def date_in_name(name: str) -> date | None:
    """The date in a file's name: «2025-11-20-встреча», «20251120_001», «20.11.2025 визит»."""
    compact = re.search(r"(?<![^\W_])((?:19|20)\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?![^\W_])", name)
    if compact:
        return _date(*map(int, compact.groups()))
    numeric = re.search(r"(?<![^\W_])(\d{1,2})[-_.](\d{1,2})[-_.]((?:19|20)\d\d)(?![^\W_])", name)
    return _date(*(int(part) for part in reversed(numeric.groups()))) if numeric else None


def _written(match: re.Match[str]) -> WrittenDate | None:
    span = Span(match.start(), match.end())
    if match["iso"]:
        year, month, day = (int(part) for part in re.split(r"[-./]", match["iso"]))
    elif match["numeric"]:
        day, month, year = (int(part) for part in re.split(r"[-./]", match["numeric"]))
        if year < 100 and match["num_sep"] != ".":
            return None
        year += 2000 if year < 100 else 0
    elif match["first_month"]:
        day, month = int(match["second_day"]), _month_number(match["first_month"])
        year = int(match["last_year"])
    else:
        day, month, year = int(match["day"]), _month_number(match["month"]), int(match["year"] or 0)
    leap = year or 2000
    return WrittenDate(span, day, month, year or None) if _date(leap, month, day) else None


def _month_number(word: str) -> int:
    match = _MONTH.match(word)
    return match.lastindex or 0 if match else 0


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return _credible(date(year, month, day))
    except ValueError:
        return None


def _credible(day: date) -> date | None:
    """Nothing is dated that was put out in another age: such a year is a slip, or stands for none."""
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def _from_epoch(seconds: float) -> date | None:
    if not 10**8 < abs(seconds) < 10**13:
        return None
    seconds = seconds / 1000 if abs(seconds) > 10**11 else seconds
    return _credible(datetime.fromtimestamp(seconds, tz=timezone.utc).date())


def _from_rfc(text: str) -> date | None:
    try:
        return _credible(parsedate_to_datetime(text).date())
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
