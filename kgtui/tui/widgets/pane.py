"""What all panes are made of: a heading that stays over lines that move, keys of its own, a place that a click hits.

Its place in a long text is told in words, never by a scrollbar, which would be painted anew at every letter typed
elsewhere.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.strip import Strip

from kgtui.keys import Area
from kgtui.tui.bindings import bind, bindings_of
from kgtui.tui.drawing.paint import Piece, Pieces, line, wrapped
from kgtui.tui.drawing.signs import BAR, HORIZONTAL_RULE, RULE, RULES_END, RULES_PART
from kgtui.tui.widgets.line_widget import LineWidget


class Pane(LineWidget, can_focus=True):
    """A focusable part of the screen, parted from its left neighbour by a rule, with a heading of fixed lines above
    lines that move."""

    ruled = False

    def __init__(self, area: Area) -> None:
        super().__init__(id=area.value)
        bind(self, bindings_of(area))
        self.area = area
        self.top = 0
        self._head: list[Strip] | None = None
        self._foot: list[Strip] | None = None
        self._blank = Strip([])
        self._blank_key: tuple[int, int, Style] | None = None

    # What a pane consists of

    def heading(self, width: int) -> list[Strip]:
        """The lines that stay on top."""
        raise NotImplementedError

    def footing(self, width: int) -> list[Strip]:  # noqa: ARG002 - a pane need not have one
        """The lines that stay at the bottom."""
        return []

    def body_height(self) -> int:
        """How many lines could be scrolled through."""
        raise NotImplementedError

    def body_line(self, row: int, width: int) -> Strip:
        raise NotImplementedError

    # Keys

    def move(self, step: int) -> None:
        """Move by lines, or by entries where there are some."""
        self.scroll_lines(step)

    def move_page(self, direction: int) -> None:
        self.scroll_lines(direction * max(1, self.room() - 1))

    def move_to_end(self, *, last: bool) -> None:
        self.scroll_lines(self.body_height() if last else -self.body_height())

    def move_as(self, action_id: str) -> None:
        """Do one of the actions that move; others are none of a pane's."""
        if action_id in ("down", "up"):
            self.move(1 if action_id == "down" else -1)
        elif action_id in ("page_down", "page_up"):
            self.move_page(1 if action_id == "page_down" else -1)
        elif action_id in ("top", "bottom"):
            self.move_to_end(last=action_id == "bottom")

    def has_row(self) -> bool:
        """Whether there is something under the cursor."""
        return False

    # Geometry

    @property
    def inner_width(self) -> int:
        return max(0, self.size.width - self._margin)

    @property
    def _margin(self) -> int:
        return 2 if self.ruled and self.size.width > 3 and self.region.x > 0 else 0

    def room(self) -> int:
        """How many lines of the body are seen."""
        return max(0, self.size.height - len(self.head) - len(self.foot))

    @property
    def head(self) -> list[Strip]:
        """The heading, made once a repaint."""
        if self._head is None:
            self._head = self.heading(self.inner_width)[: max(0, self.size.height)]
        return self._head

    @property
    def foot(self) -> list[Strip]:
        """The footing, made once a repaint; the text keeps half of the pane."""
        if self._foot is None:
            self._foot = self.footing(self.inner_width)[: self.size.height // 2]
        return self._foot

    def repaint(self) -> None:
        self._forget_edges()
        super().repaint()
        self.explorer.changed()  # whatever the reader does shows in a pane

    def repaint_wholly(self) -> None:
        self._forget_edges()
        super().repaint_wholly()

    def _forget_edges(self) -> None:
        self._head = None
        self._foot = None

    def _forget_other_size(self) -> None:
        if self._painted_size != self.size:
            self._forget_edges()
        super()._forget_other_size()

    def scroll_lines(self, step: int) -> None:
        self.show_from(self.top + step)

    def show_from(self, top: int) -> None:
        self.top = max(0, min(top, self.body_height() - self.room()))
        self.repaint()

    def reveal(self, first: int, last: int, *, turn: bool = False) -> None:
        """Scroll no further than needed to see the rows from ``first`` to ``last``; with ``turn`` by a whole page, as
        one turns the leaf of a book: the next keys then move only the cursor. A pane that is not laid out yet stays
        where it was: its size will come."""
        room = self.room()
        if not room:
            return
        if first < self.top:
            self.top = max(0, last - room + 1) if turn else first
        elif last >= self.top + room:
            self.top = first if turn else max(0, min(first, last - room + 1))

    def compose_line(self, y: int) -> Strip:
        width = self.inner_width
        heading = self.head
        below = y - (self.size.height - len(self.foot))
        if y < len(heading):
            strip = heading[y]
        elif below >= 0:
            strip = self.foot[below]
        elif (row := self.top + y - len(heading)) < self.body_height():
            strip = self.body_line(row, width)
        else:
            return self._blank_line(width)
        if not self._margin:
            return strip
        margin = RULES_PART + HORIZONTAL_RULE if strip.text.startswith(HORIZONTAL_RULE) else RULE + " "
        return Strip([Segment(margin, self.inks.rule), *strip], width + 2)

    def _blank_line(self, width: int) -> Strip:
        """A line with nothing but the rule; one strip for all of them, which Textual then cuts only once."""
        key = (width, self._margin, self.inks.rule)
        if self._blank_key != key:
            rule = [Segment(RULE + " ", self.inks.rule)] if self._margin else []
            self._blank_key = key
            self._blank = Strip([*rule, Segment(" " * width, self.inks.text)], width + self._margin)
        return self._blank

    def rule(self, width: int, *, ends: Collection[int] = ()) -> Strip:
        """A line over the whole pane, on which other rules end at some places."""
        drawn = "".join(RULES_END if place in ends else HORIZONTAL_RULE for place in range(width))
        return line([(drawn, self.inks.rule)], width, self.inks.text)

    def cursor_bar(self) -> Piece:
        return (BAR, self.inks.accent if self.has_focus else self.inks.dim)

    def title(self, text: str) -> Piece:
        """A heading, bright where the focus is."""
        return (text, self.inks.title if self.has_focus else self.inks.strong)

    # Mouse

    def body_row_at(self, y: int) -> int | None:
        row = self.top + y - len(self.head)
        return row if self.top <= row < self.body_height() else None

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.scroll_lines(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.scroll_lines(-3)


@lru_cache(maxsize=8)  # asked for at each line of each pane that has a message
def message_lines(text: str, width: int, ink: Style) -> Sequence[Pieces]:
    """Sentences for an empty pane, each on a line of its own, wrapped, with an empty line above them."""
    texts = (each for part in text.split("\n") for each in wrapped(part, max(1, width), 12))
    return ([], *([(each, ink)] for each in texts))
