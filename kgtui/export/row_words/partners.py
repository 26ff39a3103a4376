"""How home stands to a country: «публ. 16.11.2025 саммит · впереди: 30.11.2025 визит · товарооборот: 1,7 млрд…»."""

from __future__ import annotations

from collections.abc import Iterator

from kgtui.dossier.values import PartnerRow
from kgtui.export.overview import contact_words, trade_words
from kgtui.export.page_values import PageRow
from kgtui.export.row_words.base import page_rows
from kgtui.locale import t

_BETWEEN = " · "


@page_rows.register
def _(row: PartnerRow) -> Iterator[PageRow]:
    told = [
        contact_words(row.last_contact),
        t("dossier.partner_ahead", contact=contact_words(row.next_contact)) if row.next_contact else "",
        t("dossier.partner_trade", trade=trade_words(row.trade)) if row.trade else "",
    ]
    yield PageRow(_BETWEEN.join(filter(None, told)), row.notes, label=row.name, is_new=row.is_new, row=row)
