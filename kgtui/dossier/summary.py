"""The rows of other sections that a reader must know who reads nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial

from kgtui.dossier.pair import is_of_pair
from kgtui.dossier.rows import Deferred, Rows
from kgtui.dossier.values import (
    LINES,
    AgreementRow,
    ConflictRow,
    ContactRow,
    MeasureRow,
    Row,
    SectionKind,
    SummaryKind,
    SummaryRow,
)
from kgtui.model import PromiseStage

SUMMED_UP = (
    SectionKind.CONTACTS,
    SectionKind.ANNOUNCED,
    SectionKind.AGREEMENTS,
    SectionKind.FIGURES,
    SectionKind.CONFLICTS,
)
_NO_NEWS = (PromiseStage.RITUAL, PromiseStage.POSTPONED)


def summary(rows: Mapping[SectionKind, Rows]) -> Rows:
    """From the rows of the sections that are summed up; of each kind only what exists, chosen among the first ones.

    What sources give differently is told as that, and not as one of its values.
    """
    chosen = {about: choose(rows[kind][:LINES]) for about, (kind, choose) in _CHOICES.items()}
    if _claim(chosen[SummaryKind.FIGURE]) == _claim(chosen[SummaryKind.CONFLICT]):
        chosen[SummaryKind.FIGURE] = None
    return [partial(_row, about, make) for about, make in chosen.items() if make is not None]


def _claim(make: Deferred | None) -> str | None:
    """What is measured."""
    row = make() if make else None
    return row.measure or row.about if isinstance(row, MeasureRow | ConflictRow) else None


def _row(about: SummaryKind, make: Deferred) -> SummaryRow:
    row = make()
    return SummaryRow(about=about, row=row, notes=row.notes, is_new=row.is_new, doubt=row.doubt)


def _last_contact(rows: Rows) -> Deferred | None:
    """The last one of the two countries alone, else the last one."""
    return _first(rows, is_of_pair) or next(iter(rows), None)


def _next_contact(rows: Rows) -> Deferred | None:
    return _first(rows, lambda row: isinstance(row, ContactRow) and not row.is_past)


def _newest_agreement(rows: Rows) -> Deferred | None:
    """The two sides' own before what is said to a union, what is of both before what one of them wants; of equally new
    ones the most binding, which come first."""
    newest: tuple[tuple[bool, bool, date], Deferred] | None = None
    for make in rows:
        row = make()
        if isinstance(row, AgreementRow) and row.current not in _NO_NEWS:
            last = row.later[-1].on if row.later else row.on
            rank = row.union is None, len(row.who) != 1, last or date.min
            if newest is None or rank > newest[0]:
                newest = rank, make
    return newest[1] if newest else None


def _main_figure(rows: Rows) -> Deferred | None:
    """The first one of the two countries alone that is no target: those of a union are not theirs. What is none of the
    standard measures, as the points of an agenda, is no main one. What was measured goes before what is forecast."""
    make = _first(rows, lambda row: isinstance(row, MeasureRow) and row.measure is not None and is_of_pair(row))
    return partial(_measured_first, make) if make else None


def _measured_first(make: Deferred) -> Row:
    row = make()
    if not isinstance(row, MeasureRow):
        return row
    return replace(row, figures=tuple(sorted(row.figures, key=lambda figure: not is_of_pair(figure))))


def _first(rows: Rows, is_wanted: Callable[[Row], bool]) -> Deferred | None:
    return next((make for make in rows if is_wanted(make())), None)


_CHOICES: Mapping[SummaryKind, tuple[SectionKind, Callable[[Rows], Deferred | None]]] = {
    SummaryKind.LAST_CONTACT: (SectionKind.CONTACTS, _last_contact),
    SummaryKind.NEXT_CONTACT: (SectionKind.ANNOUNCED, _next_contact),
    SummaryKind.AGREEMENT: (SectionKind.AGREEMENTS, _newest_agreement),
    SummaryKind.FIGURE: (SectionKind.FIGURES, _main_figure),
    SummaryKind.CONFLICT: (SectionKind.CONFLICTS, lambda rows: next(iter(rows), None)),
}
