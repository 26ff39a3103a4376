"""Not to run ahead of a slow line.

A held key paints faster than such a line carries. What is sent waits in the buffers of the connection, megabytes of
it, and the terminal goes on showing pictures long after the key was let go. So the terminal is asked after a picture
whether it has read it (see ``speed``), and while too much is unread no other is sent: then only what is seen last.
"""

from __future__ import annotations

import time
from collections.abc import Callable

AHEAD_BYTES = 2_000  # that may be unread: steps through a list and letters wait for nothing, a page for the one before

# Longer than the largest picture takes at 3,000 bytes a second, or a phone from one mast to the next.
PATIENCE_SECONDS = 5.0


class Pace:
    """``ask`` sends the question. A terminal that has answered none yet may be one that answers none, and so may one
    that no longer does: it is not waited for."""

    def __init__(self, ask: Callable[[], None], clock: Callable[[], float] = time.monotonic) -> None:
        self._ask = ask
        self._clock = clock
        self._sent = 0
        self._read = 0
        self._asked_of: int | None = None  # how much had been sent when it was asked what is not answered yet
        self._asked = 0.0
        self._answers = False

    @property
    def is_ahead(self) -> bool:
        return self._answers and self._sent - self._read > AHEAD_BYTES

    @property
    def is_to_be_answered(self) -> bool:
        return self._answers and self._asked_of is not None

    def seconds_to_wait(self) -> float:
        """How long the next picture waits, if no answer comes before."""
        if not self.is_ahead:
            return 0.0
        left = self._asked + PATIENCE_SECONDS - self._clock()
        if left <= 0:
            self.forget()
        return max(0.0, left)

    def sent(self, size: int) -> None:
        """So many bytes have just been sent."""
        self._sent += size
        self._ask_on()

    def answered(self) -> None:
        """The terminal has read all that was sent before it was asked."""
        if self._asked_of is not None:
            self._read, self._asked_of, self._answers = self._asked_of, None, True
            self._ask_on()

    def forget(self) -> None:
        """What was asked is not answered any more: another terminal may look on now, or the answer was lost."""
        self._asked_of, self._answers = None, False

    def _ask_on(self) -> None:
        if self._asked_of is None and self._sent > self._read:
            self._asked_of = self._sent
            self._asked = self._clock()
            self._ask()
