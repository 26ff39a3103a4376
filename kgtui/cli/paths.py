"""Paths of the command line, ``-`` for stdin, to documents."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kgtui.model import Document
    from kgtui.reading import Skipped

STDIN = "-"


def count_named(names: Sequence[str]) -> int | None:
    """How many documents the paths may hold; None where some come from stdin, which tells nothing beforehand."""
    from kgtui.reading import count_in  # noqa: PLC0415 - not for --help

    return None if STDIN in names else count_in(map(Path, names))


def read_named(names: Sequence[str]) -> Iterator[Document | Skipped]:
    """The documents of all paths, those of stdin last."""
    from kgtui.reading import documents_in, read_stream  # noqa: PLC0415 - not for --help

    paths = [Path(name) for name in names if name != STDIN]
    yield from documents_in(paths)
    if STDIN in names:
        yield from read_stream(sys.stdin.buffer.read())
