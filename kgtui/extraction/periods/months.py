"""Months and runs of them within a year: «январь–август», «9 месяцев», «II квартал», «первое полугодие», «весна»."""

from __future__ import annotations

from dataclasses import replace

from kgtui.extraction.context import DASHES
from kgtui.extraction.periods.expressions import Between, Months, Unit, YearRef
from kgtui.extraction.periods.words import Kind, TimeTokens, TimeWord
from kgtui.extraction.periods.years import year_after, years_at

MONTHS_OF = {Unit.HALF: 6, Unit.QUARTER: 3, Unit.MONTH: 1}
UNITS = {
    Kind.YEAR: Unit.YEAR,
    Kind.HALF: Unit.HALF,
    Kind.QUARTER: Unit.QUARTER,
    Kind.MONTHS: Unit.MONTH,
    Kind.WEEK: Unit.WEEK,
    Kind.DAY: Unit.DAY,
}
_BEFORE_A_MONTH = frozenset("в во с со к ко до за на по от после через".split())
_BEFORE_A_COUNT = frozenset({"за", "итогам", "результатам", "итоги", "протяжении", "данным"})
_COUNTED = 12


def months_at(tokens: TimeTokens, position: int) -> tuple[Months, int] | None:
    """The run of months that begins at a position, with its year if it has one, and where it stops."""
    found = _single(tokens, position)
    if found and found[0].year is None and (shared := _shared_year(tokens, found[1])):
        return replace(found[0], year=shared, elapsed=False), found[1]
    return found


def between_at(tokens: TimeTokens, position: int) -> tuple[Between, int] | None:
    """«С октября 2024 года по март 2025 года»: both with their years."""
    first = _named(tokens, position)
    if first is None or first[0].year is None or tokens.text(first[1]) not in DASHES | {"по"}:
        return None
    last = _named(tokens, first[1] + 1)
    return (Between(first[0], last[0]), last[1]) if last is not None and last[0].year is not None else None


def _shared_year(tokens: TimeTokens, position: int) -> YearRef | None:
    """The year of the months that follow after «и»: «во II квартале и первом полугодии 2025 года»."""
    if tokens.text(position) not in ("и", ","):
        return None
    start = position + (2 if tokens.text(position + 1) in ("в", "во", "за") else 1)
    following = _single(tokens, start)
    return following[0].year if following else None


def _single(tokens: TimeTokens, position: int) -> tuple[Months, int] | None:
    word = tokens.word(position)
    if word and word.kind is Kind.MONTH:
        return _named(tokens, position)
    if word and word.kind is Kind.RELATIVE:
        return _relative(tokens, position, word) or _gone_by(tokens, position, word)
    if word and word.kind in (Kind.SEASON, Kind.SEASONAL):
        return _season(tokens, position, word)
    return _ordered(tokens, position) or _counted(tokens, position)


def _named(tokens: TimeTokens, position: int) -> tuple[Months, int] | None:
    """«Ноябре 2025 года», «январе — сентябре», «января по август»; bare only after a preposition."""
    word = tokens.word(position, Kind.MONTH)
    if word is None:
        return None
    first, last = word.value, word.last or word.value
    stop = tokens.past_dot(position + 1)
    if year := year_after(tokens, stop):  # «ноября 2024 года по март 2025 года» is read as its first part
        return _in_year(Months(first, last), year[0]), year[1]
    if not word.last and (tokens.text(stop) in DASHES or tokens.text(stop) in ("по", "и")):
        following = _month(tokens, stop + 1)
        if following is not None and following != first:
            last, stop = following, stop + 2
    if tokens.text(stop).startswith("месяц"):
        stop += 1
    if year := year_after(tokens, stop):
        return _in_year(Months(first, last), year[0]), year[1]
    return (Months(first, last), stop) if first != last or _is_led(tokens, position) else None


def _is_led(tokens: TimeTokens, position: int) -> bool:
    """Whether a preposition, «по итогам», «начало» or «конец» stands before."""
    before = tokens.text(position - 1)
    return before in _BEFORE_A_MONTH | _BEFORE_A_COUNT or tokens.word(position - 1, Kind.EDGE) is not None


def _in_year(months: Months, year: YearRef) -> Months:
    """A run over the turn of the year ends in the year that is named."""
    if months.last >= months.first:
        return replace(months, year=year)
    begun = replace(year, number=year.number - 1) if year.number else replace(year, offset=year.offset - 1)
    return replace(months, year=begun)


def _month(tokens: TimeTokens, position: int) -> int | None:
    word = tokens.word(position, Kind.MONTH)
    return word.value if word else None


def _relative(tokens: TimeTokens, position: int, word: TimeWord) -> tuple[Months, int] | None:
    """«В прошлом ноябре», «этим летом»."""
    following = tokens.word(position + 1, Kind.MONTH, Kind.SEASON)
    if following is None:
        return None
    if following.kind is Kind.SEASON:
        return _months_of_season(following, YearRef(offset=word.value)), position + 2
    return Months(following.value, following.value, YearRef(offset=word.value)), position + 2


def _gone_by(tokens: TimeTokens, position: int, word: TimeWord) -> tuple[Months, int] | None:
    """«За истекшие пять месяцев»: from January on, like «за первые пять месяцев»."""
    return _counted(tokens, position + 1, prefixed=True) if word.value < 0 else None


def _months_of_season(word: TimeWord, year: YearRef | None) -> Months:
    first = word.value
    return Months(first, (first + 1) % 12 + 1, year, wintry=first == 12)


def _season(tokens: TimeTokens, position: int, word: TimeWord) -> tuple[Months, int] | None:
    """«Весной 2026 года», «зимой 2025/2026 года», «за летний сезон»."""
    stop = position + 1
    if word.kind is Kind.SEASONAL:
        if not tokens.word(stop, Kind.SPAN):
            return None
        stop += 1
    months = _months_of_season(word, None)
    if (years := years_at(tokens, stop)) and years[0].first != years[0].last:
        return replace(months, year=years[0].first, wintry=False), years[1]
    if year := year_after(tokens, stop):
        return replace(months, year=year[0]), year[1]
    adverbial = word.kind is Kind.SEASONAL or tokens.text(position).endswith(("ой", "ою", "ом", "ью"))
    return (months, stop) if adverbial or _is_led(tokens, position) else None


def _ordered(tokens: TimeTokens, position: int) -> tuple[Months, int] | None:
    """«Первое полугодие», «II квартал», «I–III кварталы», «первой половине года», «первые пять месяцев»."""
    first = _ordinal(tokens, position)
    if first is None:
        return None
    last, stop = first, position + 1
    if tokens.text(stop) in DASHES or tokens.text(stop) == "и":
        following = _ordinal(tokens, stop + 1)
        if following is not None and following > first:
            last, stop = following, stop + 2
    if first == 1 and (counted := _counted(tokens, stop, prefixed=True)):
        return counted
    unit = tokens.word(stop, Kind.HALF, Kind.QUARTER, Kind.PART)
    if unit is None:
        return None
    length = 3 if unit.kind is Kind.QUARTER else 6
    if length * last > 12:
        return None
    months = Months(length * (first - 1) + 1, length * last)
    stop = tokens.past_dot(stop + 1)
    year = year_after(tokens, stop)
    if year is None and unit.kind is Kind.PART:
        return None
    return (replace(months, year=year[0]), year[1]) if year else (months, stop)


def _ordinal(tokens: TimeTokens, position: int) -> int | None:
    """«Первый», «I», «1-й», «1»."""
    word = tokens.word(position, Kind.ORDINAL)
    if word:
        return word.value
    number = tokens.whole(position)
    return number if number and number <= 4 else None


def _counted(tokens: TimeTokens, position: int, *, prefixed: bool = False) -> tuple[Months, int] | None:
    """«9 месяцев текущего года», «три квартала», «полугодие»: from January on.

    Without a year it wants «за» or the like before it, or «первые» (``prefixed``).
    """
    bare = tokens.word(position, Kind.HALF)
    count = 1 if bare else tokens.count(position)
    unit = bare or (tokens.word(position + 1, Kind.MONTHS, Kind.QUARTER) if count else None)
    if count is None or unit is None or not 0 < count * MONTHS_OF[UNITS[unit.kind]] <= _COUNTED:
        return None
    months = Months(1, count * MONTHS_OF[UNITS[unit.kind]], elapsed=True)
    stop = tokens.past_dot(position + (1 if bare else 2))
    if year := year_after(tokens, stop):
        return replace(months, year=year[0], elapsed=False), year[1]
    if prefixed or (tokens.text(position - 1) in _BEFORE_A_COUNT and (count > 1 or bare)):
        return months, stop
    return None
