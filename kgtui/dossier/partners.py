"""How the reader's own country stands to the others: in the brief on it, in place of all its contacts."""

from __future__ import annotations

from functools import partial

from kgtui.dossier.material import Material
from kgtui.dossier.overview import overview
from kgtui.dossier.rows import Rows
from kgtui.dossier.values import CountryOrder, CountryOverview, FactT, PartnerRow, Told
from kgtui.model import Figure, Meeting


def partners(material: Material) -> Rows:
    """The countries that home has met, is to meet or trades with, the latest met first; of home's own dossier alone."""
    frame = material.frame
    if not material.subject.is_home(frame.home):
        return ()
    countries = overview(material.library, frame.home, frame.as_of, CountryOrder.CONTACT)
    return [partial(_row, material, country) for country in countries if any(_told(material, country))]


def _row(material: Material, country: CountryOverview) -> PartnerRow:
    last_contact, next_contact, trade = _told(material, country)
    told = [each for each in (last_contact, next_contact, trade) if each]
    return PartnerRow(
        code=country.code,
        name=country.name,
        last_contact=last_contact,
        next_contact=next_contact,
        trade=trade,
        notes=tuple(material.note(each.headline, each.fact.span) for each in told),
        is_new=any(material.is_new(each.headline) for each in told),
    )


def _told(
    material: Material, country: CountryOverview
) -> tuple[Told[Meeting] | None, Told[Meeting] | None, Told[Figure] | None]:
    """The last contact, the next one, trade: what is told inside the frame."""
    return (
        _inside(material, country.last_contact),
        _inside(material, country.next_contact),
        _inside(material, country.trade),
    )


def _inside(material: Material, told: Told[FactT] | None) -> Told[FactT] | None:
    return told if told and material.is_framed(told.headline) else None
