"""A missing library is made with the seeds in it: once, however many first runs there are, and whole after a crash."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_FILE = "seeding.unfinished"


def is_unfinished(library: Path) -> bool:
    """Whether somebody is putting the seeds into this library, or was cut off in doing so."""
    return (library / _FILE).exists()


@contextmanager
def seeding(library: Path) -> Iterator[bool]:
    """Hold the work of seeding; gives False where another run has done it while this one waited.

    The mark stands in the library from before it has anything in it until the seeds are in. Where no mark can be made
    there is nothing to hold: opening the library says what is the matter.
    """
    mark = _opened(library)
    if mark is None:
        yield True
        return
    try:
        fcntl.flock(mark, fcntl.LOCK_EX)
        to_do = os.fstat(mark).st_nlink > 0
        yield to_do
        if to_do:
            (library / _FILE).unlink(missing_ok=True)
    finally:
        os.close(mark)


def _opened(library: Path) -> int | None:
    try:
        library.mkdir(parents=True, exist_ok=True)
        return os.open(library / _FILE, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError:
        return None
