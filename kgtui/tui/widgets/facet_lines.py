"""Under the list: what it could be narrowed by, a line a kind, as many as there is room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual import events
from textual.message import Message
from textual.strip import Strip

from kgtui.locale import t
from kgtui.tui.drawing.paint import Pieces, cut, line
from kgtui.tui.widgets.line_widget import LineWidget
from kgtui.tui.words import short_names

if TYPE_CHECKING:
    from kgtui.library import Facet

# Where there is not room for all kinds the first ones are shown.
_ORDER = ("country", "person", "month", "body", "source", "bloc", "place")
_LABEL = 11  # columns
_AIRY = 4  # lines: with fewer no empty one parts them from the list


class FacetLines(LineWidget):
    class Pressed(Message):
        """It was clicked."""

    def __init__(self) -> None:
        super().__init__(id="facets")
        self._facets: tuple[Facet, ...] = ()

    def show(self, facets: tuple[Facet, ...]) -> None:
        known = [facet for facet in facets if facet.kind.value in _ORDER]
        self._facets = tuple(sorted(known, key=lambda facet: _ORDER.index(facet.kind.value)))
        self.repaint()

    def compose_line(self, y: int) -> Strip:
        row = y - (self.size.height >= _AIRY)
        pieces = self._pieces(self._facets[row]) if 0 <= row < len(self._facets) else []
        return line(pieces, self.size.width, self.inks.text)

    def _pieces(self, facet: Facet) -> Pieces:
        """The kind, its first values with their counts, and how many more there are."""
        label = t(f"screen.facet.{facet.kind.value}")
        pieces: Pieces = [(f" {label:<{_LABEL - 1}}", self.inks.dim)]
        room = self.size.width - _LABEL - 1
        for index, (value, name) in enumerate(zip(facet.values, short_names(facet), strict=True)):
            gap, count = " · " if index else "", f" {value.articles}"
            left = len(facet.values) - index - 1 + facet.more
            rest = f" · {t('screen.facet.more', count=left)}" if left else ""
            if index and cell_len(gap + name + count + rest) > room:
                more = t("screen.facet.more", count=left + 1)
                return [*pieces, (f" · {more}", self.inks.dim)]
            pieces += [(gap, self.inks.dim), (cut(name, room - cell_len(count + rest)), self.inks.text)]
            pieces.append((count, self.inks.dim))
            room -= cell_len(gap + name + count)
        return pieces

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(self.Pressed())
