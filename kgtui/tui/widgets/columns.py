"""Entries in columns: which of them stands in which row of which column, and where the columns end."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, chain
from typing import NamedTuple

from kgtui.tui.widgets.entry import Entry

BETWEEN_COLUMNS = 2  # cells: the rule and a space
BEFORE_RULE = 1  # cells: what stands at the left of a rule keeps off it


class Column(NamedTuple):
    """Entries one below the other; ``width`` is in cells, the margin among them."""

    entries: Sequence[Entry]
    width: int


class Stand(NamedTuple):
    """Where an entry stands: in which column, from which of its rows on."""

    column: int
    row: int


class Columns:
    """``entries`` are those of all columns, one column after the other; an entry is known by its index among them.
    ``rows``: of each column the entry and the line of it that stand in each row."""

    def __init__(self, columns: Sequence[Column] = ()) -> None:
        self.columns = columns
        self.entries = list(chain.from_iterable(column.entries for column in columns))
        self.rows: list[list[tuple[int, int]]] = []
        self._stands: list[Stand] = []
        for number, column in enumerate(columns):
            rows: list[tuple[int, int]] = []
            for entry in column.entries:
                index = len(self._stands)
                self._stands.append(Stand(number, len(rows)))
                rows += [(index, part) for part in range(len(entry.lines))]
            self.rows.append(rows)

    @property
    def height(self) -> int:
        return max(map(len, self.rows), default=0)

    def stand_of(self, index: int) -> Stand:
        return self._stands[min(index, len(self._stands) - 1)]

    def is_first(self, index: int) -> bool:
        """Whether only headings stand above an entry in its column."""
        column, row = self.stand_of(index)
        return all(self.entries[above].value is None for above, _ in self.rows[column][:row])

    def at(self, column: int, row: int) -> int | None:
        """The entry in a row, else in the nearest row of that column; None where it has none."""
        rows = self.rows[column]
        return rows[max(0, min(row, len(rows) - 1))][0] if rows else None

    def column_at(self, x: int) -> int:
        """The column of a cell, its rule among its cells; behind the last one that."""
        ends = self._ends
        return next((number for number, end in enumerate(ends) if x < end), len(ends) - 1)

    @property
    def rules(self) -> list[int]:
        """Where the rules between the columns stand."""
        return [end - BETWEEN_COLUMNS for end in self._ends[:-1]]

    @property
    def _ends(self) -> list[int]:
        """Where each column ends with the rule after it."""
        return [*accumulate(column.width + BETWEEN_COLUMNS for column in self.columns)]
