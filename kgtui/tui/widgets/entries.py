"""A list of entries of one or more lines each, with a cursor that stands on those that lead somewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip

from kgtui.tui.actions import Area
from kgtui.tui.paint import Pieces, line, spread
from kgtui.tui.widgets.pane import Pane


@dataclass(frozen=True, slots=True)
class EntryLine:
    left: Pieces
    right: Pieces


@dataclass(frozen=True, slots=True)
class Entry:
    """``value`` is what Enter leads to; None for a heading or a gap, which the cursor passes over."""

    lines: tuple[EntryLine, ...]
    value: object | None = None


def gap() -> Entry:
    return Entry((EntryLine([], []),))


class EntryPane(Pane):
    """Subclasses make the entries for a width (``make_entries``); they are made anew when content or width change."""

    class Chosen(Message):
        """Enter or a click on the entry under the cursor."""

        def __init__(self, pane: EntryPane, value: object) -> None:
            super().__init__()
            self.pane = pane
            self.value = value

    def __init__(self, area: Area) -> None:
        super().__init__(area)
        self.cursor = 0
        self._entries: Sequence[Entry] = ()
        self._rows: list[tuple[int, int]] = []
        self._first_row: list[int] = []
        self._made_for: int | None = None

    def make_entries(self, width: int) -> Sequence[Entry]:
        raise NotImplementedError

    def refill(self, *, cursor: int = 0, top: int = 0) -> None:
        """The content is another: make it anew, the cursor on the given entry or the next one that it may stand on."""
        self._made_for = None
        self.cursor = self._nearest(cursor, 1)
        self.top = top
        self._reveal_cursor()
        self.repaint()

    @property
    def entries(self) -> Sequence[Entry]:
        width = self.inner_width
        if self._made_for != width:
            self._made_for = width
            self._entries = self.make_entries(width)
            self._rows = [
                (index, part) for index, entry in enumerate(self._entries) for part in range(len(entry.lines))
            ]
            self._first_row = []
            row = 0
            for entry in self._entries:
                self._first_row.append(row)
                row += len(entry.lines)
        return self._entries

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
        return sum(len(entry.lines) for entry in self._entries) if self.entries else 0

    def body_line(self, row: int, width: int) -> Strip:
        index, part = self._rows[row]
        entry = self._entries[index]
        shown = entry.lines[part]
        on_cursor = index == self.cursor and entry.value is not None and self.shows_cursor
        bar = self.cursor_bar() if on_cursor else (" ", self.inks.text)
        if width < 2:
            return line([bar], width, self.inks.text)
        return Strip([Segment(*bar), *spread(shown.left, shown.right, width - 1, self.inks.text)], width)

    # Moving

    def move(self, step: int) -> None:
        self.put_cursor(self._nearest(self.cursor + step, 1 if step > 0 else -1))

    def move_page(self, direction: int) -> None:
        if not self.entries:
            return
        row = self._first_row[min(self.cursor, len(self._entries) - 1)] + direction * max(1, self.room() - 1)
        row = max(0, min(row, len(self._rows) - 1))
        self.put_cursor(self._nearest(self._rows[row][0], direction))

    def move_to_end(self, *, last: bool) -> None:
        self.put_cursor(self._nearest(len(self.entries) - 1 if last else 0, -1 if last else 1))

    def put_cursor(self, index: int) -> None:
        self.cursor = index
        self._reveal_cursor()
        self.repaint()

    def _nearest(self, index: int, direction: int) -> int:
        """The entry from ``index`` on, in the direction or else against it, that the cursor may stand on."""
        entries = self.entries
        index = max(0, min(index, len(entries) - 1))
        forward = range(index, len(entries))
        backward = range(index, -1, -1)
        for candidates in (forward, backward) if direction > 0 else (backward, forward):
            for candidate in candidates:
                if entries[candidate].value is not None:
                    return candidate
        return 0

    def _reveal_cursor(self) -> None:
        if not self.entries:
            return
        first = self._first_row[min(self.cursor, len(self._entries) - 1)]
        last = first + len(self._entries[self.cursor].lines) - 1
        if all(entry.value is None for entry in self._entries[: self.cursor]):
            first = 0  # what stands above the first entry is its heading
        self.reveal(first, last)

    # Mouse

    def on_click(self, event: events.Click) -> None:
        row = self.body_row_at(event.y)
        if row is None:
            return
        index = self._rows[row][0]
        if self._entries[index].value is None:
            return
        self.put_cursor(index)
        self.choose()

    def choose(self) -> None:
        if self.value is not None:
            self.post_message(self.Chosen(self, self.value))
