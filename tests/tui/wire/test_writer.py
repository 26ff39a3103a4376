"""A line that is slow, stuck or gone keeps nobody waiting."""

from __future__ import annotations

import os

import pytest

from kgtui.tui.wire.outgoing import Outgoing
from kgtui.tui.wire.picture import Picture
from kgtui.tui.wire.writer import Writer

_MORE_THAN_A_PIPE_HOLDS = "ж" * 100_000


@pytest.fixture
def outgoing() -> Outgoing:
    return Outgoing(Picture(), meter=None)


def test_all_arrives_in_order_before_the_end(outgoing: Outgoing) -> None:
    reading, writing = os.pipe()
    writer = Writer(writing, "utf-8", outgoing)
    for number in range(100):
        outgoing.put(f"{number};")
    writer.stop()
    os.close(writing)
    with os.fdopen(reading) as stream:
        assert stream.read() == "".join(f"{number};" for number in range(100))


def test_a_line_that_takes_nothing_holds_nobody(outgoing: Outgoing) -> None:
    reading, writing = os.pipe()
    writer = Writer(writing, "utf-8", outgoing)
    for _ in range(100):
        outgoing.put(_MORE_THAN_A_PIPE_HOLDS)
    writer.stop()
    os.close(reading)


def test_a_line_that_is_gone_holds_nobody(outgoing: Outgoing) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    writer = Writer(writing, "utf-8", outgoing)
    for _ in range(100):
        outgoing.put(_MORE_THAN_A_PIPE_HOLDS)
    writer.stop()
    os.close(writing)


def test_what_the_encoding_lacks_is_a_question_mark(outgoing: Outgoing) -> None:
    reading, writing = os.pipe()
    writer = Writer(writing, "koi8-r", outgoing)
    outgoing.put("ж≠")
    writer.stop()
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        assert stream.read() == "ж?".encode("koi8-r")


def test_pictures_do_not_queue_up_at_a_line_that_takes_nothing(outgoing: Outgoing) -> None:
    reading, writing = os.pipe()
    writer = Writer(writing, "utf-8", outgoing)
    outgoing.put("ж" * 100_000)  # the pipe is full with it
    for number in range(1_000):
        outgoing.put(f"\x1b[1;1H{'ж' * 1_000}{number}")
    received = bytearray()
    while not received.endswith(b"999"):
        received += os.read(reading, 65536)
    writer.stop()
    assert len(received) <= 2 * (100_000 + 10 * 1_000)
