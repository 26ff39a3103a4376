"""How home stands to a country, with the keys of the overview."""

from __future__ import annotations

from kgtui.dossier.values import PartnerRow
from kgtui.export.overview import contact_record, trade_record
from kgtui.export.records import Record
from kgtui.export.row_records.base import own_record


@own_record.register
def _(row: PartnerRow) -> Record:
    return {
        "code": row.code,
        "name": row.name,
        "last_contact": contact_record(row.last_contact),
        "next_contact": contact_record(row.next_contact),
        "trade": trade_record(row.trade),
    }
