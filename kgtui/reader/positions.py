"""How far the reader has read the articles of a library: ``positions/LIBRARY.json``, ``{ID: OFFSET}``.

The offset is that of the first row that was in view, so that it holds at any width. Those read last stand last.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kgtui.reader.files import ReaderFile

_KEPT = 3000


def load_positions(library: str) -> Mapping[str, int]:
    """Id → offset, of a library by its identity. Raises DamagedFile, OSError."""
    return _file(library).read()


def keep_positions(library: str, positions: Mapping[str, int]) -> None:
    """Keep these beside those of other articles; 0, the beginning, need not be kept. Raises DamagedFile, OSError."""

    def changed(known: dict[str, int]) -> object:
        others = {id_: offset for id_, offset in known.items() if id_ not in positions}
        kept = [(id_, offset) for id_, offset in [*others.items(), *positions.items()] if offset]
        return dict(kept[-_KEPT:])

    _file(library).change(changed)


def _offsets(value: Any) -> dict[str, int]:
    if not all(isinstance(offset, int) for offset in value.values()):
        raise TypeError("no offset")
    return dict(value)


def _file(library: str) -> ReaderFile[dict[str, int]]:
    return ReaderFile(f"positions/{library}.json", {}, _offsets)
