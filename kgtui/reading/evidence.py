"""What a text says of the day it was written on: weekdays, «сегодня, 5 ноября», the years it speaks of."""

from __future__ import annotations

import re
from datetime import date

from kgtui.model import Span
from kgtui.reading.dates import WrittenDate, dates_in

_LEAD = 700  # signs at the beginning of a text that speak of its own day
_WEEKDAYS = ("понедельник", "вторник", "сред", "четверг", "пятниц", "суббот", "воскресень")
_WEEKDAY = re.compile(rf"\bво?\s+({'|'.join(_WEEKDAYS)})[а-я]*(?!\s+прошл)", re.IGNORECASE)
_TODAY = re.compile(r"\bсегодня,?\s+$", re.IGNORECASE)
_TO_COME = re.compile(r"[^.\n]{0,60}?\b(?:состо[ия]тся|пройд[её]т|будет|будут|планируется|намечен\w*|ожидается)\b")
_YEAR = re.compile(r"(?<![\d.,-])((?:19|20)\d\d)(?=(?:-го|-м)?\s*(?:год|г\.))")
_RUNNING = re.compile(r"до\s+конца\s+(?:текущего,?\s+|этого,?\s+)?$", re.IGNORECASE)
_MONTHS = r"(?:январ|феврал|март|апрел|ма[йе]|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-я]*"
_PART = re.compile(rf"(?:месяц(?:а|ев)?|{_MONTHS})(?:\s+месяцев)?\s+$", re.IGNORECASE)
_GONE = re.compile(r"(?:в|за|итогам|итоги|данным)\s+$", re.IGNORECASE)


def fit(text: str, words: Span, day: date) -> int:
    """How well the beginning of ``text[words]`` agrees with having been written on a day; 0 where it says nothing."""
    beginning = _beginning(words)
    score = 0
    if match := _WEEKDAY.search(text, beginning.start, beginning.end):
        score += 2 if _WEEKDAYS.index(match[1].lower()) == day.weekday() else -1
    return score + sum(_agreement(text, beginning, written, day) for written in dates_in(text, beginning))


def own_day(text: str, words: Span) -> date | None:
    """The day that the beginning of ``text[words]`` calls its own: «Сегодня, 17 июля 2025 года, …»."""
    beginning = _beginning(words)
    for written in dates_in(text, beginning):
        if written.full and _is_today(text, beginning, written):
            return written.full
    return None


def _beginning(words: Span) -> Span:
    return Span(words.start, min(words.end, words.start + _LEAD))


def _is_today(text: str, beginning: Span, written: WrittenDate) -> bool:
    return _TODAY.search(text, max(beginning.start, written.span.start - 12), written.span.start) is not None


def _agreement(text: str, beginning: Span, written: WrittenDate, day: date) -> int:
    same = written.in_year(written.year or day.year) == day
    if _is_today(text, beginning, written):
        return 3 if same else -3
    return int(same and not _TO_COME.match(text, written.span.end))


def nearest(written: WrittenDate, reference: date) -> date | None:
    """The day of a date without its year that is nearest to another day."""
    days = [day for year in range(reference.year - 1, reference.year + 2) if (day := written.in_year(year))]
    return min(days, key=lambda day: abs(day - reference), default=None)


def year_of_text(text: str, words: Span, dateline: WrittenDate) -> int | None:
    """The year of a dateline without one, as far as the text settles it.

    The latest date with its year tells the nearest year; else a year that has gone by («в 2024 году», «по итогам
    2024 года») the next one, and a year that is running («до конца 2025 года», «за пять месяцев 2025 года») itself; a
    weekday decides between them.
    None where the text says nothing.
    """
    full = [day for written in dates_in(text, words) if (day := written.full)]
    if full:
        day = nearest(dateline, max(full))
        return day.year if day else None
    running, gone = _years(text, words)
    candidates = [*running, max(gone) + 1] if gone else running
    fitting = [year for year in candidates if (day := dateline.in_year(year)) and fit(text, words, day) > 0]
    return max(fitting or candidates, default=None)


def _years(text: str, words: Span) -> tuple[list[int], list[int]]:
    """The years that a text speaks of as running, and as gone by."""
    running, gone = [], []
    for match in _YEAR.finditer(text, words.start, words.end):
        before = max(words.start, match.start() - 30)
        if _RUNNING.search(text, before, match.start()) or _PART.search(text, before, match.start()):
            running.append(int(match[1]))
        elif _GONE.search(text, max(words.start, match.start() - 12), match.start()):
            gone.append(int(match[1]))
    return running, gone
