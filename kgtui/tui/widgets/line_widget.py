"""A widget that draws lines and sends only those that changed.

Textual's own widgets repaint themselves wholly at each change of focus, cursor or content: 7–40 KB. This one computes
its lines, compares them with those on the screen and marks only the rest for repainting.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from kgtui.tui.drawing.theme import Inks
from kgtui.tui.host import Host


class LineWidget(Widget, inherit_css=False):
    """Draws ``compose_line(y)`` for each line; ``repaint()`` sends what differs from what is shown."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._shown: dict[int, Strip] = {}
        self._fresh: dict[int, Strip] = {}
        self._painted_size = Size(0, 0)
        self._held: Region | None = None

    @property
    def explorer(self) -> Host:
        return cast("Host", self.app)

    @property
    def inks(self) -> Inks:
        return self.explorer.inks

    @property
    def region(self) -> Region:
        """Its place on the screen. Lines ask for it at every turn, and Textual looks it up each time: while they are
        made, it is held."""
        return super().region if self._held is None else self._held

    @property
    def content_region(self) -> Region:
        """Lines have neither padding nor border."""
        return self.region

    @contextmanager
    def _held_in_place(self) -> Iterator[None]:
        before, self._held = self._held, self.region
        try:
            yield
        finally:
            self._held = before

    def compose_line(self, y: int) -> Strip:
        """The line as it should be now, exactly as wide as the widget."""
        raise NotImplementedError

    def render_lines(self, crop: Region) -> list[Strip]:
        with self._held_in_place():
            return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        self._forget_other_size()
        strip = self._fresh.pop(y, None) or self.compose_line(y)
        self._shown[y] = strip
        return strip

    def repaint(self) -> None:
        """Bring the screen up to date with the fewest bytes."""
        with self._held_in_place():
            self._repaint_changes()

    def _repaint_changes(self) -> None:
        self._forget_other_size()
        if not self.size:
            return
        regions = []
        for y in range(self.size.height):
            strip = self.compose_line(y)
            shown = self._shown.get(y)
            if shown == strip:
                self._fresh.pop(y, None)
                continue
            self._fresh[y] = strip
            regions.append(Region(0, y, _end_of_change(shown, strip), 1))
        if regions:
            self.refresh(*regions)

    def repaint_wholly(self) -> None:
        """After a change of colours."""
        self._shown.clear()
        self._fresh.clear()
        self.refresh()

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Focus changes lines, not styles: nothing is restyled."""
        self.repaint()

    def on_focus(self, event: events.Focus) -> None:
        """In place of Textual's own handler, which repaints the whole widget."""
        event.prevent_default()
        self.has_focus = True
        if self.parent is not None:
            self.parent.post_message(events.DescendantFocus(self))

    def on_blur(self, event: events.Blur) -> None:
        event.prevent_default()
        self.has_focus = False
        if self.parent is not None:
            self.parent.post_message(events.DescendantBlur(self))

    def _forget_other_size(self) -> None:
        if self._painted_size != self.size:
            self._painted_size = self.size
            self._shown.clear()
            self._fresh.clear()


def _end_of_change(old: Strip | None, new: Strip) -> int:
    """The column after the last cell that differs. (The compositor always sends a line from its first column on.)"""
    if old is None or old.cell_length != new.cell_length:
        return new.cell_length
    end = new.cell_length
    for before, after in zip(_cells_from_end(old), _cells_from_end(new), strict=False):
        if before != after:
            break
        end -= 1
    return max(1, end)


def _cells_from_end(strip: Strip) -> list[tuple[str, Style | None]]:
    cells: list[tuple[str, Style | None]] = []
    for segment in strip:
        cells.extend(_cells(segment))
    return cells[::-1]


def _cells(segment: Segment) -> list[tuple[str, Style | None]]:
    """One entry a cell; a wide character is followed by an empty one, a combining mark joins the cell before it."""
    if segment.text.isascii() or segment.cell_length == len(segment.text):
        return [(character, segment.style) for character in segment.text]
    return [(segment.text, segment.style)] * segment.cell_length
