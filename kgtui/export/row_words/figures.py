"""Figures and what sources say differently: «янв.–авг. 2025: 1,7 млрд долл. США, +14 % · С. Жапаров»."""

from __future__ import annotations

from collections.abc import Iterator

from kgtui.dossier.values import ConflictRow, FigureRow, Growth, MeasureRow, Reach
from kgtui.export.facts import amount_words, period_words
from kgtui.export.figure_words import (
    change_words,
    how_much,
    lacks_way,
    measure_words,
    owner_words,
    size_words,
    way_of,
)
from kgtui.export.initials import short_name
from kgtui.export.page_values import PageRow
from kgtui.export.row_words.base import doubted, page_rows
from kgtui.export.spark import spark
from kgtui.export.wording import day
from kgtui.locale import t
from kgtui.model import Amount, Direction, FigureKind, Period
from kgtui.terminal import one_line

_BETWEEN = " · "
_WHOLE = 10  # per cent, from which a share is told without a fraction


@page_rows.register
def _(row: MeasureRow) -> Iterator[PageRow]:
    """One line a figure; all but the first belong to the first."""
    is_plain = row.reach is Reach.BILATERAL and not way_of(row.figures[0])
    owners = "" if is_plain else owner_words(row.figures[0])
    is_target = row.figures[0].kind is FigureKind.TARGET
    name = _measure(row)
    for place, figure in enumerate(row.figures):
        value = _of("" if place else owners, _value(figure) + doubted(figure))
        told = [t("figure.no_way", value=value) if lacks_way(figure) else value, *_source(figure)]
        if is_target:
            told[0] = t("figure.of_measure", measure=name, value=told[0])
        if place == len(row.figures) - 1 and row.more:
            told.append(t("figure.more", count=row.more))
        yield PageRow(
            _BETWEEN.join(told),
            figure.notes,
            label="" if place else t("figure.target") if is_target else name,
            is_new=figure.is_new,
            is_part=place > 0,
            plot="" if place else spark(row.points),
            row=figure,
        )


@page_rows.register
def _(row: FigureRow) -> Iterator[PageRow]:
    name = _measure(row)
    told = [_of(owner_words(row), _value(row) + doubted(row)), *_source(row)]
    yield PageRow(_BETWEEN.join(told), row.notes, label=name, is_new=row.is_new, row=row)


@page_rows.register
def _(row: ConflictRow) -> Iterator[PageRow]:
    """What is claimed and how far apart the values are, then a line a value."""
    owners = owner_words(row.values[0])
    claimed = _of(owners, period_words(row.period) if row.period else t("figure.no_period"))
    text = _BETWEEN.join([claimed, _gap(row), t("figure.reason", reason=t(f"figure.reason.{row.reason.value}"))])
    yield PageRow(text, row.notes, label=_measure(row), is_new=row.is_new, row=row)
    for value in row.values:
        source = list(_source(value)) or [t("figure.no_source")]
        told = [_value(value, with_period=row.computed is not None), *source, day(value.on)]
        yield PageRow(_BETWEEN.join(told), value.notes, is_new=value.is_new, is_part=True, row=value)


def _measure(row: MeasureRow | FigureRow | ConflictRow) -> str:
    return measure_words(row.measure, row.about) or t("figure.amount")


def _of(owners: str, value: str) -> str:
    return t("figure.of", owners=owners, value=value) if owners else value


def _value(row: FigureRow, *, with_period: bool = True) -> str:
    """The period and the value with its change; that it is a target, its label or its term tells."""
    value = size_words(row) if row.kind is FigureKind.TARGET else how_much(row)
    told = ", ".join([value, *_growth(row.growth)])
    when = _when(row.period) if row.period and with_period else ""
    if row.kind is FigureKind.TARGET:
        return t("figure.by", value=told, period=when) if when else t("figure.undated_target", value=told)
    return t("figure.when", period=when, value=told) if when else told


def _when(period: Period) -> str:
    return period_words(period) + (t("common.doubtful") if period.doubt else "")


def _growth(growth: Growth | None) -> Iterator[str]:
    if growth is not None:
        direction = growth.direction or Direction.UP
        words = change_words(growth.amount, direction, growth.approximation)
        yield t("figure.to_base", change=words, base=period_words(growth.base)) if growth.base else words


def _source(row: FigureRow) -> Iterator[str]:
    """Who says it, and whose data it is."""
    if row.speaker is not None:
        yield short_name(row.speaker)
    if row.data_of is not None:
        yield t("figure.data_of", body=one_line(row.data_of))


def _gap(row: ConflictRow) -> str:
    if row.computed is not None:
        direction = Direction.DOWN if (row.computed.value or 0) < 0 else Direction.UP
        size = Amount("percent", round(abs(row.computed.value or 0), 1))
        return t("figure.misfit", computed=change_words(size, direction, None))
    share = row.share or 0
    percent = amount_words(Amount("percent", float(int(share + 0.5)) if share >= _WHOLE else round(share, 1)))
    return t("figure.gap", gap=amount_words(row.gap), share=percent)
