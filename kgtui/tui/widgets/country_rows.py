"""The countries of the library as entries: in a narrow pane their articles and months, in a wide one also how the
reader's own country stands to them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kgtui.locale import t
from kgtui.model import FactKind
from kgtui.tui.drawing.grid import Grid, GridColumn
from kgtui.tui.drawing.paint import Piece
from kgtui.tui.drawing.theme import Inks
from kgtui.tui.jobs.questions import COUNTRY_CELLS, CountryRow
from kgtui.tui.widgets.entry import Entry, EntryLine

if TYPE_CHECKING:
    from kgtui.dossier.values import CountryOrder

WIDE_FROM = 60  # cells
_MOST = {"country": 16}  # cells, of others 34
_COUNT = 6  # cells of the articles beside a name
_NUMBERS = ("articles",)


class CountryRows:
    """``order`` is what they are sorted by: its column is among those shown. ``marked`` is the one to compare with."""

    def __init__(
        self, rows: Sequence[CountryRow], inks: Inks, *, order: CountryOrder | None, marked: str | None
    ) -> None:
        self._rows = rows
        self._inks = inks
        self._order = order
        self._marked = marked

    def titles(self, width: int) -> str:
        """The titles of the columns, nothing in a narrow pane."""
        return self._grid(width).titles() if width >= WIDE_FROM else ""

    def entries(self, width: int) -> Sequence[Entry]:
        ink = self._inks
        if width < WIDE_FROM:
            return [self._entry(row, EntryLine([(row.name, ink.text)], self._right(row, width))) for row in self._rows]
        grid = self._grid(width)
        return [self._entry(row, EntryLine(grid.row(row.cells, ink.text, ink.dim), [])) for row in self._rows]

    def _entry(self, row: CountryRow, line: EntryLine) -> Entry:
        return Entry((line,), row, mark=("=", self._inks.accent) if row.code == self._marked else None)

    def _right(self, row: CountryRow, width: int) -> list[Piece]:
        """The months, where they leave room for the names, and the articles."""
        months = f" {row.months}" if len(row.months) + _MOST["country"] + _COUNT < width else ""
        return [(months, self._inks.facts[FactKind.FIGURE]), (f"{row.articles:>{_COUNT - 1}} ", self._inks.dim)]

    def _grid(self, width: int) -> Grid:
        columns = [
            GridColumn(name, t(f"screen.country.column.{name}"), most=_MOST.get(name, 34), is_number=name in _NUMBERS)
            for name in COUNTRY_CELLS
        ]
        wanted = ("country", "articles", "months", *((self._order.value,) if self._order else ()))
        return Grid(columns, [row.cells for row in self._rows], width - 1, wanted=wanted)
