"""Figures with the keys of the record of facts, measures and what sources say differently."""

from __future__ import annotations

from kgtui.dossier.values import ConflictRow, FigureRow, Growth, MeasureRow, Person
from kgtui.export.records import Record, iso
from kgtui.export.row_records.base import own_record, row_record
from kgtui.model import Amount, Period


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
        "period": _period(row.period),
        "equivalent": amount_record(row.equivalent) if row.equivalent else None,
        "previous": amount_record(row.previous) if row.previous else None,
        "growth": _growth(row.growth) if row.growth else None,
        "speaker": _speaker(row.speaker) if row.speaker else None,
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
        "period": _period(row.period),
        "values": [row_record(value) for value in row.values],
        "gap": amount_record(row.gap),
        "share": row.share,
        "computed": amount_record(row.computed) if row.computed else None,
        "reason": row.reason.value,
    }


def amount_record(amount: Amount) -> Record:
    """The value and its unit; of a range its ends."""
    if amount.value is not None:
        return {"value": _plain(amount.value), "unit": amount.unit}
    ends = {"value_low": amount.low, "value_high": amount.high}
    return {
        "value": None,
        **{key: None if end is None else _plain(end) for key, end in ends.items()},
        "unit": amount.unit,
    }


def _plain(value: float) -> float | int:
    """A whole number without a fraction."""
    return int(value) if value == int(value) else value


def _growth(growth: Growth) -> Record:
    return {
        **amount_record(growth.amount),
        "approx": growth.approximation.value if growth.approximation else None,
        "change": growth.direction.value if growth.direction else None,
        "base": _period(growth.base),
    }


def _speaker(person: Person) -> Record:
    return {"name": person.name, "role": person.office, "country": person.country}


def _period(period: Period | None) -> str | None:
    return period.iso if period else None
