"""Textual's driver on a line of our own: fewer bytes, a writer nobody waits for, keys that cannot end the program, a
mouse that can be switched."""

from __future__ import annotations

import os
import selectors
import sys
from codecs import getincrementaldecoder
from typing import Any

from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.events import CursorPosition
from textual.message import Message

from kgtui.tui.wire.key_reports import KeyParser
from kgtui.tui.wire.outgoing import Meter, Outgoing
from kgtui.tui.wire.picture import Picture
from kgtui.tui.wire.writer import Writer

# Buttons and wheel only, with coordinates beyond 223. Textual also asks for each movement, which nothing here needs:
# over a slow line they would come by the hundred.
_MOUSE_MODES = (1000, 1006)
_AT_ONCE = 4096  # bytes
_LAST_ANSWERS_SECONDS = 1.0  # how long the end waits for a line that is still bringing them
_UNTIL_TICK = 0.1  # seconds, as Textual: how long an Escape alone may wait to be told from a sequence, at most


class TerminalDriver(LinuxDriver):
    """Writes through ``Writer`` what Textual gives, sparingly."""

    def __init__(self, app: App[Any], **options: Any) -> None:
        self._picture = Picture()
        self._meter: Meter | None = None
        self._outgoing = Outgoing(self._picture, self._meter)
        self._writer: Writer | None = None
        super().__init__(app, **options)

    def write(self, data: str) -> None:
        if self._writer is None:
            stream = sys.__stderr__ or sys.stderr  # the latter is Textual's own while the screen is up
            self._writer = Writer(stream.fileno(), stream.encoding, self._outgoing)
        self._outgoing.put(data)

    def disable_input(self) -> None:
        """The end, or a pause: pictures are for nobody any more, and no answer is left to the shell."""
        self._outgoing.show_no_more(_LAST_ANSWERS_SECONDS)
        super().disable_input()

    def close(self) -> None:
        """All that was written is with the terminal after this, also where it is taken up again."""
        super().close()
        if self._writer is not None:
            self._writer.stop()
            self._writer = None
            self._outgoing = Outgoing(self._picture, self._meter)

    def forget_picture(self, columns: int, rows: int) -> None:
        """All that is painted from now on is sent, whatever a terminal of this size seemed to show."""
        self._outgoing.forget_picture(columns, rows)

    def set_few_colours(self, wanted: bool) -> None:
        """Colours by number in place of all shades; what is shown already stays until it is painted again."""
        self._picture.few_colours = wanted

    def measure(self, meter: Meter | None) -> None:
        """Tell it of all that is sent from now on, and of the answers; it says when a picture may go."""
        self._meter = meter
        self._outgoing.measure(meter)

    def ask_where_it_is(self) -> None:
        self._outgoing.ask()

    def process_message(self, message: Message) -> None:
        """In the thread that reads the terminal."""
        if not (isinstance(message, CursorPosition) and self._outgoing.answered()):
            super().process_message(message)

    def set_mouse(self, wanted: bool) -> None:
        """Whether the terminal reports its buttons; at any time."""
        if wanted != self._mouse:
            self._disable_mouse_support()
            self._mouse = wanted
            self._enable_mouse_support()

    def run_input_thread(self) -> None:
        """As Textual's own, but that neither a sequence nor a byte that is no UTF-8 ends it, and the program."""
        parser, decode = KeyParser(self._debug), getincrementaldecoder("utf-8")("replace").decode
        with selectors.DefaultSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                read = os.read(self.fileno, _AT_ONCE) if selector.select(_UNTIL_TICK) else None
                if read == b"":  # the terminal has gone
                    self._outgoing.drop()
                text = decode(read) if read else ""
                for message in parser.feed(text) if text else ():
                    self.process_message(message)
                for message in parser.tick():
                    self.process_message(message)

    def _enable_mouse_support(self) -> None:
        self._set_mouse_modes("h")

    def _disable_mouse_support(self) -> None:
        self._set_mouse_modes("l")

    def _set_mouse_modes(self, final: str) -> None:
        if self._mouse:
            self.write("".join(f"\x1b[?{mode}{final}" for mode in _MOUSE_MODES))
