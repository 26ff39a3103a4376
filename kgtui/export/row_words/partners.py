"""How home stands to a country: «публ. 16.11.2025 саммит · впереди: 30.11.2025 визит · товарооборот: 1,7 млрд…»."""

from __future__ import annotations

from collections.abc import Iterator

from kgtui.dossier.values import PartnerRow
from kgtui.export.overview import standing_words
from kgtui.export.page_values import PageRow
from kgtui.export.row_words.base import page_rows


@page_rows.register
def _(row: PartnerRow) -> Iterator[PageRow]:
    yield PageRow(standing_words(row), row.notes, label=row.name, is_new=row.is_new, row=row)
