"""How soon the list changes while somebody types, as a terminal emulator sees it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pyte

from benchmarks.screen import KGTUI
from benchmarks.terminal import Answer, Terminal

COLUMNS, LINES = 120, 40
_LIST = slice(3, 31), slice(0, 37)  # lines and columns of the list in this layout, with its count
_BACKSPACE = b"\x7f"
_QUIET = 0.5  # seconds without a byte: all has come that a letter brings


def letters(library: Path, words: Sequence[str], base: Mapping[str, str]) -> dict[str, list[float | None]]:
    """Milliseconds after each letter of each word until the list changed; None where it stayed as it was."""
    terminal = Terminal([*KGTUI, "--library", str(library)], columns=COLUMNS, lines=LINES, environment=base)
    try:
        watched = _Watched()
        terminal.settle(quiet=2.0)
        watched.feed(terminal.seen)
        watched.feed_all(terminal.press(b"/", quiet=_QUIET))
        times: dict[str, list[float | None]] = {}
        for word in words:
            times[word] = [watched.changed_after(terminal.press(letter.encode(), quiet=_QUIET)) for letter in word]
            for _ in word:
                watched.feed_all(terminal.press(_BACKSPACE, quiet=_QUIET))
        return times
    finally:
        terminal.close()


class _Watched:
    """The list on an emulated screen."""

    def __init__(self) -> None:
        self._screen = pyte.Screen(COLUMNS, LINES)
        self._stream = pyte.ByteStream(self._screen)

    def feed(self, chunk: bytes) -> None:
        self._stream.feed(chunk)

    def feed_all(self, answer: Answer) -> None:
        for _, chunk in answer.chunks:
            self.feed(chunk)

    def changed_after(self, answer: Answer) -> float | None:
        before, changed = self._list(), None
        for ms, chunk in answer.chunks:
            self.feed(chunk)
            if changed is None and self._list() != before:
                changed = round(ms, 1)
        return changed

    def _list(self) -> list[str]:
        lines, columns = _LIST
        return [line[columns] for line in self._screen.display[lines]]
