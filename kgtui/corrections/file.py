"""A file of corrections, one JSON object a line, only ever appended to.

What a crash has left of a last line is ignored. A damaged line costs itself alone, and is told by its number.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kgtui import durable, refusal
from kgtui.corrections.changes import Correction
from kgtui.corrections.lines import correction_in, line_of

Stamp = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class DamagedLine:
    """A line that holds no correction; ``line`` 0 is the whole file, which cannot be read."""

    path: Path
    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Contents:
    corrections: tuple[Correction, ...] = ()
    damaged: tuple[DamagedLine, ...] = ()


def stamp_of(path: Path) -> Stamp | None:
    """Changes where the file does; None where there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


def read(path: Path) -> Contents:
    """Never raises: what cannot be read is said in what it gives."""
    try:
        return _contents(path, path.read_bytes())
    except FileNotFoundError:
        return Contents()
    except OSError as error:
        return Contents(damaged=(DamagedLine(path, 0, refusal.reason(error)),))


def change(path: Path, decide: Callable[[Contents], Correction | None]) -> Correction | None:
    """Append what is decided upon reading, with nobody else writing meanwhile. Raises OSError."""
    with durable.locked(path) as descriptor:
        correction = decide(_contents(path, os.pread(descriptor, os.fstat(descriptor).st_size, 0)))
        if correction:
            line = f"{line_of(correction)}\n".encode(errors="surrogatepass")
            durable.append(descriptor, line, lambda last: _whole_line(last) is not None)
        return correction


def _contents(path: Path, held: bytes) -> Contents:
    corrections: list[Correction] = []
    damaged: list[DamagedLine] = []
    *lines, last = held.split(b"\n")
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                corrections.append(correction_in(line.decode()))
            except ValueError as error:
                damaged.append(DamagedLine(path, number, str(error)))
    if whole := _whole_line(last):
        corrections.append(whole)
    return Contents(tuple(corrections), tuple(damaged))


def _whole_line(last: bytes) -> Correction | None:
    """Of a last line without its end: whole where an editor left it so, else torn."""
    try:
        return correction_in(last.decode())
    except ValueError:
        return None
