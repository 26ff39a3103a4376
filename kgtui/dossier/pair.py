"""What is between two countries alone: not what they have as two of many, nor what is only aimed at."""

from __future__ import annotations

from kgtui.dossier.values import ContactRow, FigureRow, MeasureRow, Row
from kgtui.model import FigureKind

_NOT_YET = (FigureKind.TARGET, FigureKind.FORECAST)


def is_of_pair(row: Row) -> bool:
    """Whether a contact or a figure is; any other row is of the pair whose brief it stands in."""
    if isinstance(row, ContactRow):
        return row.is_with_home and not row.is_of_many
    if isinstance(row, MeasureRow):
        return any(map(is_of_pair, row.figures))
    return not row.union and row.kind not in _NOT_YET if isinstance(row, FigureRow) else True
