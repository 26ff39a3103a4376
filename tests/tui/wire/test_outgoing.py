"""Pictures no faster than the line: nothing is lost, and nothing waits for a terminal that does not answer."""

from __future__ import annotations

import os
import select
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from hypothesis import given
from hypothesis import strategies as st
from rich.color import ColorSystem

from kgtui.tui.wire.outgoing import Outgoing
from kgtui.tui.wire.pace import Pace
from kgtui.tui.wire.picture import Picture
from kgtui.tui.wire.speed import QUESTION
from kgtui.tui.wire.writer import Writer

from .emulator import FRAMES, SYSTEMS, Emulator, Frame, painted_by

DEADLINE = 180.0


class Strict(Pace):
    """Lets no picture go before the one before, however small it is, has been read."""

    @property
    def is_ahead(self) -> bool:
        return self.is_to_be_answered


class Line:
    """A slow line to a terminal that reads when it is told to, and answers what it has read."""

    def __init__(self) -> None:
        self.outgoing = Outgoing(Picture(), meter=None)
        self.pace = Strict(self.outgoing.ask)
        self.outgoing.measure(self.pace)
        self.emulator = Emulator()
        self.emulator.screen.write_process_input = lambda _: self.outgoing.answered()
        self.received = ""
        self._reading, self._writing = os.pipe()
        self._writer = Writer(self._writing, "utf-8", self.outgoing)

    def read(self, seconds: float = DEADLINE) -> bool:
        """What is there within some seconds; False where nothing is."""
        if not select.select([self._reading], [], [], seconds)[0]:
            return False
        text = os.read(self._reading, 1_000_000).decode()
        self.received += text
        self.emulator.feed(text)
        return bool(text)

    def read_until(self, condition: Callable[[], bool]) -> None:
        while not condition():
            assert self.read()

    def close(self) -> None:
        """All that is left is read."""
        self._writer.stop()
        os.close(self._writing)
        while self.read():
            pass
        os.close(self._reading)


@contextmanager
def slow_line() -> Iterator[Line]:
    line = Line()
    yield line
    line.close()


@given(SYSTEMS, st.lists(st.tuples(FRAMES, st.booleans()), max_size=8))
def test_the_last_picture_is_shown_however_late_the_terminal_answers(
    system: ColorSystem, frames: list[tuple[Frame, bool]]
) -> None:
    plain = Emulator()

    def is_the_same() -> bool:
        return (line.emulator.shown, line.emulator.asides) == (plain.shown, plain.asides)

    with slow_line() as line:
        for frame, reads in frames:
            painted = painted_by(frame, system)
            plain.feed(painted)
            line.outgoing.put(painted)
            if reads:
                line.read(0)
        line.read_until(is_the_same)
    assert is_the_same()


def show(line: Line, text: str) -> None:
    line.outgoing.put(f"\x1b[1;1H{text}\x1b[1;1H")


def test_what_is_overtaken_is_never_sent() -> None:
    with slow_line() as line:
        show(line, "first")
        line.read_until(lambda: "first" in line.emulator.screen.display[0])
        for number in range(100, 200):
            show(line, f"{number} {number}")
            line.outgoing.put("\x07")
        line.read_until(lambda: "199 199" in line.emulator.screen.display[0])
    assert line.received.count(QUESTION) <= 6
    assert line.emulator.asides == ["\x07"] * 100


def test_nobody_waits_for_a_terminal_that_never_answers() -> None:
    with slow_line() as line:
        line.emulator.screen.write_process_input = lambda _: None
        for number in range(100, 300):
            show(line, str(number))
            line.read_until(lambda number=number: str(number) in line.emulator.screen.display[0])  # type: ignore[misc]
        assert line.received.count(QUESTION) < 100
        line.outgoing.show_no_more(DEADLINE)


def test_no_answer_is_left_to_who_reads_the_terminal_next() -> None:
    with slow_line() as line:
        show(line, "first")
        line.read_until(lambda: "first" in line.emulator.screen.display[0])
        line.outgoing.put("\x07")
        reading = threading.Thread(target=line.read_until, args=(lambda: line.received.count(QUESTION) == 2,))
        reading.start()
        line.outgoing.show_no_more(DEADLINE)
        assert not line.pace.is_to_be_answered
        reading.join()
        show(line, "second")
    assert "second" not in line.received
