"""The thread that writes to the terminal: the screen never waits for a line that is slow, stuck or gone.

Textual's own keeps thirty writes and then makes the screen wait, for ever where the terminal has gone meanwhile: no
hang-up or request to end would then be heard.
"""

from __future__ import annotations

import os
import threading

from kgtui.tui.wire.outgoing import Outgoing

_AT_ONCE = 1024  # bytes
_LAST_WORDS_SECONDS = 0.5  # how long the end waits for a terminal that takes nothing


class Writer:
    """Writes what is outgoing to a file descriptor; what a terminal that is gone does not take is dropped."""

    def __init__(self, fileno: int, encoding: str, outgoing: Outgoing) -> None:
        self._fileno = fileno
        self._encoding = encoding
        self._outgoing = outgoing
        self._written = 0
        self._thread = threading.Thread(target=self._work, name="kgtui-writer", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Write what is waiting, unless the terminal does not take it, and end."""
        self._outgoing.end()
        before = -1
        while self._thread.is_alive() and before < self._written:
            before = self._written
            self._thread.join(_LAST_WORDS_SECONDS)

    def _work(self) -> None:
        while text := self._outgoing.take():
            data = text.encode(self._encoding, "replace")
            try:
                for start in range(0, len(data), _AT_ONCE):
                    self._write(data[start : start + _AT_ONCE])
            except OSError:
                self._outgoing.drop()
                return

    def _write(self, data: bytes) -> None:
        while data:
            count = os.write(self._fileno, data)
            self._written += count
            data = data[count:]
