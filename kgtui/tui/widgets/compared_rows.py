"""Two briefs side by side as entries: what belongs together on one line, in a narrow pane one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kgtui.tui.drawing.theme import Inks
from kgtui.tui.widgets.brief_rows import Whole
from kgtui.tui.widgets.columns import BEFORE_RULE, BETWEEN_COLUMNS, Column
from kgtui.tui.widgets.entry import Entry, EntryLine, gap
from kgtui.tui.widgets.page_rows import PageRows

if TYPE_CHECKING:
    from kgtui.export.comparison import Cell, ComparedPage, ComparedSection

_BESIDE_FROM = 70  # cells
_LEFT, _RIGHT = 0, 1


class ComparedRows:
    def __init__(self, page: ComparedPage, inks: Inks) -> None:
        self._page = page
        self._inks = inks
        self._set = PageRows(inks)

    def columns(self, width: int) -> Sequence[Column]:
        if width < _BESIDE_FROM:
            return (Column([*self._side(_LEFT, width), gap(), *self._side(_RIGHT, width), *self._end(width)], width),)
        right = (width - BETWEEN_COLUMNS) // 2
        left = width - BETWEEN_COLUMNS - right
        set_to = left - BEFORE_RULE
        entries = _level(self._blocks(_LEFT, set_to), self._blocks(_RIGHT, right))
        return Column([*entries[_LEFT], *self._end(set_to)], left), Column(entries[_RIGHT], right)

    def _side(self, side: int, width: int) -> list[Entry]:
        return [entry for block in self._blocks(side, width) for entry in block]

    def _blocks(self, side: int, width: int) -> list[list[Entry]]:
        """What stands beside something of the other side, block by block: the head, the titles, the rows of a pair."""
        title = EntryLine([(self._page.titles[side], self._inks.strong)], [])
        head = Entry((title, *self._set.head(self._page.heads[side], width)), Whole() if side == _LEFT else None)
        blocks = [[head]]
        for section in self._page.sections:
            blocks += self._section(section, side, width)
        return blocks

    def _section(self, section: ComparedSection, side: int, width: int) -> list[list[Entry]]:
        rows = [self._cell(pair[side], width) for pair in section.pairs]
        more = section.more[side]
        return [
            [gap(), self._set.title(section.title, section.remarks[side], width)],
            *rows,
            [self._set.folded(more, None)] if more else [],
        ]

    def _cell(self, cell: Cell, width: int) -> list[Entry]:
        return [self._set.row(row, width) for row in cell]

    def _end(self, width: int) -> list[Entry]:
        return self._set.end(self._page.end, width)


def _level(left: Sequence[list[Entry]], right: Sequence[list[Entry]]) -> tuple[list[Entry], list[Entry]]:
    """Both sides, each block from the row on from which the other side's begins."""
    sides: tuple[list[Entry], list[Entry]] = ([], [])
    for blocks in zip(left, right, strict=True):
        heights = [sum(len(entry.lines) for entry in block) for block in blocks]
        for side, block, height in zip(sides, blocks, heights, strict=True):
            missing = max(heights) - height
            side += [*block, *[gap()] * missing]
    return sides
