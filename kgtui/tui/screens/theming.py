"""Theming: in which colours the screen is, and painting it anew."""

from __future__ import annotations

from functools import partial

from kgtui.abilities import Colours
from kgtui.locale import t
from kgtui.tui.screens.wiring import Wiring
from kgtui.tui.words import failure


class Theming(Wiring):
    def do_theme(self) -> None:
        """Show each theme while one moves through their names; the one that is taken is kept for later starts."""
        if self.explorer.abilities.colours is Colours.NONE:
            self.say(t("screen.theme.no_colours"))
            return
        from kgtui.tui.screens.themes import ThemeScreen  # noqa: PLC0415 - not before it is asked for

        self.explorer.open_over(ThemeScreen(self.explorer.palette), self._theme_chosen)

    def _theme_chosen(self, name: object) -> None:
        """Written beside the screen, where a disk may take its time; the program does not end before it is written."""
        if isinstance(name, str):
            self.run_worker(partial(self._keep_theme, name), thread=True)

    def _keep_theme(self, name: str) -> None:
        from kgtui.reader import DamagedFile, prefer  # noqa: PLC0415 - not before the first paint

        try:
            prefer(theme=name)
        except (DamagedFile, OSError) as error:
            self.call_later(self.say, failure(error))

    def do_redraw(self) -> None:
        self.explorer.redraw()
