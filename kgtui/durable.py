"""Files that survive a crash and several writers at once: appended to line by line, or put in the place of another.

Writers wait for each other; what is written is there at one stroke or not at all, and reaches the disk before it
counts. What a crash has left of a last line is cut off by the next writer. Knows nothing of what the files say.
"""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

_BLOCK = 65_536  # bytes that are read at once while the last line is looked for


@contextmanager
def locked(path: Path) -> Iterator[int]:
    """The descriptor of a file, made where it is missing, with nobody else writing meanwhile. Raises OSError.

    The lock is the system's: it ends with the process that holds it. A file that was replaced while the lock was
    waited for is opened anew.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            if _is_still(descriptor, path):
                yield descriptor
                return
        finally:
            os.close(descriptor)


def append(descriptor: int, lines: bytes, is_whole: Callable[[bytes], bool]) -> None:
    """Append lines with their ends, or nothing of them. Raises OSError.

    ``is_whole`` says of a last line without its end whether it is one, left so by an editor; else it is torn and goes.
    """
    kept, last = _last_line(descriptor)
    if last and is_whole(last):
        kept, lines = kept + len(last), b"\n" + lines
    os.ftruncate(descriptor, kept)
    try:
        if os.pwrite(descriptor, lines, kept) < len(lines):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        os.fsync(descriptor)
    except OSError:
        os.ftruncate(descriptor, kept)
        raise


def replace(path: Path, content: bytes) -> None:
    """Put another content in the place of a file's, at one stroke; for whoever holds its lock. Raises OSError."""
    path = path.resolve()  # a link to elsewhere stays one
    new = path.with_name(f"{path.name}.new")
    try:
        with new.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except OSError:
        new.unlink(missing_ok=True)
        raise


def _is_still(descriptor: int, path: Path) -> bool:
    held = os.fstat(descriptor)
    try:
        there = path.stat()
    except FileNotFoundError:
        return False
    return (held.st_dev, held.st_ino) == (there.st_dev, there.st_ino)


def _last_line(descriptor: int) -> tuple[int, bytes]:
    """Where the last line begins that has no end yet, and what is there of it."""
    at, last = os.fstat(descriptor).st_size, b""
    while at and b"\n" not in last:
        start = max(0, at - _BLOCK)
        last = os.pread(descriptor, at - start, start) + last
        at = start
    begin = last.rfind(b"\n") + 1
    return at + begin, last[begin:]
