"""One writer at a time, across processes: a locked file that says who holds it."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import getpass
import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from kgtui.library.errors import Busy, LibraryUnreadable, ReadOnly

_FILE = "writer.lock"
_PAUSE = 0.05  # seconds between two attempts


@contextmanager
def writing(folder: Path, *, wait: float) -> Iterator[None]:
    """Hold the lock of a folder. Raises Busy after ``wait`` seconds, ReadOnly where this user may not write.

    The lock is the system's (``flock``): it ends with the process that holds it, however that ends.
    """
    descriptor = _opened(folder)
    try:
        _acquire(folder, descriptor, time.monotonic() + wait)
        _sign(descriptor)
        yield
    finally:
        os.close(descriptor)


def last_taken(folder: Path) -> datetime | None:
    """When the lock was last taken, whether it is still held or not; None where that cannot be known."""
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
        since = datetime.fromisoformat(json.loads((folder / _FILE).read_bytes())["since"])
        return since.astimezone(timezone.utc)
    return None


def _opened(folder: Path) -> int:
    try:
        return os.open(folder / _FILE, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except PermissionError as error:
        raise ReadOnly(folder) from error
    except OSError as error:
        if error.errno == errno.EROFS:
            raise ReadOnly(folder) from error
        raise LibraryUnreadable(folder, error) from error


def _acquire(folder: Path, descriptor: int, until: float) -> None:
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= until:
                raise _busy(folder, descriptor) from None
            time.sleep(_PAUSE)
        else:
            return


def _sign(descriptor: int) -> None:
    """Say who holds the lock; that it cannot be said is no reason not to write."""
    with contextlib.suppress(OSError):
        holder = {
            "pid": os.getpid(),
            "user": _user(),
            "since": datetime.now(timezone.utc).isoformat(timespec="seconds"),
        }
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, json.dumps(holder).encode(), 0)


def _user() -> str | None:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a user id without a name
        return str(os.getuid())


def _busy(folder: Path, descriptor: int) -> Busy:
    holder: Any = None
    with contextlib.suppress(OSError, ValueError):
        holder = json.loads(os.pread(descriptor, 4096, 0))
    if not isinstance(holder, dict):
        return Busy(folder, None, None, None)
    pid, user, since = holder.get("pid"), holder.get("user"), None
    with contextlib.suppress(ValueError):
        since = datetime.fromisoformat(str(holder.get("since")))
    return Busy(folder, pid if isinstance(pid, int) else None, user if isinstance(user, str) else None, since)
