"""Asking the terminal itself: how wide it draws some signs, and which protocols it knows.

All questions are sent at once. The last one (DA1) is answered by every terminal, so no silence has to be waited for;
see https://invisible-island.net/xterm/ctlseqs/ctlseqs.html.
"""

from __future__ import annotations

import os
import re
import select
import termios
import time
import tty
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

_SECONDS = 2.0  # also a slow line answers within them
_WHERE = "\x1b[6n"
_SYNCHRONISED = "\x1b[?2026$p"
_KITTY = "\x1b[?u"
_LAST = "\x1b[c"
_CLEAR_LINE = "\r\x1b[K"
_LOCAL_FLAGS = 3  # where they stand in what tcgetattr gives
_IS_AT = re.compile(rb"\x1b\[\d+;(\d+)R")
_KNOWS_SYNCHRONISED = re.compile(rb"\x1b\[\?2026;[1-3]\$y")
_KNOWS_KITTY = re.compile(rb"\x1b\[\?\d+u")
_IS_LAST = re.compile(rb"\x1b\[\?[\d;]*c")


@dataclass(frozen=True, slots=True)
class Answers:
    """``widths``: in cells, one for each sample; fewer, or none, where the terminal did not say. ``seconds``: until it
    had said all."""

    widths: tuple[int, ...]
    synchronised: bool
    kitty: bool
    seconds: float


def probe(samples: Sequence[str], source: int, sink: int) -> Answers | None:
    """Ask the terminal that is open for reading as ``source`` and for writing as ``sink``; None where it is mute."""
    questions = "".join(f"\r{sample}{_WHERE}" for sample in samples)
    begun = time.monotonic()
    with keys_at_once(source):
        os.write(sink, f"{questions}{_CLEAR_LINE}{_SYNCHRONISED}{_KITTY}{_LAST}".encode())
        said = _read_until(source, _IS_LAST, begun + _SECONDS)
    if not said:
        return None
    return Answers(
        widths=tuple(int(column) - 1 for column in _IS_AT.findall(said)),
        synchronised=_KNOWS_SYNCHRONISED.search(said) is not None,
        kitty=_KNOWS_KITTY.search(said) is not None,
        seconds=time.monotonic() - begun,
    )


@contextmanager
def keys_at_once(source: int, *, signals: bool = True) -> Iterator[None]:
    """Neither echo nor waiting for Enter; without ``signals`` Ctrl+C is a key like all others. What was typed and not
    read is not left to the shell."""
    before = termios.tcgetattr(source)
    tty.setcbreak(source)
    if not signals:
        now = termios.tcgetattr(source)
        now[_LOCAL_FLAGS] &= ~termios.ISIG
        termios.tcsetattr(source, termios.TCSANOW, now)
    try:
        yield
    finally:
        termios.tcsetattr(source, termios.TCSAFLUSH, before)


def _read_until(source: int, last: re.Pattern[bytes], end: float) -> bytes:
    said = b""
    while not last.search(said) and (left := end - time.monotonic()) > 0:
        if select.select([source], [], [], left)[0]:
            chunk = os.read(source, 4096)
            if not chunk:
                break
            said += chunk
    return said
