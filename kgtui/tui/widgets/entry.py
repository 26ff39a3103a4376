"""What a pane shows of one thing that may be chosen: a few lines, and the value that they stand for."""

from __future__ import annotations

from typing import NamedTuple

from kgtui.tui.drawing.paint import Piece, Pieces


class EntryLine(NamedTuple):
    left: Pieces
    right: Pieces


class Entry(NamedTuple):
    """``value`` is what Enter leads to; None for a heading or a gap, which the cursor passes over. ``mark`` stands in
    the margin of its first line, in one cell, where the cursor does not."""

    lines: tuple[EntryLine, ...]
    value: object | None = None
    mark: Piece | None = None


def gap() -> Entry:
    return Entry((EntryLine([], []),))
