"""The figures of a library as a table and as records; the cells of both kinds of table are made here alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kgtui.dossier.figures.listing import ListedFigure
from kgtui.export.facts import amount_words, country_names, measure_name
from kgtui.export.records import Record, iso
from kgtui.export.spreadsheet import Cell
from kgtui.extraction.records import amount_record, plain_number
from kgtui.locale import t
from kgtui.model import Amount

COLUMNS = (
    "measure",
    "period",
    "amount",
    "change",
    "owners",
    "speaker",
    "date",
    "article",
    "number",
    "about",
    "kind",
    "approx",
    "value",
    "unit",
    "sentence",
)
FOR_THE_EYE = COLUMNS.index("about")
"""So many columns come first for the eye; what a spreadsheet calculates with stands behind them."""


def figure_titles() -> list[str]:
    return [t(f"figure.column.{name}") for name in COLUMNS]


def figure_cells(listed: Iterable[ListedFigure]) -> Iterator[Sequence[Cell]]:
    """A line for each figure, in the order of ``COLUMNS``; values are in base units, and numbers where they are no
    ranges."""
    for each in listed:
        figure = each.figure
        yield (
            measure_name(figure.measure) if figure.measure else "",
            iso(figure.period) or "",
            amount_words(figure.amount, figure.approximation),
            t(f"fact.change.{figure.change.value}") if figure.change else "",
            _joined(country_names(figure.countries), figure.union.name if figure.union else None),
            _joined(each.speaker.name if each.speaker else None, each.data_of),
            iso(each.headline.published) or "",
            each.headline.id,
            each.sentence,
            figure.about or "",
            t(f"fact.sort.{figure.kind.value}"),
            t(f"figure.approx.{figure.approximation.value}") if figure.approximation else "",
            _value(figure.amount),
            figure.amount.unit,
            each.quotation,
        )


def _joined(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)


def _value(amount: Amount) -> Cell:
    """A whole number without a fraction; a range as its two ends."""
    if amount.value is None:
        return "–".join(str(plain_number(end)) for end in (amount.low, amount.high) if end is not None)
    return plain_number(amount.value)


def figure_record(listed: ListedFigure) -> Record:
    """With the keys of the record of facts; ``sentence`` is its place in the article, ``text`` its words."""
    figure, speaker = listed.figure, listed.speaker
    return {
        "id": listed.headline.id,
        "published": iso(listed.headline.published),
        **amount_record(figure.amount),
        "approx": figure.approximation.value if figure.approximation else None,
        "measure": figure.measure,
        "about": figure.about,
        "kind": figure.kind.value,
        "change": figure.change.value if figure.change else None,
        "countries": list(figure.countries),
        "union": figure.union.key if figure.union else None,
        "period": iso(figure.period),
        **({"doubt": figure.doubt.value} if figure.doubt else {}),
        "speaker": speaker.name if speaker else None,
        "data_of": listed.data_of,
        "start": figure.span.start,
        "end": figure.span.end,
        "sentence": listed.sentence,
        "text": listed.quotation,
    }
