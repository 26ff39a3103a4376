"""The speed of a line, told from when questions are answered."""

from __future__ import annotations

import pytest

from kgtui.tui.wire.speed import LineSpeed


class _Wire:
    """A line that takes time: ``rate`` in bytes a second, ``trip`` and what holds the next answer up in seconds."""

    def __init__(self, rate: float, trip: float) -> None:
        self.rate, self.trip, self.held_up = rate, trip, 0.0
        self.now = 0.0
        self.free = 0.0
        self.answers: list[float] = []
        self.told: list[float] = []
        self.speed = LineSpeed(self._asked, lambda: self.now, self.told.append)

    def send(self, size: int) -> None:
        self.send_behind(size)
        while self.answers:
            self.now = self.answers.pop()
            self.speed.answered()

    def send_behind(self, size: int) -> None:
        """What follows while an answer is still on its way."""
        self.free = max(self.free, self.now) + size / self.rate
        self.speed.sent(size)

    def _asked(self) -> None:
        self.answers.append(max(self.free, self.now) + self.trip + self.held_up)
        self.held_up = 0.0


@pytest.mark.parametrize("trip", [0.01, 0.3, 1.5])
def test_a_slow_line_is_told_of_once(trip: float) -> None:
    wire = _Wire(20_000, trip)
    for size in (6_000, 100, 4_000, 9_000):
        wire.send(size)
    assert wire.told == [pytest.approx(20_000, rel=0.05)]


@pytest.mark.parametrize("trip", [0.01, 0.3, 1.5])
def test_a_fast_line_is_not_however_far(trip: float) -> None:
    wire = _Wire(1_000_000, trip)
    for size in (6_000, 100, 4_000, 9_000):
        wire.send(size)
    assert wire.told == []


def test_a_busy_moment_makes_no_line_slow() -> None:
    wire = _Wire(1_000_000, 0.05)
    wire.held_up = 2.0
    for size in (6_000, 4_000, 9_000):
        wire.send(size)
    assert wire.told == []


def test_a_key_that_is_held_meanwhile_makes_no_line_fast() -> None:
    wire = _Wire(20_000, 0.05)
    wire.send_behind(6_000)
    while wire.answers:
        wire.send_behind(6_000)
        wire.now = wire.answers.pop()
        wire.speed.answered()
    for size in (6_000, 4_000):
        wire.send(size)
    assert wire.told == [pytest.approx(20_000, rel=0.05)]


def test_a_terminal_that_never_answers_is_asked_once() -> None:
    asked: list[None] = []
    speed = LineSpeed(lambda: asked.append(None), lambda: 0.0, [].append)
    for _ in range(5):
        speed.sent(9_000)
    assert len(asked) == 1
