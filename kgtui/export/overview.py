"""The countries of a library as cells of a table and as records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgtui.export.facts import amount_words, period_words
from kgtui.export.records import Record, iso
from kgtui.export.spark import spark
from kgtui.export.wording import day
from kgtui.extraction.records import amount_record
from kgtui.locale import t
from kgtui.model import Figure, Meeting, MeetingStage
from kgtui.terminal import one_line

if TYPE_CHECKING:
    from kgtui.dossier.values import CountryOverview, PartnerRow, Told

_BETWEEN = " · "


def overview_cells(country: CountryOverview) -> tuple[str | int, ...]:
    """Code, name, articles, a bar a month, the last contact, the next one, trade."""
    return (
        country.code,
        country.name,
        country.articles,
        spark([articles for _, articles in country.months]),
        contact_words(country.last_contact),
        contact_words(country.next_contact),
        trade_words(country.trade),
    )


def standing_words(country: CountryOverview | PartnerRow) -> str:
    """How home stands to a country: «16.11.2025 саммит · впереди: 30.11.2025 визит · товарооборот: 1,7 млрд долл. США,
    2024»; nothing where nothing is told."""
    told = [
        contact_words(country.last_contact),
        t("dossier.partner_ahead", contact=contact_words(country.next_contact)) if country.next_contact else "",
        t("dossier.partner_trade", trade=trade_words(country.trade)) if country.trade else "",
    ]
    return _BETWEEN.join(filter(None, told))


def contact_words(contact: Told[Meeting] | None) -> str:
    """«16.11.2025 саммит», «публ. 16.11.2025 встреча», «анонс 11.11.2025 визит»; nothing where there is none."""
    if contact is None:
        return ""
    return f"{_when(contact)} {one_line(contact.fact.kind)}{_doubt(contact)}"


def _when(contact: Told[Meeting]) -> str:
    """The day that the article tells, else that of the article itself, named as such."""
    meeting = contact.fact
    if meeting.date and meeting.date.span:
        return period_words(meeting.date)
    published = day(contact.headline.published)
    if meeting.stage is MeetingStage.HELD:
        return t("contact.published", date=published)
    return t("dossier.announced_on", date=published)


def trade_words(trade: Told[Figure] | None) -> str:
    """«1,7 млрд долл. США, янв.–авг. 2025»; nothing where there is none."""
    if trade is None:
        return ""
    figure = trade.fact
    parts = [amount_words(figure.amount, figure.approximation), period_words(figure.period) if figure.period else ""]
    return ", ".join(part for part in parts if part) + _doubt(trade)


def _doubt(told: Told[Meeting] | Told[Figure]) -> str:
    return t("common.doubtful") if told.fact.doubt else ""


def overview_record(country: CountryOverview) -> Record:
    return {
        "code": country.code,
        "name": country.name,
        "articles": country.articles,
        "mentions": country.mentions,
        "first": iso(country.first),
        "last": iso(country.last),
        "months": dict(country.months),
        "last_contact": contact_record(country.last_contact),
        "next_contact": contact_record(country.next_contact),
        "trade": trade_record(country.trade),
    }


def contact_record(contact: Told[Meeting] | None) -> Record | None:
    if contact is None:
        return None
    meeting = contact.fact
    return {
        "date": iso(meeting.date),
        "date_inferred": meeting.date is not None and meeting.date.span is None,
        "kind": meeting.kind,
        "form": meeting.form,
        "place": meeting.place,
        **_source(contact),
    }


def trade_record(trade: Told[Figure] | None) -> Record | None:
    if trade is None:
        return None
    figure = trade.fact
    return {**amount_record(figure.amount), "period": iso(figure.period), **_source(trade)}


def _source(told: Told[Meeting] | Told[Figure]) -> Record:
    doubt: Record = {"doubt": told.fact.doubt.value} if told.fact.doubt else {}
    return {**doubt, "id": told.headline.id, "published": iso(told.headline.published)}
