"""The expression of time that begins at a token, of several readings the longest."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kgtui.extraction.context import DASHES
from kgtui.extraction.periods.days import days_at
from kgtui.extraction.periods.expressions import (
    Away,
    Earlier,
    Edge,
    Expression,
    Latest,
    Months,
    Near,
    NewYear,
    Outcome,
    Same,
    SameDay,
    SchoolYear,
    SinceStart,
    Unit,
    Weekday,
    YearRef,
    Years,
)
from kgtui.extraction.periods.months import UNITS, between_at, months_at
from kgtui.extraction.periods.words import Kind, TimeTokens
from kgtui.extraction.periods.years import short_year_at, year_after, years_at
from kgtui.extraction.phrases import is_adjective, is_noun

Found = tuple[Expression, int]
Rule = Callable[[TimeTokens, int], Found | None]
_NOUNS = (Kind.YEAR, Kind.HALF, Kind.QUARTER, Kind.MONTHS, Kind.WEEK, Kind.DAY)
_PLANS = ("план", "прогноз", "бюджет", "задани")
_SINCE = ("с", "со")
_BEFORE_A_WEEKDAY = frozenset("в во с со до к ко на".split())
_SAME_NOUNS = (Kind.SPAN, Kind.MONTHS, Kind.QUARTER, Kind.HALF)
_DATES = frozenset({"дата", "дату", "дате", "даты", "день", "дня", "дню"})


def expression_at(tokens: TimeTokens, position: int) -> Found | None:
    """What is said of time from a word of time or a number on, and where it stops."""
    word = tokens.word(position)
    found = (rule(tokens, position) for rule in (_RULES.get(word.kind, ()) if word else _AFTER_NUMBERS))
    return max((each for each in found if each), key=lambda each: each[1], default=None)


def _near(tokens: TimeTokens, position: int) -> Found | None:
    """«Сегодня», «на прошлой неделе», «в следующем месяце»."""
    word = tokens.word(position, Kind.TODAY, Kind.RELATIVE)
    if word is None:
        return None
    if word.kind is Kind.TODAY:
        return Near(Unit.DAY, word.value), position + 1
    noun = tokens.word(position + 1, *_NOUNS)
    if noun and noun.kind not in (Kind.YEAR, Kind.DAY):
        return Near(UNITS[noun.kind], word.value), position + 2
    if weekday := tokens.word(position + 1, Kind.WEEKDAY):
        return Weekday(weekday.value, word.value), position + 2
    return None


def _latest(tokens: TimeTokens, position: int) -> Found | None:
    """«Последние три года», «прошедшие пять лет», «последний месяц», «ближайшие 10 дней»."""
    word = tokens.word(position, Kind.LATEST, Kind.RELATIVE, Kind.BEFORE)
    length = _length(tokens, position + 1)
    if word is None or word.value == 0 or length is None:
        return None
    count, unit, stop = length
    if stop == position + 2 and count == 1 and (word.kind is not Kind.LATEST or _is_plural(tokens, position)):
        return None
    return Latest(unit, count if word.value > 0 else -count), stop


def _length(tokens: TimeTokens, position: int) -> tuple[int, Unit, int] | None:
    """So many units from a position on, and where they stop: «три года», «месяц», «полгода»."""
    count = tokens.count(position)
    at = position if count is None else position + 1
    noun = tokens.word(at, *_NOUNS)
    if noun is None or count == 0:
        return None
    if tokens.text(at) == "полгода":
        return 6, Unit.MONTH, at + 1
    return count or 1, UNITS[noun.kind], at + 1


def _is_plural(tokens: TimeTokens, position: int) -> bool:
    """«Последние годы» are of no known number."""
    return tokens.text(position).endswith(("ие", "их", "им", "ими"))


def _away(tokens: TimeTokens, position: int) -> Found | None:
    """«Два года назад», «год назад», «через месяц», «через 8 лет»."""
    ahead = tokens.word(position, Kind.AHEAD) is not None
    length = _length(tokens, position + 1 if ahead else position)
    if length is None:
        return _season_earlier(tokens, position)
    count, unit, stop = length
    if ahead:
        return None if tokens.text(stop) == "после" else (Away(unit, count), stop)
    if tokens.word(stop, Kind.AGO):
        return Away(unit, -count), stop + 1
    earlier = tokens.word(stop, Kind.EARLIER)
    return (Earlier(unit, -earlier.value * count), stop + 1) if earlier and unit is not Unit.DAY else None


def _season_earlier(tokens: TimeTokens, position: int) -> Found | None:
    """«Сезоном ранее»: a season of the field is a year."""
    earlier = tokens.word(position + 1, Kind.EARLIER) if tokens.text(position).startswith("сезон") else None
    return (Earlier(Unit.YEAR, -earlier.value), position + 2) if earlier else None


def _edge(tokens: TimeTokens, position: int) -> Found | None:
    """«Начала года», «конце ноября 2025 года», «по итогам года»."""
    word = tokens.word(position, Kind.EDGE, Kind.OUTCOME)
    if word is None:
        return None
    start = position + 1
    if word.kind is Kind.OUTCOME:
        return (Outcome(), start + 1) if tokens.text(start) == "года" else None
    since = word.value < 0 and tokens.text(position - 1) in _SINCE
    if tokens.text(start) in ("месяца", "недели", "квартала"):
        noun = tokens.word(start, *_NOUNS)
        return (Near(UNITS[noun.kind], 0), start + 1) if noun else None
    whole: tuple[Years | Months, int] | None = years_at(tokens, start) or months_at(tokens, start)
    if whole is None and tokens.text(start) == "года":
        whole = Years(YearRef(), YearRef()), start + 1
    if whole is None:
        return None
    of, stop = whole
    if since:
        return SinceStart(of), stop
    return (Edge(of, word.value > 0) if isinstance(of, Months) and word.value else of), stop


def _same(tokens: TimeTokens, position: int) -> Found | None:
    """«Аналогичный период прошлого года», «тот же месяц», «ту же дату», «в этот же день»."""
    if tokens.text(position).startswith("эт"):
        start = position + (2 if tokens.text(position + 1) == "же" else 1)
        if tokens.text(start) in ("день", "вечер"):
            return SameDay(), start + 1
        return (Same(), start + 1) if start > position + 1 and tokens.word(start, Kind.SPAN) else None
    if not tokens.word(position, Kind.SAME):
        return None
    start = position + 1
    if tokens.text(position).startswith("т"):  # «тот», «такой» want their «же»
        if tokens.text(start) != "же":
            return None
        start += 1
    is_date = tokens.text(start) in _DATES
    if not (is_date or tokens.word(start, *_SAME_NOUNS)):
        return None
    year, stop = year_after(tokens, start + 1) or (None, start + 1)
    return (SameDay(year) if is_date else Same(year, month=not tokens.word(start, Kind.SPAN))), stop


def _weekday(tokens: TimeTokens, position: int) -> Found | None:
    word = tokens.word(position, Kind.WEEKDAY)
    if word is None or tokens.text(position - 1) not in _BEFORE_A_WEEKDAY:
        return None
    return Weekday(word.value), position + 1


def _elliptic_year(tokens: TimeTokens, position: int) -> Found | None:
    """«План на нынешний — 40 тысяч», «в прошлом направили 9,5 млрд», where a year was named shortly before."""
    word = tokens.word(position, Kind.RELATIVE)
    if word is None or tokens.text(position - 1) not in ("в", "на", "за") or not _is_elliptic(tokens, position):
        return None
    first = tokens.context.sentence(position)[0]
    first = tokens.context.sentence(first - 1)[0] if first else first
    if not any(tokens.word(i, Kind.YEAR) or tokens.year(i) for i in range(first, position)):
        return None
    return Years(YearRef(offset=word.value), YearRef(offset=word.value)), position + 1


def _is_elliptic(tokens: TimeTokens, position: int) -> bool:
    """Whether an adjective stands for «год»: masculine, without a noun behind it; «этот» only before a dash."""
    if tokens.text(position + 1) in DASHES:
        return True
    if tokens.text(position).startswith("эт") or not tokens.text(position).endswith(("ом", "ем", "ий", "ый")):
        return False
    following = tokens.text(position + 1)
    return not following[:1].isalpha() or not (is_noun(following) or is_adjective(following))


def _new_year(tokens: TimeTokens, position: int) -> Found | None:
    """«До Нового года», «в новом году»."""
    if not tokens.word(position + 1, Kind.YEAR):
        return None
    if tokens.text(position - 1) in ("до", "к"):
        return Years(YearRef(), YearRef()), position + 2
    return (NewYear(), position + 2) if tokens.text(position - 1) == "в" else None


def _school_year(tokens: TimeTokens, position: int) -> Found | None:
    """«В прошлом учебном году», «в новом учебном году»."""
    word = tokens.word(position, Kind.RELATIVE, Kind.NEW)
    if not word or not tokens.text(position + 1).startswith("учебн") or not tokens.word(position + 2, Kind.YEAR):
        return None
    return SchoolYear(word.value if word.kind is Kind.RELATIVE else None), position + 3


def _year_of_plan(tokens: TimeTokens, position: int) -> Found | None:
    """«План на год»."""
    planned = tokens.text(position - 1) == "на" and tokens.text(position - 2).startswith(_PLANS)
    return (Years(YearRef(), YearRef()), position + 1) if planned and tokens.text(position) == "год" else None


def _of_year(tokens: TimeTokens, position: int) -> Found | None:
    """«План-2024»; not inside a name («Рубеж-2025»)."""
    word = tokens.word(position, Kind.OF_YEAR)
    if word is None or position in tokens.context.in_quotes:
        return None
    return Years(YearRef(word.value), YearRef(word.value)), position + 1


_AFTER_NUMBERS: tuple[Rule, ...] = (days_at, years_at, months_at, _away)
_RULES: Mapping[Kind, tuple[Rule, ...]] = {
    Kind.MONTH: (months_at, between_at),
    Kind.YEAR: (years_at, short_year_at, _away, _year_of_plan),
    Kind.HALF: (months_at, _away),
    Kind.SPAN: (years_at, _away),
    Kind.QUARTER: (_away,),
    Kind.MONTHS: (_away,),
    Kind.WEEK: (_away,),
    Kind.DAY: (_away,),
    Kind.RELATIVE: (years_at, months_at, _near, _latest, _same, _elliptic_year, _school_year),
    Kind.BEFORE: (years_at, _latest),
    Kind.LATEST: (_latest,),
    Kind.TODAY: (_near,),
    Kind.WEEKDAY: (_weekday,),
    Kind.SEASON: (months_at,),
    Kind.SEASONAL: (months_at,),
    Kind.ORDINAL: (months_at,),
    Kind.NUMBER: (months_at, _away),
    Kind.EDGE: (_edge,),
    Kind.OUTCOME: (_edge,),
    Kind.AHEAD: (_away,),
    Kind.SAME: (_same,),
    Kind.NEW: (_new_year, _school_year),
    Kind.OF_YEAR: (_of_year,),
}
