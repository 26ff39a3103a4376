"""Not to run ahead of a slow line.

A held key paints faster than such a line carries. What is sent waits in the buffers of the connection, megabytes of
it, and the terminal goes on showing pictures long after the key was let go. So the terminal is asked after a picture
whether it has read it (see ``speed``), and while too much is unread nothing is painted: then only what is seen last.
"""

from __future__ import annotations

from collections.abc import Callable

AHEAD_BYTES = 6_000  # that may be unread: an article with what stands beside it, a third of a second on a mobile net


class Pace:
    """``ask`` sends the question. A terminal that has answered none yet may be one that answers none."""

    def __init__(self, ask: Callable[[], None]) -> None:
        self._ask = ask
        self._sent = 0
        self._read = 0
        self._asked_of: int | None = None  # how much had been sent when it was asked what is not answered yet
        self._answers = False

    @property
    def is_ahead(self) -> bool:
        return self._answers and self._sent - self._read > AHEAD_BYTES

    def sent(self, size: int) -> None:
        """So many bytes have just been sent."""
        self._sent += size
        self._ask_on()

    def answered(self) -> None:
        """The terminal has read all that was sent before it was asked."""
        if self._asked_of is not None:
            self._read, self._asked_of, self._answers = self._asked_of, None, True
            self._ask_on()

    def _ask_on(self) -> None:
        if self._asked_of is None and self._sent > self._read:
            self._asked_of = self._sent
            self._ask()
