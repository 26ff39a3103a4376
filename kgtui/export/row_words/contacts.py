"""Meetings, held and ahead: «публ. 04.03.25  Душанбе: А. Касымалиев ↔ К. Расулзода, узкий и расширенный состав»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from kgtui.dossier.values import ContactRow, Person
from kgtui.export.facts import country_names, period_words
from kgtui.export.initials import short_name
from kgtui.export.page_values import PageRow
from kgtui.export.row_words.base import doubted, page_rows
from kgtui.extraction.meetings.forms import VISITS
from kgtui.gazetteer import in_house_style
from kgtui.locale import t
from kgtui.model import MeetingStage, Period
from kgtui.terminal import one_line

_MET = " ↔ "
_MANNERS = "_"  # between their codes in the catalogue
_TWO = 2
_DAY = len("2025-03-04")
_VISITED = " → "
_ASIDE = "sidelines"  # of what, the circumstances say
_PLAIN = frozenset({"meeting", "talks"})  # forms that need no word where both who met are named


@page_rows.register
def _(row: ContactRow) -> Iterator[PageRow]:
    text = _what(row) + doubted(row)
    if row.stage is not MeetingStage.HELD and row.published:
        text = t("contact.announced", text=text, date=_short(row.published))
    for said, key in (
        (row.stage is MeetingStage.CANCELLED, "cancelled"),
        (row.is_past, "unheard"),
        (_is_surely_without_home(row), "without_home"),
    ):
        text = t(f"contact.{key}", text=text) if said else text
    yield PageRow(text, row.notes, label=_when(row), is_new=row.is_new, row=row)


def _is_surely_without_home(row: ContactRow) -> bool:
    """Whether everybody who was there is of a known country, none of ours; of many at a table not all are told."""
    told = bool(row.participants) or not row.is_of_many
    return not row.is_with_home and told and all(person.country for person in row.participants)


def _when(row: ContactRow) -> str:
    """The day of the event; the day of printing is marked as such, and is none for what is still ahead."""
    if row.when:
        return _short_period(row.when)
    if row.published and row.stage is MeetingStage.HELD:
        return t("contact.published", date=_short(row.published))
    return t("common.undated")


def _what(row: ContactRow) -> str:
    """«Душанбе: А ↔ Б, узкий состав»; a name that says who they are needs no countries behind it."""
    who = _who(row)
    is_said = row.form in _PLAIN or (row.form == _ASIDE and bool(row.circumstances))
    is_plain = is_said and len(row.participants) > 1 and not row.is_of_many and not row.occasion
    kind = in_house_style(one_line(row.occasion or row.kind))
    text = who if is_plain else t("contact.what", kind=kind, who=who)
    if row.occasion and row.is_of_many and not row.participants:
        text = kind
    if row.manner:
        text += f", {t(f'contact.manner.{_MANNERS.join(manner.value for manner in row.manner)}')}"
    text += "".join(_connections(row))
    return t("contact.at", place=one_line(row.place), what=text) if row.place else text


def _connections(row: ContactRow) -> Iterator[str]:
    """What it was part of; how one of many came to be there is not said of the others."""
    for words in map(in_house_style, map(one_line, row.circumstances)):
        if row.circumstances_of:
            yield f"; {t('contact.of_one', name=short_name(row.circumstances_of), words=words)}"
        else:
            yield f", {words}"


def _who(row: ContactRow) -> str:
    persons = (*row.home_side, *row.other_side)
    if row.is_of_many:
        names = _names(persons) or country_names(row.countries)
    elif any(person.country not in row.countries for person in persons) and len(row.countries) > 1:
        names = t("contact.of", names=_names(persons), countries=country_names(row.countries))
    else:
        names = (_VISITED if row.form in VISITS and _is_of_guest(row) else _MET).join(_sides(row))
    return t("contact.and_more", names=names, count=row.others) if persons and row.others else names


def _is_of_guest(row: ContactRow) -> bool:
    """Whether only the guest of a visit is named, and the country that is visited."""
    return len(row.countries) == _TWO and len({person.country for person in row.participants}) == 1


def _sides(row: ContactRow) -> Iterator[str]:
    """The persons of each country, else the country itself, the guests of a visit first; then those of no country."""
    persons = (*row.home_side, *row.other_side)
    guests = {person.country for person in persons}
    ordered = sorted(row.countries, key=lambda code: code not in guests) if row.form in VISITS else row.countries
    for code in ordered:
        yield _names([person for person in persons if person.country == code]) or country_names([code])
    strangers = [person for person in persons if person.country not in row.countries]
    if strangers:
        yield _names(strangers)


def _names(persons: Sequence[Person]) -> str:
    return ", ".join(map(short_name, persons))


def _short(day: date) -> str:
    return t("contact.date", day=day.day, month=day.month, year=day.year % 100)


def _short_period(period: Period) -> str:
    """«04.03.25», «30.09–01.10.24»; months and years as everywhere."""
    if len(period.start) != _DAY:
        return period_words(period)
    first, last = period.first_day, period.last_day
    if first == last:
        return _short(first)
    if first.year != last.year:
        return t("fact.range", low=_short(first), high=_short(last))
    key = "days" if first.month == last.month else "days_of_months"
    return t(f"contact.{key}", day=first.day, month=first.month, last=_short(last))
