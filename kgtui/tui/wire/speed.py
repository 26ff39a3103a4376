"""How fast the line to the terminal is: a question that it answers only when it has read all that was sent before.

Asked after a picture, the answer comes when the picture has crossed the line and a round trip later; asked twice more,
after a round trip alone. What is between is the time of the picture. A machine that is busy may hold an answer up: a
line is slow when two pictures say so.
"""

from __future__ import annotations

from collections.abc import Callable

QUESTION = "\x1b[6n"  # where the cursor is, which every terminal knows

# A page of text is some four kilobytes, an article with what stands beside it six: over a slower line than this one
# waits for it. Mobile nets in the country give 20,000.
SLOW_BYTES_A_SECOND = 40_000
_A_PICTURE = 2_000  # bytes; what is smaller crosses too soon to be timed
_NOTICED_SECONDS = 0.1  # below this it may be anything
_VERDICTS = 2


class LineSpeed:
    """``ask`` sends the question; ``clock`` gives seconds; ``told`` is given bytes a second where they are few."""

    def __init__(self, ask: Callable[[], None], clock: Callable[[], float], told: Callable[[float], object]) -> None:
        self._ask_now = ask
        self._clock = clock
        self._told = told
        self._picture = 0
        self._asked = 0.0
        self._took: list[float] = []  # of the picture, then of a round trip alone, twice
        self._waiting = self._decided = False
        self._is_disturbed = False  # by other bytes on the line meanwhile, behind which a round trip seems long
        self._slow = 0

    @property
    def is_to_be_answered(self) -> bool:
        return self._waiting and bool(self._took)

    def seconds_to_wait(self) -> float:
        """Nothing: it only looks on."""
        return 0.0

    def sent(self, size: int) -> None:
        """So many bytes have just been sent."""
        if self._waiting:
            self._is_disturbed = True
        elif size >= _A_PICTURE and not self._decided:
            self._picture = size
            self._is_disturbed = False
            self._took.clear()
            self._ask()

    def answered(self) -> None:
        """The terminal has answered; perhaps in another thread than that which sends."""
        if not self._waiting:
            return
        self._took.append(self._clock() - self._asked)
        if len(self._took) < 3:
            self._ask()
            return
        crossing = self._took[0] - min(self._took[1:])
        if crossing < _NOTICED_SECONDS or self._picture / crossing > SLOW_BYTES_A_SECOND:
            self._decided = not self._is_disturbed
        else:
            self._slow += 1
            if self._slow == _VERDICTS:
                self._decided = True
                self._told(self._picture / crossing)
        self._waiting = False  # from here on the next picture may be timed

    def forget(self) -> None:
        """What was asked is not answered any more."""
        self._waiting = False

    def _ask(self) -> None:
        self._waiting = True
        self._asked = self._clock()
        self._ask_now()
