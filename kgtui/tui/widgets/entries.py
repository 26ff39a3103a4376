"""A list of entries of one or more lines each, with a cursor that stands on those that lead somewhere; where a pane is
wide, the entries may stand in columns."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip

from kgtui.keys import Area
from kgtui.tui.drawing.paint import Piece, filled, line, spread
from kgtui.tui.drawing.signs import RULE
from kgtui.tui.widgets.columns import BETWEEN_COLUMNS, Column, Columns, Stand
from kgtui.tui.widgets.entry import Entry
from kgtui.tui.widgets.pane import Pane

WIDEST = 100  # cells of a list over the desk: the eye finds from one end of a line to the other


class EntryPane(Pane):
    """Subclasses make the entries for a width (``make_entries``, or ``make_columns``); they are made anew when content
    or width change, and the cursor stays on the value it stood on. It goes through them column by column."""

    widest = 1000  # cells of a single column

    class Chosen(Message):
        """Enter or a click on the entry under the cursor."""

        def __init__(self, pane: EntryPane, value: object) -> None:
            super().__init__()
            self.pane = pane
            self.value = value

    def __init__(self, area: Area) -> None:
        super().__init__(area)
        self.cursor = 0
        self._placed = Columns()
        self._made_for: tuple[int, ...] | None = None

    def make_entries(self, width: int) -> Sequence[Entry]:
        raise NotImplementedError

    def make_columns(self, width: int) -> Sequence[Column]:
        """One column, unless a pane has more; from left to right, with the rules between them."""
        width = min(width, self.widest)
        return (Column(self.make_entries(width), width),)

    def made_for(self) -> tuple[int, ...]:
        """What the entries depend on beside the content."""
        return (self.inner_width,)

    @property
    def rules(self) -> list[int]:
        """Where the rules between the columns stand."""
        return self._placed.rules if self.entries else []

    def refill(self, *, cursor: int = 0, top: int = 0) -> None:
        """The content is another: make it anew, the cursor on the given entry or the next one that it may stand on."""
        self._made_for = None
        self._forget_edges()
        self.cursor = self._nearest(cursor, 1)
        self.top = top
        self._reveal_cursor()
        self.repaint()

    def repaint_wholly(self) -> None:
        self._made_for = None
        super().repaint_wholly()

    @property
    def entries(self) -> Sequence[Entry]:
        if self._made_for != self.made_for():
            self._made_for = self.made_for()
            former = self._placed.entries[self.cursor].value if self.cursor < len(self._placed.entries) else None
            self._placed = Columns(self.make_columns(self.inner_width))
            self.cursor = self._nearest(self.cursor if former is None else self._index_of(former, self.cursor), 1)
        return self._placed.entries

    def _index_of(self, value: object, otherwise: int) -> int:
        """The entry of a value: of this very one, else of one like it."""
        values = [entry.value for entry in self._placed.entries]
        same = next((index for index, each in enumerate(values) if each is value), None)
        return same if same is not None else values.index(value) if value in values else otherwise

    @property
    def shows_cursor(self) -> bool:
        """Only where the focus is: one mark on a page is enough."""
        return self.has_focus

    @property
    def value(self) -> object | None:
        """What stands under the cursor."""
        return self.entries[self.cursor].value if 0 <= self.cursor < len(self.entries) else None

    def has_row(self) -> bool:
        return self.value is not None

    def body_height(self) -> int:
        return self._placed.height if self.entries else 0

    def body_line(self, row: int, width: int) -> Strip:
        segments: list[Segment] = []
        for column, rows in zip(self._placed.columns, self._placed.rows, strict=True):
            if segments:
                segments.append(Segment(RULE.ljust(BETWEEN_COLUMNS), self.inks.rule))
            segments += self._cells(rows[row], column.width) if row < len(rows) else self._empty(column.width)
        return Strip(segments).extend_cell_length(width, self.inks.text)

    def _empty(self, width: int) -> list[Segment]:
        return filled([], width, self.inks.text)

    def _cells(self, place: tuple[int, int], width: int) -> Sequence[Segment]:
        """One line of one entry, its margin before it."""
        index, part = place
        entry = self._placed.entries[index]
        margin: Piece = (" ", self.inks.text)
        if index == self.cursor and entry.value is not None and self.shows_cursor:
            margin = self.cursor_bar()
        elif entry.mark is not None and part == 0:
            margin = entry.mark
        if width < 2:
            return list(line([margin], width, self.inks.text))
        shown = entry.lines[part]
        return [Segment(*margin), *spread(shown.left, shown.right, width - 1, self.inks.text)]

    # Moving

    def move(self, step: int) -> None:
        self.put_cursor(self._nearest(self.cursor + step, 1 if step > 0 else -1))

    def move_page(self, direction: int) -> None:
        if self.entries:
            stand = self._stand
            self._go_to_row(stand.column, stand.row + direction * max(1, self.room() - 1), direction)

    def move_to_end(self, *, last: bool) -> None:
        """To the first or the last entry of its column."""
        if self.entries:
            column = self._stand.column
            self._go_to_row(column, len(self._placed.rows[column]) if last else 0, -1 if last else 1)

    def step_column(self, step: int) -> bool:
        """To the column beside, into the row that is nearest; False where there is none."""
        if not self.entries or not 0 <= self._stand.column + step < len(self._placed.columns):
            return False
        self._go_to_row(self._stand.column + step, max(self._stand.row, self.top), 1)
        return True

    def _go_to_row(self, column: int, row: int, direction: int) -> None:
        index = self._placed.at(column, row)
        if index is not None:
            self.put_cursor(self._nearest(index, direction))

    def put_cursor_on(self, value: object, *, top: int) -> None:
        """Onto the entry of a value, the pane scrolled as it was."""
        if self.entries:
            self.top = top
            self.put_cursor(self._index_of(value, self.cursor))

    def put_cursor(self, index: int) -> None:
        self.cursor = index
        self._reveal_cursor()
        self.repaint()

    @property
    def _stand(self) -> Stand:
        return self._placed.stand_of(self.cursor)

    def _nearest(self, index: int, direction: int) -> int:
        """The entry from ``index`` on, in the direction or else against it, that the cursor may stand on."""
        entries = self.entries
        if not entries:
            return 0
        index = max(0, min(index, len(entries) - 1))
        forward = range(index, len(entries))
        backward = range(index, -1, -1)
        for candidates in (forward, backward) if direction > 0 else (backward, forward):
            for candidate in candidates:
                if entries[candidate].value is not None:
                    return candidate
        return 0

    def _reveal_cursor(self) -> None:
        if not self.room() or not self.entries:
            return
        index = min(self.cursor, len(self._placed.entries) - 1)
        first = self._stand.row
        last = first + len(self._placed.entries[index].lines) - 1
        if self._placed.is_first(index):
            first = 0  # what stands above the first entry is its heading
        self.top = max(0, min(self.top, self.body_height() - self.room()))
        self.reveal(first, last)

    def on_resize(self) -> None:
        if self.entries:
            self._reveal_cursor()
            self.repaint()

    # Mouse

    def on_click(self, event: events.Click) -> None:
        row = self.body_row_at(event.y)
        column = self._placed.rows[self._placed.column_at(event.x - self._margin)] if self.entries else []
        if row is None or row >= len(column):
            return
        index = column[row][0]
        if self._placed.entries[index].value is None:
            return
        self.put_cursor(index)
        self.choose()

    def choose(self) -> None:
        if self.value is not None:
            self.post_message(self.Chosen(self, self.value))
