"""A program at the far end of a pseudo-terminal: what it sends, and when."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

Chunk = tuple[float, bytes]  # when it came, and what


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back after a key: bytes, and milliseconds until the last of them; ``chunks`` with theirs."""

    size: int
    ms: float
    chunks: tuple[Chunk, ...]


@dataclass(frozen=True, slots=True)
class Typed:
    """When each key was ``sent``, and all that came back while and after."""

    sent: tuple[float, ...]
    chunks: tuple[Chunk, ...]


class Terminal:
    """A child process on a pty of a given size; closes it hard at the end."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = 120,
        lines: int = 40,
        environment: Mapping[str, str],
        cwd: str | None = None,
    ) -> None:
        self.started = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
            if cwd:
                os.chdir(cwd)
            os.execve(command[0], list(command), {**os.environ, **environment})  # noqa: S606 - our own program
        self.seen = b""

    def wait_for(self, marker: str, limit: float = 60.0) -> float:
        """Milliseconds from the start of the process until the marker has arrived."""
        wanted = marker.encode()
        self._read(limit, lambda: wanted in self.seen)
        if wanted not in self.seen:
            raise TimeoutError(f"{marker!r} did not come within {limit:g} s; last: {self.seen[-300:]!r}")
        return (time.perf_counter() - self.started) * 1000

    def press(self, key: bytes, quiet: float = 0.25) -> Answer:
        """Send a key, read until the terminal has been quiet for a while."""
        sent = time.perf_counter()
        os.write(self.fd, key)
        chunks = tuple(((at - sent) * 1000, chunk) for at, chunk in self._read(5.0, None, quiet=quiet))
        return Answer(_size(chunks), chunks[-1][0] if chunks else 0.0, chunks)

    def typed(self, keys: Sequence[bytes], rhythm: float, quiet: float = 0.4) -> Typed:
        """Send keys at an even pace, whether they are answered or not; then read until quiet."""
        sent: list[float] = []
        chunks: list[Chunk] = []
        for key in keys:
            sent.append(time.perf_counter())
            os.write(self.fd, key)
            chunks += self._read(rhythm, lambda: False)
        return Typed(tuple(sent), (*chunks, *self._read(10.0, None, quiet=quiet)))

    def settle(self, quiet: float = 1.0) -> int:
        """Read until quiet; the bytes that came."""
        return _size(self._read(60.0, None, quiet=quiet))

    def idle(self, seconds: float) -> int:
        """Bytes sent in so many seconds without any key."""
        return _size(self._read(seconds, lambda: False))

    def processor_ms(self) -> float:
        """What the process and those it started have taken of the processor until now, all threads together."""
        threads = (thread for pid in self._processes() for thread in Path(f"/proc/{pid}/task").glob("*/schedstat"))
        return sum(int(thread.read_text(encoding="ascii").split()[0]) for thread in threads) / 1e6

    def memory(self) -> dict[str, float]:
        """Megabytes of the process and those it started: ``pss`` (what is shared divided by those that share it),
        ``uss`` (what each has alone), ``rss``."""
        kb: Counter[str] = Counter()
        for pid in self._processes():
            for line in Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()[1:]:
                name, size, _ = line.split()
                kb[name.rstrip(":")] += int(size)
        parts = {"pss": kb["Pss"], "uss": kb["Private_Clean"] + kb["Private_Dirty"], "rss": kb["Rss"]}
        return {part: round(size / 1024, 1) for part, size in parts.items()}

    def _processes(self) -> list[int]:
        children = Path(f"/proc/{self.pid}/task").glob("*/children")
        return [self.pid, *(int(pid) for each in children for pid in each.read_text(encoding="ascii").split())]

    def close(self) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)

    def _read(self, limit: float, until: Callable[[], bool] | None, quiet: float | None = None) -> list[Chunk]:
        chunks: list[Chunk] = []
        last = start = time.perf_counter()
        while (now := time.perf_counter()) - start < limit:
            if select.select([self.fd], [], [], 0.005)[0]:
                try:
                    chunk = os.read(self.fd, 1 << 16)
                except OSError:
                    break
                last = time.perf_counter()
                chunks.append((last, chunk))
                self.seen = (self.seen + chunk)[-(1 << 18) :]
                if b"\x1b[?2026$p" in chunk:  # asked whether synchronised output is understood: yes
                    os.write(self.fd, b"\x1b[?2026;2$y")
                if until and until():
                    break
            elif quiet is not None and now - last > quiet:
                break
        return chunks


def _size(chunks: Iterable[Chunk]) -> int:
    return sum(len(chunk) for _, chunk in chunks)
