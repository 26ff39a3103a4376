"""All countries of a library at a glance: articles, months, the last contact, the next one, the latest trade figure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kgtui.dossier.contacts.chains import STALE, Chains
from kgtui.dossier.contacts.events import events
from kgtui.dossier.values import CountryOrder, CountryOverview, FactT, Told
from kgtui.dossier.values.overview import in_order
from kgtui.gazetteer import load_gazetteer
from kgtui.model import Figure, Meeting

if TYPE_CHECKING:
    from kgtui.library import FactMention, Library

_TRADE = "trade"  # of the table of measures
_MONTHS = 12


def overview(
    library: Library, home: str, as_of: date, order: CountryOrder = CountryOrder.ARTICLES
) -> list[CountryOverview]:
    """The countries that the library's articles name, as the reader's own country stands to them on a day."""
    known = load_gazetteer().countries
    counts = [count for count in library.country_counts() if count.code in known]
    codes = [count.code for count in counts]
    shown = _last_months(as_of)
    months = library.months_of_countries(shown[0])
    held = library.last_contacts(codes, home, as_of)
    ahead = library.contacts_ahead(codes, home, as_of, as_of - timedelta(STALE))
    trade = library.latest_figures(codes, home, _TRADE)
    countries = [
        CountryOverview(
            code=count.code,
            name=known[count.code].name,
            articles=count.articles,
            mentions=count.mentions,
            first=count.first,
            last=count.last,
            months=tuple((month, months.get(count.code, {}).get(month, 0)) for month in shown),
            last_contact=_told(held, count.code, Meeting),
            next_contact=_ahead(_told(ahead, count.code, Meeting), _told(held, count.code, Meeting), as_of),
            trade=_told(trade, count.code, Figure),
        )
        for count in counts
    ]
    return in_order(countries, order)


def _ahead(planned: Told[Meeting] | None, held: Told[Meeting] | None, as_of: date) -> Told[Meeting] | None:
    """What is planned, unless it is the last contact, which was announced without a day; whether it is takes a
    dictionary to tell, and is not asked where nobody is named in both."""
    if planned is None or held is None or planned.fact.date or _persons(planned).isdisjoint(_persons(held)):
        return planned
    return planned if Chains(events([planned, held]), as_of).ahead else None


def _persons(contact: Told[Meeting]) -> frozenset[str]:
    return frozenset(actor.key for actor in contact.fact.participants)


def _last_months(as_of: date) -> list[str]:
    """The month of a day and those before it, in order of time."""
    last = as_of.year * 12 + as_of.month - 1
    return [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(last - _MONTHS + 1, last + 1)]


def _told(mentions: Mapping[str, FactMention], code: str, kind: type[FactT]) -> Told[FactT] | None:
    mention = mentions.get(code)
    return Told(mention.headline, mention.fact) if mention and isinstance(mention.fact, kind) else None
