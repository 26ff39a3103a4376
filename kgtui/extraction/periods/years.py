"""Years: «2024 год», «2020–2024 годы», «2025/2026 учебный год», «прошлый год», «т. г.»."""

from __future__ import annotations

from kgtui.extraction.context import DASHES
from kgtui.extraction.periods.expressions import YearRef, Years
from kgtui.extraction.periods.words import Kind, TimeTokens
from kgtui.extraction.phrases import is_adjective

_SHORT_YEARS = {"т": 0, "с": 0, "п": -1}  # «т. г.», «с. г.», «п. г.»
_BEFORE_A_YEAR = frozenset({"в", "за", "на", "до", "с"})
_JOINS = DASHES | {"и", "/", "по"}


def years_at(tokens: TimeTokens, position: int) -> tuple[Years, int] | None:
    """The year or run of years that begins at a position, and where it stops."""
    if numbered := _numbered(tokens, position):
        return numbered
    if ref := _relative(tokens, position):
        year, stop = ref
        return Years(year, year), stop
    return None


def year_after(tokens: TimeTokens, position: int) -> tuple[YearRef, int] | None:
    """The year that belongs to the month, quarter or season before it: «2025 года», «прошлого года», «года», «2025»."""
    number = tokens.year(position)
    if number is not None:
        return YearRef(number), _past_noun(tokens, position + 1) or position + 1
    if ref := _relative(tokens, position):
        return ref
    if tokens.word(position, Kind.YEAR) and tokens.text(position) == "года":
        return YearRef(), position + 1
    return None


def short_year_at(tokens: TimeTokens, position: int) -> tuple[Years, int] | None:
    """The year of «в т.г.», which its last letter tells of."""
    offset = _SHORT_YEARS.get(tokens.text(position - 2))
    led = tokens.text(position - 1) == "." and tokens.text(position - 3) in _BEFORE_A_YEAR
    if offset is None or not led or tokens.text(position) not in ("г", "года"):
        return None
    year = YearRef(offset=offset)
    return Years(year, year), tokens.past_dot(position + 1)


def _numbered(tokens: TimeTokens, position: int) -> tuple[Years, int] | None:
    first = tokens.year(position)
    if first is None:
        return _school_year(tokens, position)
    last, stop = first, position + 1
    if tokens.text(position).endswith("-х"):  # «в 2010-х годах»
        last = first + 9
    while tokens.text(stop) in _JOINS or tokens.text(stop) == ",":
        following = _second_year(tokens, stop + 1, last, slashed=tokens.text(stop) == "/")
        if following is None or following < last:
            break
        last, stop = following, stop + 2
    after = _past_noun(tokens, stop)
    if after is None and not _stands_alone(tokens, position, stop):
        return None
    return Years(YearRef(first), YearRef(last)), after or stop


def _second_year(tokens: TimeTokens, position: int, first: int, *, slashed: bool) -> int | None:
    year = tokens.year(position)
    if year is None and slashed:  # «2025/26»
        short = tokens.whole(position)
        return first + 1 if short == (first + 1) % 100 else None
    return year


def _past_noun(tokens: TimeTokens, position: int) -> int | None:
    """Past «год», «г.», «учебном году»."""
    if tokens.word(position + 1, Kind.YEAR) and is_adjective(tokens.text(position)) and not tokens.word(position):
        position += 1  # «учебного года», «маркетингового года»
    if not tokens.word(position, Kind.YEAR):
        return None
    return tokens.past_dot(position + 1)


def _stands_alone(tokens: TimeTokens, position: int, stop: int) -> bool:
    """A number is a year without its noun as an ordinal («в 2024-м»), and after «в» before a dash («в 2023 — 5»)."""
    if not tokens.text(stop - 1)[-1:].isdigit():
        return tokens.text(position - 1) != "№"
    return tokens.text(position - 1) in ("в", "за") and tokens.text(stop) in DASHES and stop == position + 1


def _school_year(tokens: TimeTokens, position: int) -> tuple[Years, int] | None:
    """«Учебном году 2025/2026», «сезоне 2024/25»."""
    if not (tokens.word(position, Kind.YEAR, Kind.SPAN) and tokens.text(position + 2) == "/"):
        return None
    first = tokens.year(position + 1)
    last = _second_year(tokens, position + 3, first, slashed=True) if first else None
    return (Years(YearRef(first), YearRef(last)), position + 4) if first and last == first + 1 else None


def _relative(tokens: TimeTokens, position: int) -> tuple[YearRef, int] | None:
    word = tokens.word(position, Kind.RELATIVE, Kind.BEFORE)
    if word:
        noun = tokens.past_dot(position + 1)  # «тек. года»
        is_season = tokens.text(noun).startswith("сезон")  # a season of sports or of the field, called by its year
        if not (tokens.word(noun, Kind.YEAR) or is_season) or tokens.text(noun) == "лет":
            return None
        return YearRef(offset=word.value, before=word.kind is Kind.BEFORE), tokens.past_dot(noun + 1)
    offset = _SHORT_YEARS.get(tokens.text(position))
    if offset is None or tokens.text(position + 1) != "." or tokens.text(position + 2) not in ("г", "года"):
        return None
    return YearRef(offset=offset), tokens.past_dot(position + 3)
