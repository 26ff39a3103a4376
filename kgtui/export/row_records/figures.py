"""Figures with the keys of the record of facts, measures and what sources say differently."""

from __future__ import annotations

from kgtui.dossier.values import ConflictRow, FigureRow, Growth, MeasureRow
from kgtui.export.records import Record, iso
from kgtui.export.row_records.base import own_record, person_record, row_record
from kgtui.extraction.records import amount_record


@own_record.register
def _(row: FigureRow) -> Record:
    return {
        **amount_record(row.amount),
        "approx": row.approximation.value if row.approximation else None,
        "measure": row.measure,
        "about": row.about,
        "kind": row.kind.value,
        "change": row.change.value if row.change else None,
        "countries": list(row.countries),
        "union": row.union,
        "directed": row.is_directed,
        "period": iso(row.period),
        "equivalent": amount_record(row.equivalent) if row.equivalent else None,
        "previous": amount_record(row.previous) if row.previous else None,
        "growth": _growth(row.growth) if row.growth else None,
        "speaker": person_record(row.speaker) if row.speaker else None,
        "data_of": row.data_of,
        "as_of": iso(row.on),
    }


@own_record.register
def _(row: MeasureRow) -> Record:
    return {
        "measure": row.measure,
        "about": row.about,
        "reach": row.reach.value,
        "countries": list(row.countries),
        "union": row.union,
        "figures": [row_record(figure) for figure in row.figures],
        "more": row.more,
        "points": list(row.points),
    }


@own_record.register
def _(row: ConflictRow) -> Record:
    return {
        "measure": row.measure,
        "about": row.about,
        "countries": list(row.countries),
        "union": row.union,
        "period": iso(row.period),
        "values": [row_record(value) for value in row.values],
        "gap": amount_record(row.gap),
        "share": row.share,
        "computed": amount_record(row.computed) if row.computed else None,
        "reason": row.reason.value,
    }


def _growth(growth: Growth) -> Record:
    return {
        **amount_record(growth.amount),
        "approx": growth.approximation.value if growth.approximation else None,
        "change": growth.direction.value if growth.direction else None,
        "base": iso(growth.base),
    }
