"""How far a long run is: on stderr, where that is a terminal, and in JSON lines for a program that asked for them."""

from __future__ import annotations

import sys
import time
from pathlib import PurePath
from types import TracebackType
from typing import TYPE_CHECKING

from kgtui.cli.streams import terminal_size
from kgtui.terminal import one_line

if TYPE_CHECKING:
    from kgtui.cli.output import Output

_PAUSE = 0.1  # seconds between two paints


class Progress:
    """One line that is painted over and wiped at the end; silent where stderr is no terminal. ``lines`` is where each
    step goes as a record, if anywhere."""

    def __init__(self, words: str, lines: Output | None = None) -> None:
        self._words = words
        self._lines = lines
        self._visible = sys.stderr.isatty()
        self._painted = 0.0
        self._width = 0

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._paint("")

    def step(self, done: int, total: int | None = None, current: str = "") -> None:
        """``done`` of ``total`` (None: not known yet); ``current`` is what was just done."""
        now = time.monotonic()
        if now - self._painted >= _PAUSE:
            self._painted = now
            count = f"{done}/{total}" if total else str(done)
            self._paint(f"{self._words} {count} {PurePath(current).name}".rstrip())
            if self._lines:
                self._lines.json_line({"done": done, "of": total})

    def _paint(self, text: str) -> None:
        if not self._visible or not (text or self._width):
            return
        shown = one_line(text)[: terminal_size()[0] - 1]
        sys.stderr.write(f"\r{shown.ljust(self._width)}\r{shown}")
        sys.stderr.flush()
        self._width = len(shown)
