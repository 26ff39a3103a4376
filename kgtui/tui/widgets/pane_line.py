"""In a window that shows one pane: which others there are, and the keys that lead to them."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len
from textual import events
from textual.strip import Strip

from kgtui.keys import BY_ID, PANES, Area
from kgtui.locale import t
from kgtui.tui.drawing.paint import Pieces, line
from kgtui.tui.drawing.signs import LEADS_BACK, LEADS_ON
from kgtui.tui.widgets.line_widget import LineWidget
from kgtui.tui.widgets.lines import ActionPressed

_BETWEEN = " · "


class PaneLine(LineWidget):
    """One line; the pane that is seen is bright. A click goes to one."""

    def __init__(self) -> None:
        super().__init__(id="panes")
        self._area = Area.LIST

    def show(self, area: Area) -> None:
        self._area = Area.LIST if area is Area.SEARCH else area
        self.repaint()

    def compose_line(self, y: int) -> Strip:  # noqa: ARG002 - it has one line
        ink = self.inks
        pieces: Pieces = [(f" {LEADS_BACK} ", ink.dim)]
        for area, word in self._words():
            between = _BETWEEN if len(pieces) > 1 else ""
            pieces += [(between, ink.dim), (word, ink.strong if area is self._area else ink.dim)]
        return line([*pieces, (f" {LEADS_ON}", ink.dim)], self.size.width, ink.text)

    def _words(self) -> Iterator[tuple[Area, str]]:
        for area in PANES:
            yield area, f"{BY_ID[f'pane_{area.value}'].shown_key()} {t(f'screen.panes.{area.value}')}"

    def on_click(self, event: events.Click) -> None:
        end = len(_BETWEEN)
        for area, word in self._words():
            end += cell_len(word + _BETWEEN)
            if event.x < end:
                self.post_message(ActionPressed(f"pane_{area.value}"))
                return
