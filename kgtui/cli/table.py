"""Columns of cells for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kgtui.export import Mark, Piece, Row
from kgtui.terminal import one_line

_GAP = "  "


def table_rows(titles: Sequence[str], body: Sequence[Sequence[object]]) -> Iterator[Row]:
    """Aligned rows under titles: whole numbers to the right, all else to the left."""
    cells = [[one_line(str(cell)) for cell in line] for line in body]
    widths = [max(len(line[column]) for line in [list(titles), *cells]) for column in range(len(titles))]
    numeric = [bool(body) and all(isinstance(line[column], int) for line in body) for column in range(len(titles))]
    yield (Piece(_aligned(titles, widths, numeric), Mark.HEADING),)
    for line in cells:
        yield (Piece(_aligned(line, widths, numeric)),)


def _aligned(cells: Sequence[str], widths: Sequence[int], numeric: Sequence[bool]) -> str:
    padded = [
        cell.rjust(width) if is_number else cell.ljust(width)
        for cell, width, is_number in zip(cells, widths, numeric, strict=True)
    ]
    return _GAP.join(padded).rstrip()


def pair_rows(pairs: Sequence[tuple[str, str]]) -> Iterator[Row]:
    """What a value is, then the value, in two columns."""
    width = max(len(name) for name, _value in pairs)
    for name, value in pairs:
        yield Piece(f"{name.ljust(width)}{_GAP}", Mark.FAINT), Piece(one_line(value))
