"""Theming: in which colours the screen is, and painting it anew."""

from __future__ import annotations

from kgtui.abilities import Colours
from kgtui.locale import t
from kgtui.tui.desk.wiring import Wiring


class Theming(Wiring):
    def do_theme(self) -> None:
        """Show each theme while one moves through their names; the one that is taken is kept for later starts."""
        if self.explorer.abilities.colours is Colours.NONE:
            self.say(t("screen.theme.no_colours"))
            return
        from kgtui.tui.overlays.themes import ThemeScreen  # noqa: PLC0415 - not before it is asked for

        self.explorer.open_over(ThemeScreen(self.explorer.palette), self._theme_chosen)

    def _theme_chosen(self, name: object) -> None:
        if isinstance(name, str):
            self.prefer(theme=name)

    def do_redraw(self) -> None:
        self.explorer.redraw()
