"""Textual's driver on a line of our own: fewer bytes, a writer nobody waits for, a mouse that can be switched."""

from __future__ import annotations

import sys
from typing import Any

from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

from kgtui.tui.wire.picture import Picture
from kgtui.tui.wire.writer import Writer

# Buttons and wheel only, with coordinates beyond 223. Textual also asks for each movement, which nothing here needs:
# over a slow line they would come by the hundred.
_MOUSE_MODES = (1000, 1006)


class TerminalDriver(LinuxDriver):
    """Writes through ``Writer`` what Textual gives, sparingly."""

    def __init__(self, app: App[Any], **options: Any) -> None:
        self._writer: Writer | None = None
        self._picture = Picture()
        super().__init__(app, **options)

    def write(self, data: str) -> None:
        if self._writer is None:
            stream = sys.__stderr__ or sys.stderr  # the latter is Textual's own while the screen is up
            self._writer = Writer(stream.fileno(), stream.encoding)
        self._writer.write(self._picture.sparing(data))

    def close(self) -> None:
        """All that was written is with the terminal after this, also where it is taken up again."""
        super().close()
        if self._writer is not None:
            self._writer.stop()
            self._writer = None

    def forget_picture(self) -> None:
        """All that is painted from now on is sent, whatever the terminal seemed to show."""
        self._picture.forget()

    def set_mouse(self, wanted: bool) -> None:
        """Whether the terminal reports its buttons; at any time."""
        if wanted != self._mouse:
            self._disable_mouse_support()
            self._mouse = wanted
            self._enable_mouse_support()

    def _enable_mouse_support(self) -> None:
        self._set_mouse_modes("h")

    def _disable_mouse_support(self) -> None:
        self._set_mouse_modes("l")

    def _set_mouse_modes(self, final: str) -> None:
        if self._mouse:
            self.write("".join(f"\x1b[?{mode}{final}" for mode in _MOUSE_MODES))
