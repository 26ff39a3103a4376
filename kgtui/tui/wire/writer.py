"""The thread that writes to the terminal: the screen never waits for a line that is slow, stuck or gone.

Textual's own keeps thirty writes and then makes the screen wait, for ever where the terminal has gone meanwhile: no
hang-up or request to end would then be heard.
"""

from __future__ import annotations

import os
import threading

_LAST_WORDS_SECONDS = 0.5  # how long the end waits for a terminal that takes nothing


class Writer:
    """Writes to a file descriptor in the order of the calls; what a terminal that is gone does not take is dropped."""

    def __init__(self, fileno: int, encoding: str) -> None:
        self._fileno = fileno
        self._encoding = encoding
        self._waiting = bytearray()
        self._condition = threading.Condition()
        self._ended = False
        self._thread = threading.Thread(target=self._work, name="kgtui-writer", daemon=True)
        self._thread.start()

    def write(self, text: str) -> None:
        with self._condition:
            if not self._ended:
                self._waiting += text.encode(self._encoding, "replace")
                self._condition.notify()

    def stop(self) -> None:
        """Write what is waiting, unless the terminal does not take it, and end."""
        with self._condition:
            self._ended = True
            self._condition.notify()
        self._thread.join(_LAST_WORDS_SECONDS)

    def _work(self) -> None:
        while data := self._next():
            try:
                while data:
                    data = data[os.write(self._fileno, data) :]
            except OSError:
                self._let_go()
                return

    def _next(self) -> bytes:
        """What has been written since; nothing at the end."""
        with self._condition:
            self._condition.wait_for(lambda: bool(self._waiting) or self._ended)
            data = bytes(self._waiting)
            self._waiting.clear()
            return data

    def _let_go(self) -> None:
        with self._condition:
            self._ended = True
            self._waiting.clear()
