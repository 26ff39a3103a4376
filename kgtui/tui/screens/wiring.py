"""What lies between the screen and the terminal, switched while it runs: the mouse."""

from __future__ import annotations

from kgtui.locale import t
from kgtui.tui.screens.exporting import Exporting


class Wiring(Exporting):
    def do_mouse(self) -> None:
        wanted = not self.explorer.mouse
        self.explorer.set_mouse(wanted)
        self.say(t("screen.mouse.on" if wanted else "screen.mouse.off"))
