"""Tab-separated tables: a header line, ``#`` begins a comment line, ``; `` separates the items inside a cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kgtui import refusal

DATA = Path(__file__).parent / "data"


class GazetteerError(Exception):
    """A data file cannot be used; ``file``, ``line`` (from 1) and ``reason`` say where and why."""

    def __init__(self, file: Path, line: int, reason: str) -> None:
        super().__init__(f"{file.name}:{line}: {reason}")
        self.file = file
        self.line = line
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: its cells by column, and where it stands."""

    file: Path
    line: int
    cells: dict[str, str]

    def text(self, column: str) -> str:
        """The cell, which must not be empty."""
        value = self.cells[column]
        if not value:
            raise self.error(f"column {column!r} is empty")
        return value

    def items(self, column: str) -> tuple[str, ...]:
        """The items of a list cell; an empty cell has none."""
        cell = self.cells[column]
        items = tuple(item.strip() for item in cell.split(";")) if cell else ()
        if "" in items:
            raise self.error(f"column {column!r} has an empty item")
        if len(set(items)) != len(items):
            raise self.error(f"column {column!r} names an item twice")
        return items

    def one_of(self, column: str, allowed: Sequence[str]) -> str:
        value = self.cells[column]
        if value not in allowed:
            raise self.error(f"column {column!r}: {value!r} is none of {', '.join(map(repr, allowed))}")
        return value

    def flag(self, column: str) -> bool:
        """``yes`` or empty."""
        return self.one_of(column, ("", "yes")) == "yes"

    def error(self, reason: str) -> GazetteerError:
        return GazetteerError(self.file, self.line, reason)


def read_table(file: Path, columns: Sequence[str]) -> Iterator[Row]:
    """The rows of a table that must have exactly these columns, in this order.

    Raises GazetteerError where the file cannot be read, is not UTF-8, or a line has the wrong number of cells.
    """
    header_seen = False
    for number, line in enumerate(_lines(file), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if not header_seen:
            if cells != list(columns):
                raise GazetteerError(file, number, f"the columns must be {', '.join(columns)}")
            header_seen = True
            continue
        if len(cells) != len(columns):
            raise GazetteerError(file, number, f"{len(cells)} cells where there are {len(columns)} columns")
        yield Row(file, number, dict(zip(columns, cells, strict=True)))
    if not header_seen:
        raise GazetteerError(file, 1, "the header line is missing")


def _lines(file: Path) -> list[str]:
    try:
        return file.read_text(encoding="utf-8-sig").splitlines()
    except OSError as error:
        raise GazetteerError(file, 1, refusal.reason(error)) from error
    except UnicodeDecodeError as error:
        raise GazetteerError(file, 1, str(error)) from error
