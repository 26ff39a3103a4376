"""What a text says of the day it was written on: weekdays, «сегодня, 5 ноября», the years it speaks of."""

from __future__ import annotations

import re
from datetime import date

from kgtui.language import word
from kgtui.model import Span
from kgtui.reading.dates import WrittenDate, dates_in

_CLAUSE = 80  # signs on each side of a date
_CLAUSE_END = re.compile(r"[.;!?«»“”\n]|,\s(?=котор|что\b)")
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE = 80  # signs before a year in which a verb says that it is still to come
_LEAD = 700  # signs at the beginning of a text that speak of its own day
_WEEKDAYS = ("понедельник", "вторник", "сред", "четверг", "пятниц", "суббот", "воскресень")
_WEEKDAY = re.compile(rf"\bво?\s+({'|'.join(_WEEKDAYS)})[а-я]*(?!\s+прошл)", re.IGNORECASE)
_TODAY = re.compile(r"\bсегодня,?\s+$", re.IGNORECASE)
_ABOUT_IT = re.compile(r"\bоб этом\s+$", re.IGNORECASE)
_TELLS = re.compile(
    r",?\s+(?:сообщ|заяв|рассказ|объяв|написа|информир|передал|проинформ|стало известно)", re.IGNORECASE
)
_TO_COME = re.compile(r"[^.\n]{0,60}?\b(?:состо[ия]тся|пройд[её]т|будет|будут|планируется|намечен\w*|ожидается)\b")
_YEAR = re.compile(r"(?<![\d.,-])((?:19|20)\d\d)(?=(?:-го|-м)?\s*(?:год|г\.))")
_RUNNING = re.compile(r"до\s+конца\s+(?:текущего,?\s+|этого,?\s+)?$", re.IGNORECASE)
_EVENT = re.compile(r"[–—-]\s?((?:19|20)\d\d)(?=[»”\"])")
_MONTHS = "январ феврал март апрел ма[йея] июн июл август сентябр октябр ноябр декабр".split()
_COUNTS = "дв[ае] три четыре пять шесть семь восемь девять десять одиннадцать".split()
_ORDINALS = "(?:перв|i\\b|1) (?:втор|ii\\b|2) (?:трет|iii\\b|3) (?:четв[её]рт|iv\\b|4)".split()
_PART = re.compile(
    rf"(?:(?P<count>\d{{1,2}}|{'|'.join(_COUNTS)})\s+месяц(?:а|ев)"
    rf"|(?P<ordinal>{'|'.join(_ORDINALS)})[\w-]*\s+(?P<kind>квартал|полугоди)\w*"
    rf"|(?P<over>\b(?:за|по)\s+|[–—-]\s?)?(?<!\bк\s)(?<!\bдо\s)\b(?P<month>{'|'.join(_MONTHS)})[а-я]*)"
    r"\s+(?P<year>(?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_AHEAD = re.compile(r"\b(?:буд[еу]т|планиру\w+|намечен\w*|ожида\w+|заверш[аи]т\w*|намерен\w*)\b[^.!?]*$", re.IGNORECASE)
_GONE = re.compile(r"\b(?:в|за|итогам|итоги|данным)\s+$", re.IGNORECASE)


def fit(text: str, words: Span, day: date) -> int:
    """How well the beginning of ``text[words]`` agrees with having been written on a day; 0 where it says nothing."""
    beginning = _beginning(words)
    score = 0
    if match := _WEEKDAY.search(text, beginning.start, beginning.end):
        score += 2 if _WEEKDAYS.index(match[1].lower()) == day.weekday() else -1
    if years := [int(match[1]) for match in _YEAR.finditer(text, words.start, words.end)]:
        score -= 2 * all(abs(year - day.year) > 1 for year in years)
    return score + sum(_agreement(text, beginning, written, day) for written in dates_in(text, beginning))


def own_day(text: str, words: Span) -> WrittenDate | None:
    """The day that the beginning of ``text[words]`` calls its own («Сегодня, 17 июля 2025 года, …»), or on which it
    says that its news were told («Об этом 23 октября сообщила пресс-служба»)."""
    beginning = _beginning(words)
    dates = list(dates_in(text, beginning))
    today = next((written for written in dates if _is_today(text, beginning, written)), None)
    return today or next((written for written in dates if _is_told(text, beginning, written)), None)


def _beginning(words: Span) -> Span:
    return Span(words.start, min(words.end, words.start + _LEAD))


def _is_today(text: str, beginning: Span, written: WrittenDate) -> bool:
    return _TODAY.search(text, max(beginning.start, written.span.start - 12), written.span.start) is not None


def _is_told(text: str, beginning: Span, written: WrittenDate) -> bool:
    before = _ABOUT_IT.search(text, max(beginning.start, written.span.start - 12), written.span.start)
    return before is not None and _TELLS.match(text, written.span.end) is not None


def _agreement(text: str, beginning: Span, written: WrittenDate, day: date) -> int:
    same = written.in_year(written.year or day.year) == day
    if _is_today(text, beginning, written):
        return 3 if same else -3
    return int(same and not _TO_COME.match(text, written.span.end))


def is_to_come(text: str, words: Span, written: WrittenDate) -> bool:
    """Whether the clause around a date speaks of the future."""
    start = max(words.start, written.span.start - _CLAUSE)
    before = _CLAUSE_END.split(text[start : written.span.start])[-1]
    after = _CLAUSE_END.split(text[written.span.end : min(words.end, written.span.end + _CLAUSE)])[0]
    return any("futr" in word(each).readings[0].grammemes for each in _WORD.findall(f"{before} {after}"))


def nearest(written: WrittenDate, reference: date) -> date | None:
    """The day of a date without its year that is nearest to another day."""
    days = [day for year in range(reference.year - 1, reference.year + 2) if (day := written.in_year(year))]
    return min(days, key=lambda day: abs(day - reference), default=None)


def year_of_text(text: str, words: Span, dateline: WrittenDate) -> int | None:
    """The year of a dateline without one, as far as the text settles it.

    The latest date with its year tells the nearest year, unless all are to come («пройдёт 23 апреля 2026 года»): then
    the day lies before the first of them. Else a part of a year that is over («за пять месяцев 2025
    года») the year in which that day comes next; a year that has gone by («в 2024 году», «по итогам 2024 года») the
    next one, and a year that is running («до конца 2025 года») itself; a weekday decides between them. Where there is
    none of these, the year in an event's name («Нефть и газ — 2024»). None where the text says nothing.
    """
    full = [(day, is_to_come(text, words, written)) for written in dates_in(text, words) if (day := written.full)]
    if past := [day for day, is_to_come in full if not is_to_come]:
        day = nearest(dateline, max(past))
        return day.year if day else None
    if full:
        first = min(day for day, _ in full)
        day = dateline.in_year(first.year)
        return first.year - (day is None or day > first)
    running, gone = _years(text, words)
    after = [max(gone) + 1] if gone else []
    candidates = _years_of_parts(text, words, dateline) or [*running, *after] or _years_of_events(text, words)
    fitting = [year for year in candidates if (day := dateline.in_year(year)) and fit(text, words, day) > 0]
    return max(fitting or candidates, default=None)


def years_gone(text: str, words: Span) -> list[int]:
    """The years that a text speaks of as gone by."""
    return _years(text, words)[1]


def _years(text: str, words: Span) -> tuple[list[int], list[int]]:
    """The years that a text speaks of as running, and as gone by."""
    running, gone = [], []
    for match in _YEAR.finditer(text, words.start, words.end):
        if _RUNNING.search(text, max(words.start, match.start() - 30), match.start()):
            running.append(int(match[1]))
        elif _GONE.search(text, max(words.start, match.start() - 12), match.start()) and not _AHEAD.search(
            text, max(words.start, match.start() - _SENTENCE), match.start()
        ):
            gone.append(int(match[1]))
    return running, gone


def _years_of_parts(text: str, words: Span, dateline: WrittenDate) -> list[int]:
    """The years that months, quarters and halves of a year allow: such a part has passed, one month may be to come."""
    over, near = [], []
    for match in _PART.finditer(text, words.start, words.end):
        year, last = int(match["year"]), _last_month(match)
        if match["month"] and not match["over"]:
            day = nearest(dateline, date(year, last, 15))
            near.append(day.year if day else year)
        else:
            over.append(year if dateline.month >= last else year + 1)
    return over or near


def _years_of_events(text: str, words: Span) -> list[int]:
    return [int(match[1]) for match in _EVENT.finditer(text, words.start, words.end)]


def _last_month(part: re.Match[str]) -> int:
    if part["month"]:
        return _place(_MONTHS, part["month"])
    if part["count"]:
        return min(12, int(part["count"]) if part["count"].isdigit() else 1 + _place(_COUNTS, part["count"]))
    return _place(_ORDINALS, part["ordinal"]) * (3 if part["kind"].lower() == "квартал" else 6)


def _place(patterns: list[str], word: str) -> int:
    """The number of the first pattern that fits a word, counted from 1."""
    return next(number for number, pattern in enumerate(patterns, start=1) if re.match(pattern, word, re.IGNORECASE))
