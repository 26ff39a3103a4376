"""A program on a real pty, its screen kept by a terminal emulator. Every wait is for a condition, with a deadline."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

import pyte

DOWN, PAGE_DOWN, ENTER, ESCAPE, TAB = "\x1b[B", "\x1b[6~", "\r", "\x1b", "\t"
CTRL_P, CTRL_Q = "\x10", "\x11"

DEADLINE = 180.0  # seconds: only a hang takes so long, also on a busy machine


class Terminal:
    """``sent`` counts the bytes that the program has sent so far. What it asks the terminal is answered."""

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], size: tuple[int, int] = (120, 40)
    ) -> None:
        self.screen = pyte.Screen(*size)
        self.screen.write_process_input = self.press
        self._stream = pyte.ByteStream(self.screen)
        self.raw = bytearray()
        self.sent_at_resize = 0
        self.exit_code: int | None = None
        self._closed = False
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.execvpe(command[0], list(command), dict(environment))  # noqa: S606 - the program under test
        self.resize(*size)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.exit_code is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        self.hang_up()

    def hang_up(self) -> None:
        """Close the terminal's side."""
        if not self._closed:
            self._closed = True
            os.close(self.fd)

    @property
    def sent(self) -> int:
        return len(self.raw)

    @property
    def lines(self) -> list[str]:
        return [line.rstrip() for line in self.screen.display]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def resize(self, columns: int, rows: int) -> None:
        self.sent_at_resize = self.sent
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.screen.resize(rows, columns)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.send(key.encode())

    def send(self, data: bytes) -> None:
        os.write(self.fd, data)

    def read(self, seconds: float) -> bool:
        """Take in what comes within some seconds; False where nothing came, or the program has gone."""
        if self._closed:
            time.sleep(min(seconds, 0.01))
            return False
        ready, _, _ = select.select([self.fd], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self.fd, 65536)
        except OSError:
            return False
        self.raw += data
        self._stream.feed(data)
        return bool(data)

    def wait(self, condition: Callable[[Terminal], bool]) -> None:
        """Until the condition holds for the screen."""
        end = time.monotonic() + DEADLINE
        while not condition(self):
            if time.monotonic() > end:
                raise TimeoutError("\n".join(["not seen:", *self.lines]))
            self.read(0.1)

    def wait_for(self, *texts: str) -> None:
        self.wait(lambda terminal: all(text in terminal.text for text in texts))

    def wait_for_end(self) -> int:
        """Until the program ends; its exit code, or minus the signal that ended it."""
        end = time.monotonic() + DEADLINE
        while self.exit_code is None:
            if time.monotonic() > end:
                raise TimeoutError("\n".join(["still running:", *self.lines]))
            self.read(0.05)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.exit_code = os.waitstatus_to_exitcode(status)
        while not self._closed and self.read(0.05):
            pass
        return self.exit_code


def environment(**more: str) -> dict[str, str]:
    """A truecolor terminal with a UTF-8 locale, nothing of the tests' own terminal."""
    kept = {
        name: os.environ[name]
        for name in ("PATH", "HOME", "PYTHONPATH", "COVERAGE_PROCESS_START")
        if name in os.environ
    }
    return {**kept, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", "PYTHONUTF8": "1", **more}


def own_folders(home: Path) -> dict[str, str]:
    """All that a reader keeps is in a folder of the test."""
    folders = {f"XDG_{kind.upper()}_HOME": str(home / kind) for kind in ("state", "config", "cache", "data")}
    return {"HOME": str(home), **folders}


@contextmanager
def running(
    library: Path, home: Path, size: tuple[int, int] = (120, 40), *arguments: str, **more: str
) -> Iterator[Terminal]:
    """kgtui over a library, its first article on the screen."""
    command = [sys.executable, "-m", "kgtui", "--library", str(library), "--lang", "ru", *arguments]
    variables = {**environment(), **own_folders(home), **more}
    with Terminal(command, variables, size) as terminal:
        yield terminal


def assert_restored(terminal: Terminal, before: Sequence[object] | None = None) -> None:
    """Alternate screen, mouse, paste and focus reports off, wrapping on, the cursor seen; the line discipline as it
    was ``before``."""
    sent = bytes(terminal.raw)
    for mode in (b"1049", b"1000", b"1006", b"2004", b"1004"):
        assert sent.rfind(b"\x1b[?" + mode + b"l") >= sent.rfind(b"\x1b[?" + mode + b"h"), mode
    for mode in (b"25", b"7"):
        assert sent.rfind(b"\x1b[?" + mode + b"h") > sent.rfind(b"\x1b[?" + mode + b"l"), mode
    now = termios.tcgetattr(terminal.fd)
    assert now[3] & termios.ECHO
    assert before is None or now == before


def settle(terminal: Terminal) -> None:
    """Until a second has passed in which nothing came."""
    while terminal.read(1.0):
        pass
