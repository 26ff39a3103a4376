"""Where words go: data to stdout, talk to stderr, nothing in either that a terminal would obey."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence

from kgtui.cli.streams import Nowhere, talk, terminal_size
from kgtui.export import Marking, Row, json_text, paint
from kgtui.export.spreadsheet import Cell, csv_lines
from kgtui.terminal import terminal_safe

WIDEST = 80


class Output:
    """The two streams of one run."""

    def __init__(self) -> None:
        self.is_terminal = sys.stdout.isatty()
        self.width = min(WIDEST, terminal_size()[0]) if self.is_terminal else WIDEST
        self._marking = _terminal_marking() if self.is_terminal else None

    def rows(self, rows: Iterable[Row], *, elsewhere: Marking = Marking.NONE) -> None:
        """Rows for people; ``elsewhere`` is how they are marked where stdout is no terminal."""
        marking = self._marking or elsewhere
        for row in rows:
            self._write(paint(row, marking))

    def line(self, text: str) -> None:
        self._write(terminal_safe(text))

    def json(self, value: object) -> None:
        """One value as a document."""
        self._write(json_text(value))

    def json_line(self, value: object) -> None:
        """One value on a line, seen by the next program at once."""
        self._write(json_text(value, indent=None))
        sys.stdout.flush()

    def csv(self, titles: Sequence[str], body: Iterable[Sequence[Cell]]) -> None:
        """A table for the next program in a pipe."""
        for each in csv_lines(titles, body):
            self.line(each)

    @staticmethod
    def binary(content: bytes) -> None:
        """The content of a file that is no text; only for a stream that is no terminal."""
        sys.stdout.flush()
        sys.stdout.buffer.write(content)

    @staticmethod
    def has_left() -> bool:
        """Send what was written; whether there is anybody to take it. Raises OSError where it cannot be."""
        sys.stdout.flush()
        return not isinstance(sys.stdout, Nowhere)

    @staticmethod
    def talk(text: str) -> None:
        talk(text)

    @staticmethod
    def _write(line: str) -> None:
        sys.stdout.write(f"{line}\n")


def _terminal_marking() -> Marking:
    if os.environ.get("TERM", "dumb") == "dumb":
        return Marking.SIGNS
    return Marking.STYLES if os.environ.get("NO_COLOR") else Marking.COLOURS
