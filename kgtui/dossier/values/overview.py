"""Countries at a glance, and the orders in which they can stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from kgtui.dossier.values.told import Told
from kgtui.language.folding import fold
from kgtui.model import Figure, Meeting


@dataclass(frozen=True, slots=True)
class CountryOverview:
    """A country that ``articles`` name, the first and the last of them on these dates.

    ``months`` are the last twelve, as ("2025-11", articles). The contacts are with the reader's own country: the latest
    that was held, and the soonest that is planned. ``trade`` is the turnover with it for the latest period.
    """

    code: str
    name: str
    articles: int
    mentions: int
    first: date | None
    last: date | None
    months: tuple[tuple[str, int], ...]
    last_contact: Told[Meeting] | None = None
    next_contact: Told[Meeting] | None = None
    trade: Told[Figure] | None = None


class CountryOrder(str, Enum):
    """What comes first: most articles, the alphabet, the newest article, the latest contact, the soonest one, most
    trade. Countries that have nothing of the kind come last."""

    ARTICLES = "articles"
    NAME = "name"
    NEWEST = "newest"
    CONTACT = "contact"
    AHEAD = "ahead"
    TRADE = "trade"


def in_order(countries: Sequence[CountryOverview], order: CountryOrder) -> list[CountryOverview]:
    """Equal ones stay as they stand."""
    return sorted(countries, key=lambda country: _place(country, order))


def _place(country: CountryOverview, order: CountryOrder) -> tuple[bool, float | str]:
    """Whether there is nothing to sort by, and the place of what there is."""
    if order is CountryOrder.NAME:
        return False, fold(country.name)
    if order is CountryOrder.ARTICLES:
        return False, -country.articles
    if order is CountryOrder.TRADE:
        amount = country.trade.fact.amount if country.trade else None
        value = (amount.value or amount.high) if amount else None
        return value is None, -(value or 0.0)
    if order is CountryOrder.AHEAD:
        planned = country.next_contact
        when = planned.fact.date if planned else None
        return planned is None, (when.first_day if when else date.max).toordinal()
    latest = country.last if order is CountryOrder.NEWEST else _day_of(country.last_contact)
    return latest is None, -(latest or date.min).toordinal()


def _day_of(contact: Told[Meeting] | None) -> date | None:
    """The first day of a contact, else the day of the article."""
    if contact is None:
        return None
    return contact.fact.date.first_day if contact.fact.date else contact.headline.published
