"""What is to be written to the terminal: texts in the order of the calls, the picture as it is when its turn comes.

Pictures never queue up: whichever the line does not take at once is painted over by the next one.
"""

from __future__ import annotations

import threading
from typing import Protocol

from kgtui.tui.wire.picture import Picture
from kgtui.tui.wire.speed import QUESTION

# Characters. A terminal that takes nothing for long loses what is put to its clipboard, not the memory of the machine.
_MOST_WAITING = 2_000_000


class Meter(Protocol):
    """Is told how much is sent and what is answered, by one thread at a time."""

    def sent(self, size: int) -> None: ...

    def answered(self) -> None: ...

    def seconds_to_wait(self) -> float:
        """How long the next picture waits, if no answer comes before."""

    @property
    def is_to_be_answered(self) -> bool:
        """Whether a question is open, and the terminal has answered before."""

    def forget(self) -> None:
        """What was asked is not answered any more."""


class Outgoing:
    """From the threads of the screen to the one that writes; ``meter`` says when a picture may go, None is always."""

    def __init__(self, picture: Picture, meter: Meter | None) -> None:
        self._picture = picture
        self._meter = meter
        self._urgent = ""
        self._changed = threading.Condition()
        self._has_pictures, self._has_ended = True, False

    def put(self, painted: str) -> None:
        """What Textual writes."""
        with self._changed:
            urgent = self._picture.paint(painted)
            if urgent and not self._has_ended and len(self._urgent) + len(urgent) <= _MOST_WAITING:
                self._append(urgent)
            self._changed.notify_all()

    def ask(self) -> None:
        """Ask the terminal where it is, after all that was sent."""
        with self._changed:
            self._urgent += QUESTION
            self._changed.notify_all()

    def answered(self) -> bool:
        """The terminal has told where it is; False where nobody wants to know."""
        with self._changed:
            if self._meter is None:
                return False
            self._meter.answered()
            self._changed.notify_all()
            return True

    def measure(self, meter: Meter | None) -> None:
        """Tell it of all that is sent from now on, and of the answers."""
        with self._changed:
            self._meter = meter
            self._changed.notify_all()

    def forget_picture(self, columns: int, rows: int) -> None:
        """All that is painted from now on is sent, whatever a terminal of this size seemed to show."""
        with self._changed:
            self._picture.forget(columns, rows)

    def take(self) -> str:
        """What is to be written now: blocks until there is something; "" at the end."""
        with self._changed:
            while not (self._urgent or self._has_ended):
                seconds = self._seconds_to_picture()
                if seconds == 0:
                    self._append(self._picture.difference())
                else:
                    self._changed.wait(seconds)
            taken, self._urgent = self._urgent, ""
            return taken

    def show_no_more(self, seconds: float) -> None:
        """Send no more pictures, and wait so long at most for the answer that is still to come: whoever reads the
        terminal after us takes it for a key."""
        with self._changed:
            if self._has_pictures:
                self._has_pictures = False
                self._changed.wait_for(lambda: self._has_ended or not self._is_to_be_answered, seconds)
                self._measure_no_more()

    def end(self) -> None:
        """What has been put is still to be taken, nothing more is."""
        with self._changed:
            self._has_ended = True
            self._measure_no_more()
            self._changed.notify_all()

    def drop(self) -> None:
        """Nobody takes anything any more."""
        with self._changed:
            self._urgent = ""
            self.end()

    def _measure_no_more(self) -> None:
        if self._meter is not None:
            self._meter.forget()
            self._meter = None

    @property
    def _is_to_be_answered(self) -> bool:
        return self._meter is not None and self._meter.is_to_be_answered

    def _seconds_to_picture(self) -> float | None:
        """How long the picture has to wait; None where nothing has changed."""
        if not (self._has_pictures and self._picture.is_waiting):
            return None
        return self._meter.seconds_to_wait() if self._meter is not None else 0.0

    def _append(self, text: str) -> None:
        self._urgent += text
        if text and self._meter is not None:
            self._meter.sent(len(text.encode("utf-8", "replace")))
