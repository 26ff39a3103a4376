"""Whether the terminal is behind, told from the questions that it has answered."""

from __future__ import annotations

from collections import deque

from hypothesis import given
from hypothesis import strategies as st

from kgtui.tui.wire.pace import AHEAD_BYTES, PATIENCE_SECONDS, Pace


@given(st.lists(st.integers(1, 3 * AHEAD_BYTES) | st.none(), max_size=40))
def test_it_is_ahead_where_too_much_of_what_was_sent_is_unread(steps: list[int | None]) -> None:
    """A number is sent; None is the terminal, which reads on up to its next question and answers it."""
    line: deque[int | None] = deque()
    pace = Pace(lambda: line.append(None))
    pace.sent(1)
    pace.answered()
    line.clear()
    for step in [*steps, *[None] * 40]:
        if step is not None:
            line.append(step)
            pace.sent(step)
        elif None in line:
            while line.popleft() is not None:
                pass
            pace.answered()
        unread = sum(size for size in line if size is not None)
        assert pace.is_ahead == (unread > AHEAD_BYTES)
    assert not pace.is_ahead
    assert not line


def test_a_terminal_that_never_answers_is_asked_once_and_not_waited_for() -> None:
    asked: list[None] = []
    pace = Pace(lambda: asked.append(None))
    for _ in range(5):
        pace.sent(AHEAD_BYTES)
    assert len(asked) == 1
    assert not pace.is_ahead


class _Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_an_answer_that_does_not_come_is_waited_for_once() -> None:
    clock = _Clock()
    pace = Pace(lambda: None, clock)
    pace.sent(1)
    pace.answered()
    pace.sent(2 * AHEAD_BYTES)
    assert pace.seconds_to_wait() == PATIENCE_SECONDS
    clock.now += PATIENCE_SECONDS
    assert pace.seconds_to_wait() == 0
    pace.sent(2 * AHEAD_BYTES)
    assert pace.seconds_to_wait() == 0  # it is given up
    pace.answered()
    pace.sent(2 * AHEAD_BYTES)
    assert pace.seconds_to_wait() == PATIENCE_SECONDS  # it was only late
