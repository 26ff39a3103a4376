"""What articles name, and the articles themselves."""

from __future__ import annotations

from kgtui.dossier.values import HeadlineRow, ThingRow
from kgtui.export.records import Record, headline_record, iso
from kgtui.export.row_records.base import own_record


@own_record.register
def _(row: ThingRow) -> Record:
    return {"kind": row.kind.value, "key": row.key, "name": row.name, "as_of": iso(row.on), "articles": row.articles}


@own_record.register
def _(row: HeadlineRow) -> Record:
    return {**headline_record(row.headline), "reprints": row.reprints}
