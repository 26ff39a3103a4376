"""Sizing: one pane on the whole screen, and how wide the panes are that stand side by side."""

from __future__ import annotations

from textual.widget import Widget

from kgtui.keys import Area
from kgtui.locale import t
from kgtui.tui.desk.part import Part
from kgtui.tui.layout import Width, Widths, fitted, width_class

_STEP = 4  # columns


class Sizing(Part):
    def __init__(self) -> None:
        super().__init__()
        self.widths = Widths()
        self._set_widths = Widths()

    def do_zoom(self) -> None:
        """One pane on the whole screen, and all again."""
        if not self.zoomed and width_class(self.size.width) is Width.SMALL:
            self.say(t("screen.zoom.alone"))
            return
        if not self.zoomed:
            self.leave()
        self.zoomed = not self.zoomed
        self.show_panes()

    def do_wider(self) -> None:
        self._widen(+_STEP)

    def do_thinner(self) -> None:
        self._widen(-_STEP)

    def _widen(self, step: int) -> None:
        """The pane with the focus: the column that it stands in, or, where it has what the others leave, theirs."""
        if self.is_alone:
            self.say(t("screen.widths.alone"))
            return
        is_wide = width_class(self.size.width) is Width.WIDE
        left, right = self.articles.size.width, self.country_pane.size.width
        if self.area is Area.LIST:
            wanted = self.widths._replace(list=left + step)
        elif is_wide and self.area is not Area.ARTICLE:
            wanted = self.widths._replace(side=right + step)
        else:
            wanted = self.widths._replace(list=left - step)
        wanted = fitted(wanted, self.size.width)
        if (wanted.list or left, wanted.side or right) == (left, right):
            self.say(t("screen.widths.least" if step < 0 else "screen.widths.most"))
            return
        self.widths = wanted
        self.show_panes()

    def show_panes(self, columns: int | None = None) -> None:
        super().show_panes(columns)
        columns = columns or self.size.width or self.app.size.width
        widths = Widths() if self.is_alone else fitted(self.widths, columns)
        if widths != self._set_widths:
            self._set_widths = widths
            _set_width(self.query_one("#left"), widths.list)
            _set_width(self.query_one("#right"), widths.side if width_class(columns) is Width.WIDE else 0)
            self.changed()


def _set_width(column: Widget, columns: int) -> None:
    """So many columns; 0 for what the style sheet says."""
    wanted = columns or None
    column.styles.width = wanted
    column.styles.min_width = wanted
    column.styles.max_width = wanted
