"""A figure in words: what is measured, whose it is, how much, and of what kind the number is. Briefs, tables, lists and
cards tell it so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgtui.export.facts import amount_words, country_names, measure_name
from kgtui.locale import t
from kgtui.measures import Sides, scope_of, standard_measures
from kgtui.model import Actor, Amount, Approximation, Direction, Figure, FigureKind
from kgtui.terminal import one_line

if TYPE_CHECKING:
    from kgtui.dossier.values import FigureRow

_SIDES = " — "
_ARROWS = {Sides.OUT: " → ", Sides.IN: " ← "}
_SIGNED = ("percent", "pp")


def measure_words(measure: str | None, about: str | None) -> str:
    """The name of the standard measure; of a part of it, and of any other, what is measured in the article's words;
    empty where they do not say it."""
    is_whole = measure is not None and not scope_of(measure, about)
    return measure_name(measure) if measure and is_whole else one_line(about or "")


def owner_words(figure: Figure | FigureRow) -> str:
    """«Кыргызстан — Узбекистан», «Кыргызстан — ШОС», «ЕАЭС»; of exports and imports with an arrow for their way."""
    names = [country_names([code]) for code in figure.countries]
    union = figure.union.name if isinstance(figure.union, Actor) else figure.union
    return (way_of(figure) or _SIDES).join([*names, one_line(union)] if union else names)


def way_of(figure: Figure | FigureRow) -> str:
    """The arrow for the way of exports and imports; empty where there is none, or the text does not tell it."""
    return _ARROWS.get(_sides_of(figure), "") if figure.is_directed else ""


def lacks_way(figure: Figure | FigureRow) -> bool:
    """Whether exports or imports of one of two sides are told, and not of which."""
    sides = len(figure.countries) + bool(figure.union)
    return not figure.is_directed and _sides_of(figure) in _ARROWS and sides > 1


def _sides_of(figure: Figure | FigureRow) -> Sides:
    measure = standard_measures().get(figure.measure or "")
    return measure.sides if measure else Sides.PAIR


def how_much(figure: Figure | FigureRow) -> str:
    """«1,7 млрд долл. США», «+14 %», «доля 20 %», «прогноз +5 %», «цель 5 млрд долл. США»: the size, and of what kind
    it is where it is no level. The name of a standard measure says itself that it is a share."""
    kind, size = figure.kind, size_words(figure)
    if kind in (FigureKind.TARGET, FigureKind.FORECAST):
        return t(f"figure.{kind.value}_of", value=size)
    is_told = figure.change is not None or kind is FigureKind.LEVEL
    if is_told or (kind is FigureKind.SHARE and figure.measure is not None):
        return size
    return t(f"figure.{kind.value}_of", value=size)


def size_words(figure: Figure | FigureRow) -> str:
    """The amount, with its direction and with what it is in another currency."""
    if figure.change is not None:
        return change_words(figure.amount, figure.change, figure.approximation)
    words = amount_words(figure.amount, figure.approximation)
    return t("figure.same_as", value=words, other=amount_words(figure.equivalent)) if figure.equivalent else words


def change_words(amount: Amount, change: Direction, approximation: Approximation | None) -> str:
    """«+14 %», «−3 п. п.», «рост более 15 %», «рост в 3,5 раза»."""
    words = amount_words(amount, approximation)
    if amount.unit in _SIGNED and approximation is None:
        return t(f"figure.sign.{change.value}", amount=words)
    return t(f"figure.change.{change.value}", amount=words)
