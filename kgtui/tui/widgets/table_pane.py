"""A table on the whole screen: rows in as many columns as there is room for, and the sentence under the cursor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip

from kgtui.keys import KEY_NAMES, Area
from kgtui.locale import t
from kgtui.tui.drawing.paint import Pieces, filled, line, spread, wrapped
from kgtui.tui.widgets.pane import Pane, message_lines

if TYPE_CHECKING:
    from kgtui.tui.drawing.grid import Grid
    from kgtui.tui.jobs.tables import TableRow, TableView

_CARD_ROWS = 3
_MEASURE = 100  # cells of the sentence


class TablePane(Pane):
    """Draws only the rows that are seen."""

    class Opened(Message):
        """A row was clicked."""

    def __init__(self) -> None:
        super().__init__(Area.TABLE)
        self._view: TableView | None = None
        self._rows: list[TableRow] = []
        self._grid: tuple[int, Grid] | None = None
        self.message = ""

    def show(self, view: TableView) -> None:
        self._view, self.message = view, ""
        self._rows = view.rows()
        self._grid = None
        self.top = view.top
        self.put_cursor(view.cursor)

    def show_message(self, message: str) -> None:
        """A sentence in place of the table: it is being made, or why it is not there."""
        self._view, self._rows, self.message, self.top = None, [], message, 0
        self.repaint()

    @property
    def view(self) -> TableView | None:
        """As one stands in it now."""
        return replace(self._view, top=self.top) if self._view else None

    @property
    def row(self) -> TableRow | None:
        """The row under the cursor."""
        return self._rows[self._cursor] if self._rows else None

    def has_row(self) -> bool:
        return bool(self._rows)

    @property
    def _cursor(self) -> int:
        return self._view.cursor if self._view else 0

    # Lines

    def heading(self, width: int) -> list[Strip]:
        ink, view = self.inks, self._view
        if view is None:
            return [line([], width, ink.text)]
        table = view.table
        told = [t("screen.list.place", place=self._cursor + 1, count=len(self._rows))] if self._rows else []
        told += [t("screen.table.more", count=table.more)] if table.more else []
        told += [t("screen.table.filter", words=view.typed)] if view.typed else []
        told += [t("screen.table.order", column=table.titles[view.order])] if view.order is not None else []
        title = [(" ", ink.text), self.title(table.name)]
        return [
            spread(title, [(" · ".join(told) + " ", ink.dim)], width, ink.text),
            line([(f" {self._set(width).titles()}", ink.dim)], width, ink.text),
        ]

    def footing(self, width: int) -> list[Strip]:
        row, ink = self.row, self.inks
        if self._view is None:
            return []
        texts = wrapped(" ".join(row.quotation.split()), max(1, min(width - 2, _MEASURE)), _CARD_ROWS) if row else []
        lines = [line([(f" {text}", ink.text)], width, ink.text) for text in texts]
        return [self.rule(width), *lines, *[line([], width, ink.text)] * (_CARD_ROWS - len(lines))]

    def body_height(self) -> int:
        return len(self._rows) or len(self._said(self.inner_width))

    def body_line(self, row: int, width: int) -> Strip:
        ink = self.inks
        if not self._rows:
            return line([(" ", ink.text), *self._said(width)[row]], width, ink.text)
        bar = self.cursor_bar() if row == self._cursor else (" ", ink.text)
        pieces = self._set(width).row(self._cells(self._rows[row]), ink.text, ink.dim)
        return Strip([Segment(*bar), *filled(pieces, width - 1, ink.text)], width)

    def _said(self, width: int) -> Sequence[Pieces]:
        if self._view is None and not self.message:
            return []
        return message_lines(self.message or t("screen.table.nothing", keys=KEY_NAMES), width - 2, self.inks.dim)

    def _set(self, width: int) -> Grid:
        """The columns for a width, made once a view, as wide as the whole table needs them."""
        from kgtui.tui.drawing.grid import Grid  # noqa: PLC0415 - not before there is a table

        if self._grid is None or self._grid[0] != width:
            view = self._view
            columns, rows = (view.table.columns, view.table.rows) if view else ([], ())
            wanted = [str(view.order)] if view and view.order is not None else []
            self._grid = (width, Grid(columns, [self._cells(row) for row in rows], width - 1, wanted=wanted))
        return self._grid[1]

    def _cells(self, row: TableRow) -> list[str]:
        shown = self._view.table.shown if self._view else ()
        return [row.told(place) for place in shown]

    # Moving

    def move(self, step: int) -> None:
        self.put_cursor(self._cursor + step)

    def move_page(self, direction: int) -> None:
        self.put_cursor(self._cursor + direction * max(1, self.room() - 1))

    def move_to_end(self, *, last: bool) -> None:
        self.put_cursor(len(self._rows) - 1 if last else 0)

    def put_cursor(self, index: int) -> None:
        if self._view is not None:
            self._view = replace(self._view, cursor=max(0, min(index, len(self._rows) - 1)))
            self.reveal(self._cursor, self._cursor)
        self.repaint()

    def on_resize(self) -> None:
        self.put_cursor(self._cursor)

    def on_click(self, event: events.Click) -> None:
        row = self.body_row_at(event.y)
        if row is not None and self._rows:
            self.put_cursor(row)
            self.post_message(self.Opened())
