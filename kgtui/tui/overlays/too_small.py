"""What stands in a window in which nothing can be used, until it is larger again."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.strip import Strip

from kgtui.locale import t
from kgtui.tui.drawing.paint import line, wrapped
from kgtui.tui.layout import LEAST
from kgtui.tui.overlays.overlay import Overlay
from kgtui.tui.widgets.line_widget import LineWidget


class _Sentence(LineWidget):
    def compose_line(self, y: int) -> Strip:
        width, height = self.size
        columns, rows = LEAST
        lines = wrapped(t("screen.state.too_small", columns=columns, rows=rows), max(1, width), height)
        return line([(lines[y] if y < len(lines) else "", self.inks.text)], width, self.inks.text)


class TooSmallScreen(Overlay):
    """Lies over whatever there is. No key does anything: nobody could see what."""

    def compose(self) -> ComposeResult:
        yield _Sentence(id="too-small")

    def perform(self, action_id: str) -> None:
        """Nothing."""
