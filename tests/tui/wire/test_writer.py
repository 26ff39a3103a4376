"""A line that is slow, stuck or gone keeps nobody waiting."""

from __future__ import annotations

import os

from kgtui.tui.wire.writer import Writer

_MORE_THAN_A_PIPE_HOLDS = "ж" * 100_000


def test_all_arrives_in_order_before_the_end() -> None:
    reading, writing = os.pipe()
    writer = Writer(writing, "utf-8")
    for number in range(100):
        writer.write(f"{number};")
    writer.stop()
    os.close(writing)
    with os.fdopen(reading) as stream:
        assert stream.read() == "".join(f"{number};" for number in range(100))


def test_a_line_that_takes_nothing_holds_nobody() -> None:
    reading, writing = os.pipe()
    writer = Writer(writing, "utf-8")
    for _ in range(100):
        writer.write(_MORE_THAN_A_PIPE_HOLDS)
    writer.stop()
    os.close(reading)


def test_a_line_that_is_gone_holds_nobody() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    writer = Writer(writing, "utf-8")
    for _ in range(100):
        writer.write(_MORE_THAN_A_PIPE_HOLDS)
    writer.stop()
    os.close(writing)


def test_what_the_encoding_lacks_is_a_question_mark() -> None:
    reading, writing = os.pipe()
    writer = Writer(writing, "koi8-r")
    writer.write("ж≠")
    writer.stop()
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        assert stream.read() == "ж?".encode("koi8-r")
