"""What lies between the screen and the terminal, switched while it runs: the mouse, and how much is sent."""

from __future__ import annotations

from kgtui.locale import t
from kgtui.tui.desk.exporting import Exporting


class Wiring(Exporting):
    def do_mouse(self) -> None:
        line = self.explorer.line
        line.set_mouse(not line.mouse)
        self.say(t("screen.mouse.on" if line.mouse else "screen.mouse.off"))

    def do_low_bandwidth(self) -> None:
        line = self.explorer.line
        line.spare(not line.spared)
        self.say(t("screen.line.spared" if line.spared else "screen.line.free"))

    def line_is_slow(self, rate: float) -> None:
        """Found out at the start, in bytes a second; said once, where nothing else is."""
        self.explorer.line.spare(True)
        if not self.foot_line.message:
            self.say(t("screen.line.slow", rate=max(1, round(rate / 1000))))
