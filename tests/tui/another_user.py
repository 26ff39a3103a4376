"""The program run by somebody who may only read a library: another user where we are root, else we ourselves with the
right to write taken away."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

IS_ROOT = os.geteuid() == 0
READER = 65534  # nobody

# What root may read and the reader may not, the interpreter's own files perhaps among them, is loaded before.
_AS_READER = """
import importlib, os, pkgutil, sys
from kgtui.tui.launch import prepare_environment
prepare_environment(os.environ)
import kgtui, textual.drivers.linux_driver
from kgtui.gazetteer import load_gazetteer
from kgtui.language import analyse
if os.geteuid() == 0:
    for module in pkgutil.walk_packages(kgtui.__path__, "kgtui."):
        if "__main__" not in module.name:
            importlib.import_module(module.name)
    analyse("Договор подписан.")
    load_gazetteer()
    os.setgroups([])
    os.setgid({reader})
    os.setuid({reader})
from kgtui.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


def as_reader(*arguments: str) -> list[str]:
    """The command line that runs kgtui so."""
    return [sys.executable, "-c", _AS_READER.format(reader=READER), *arguments]


def home_of_reader(folder: Path) -> Path:
    """A folder that the reader can write in."""
    folder.mkdir()
    if IS_ROOT:
        os.chown(folder, READER, READER)
    return folder


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
