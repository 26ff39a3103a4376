"""A pane with a text set at a comfortable measure, which stays at its line whatever its width becomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgtui.keys import Area
from kgtui.model import Span
from kgtui.tui.widgets.marking import GUTTER
from kgtui.tui.widgets.pane import Pane

if TYPE_CHECKING:
    from kgtui.tui.typesetting import Remarks, Rows

_MEASURE = 76  # cells: a line that the eye finds back from
_NARROW = 30  # cells: a pane that has none to spare for a margin
_ROWS_BEFORE = 3  # of the text before what is brought into view


class TextPane(Pane):
    """``top`` is the number of the first row in view, as rows are numbered until others are set."""

    def __init__(self, area: Area) -> None:
        super().__init__(area)
        self._text = ""
        self._body = Span(0, 0)
        self._remarks: Remarks | None = None
        self._rows: Rows | None = None
        self._measured = 0
        self._wanted: Span | None = None  # to be brought into view
        self._line: int | None = None  # to be the first row in view, which goes before

    def set_text(self, text: str, body: Span, remarks: Remarks | None = None) -> None:
        """Take another text, to be shown from its beginning on, with what is said below its lines."""
        self._text, self._body, self._remarks = text, body, remarks
        self._wanted = self._line = None
        self._set_rows()
        self.top = 0

    def set_remarks(self, remarks: Remarks | None) -> None:
        """Say something else below the lines; the first row in view stays."""
        self._remarks = remarks
        self._set_again()

    @property
    def rows(self) -> Rows:
        """The text in rows, made anew for another measure."""
        if self._rows is not None and self._measured == self.measure:
            return self._rows
        return self._set_again()

    def _set_again(self) -> Rows:
        line = self.line
        rows = self._set_rows()
        self.top = rows.row_at(line) if line else 0
        return rows

    def _set_rows(self) -> Rows:
        from kgtui.tui.typesetting import Rows  # noqa: PLC0415 - not before there is a text

        self._measured = self.measure
        self._rows = Rows(self._text, self._body, self.measure, self._remarks)
        return self._rows

    @property
    def line(self) -> int:
        """The offset of the first row in view: where one reads, whatever the width. 0 at the beginning."""
        if self._line is not None:
            return self._line
        return self._rows[self.top].start if self._rows and 0 < self.top < len(self._rows) else 0

    def show_line(self, offset: int) -> None:
        """From the row of an offset on, as soon as the pane has its size."""
        self._line = None if self.size else offset
        if self.size:
            self.top = self.rows.row_at(offset) if offset else 0
            self.show_from(self.top)

    def show_from(self, top: int) -> None:
        """Those rows are set that are passed and that come into view: where they were estimated, numbers change. A pane
        that is not laid out yet sets none: they would be set anew for its measure."""
        if self.size and self._text and (rows := self.rows):
            room = max(1, self.room())
            first = rows.moved(self.top, top - self.top)
            last = rows.moved(first, room - 1)
            self.top = rows.moved(last, 1 - room) if last - first < room - 1 else first
        self.repaint()

    def move_to_end(self, *, last: bool) -> None:
        self.top = self.rows.last() if last and self.rows else 0
        self.show_from(self.top)

    def reveal_span(self, span: Span) -> None:
        """Bring a span into view with some of the text before it; where it is seen already nothing moves. A pane that
        is not laid out yet does so as soon as it is, unless a line is wanted first in view."""
        rows, room = self.rows, self.room()
        self._wanted = None if room else span
        if not rows or not room or self._line is not None:
            return
        line = self.line
        first, last = rows.row_at(span.start), rows.row_at(span.end - 1)
        self.top = rows.row_at(line) if line else 0
        if first < self.top or last >= self.top + room:
            self.top = rows.moved(first, -min(_ROWS_BEFORE, room // 3))

    def body_height(self) -> int:
        return len(self.rows)

    def on_resize(self) -> None:
        if self._line is not None:
            self.show_line(self._line)
        else:
            if self._wanted is not None:
                self.reveal_span(self._wanted)
            self.show_from(self.top if self._text and self.rows else 0)
        self.keep_in_view()

    def keep_in_view(self) -> None:
        """The size is another: what one stands on does not go out of view."""

    # Cells

    @property
    def measure(self) -> int:
        return max(1, min(_MEASURE, self.inner_width - 1 - self.mark_cells))

    @property
    def mark_cells(self) -> int:
        """The cells before the text that have marks; a narrow pane has none."""
        return GUTTER if self.inner_width >= _NARROW else 0

    @property
    def indent(self) -> int:
        """The cells before the text, which stands in the middle."""
        return max(self.mark_cells, (self.inner_width - self.measure) // 2)
