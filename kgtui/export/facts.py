"""What facts hold, in words of the house style: amounts, periods, countries, measures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kgtui.export.wording import NO_BREAK
from kgtui.export.wording import day as day_words
from kgtui.gazetteer import load_gazetteer
from kgtui.language.words import counted
from kgtui.locale import catalogue, current_language, t
from kgtui.model import Amount, Approximation, Period

_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_PLACES = 3  # after the decimal sign: a third is 33,333
_DECIMALS = 2  # of a scaled number: more are told in the next smaller scale


def measure_name(code: str) -> str:
    """The name of a standard measure; one that another version of the program knows is named by its code."""
    is_known = f"measure.{code}" in catalogue(current_language(), "measure")
    return t(f"measure.{code}") if is_known else code


def country_names(codes: Sequence[str]) -> str:
    """Their everyday names; a code that the gazetteer lacks stands for itself."""
    names = load_gazetteer().countries
    return ", ".join(names[code].name if code in names else code for code in codes)


def amount_words(amount: Amount, approximation: Approximation | None = None) -> str:
    """An amount in the house style: «1,7 млрд долл. США», «10–12 %», «в 3,5 раза»."""
    ends = [end for end in (amount.value, amount.low, amount.high) if end is not None]
    scale, name = _scale(ends, amount.unit)
    number = "–".join(_number(end / scale) for end in ends)
    if name:
        number = t(f"fact.scale.{name}", number=number)
    if amount.unit == "times":
        words = t("fact.times", number=number, count=_agreeing(ends))
    else:
        words = t("fact.amount", number=number, unit=_unit(amount.unit, ends[-1] if ends else 0))
    words = words.replace(" ", NO_BREAK)
    return t(f"fact.approximation.{approximation.value}", amount=words) if approximation else words


def _agreeing(ends: Sequence[float]) -> int:
    """The whole number whose form the noun after these takes: a fraction governs as 2 does, «в 3,5 раза»."""
    last = ends[-1] if ends else 0
    return int(last) if last == int(last) else 2


def _scale(ends: Sequence[float], unit: str) -> tuple[float, str]:
    """The greatest scale in which all ends have but two decimals; shares and multiples have none."""
    if unit not in ("percent", "pp", "times"):
        for scale, name in _SCALES:
            if ends and all(abs(end) >= scale and _is_round(end / scale) for end in ends):
                return scale, name
    return 1.0, ""


def _is_round(number: float) -> bool:
    return abs(number - round(number, _DECIMALS)) < 1e-9 * abs(number)


def _number(value: float) -> str:
    """With the decimal sign of the language; thousands are parted from five digits on."""
    whole, _, fraction = f"{abs(value):.{_PLACES}f}".partition(".")
    grouped = f"{int(whole):,}".replace(",", NO_BREAK) if len(whole) > 4 else whole
    fraction = fraction.rstrip("0")
    minus = "−" if value < 0 else ""
    return f"{minus}{grouped}{t('fact.decimal')}{fraction}" if fraction else f"{minus}{grouped}"


def _unit(unit: str, value: float) -> str:
    is_named = f"fact.unit.{unit}" in catalogue(current_language(), "fact")
    return t(f"fact.unit.{unit}") if is_named else counted(unit, value)


def period_words(period: Period) -> str:
    """A period in the house style: «янв.–авг. 2025», «2020–2024», «16.11.2025»."""
    first, last = period.start, period.end
    if first == last:
        return _point(first)
    if len(first) == len(last) == 7 and first[:4] == last[:4]:
        return t("fact.months", first=_month(first), last=_month(last), year=first[:4])
    if len(first) == len(last) == 4:
        return t("fact.range", low=first, high=last)
    return t("fact.span", first=_point(first), last=_point(last))


def _point(iso: str) -> str:
    if len(iso) == 4:
        return iso
    if len(iso) == 7:
        return t("fact.month", month=_month(iso), year=iso[:4])
    return day_words(date.fromisoformat(iso))


def _month(iso: str) -> str:
    return t(f"common.month.{int(iso[5:7])}")
