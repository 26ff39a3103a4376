"""Cells in columns on the screen: which columns there is room for, how wide each is, and a row set in them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.style import Style

from kgtui.tui.drawing.paint import Pieces, cut, harmless

_GAP = 2  # cells between columns
_LEAST = 10  # cells: a column that would be narrower is left out
_MEASURED = 400  # rows from which the widths are taken


@dataclass(frozen=True, slots=True)
class GridColumn:
    """``most`` are the cells that it takes while others need room; numbers stand at the right."""

    name: str
    title: str
    most: int = 24
    is_number: bool = False


class Grid:
    """The columns that fit into a width: those ``wanted`` first, then from left to right; all keep their order. What is
    left of the width is shared by those that need more than their most."""

    def __init__(
        self,
        columns: Sequence[GridColumn],
        body: Sequence[Sequence[str]],
        width: int,
        *,
        wanted: Collection[str] = (),
    ) -> None:
        needs = [_need(column, index, body) for index, column in enumerate(columns)]
        by_rank = sorted(range(len(columns)), key=lambda index: columns[index].name not in wanted)
        taken: dict[int, int] = {}
        left = width
        for index in by_rank:
            size = min(needs[index], columns[index].most)
            room = left - (_GAP if taken else 0)
            if taken and room < min(size, _LEAST):
                break
            taken[index] = min(size, room)
            left = room - taken[index]
        while left and (short := [index for index in sorted(taken) if taken[index] < needs[index]]):
            for index in short[:left]:
                taken[index] += 1
            left -= min(left, len(short))
        self._columns = columns
        self._widths = {index: taken[index] for index in sorted(taken)}

    def titles(self) -> str:
        return self._set([column.title for column in self._columns])

    def row(self, cells: Sequence[str], first: Style, others: Style) -> Pieces:
        """One row; its first column in one ink, the others in another."""
        set_cells = [self._cell(cells[index], index) for index in self._widths]
        return [(set_cells[0], first), ("".join(" " * _GAP + cell for cell in set_cells[1:]), others)]

    def _set(self, cells: Sequence[str]) -> str:
        return (" " * _GAP).join(self._cell(cells[index], index) for index in self._widths)

    def _cell(self, text: str, index: int) -> str:
        width = self._widths[index]
        shown = cut(harmless(text), width)
        blank = " " * (width - cell_len(shown))
        return blank + shown if self._columns[index].is_number else shown + blank


def _need(column: GridColumn, index: int, body: Sequence[Sequence[str]]) -> int:
    return max(cell_len(column.title), *(cell_len(cells[index]) for cells in body[:_MEASURED]), 1)
