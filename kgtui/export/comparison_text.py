"""A compared page as rows of text: two columns, a line between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from kgtui.export.comparison import Cell, ComparedPage, ComparedSection
from kgtui.export.page_text import cited, page_end
from kgtui.export.page_values import PageRow
from kgtui.export.rows import Mark, Piece, Row
from kgtui.export.setting import Said
from kgtui.export.wrapping import COLUMNS, hanging
from kgtui.locale import t

_BETWEEN = " │ "
_INDENT = "  "
_BLANK: Row = ()


def compared_text(page: ComparedPage, *, width: int = COLUMNS) -> Iterator[Row]:
    """The whole page: the titles of the columns, the sections, sources, foot."""
    column = (width - len(_BETWEEN)) // 2
    name = page.title.upper()
    yield (Piece(name, Mark.HEADING), Piece(page.as_of.rjust(width - len(name))))
    yield _BLANK
    yield from _side_by_side(page.titles, column, Mark.HEADING)
    for left, right in zip_longest(*page.heads, fillvalue=""):
        yield from _side_by_side((left, right), column, Mark.FAINT)
    for section in page.sections:
        yield _BLANK
        yield (Piece(section.title.upper(), Mark.HEADING),)
        yield from _section(section, column)
    yield from page_end(page.end, width=width)


def _section(section: ComparedSection, column: int) -> Iterator[Row]:
    for remark in [section.remarks] if any(section.remarks) else []:
        yield from _side_by_side(remark, column, Mark.FAINT)
    for left, right in section.pairs:
        yield from _beside(_cell(left, column), _cell(right, column), column)
    if any(section.more):
        more = tuple(t("dossier.more", count=each) if each else "" for each in section.more)
        yield from _side_by_side(more, column, Mark.FAINT)


def _cell(cell: Cell, column: int) -> list[str]:
    return [line for row in cell for line in _row(row, column)]


def _row(row: PageRow, column: int) -> list[str]:
    words = "  ".join(part for part in (row.label, row.text, row.plot) if part)
    first = _INDENT if row.is_part else ""
    return hanging(cited(Said(words, row.notes)), column, indent=first + _INDENT, first=first)


def _side_by_side(texts: Sequence[str], column: int, mark: Mark) -> Iterator[Row]:
    left, right = ([] if not text else hanging(text, column, indent="", first="") for text in texts)
    return _beside(left, right, column, mark)


def _beside(left: Sequence[str], right: Sequence[str], column: int, mark: Mark | None = None) -> Iterator[Row]:
    for ours, theirs in zip_longest(_fitting(left, column), _fitting(right, column), fillvalue=""):
        yield (
            Piece(ours.ljust(column), mark),
            Piece(_BETWEEN.rstrip() if not theirs else _BETWEEN),
            Piece(theirs, mark),
        )


def _fitting(lines: Sequence[str], column: int) -> Iterator[str]:
    """No line goes over the edge of its column, though a word be cut."""
    for line in lines:
        yield from (line[start : start + column] for start in range(0, len(line), column))
