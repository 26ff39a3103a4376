"""What a reader must know who reads nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kgtui.dossier.pair import is_of_pair
from kgtui.dossier.values import SummaryKind, SummaryRow
from kgtui.export.page_values import PageRow
from kgtui.export.row_words.base import page_rows
from kgtui.export.wording import capital_first
from kgtui.locale import t


@page_rows.register
def _(row: SummaryRow) -> Iterator[PageRow]:
    """The first line of the row of another section, after the word for what it is; of a conflict also its values."""
    first, *parts = page_rows(row.row)
    said = f"{first.label}, {first.text}" if first.label else first.text
    if row.about is SummaryKind.CONFLICT:
        said = t("dossier.summary.values", text=said, values="; ".join(part.text for part in parts))
    text = t(f"dossier.summary.{_key(row)}", text=said)
    yield replace(first, text=capital_first(text), label="", is_part=False, plot="", row=row)


def _key(row: SummaryRow) -> str:
    """A contact of the two alone is called so: a gathering of many may be later."""
    return "last_bilateral" if row.about is SummaryKind.LAST_CONTACT and is_of_pair(row.row) else row.about.value
