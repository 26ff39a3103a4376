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
from typing import NamedTuple

Chunk = tuple[float, bytes]  # when it came, and what
_IDLE_MS = 2.0  # of the processor: less is no work
_PATIENCE = 100  # times that one waits for processes to be idle


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


class KeyTimes(NamedTuple):
    """Milliseconds from a key until its answer: by the clock; by the clock without those for which the screen's thread
    could have run and had no processor; of the processor time of that thread."""

    clock: float
    own: float
    processor: float


class _ThreadTimes(NamedTuple):
    """Milliseconds for which a thread ran, and for which it could have run but had no processor."""

    ran: float
    waited: float


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
        self._read(limit, lambda _: wanted in self.seen)
        if wanted not in self.seen:
            raise TimeoutError(f"{marker!r} did not come within {limit:g} s; last: {self.seen[-300:]!r}")
        return (time.perf_counter() - self.started) * 1000

    def press(self, key: bytes, quiet: float = 0.25) -> Answer:
        """Send a key, read until the terminal has been quiet for a while."""
        sent = time.perf_counter()
        os.write(self.fd, key)
        chunks = tuple(((at - sent) * 1000, chunk) for at, chunk in self._read(5.0, quiet=quiet))
        return Answer(_size(chunks), chunks[-1][0] if chunks else 0.0, chunks)

    def typed(self, keys: Sequence[bytes], rhythm: float, quiet: float = 0.4) -> Typed:
        """Send keys at an even pace, whether they are answered or not; then read until quiet."""
        sent: list[float] = []
        chunks: list[Chunk] = []
        for key in keys:
            sent.append(time.perf_counter())
            os.write(self.fd, key)
            chunks += self._read(rhythm)
        return Typed(tuple(sent), (*chunks, *self._read(10.0, quiet=quiet)))

    def settle(self, quiet: float = 1.0) -> int:
        """Read until quiet; the bytes that came."""
        return _size(self._read(60.0, quiet=quiet))

    def rest(self, quiet: float = 0.2) -> list[Chunk]:
        """Read until the processes have neither sent anything nor worked for so many seconds."""
        chunks: list[Chunk] = []
        worked = self.processor_ms()
        for _ in range(_PATIENCE):
            chunks += (new := self._read(quiet))
            before, worked = worked, self.processor_ms()
            if not new and worked - before < _IDLE_MS:
                break
        return chunks

    def timed(self, key: bytes, is_answered: Callable[[bytes], bool], limit: float = 10.0) -> KeyTimes:
        """Send a key and read until one of the chunks that come answers it."""
        answered = False
        before = after = self._screen_thread()
        sent = time.perf_counter()
        os.write(self.fd, key)

        def heard(chunk: Chunk) -> bool:
            nonlocal after, answered
            after = self._screen_thread()  # at once: it takes time to look at what came
            answered = is_answered(chunk[1])
            return answered

        chunks = self._read(limit, heard)
        if not answered:
            raise TimeoutError(f"{key!r} was not answered within {limit:g} s")
        clock = (chunks[-1][0] - sent) * 1000
        return KeyTimes(clock, max(0.0, clock - after.waited + before.waited), after.ran - before.ran)

    def listen(self, seconds: float) -> list[Chunk]:
        """All that comes in so many seconds."""
        return self._read(seconds)

    def idle(self, seconds: float) -> int:
        """Bytes sent in so many seconds without any key."""
        return _size(self._read(seconds))

    def _screen_thread(self) -> _ThreadTimes:
        """Of the first thread of the process: the screen's."""
        ran, waited, _ = Path(f"/proc/{self.pid}/schedstat").read_text(encoding="ascii").split()
        return _ThreadTimes(int(ran) / 1e6, int(waited) / 1e6)

    def stop(self) -> None:
        """Have the process stand still from now on."""
        os.kill(self.pid, signal.SIGSTOP)

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

    def _read(
        self, limit: float, until: Callable[[Chunk], bool] | None = None, quiet: float | None = None
    ) -> list[Chunk]:
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
                if until and until(chunks[-1]):
                    break
            elif quiet is not None and now - last > quiet:
                break
        return chunks


def _size(chunks: Iterable[Chunk]) -> int:
    return sum(len(chunk) for _, chunk in chunks)
