"""What a word says of time: the table ``time_words``, looked up by form, then by lemma."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache

from kgtui.extraction.context import Context, lemmas_of
from kgtui.extraction.tables import table
from kgtui.language import TokenKind, fold, word
from kgtui.language.numbers import number_key


class Kind(str, Enum):
    MONTH = "month"
    YEAR = "year"
    HALF = "half"
    PART = "part"  # «половина»
    QUARTER = "quarter"
    MONTHS = "months"  # the noun «месяц»
    WEEK = "week"
    DAY = "day"
    RELATIVE = "relative"  # «прошлый», «текущий», «следующий»
    BEFORE = "before"  # «предыдущий»: before what was named last
    LATEST = "latest"  # «последние три», «ближайшие три»
    TODAY = "today"
    WEEKDAY = "weekday"
    SEASON = "season"
    SEASONAL = "seasonal"  # «летний»
    SPAN = "span"  # «период», «сезон»
    ORDINAL = "ordinal"
    NUMBER = "number"
    EDGE = "edge"  # «начало», «конец»
    OUTCOME = "outcome"  # «по итогам года»
    AGO = "ago"
    EARLIER = "earlier"
    AHEAD = "ahead"
    SAME = "same"
    NEW = "new"  # «до Нового года»
    OF_YEAR = "of_year"  # «план-2024»


@dataclass(frozen=True, slots=True)
class TimeWord:
    """``value`` is that of the table; ``last`` is the second month of «январь-август», 0 otherwise."""

    kind: Kind
    value: int
    last: int = 0


_YEAR = re.compile(r"(?:19|20)\d\d")


@cache
def _table() -> Mapping[str, TimeWord]:
    return {fold(row["word"]): TimeWord(Kind(row["kind"]), int(row["value"])) for row in table("time_words")}


@cache
def time_word(form: str) -> TimeWord | None:
    """The word of time that a form is, as the table has it; each form is looked up once a process."""
    words = _table()
    if known := words.get(fold(form)):
        return known
    if "-" in form:
        return _compound(form)
    named = sorted(lemmas_of(form)) + [
        fold(reading.inflect("nomn", "sing", "masc") or "") for reading in word(form).readings if reading.pos == "PRTF"
    ]  # «ушедший» is to the dictionary a form of «уйти»
    return next((words[each] for each in named if each in words), None)


def _compound(form: str) -> TimeWord | None:
    """«Январе-августе», «план-2024»."""
    first, _hyphen, last = form.partition("-")
    if _YEAR.fullmatch(last):
        reading = word(first).readings[0]
        is_noun = word(first).known and reading.pos == "NOUN" and not reading.is_name
        return TimeWord(Kind.OF_YEAR, int(last)) if is_noun else None
    both = (time_word(first), time_word(last)) if first and last else (None, None)
    if both[0] and both[1] and both[0].kind is both[1].kind is Kind.MONTH:
        return TimeWord(Kind.MONTH, both[0].value, both[1].value)
    return None


class TimeTokens:
    """The tokens of an article as expressions of time ask for them; past its ends there is nothing."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self._tokens = context.tokens
        self._words = {i: found for i in context.words if (found := time_word(self._tokens[i].text)) is not None}

    @property
    def starts(self) -> list[int]:
        """The positions at which something may be said of time: words of the table and numbers."""
        return sorted((*self._words, *self.context.numbers))

    def word(self, position: int, *kinds: Kind) -> TimeWord | None:
        """The word of time (of one of these kinds, if any are given) at a position."""
        found = self._words.get(position)
        return found if found and (not kinds or found.kind in kinds) else None

    def text(self, position: int) -> str:
        """A token in small letters, "" past the ends."""
        return self.context.lower(position) if 0 <= position < len(self._tokens) else ""

    def whole(self, position: int) -> int | None:
        """The whole number in digits at a position, also with an ending: «9», «2024-м»."""
        if not 0 <= position < len(self._tokens) or self._tokens[position].kind is not TokenKind.NUMBER:
            return None
        digits = number_key(self._tokens[position].text)
        return int(digits) if digits and digits.isdecimal() and len(digits) <= 4 else None

    def count(self, position: int) -> int | None:
        """A number in digits or in words."""
        if (number := self.whole(position)) is not None:
            return number
        word = self.word(position, Kind.NUMBER)
        return word.value if word else None

    def year(self, position: int) -> int | None:
        """The number of a year."""
        number = self.whole(position)
        return number if number is not None and 1900 <= number <= 2099 else None

    def past_dot(self, position: int) -> int:
        """Past the full stop of an abbreviation that ends before a position («г.», «кв.»)."""
        shortened = self.text(position - 1)
        return position + 1 if self.text(position) == "." and shortened in _SHORTENED else position


_SHORTENED = frozenset("г гг мес кв тек янв фев февр апр авг сен сент окт ноя нояб дек".split())
