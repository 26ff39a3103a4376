"""The streams before any command runs: their encoding, and talk on stderr."""

from __future__ import annotations

import io
import shutil
import sys

from kgtui.terminal import terminal_safe


class Nowhere(io.TextIOWrapper):
    """In place of a stream that the caller has closed."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8")


def terminal_size() -> tuple[int, int]:
    """Columns and lines; of a terminal that does not know them (Python 3.10 says 0) the usual ones."""
    columns, lines = shutil.get_terminal_size()
    return columns or 80, lines or 24


def talk(text: str) -> None:
    """Words for people, on stderr."""
    sys.stderr.write(f"{terminal_safe(text)}\n")
    sys.stderr.flush()


def prepare_streams() -> None:
    """UTF-8 where a stream goes to a file or a pipe; a terminal of few letters gets «?» for the others.

    A stream that the caller has closed goes nowhere, and nothing comes of it.
    """
    if sys.stdin is None:
        sys.stdin = Nowhere()
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Nowhere())
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")
