"""The program run by somebody who may only read a library: the owner with the right to write taken away, from files by
their modes, and from root the power to pass over modes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# PR_CAPBSET_DROP of CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH (capabilities(7)): what is executed after it lacks them.
_HELD_TO_MODES = """
import ctypes, os, sys
if os.geteuid() == 0:
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    for capability in (1, 2):
        if prctl(24, capability, 0, 0, 0):
            raise OSError(ctypes.get_errno(), "cannot lay down a capability")
os.execv(sys.executable, [sys.executable, "-m", *sys.argv[1:]])
"""


def as_reader(*arguments: str, module: str = "kgtui") -> list[str]:
    """The command line that runs it so."""
    return [sys.executable, "-c", _HELD_TO_MODES, module, *arguments]


def close_to_writers(library: Path) -> None:
    """From now on the reader may only read."""
    _change_modes(library, 0o555, 0o444)


@contextmanager
def open_to_owner(library: Path) -> Iterator[None]:
    """While its owner writes."""
    _change_modes(library, 0o755, 0o644)
    try:
        yield
    finally:
        close_to_writers(library)


def _change_modes(library: Path, folder: int, file: int) -> None:
    for path in [library, *library.iterdir()]:
        path.chmod(folder if path.is_dir() else file)
