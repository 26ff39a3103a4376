"""The same picture in fewer bytes: what the terminal shows already is not sent again, what was painted over not at all.

Textual paints a line from its first cell that changed, and whole panes when the focus moves; a part of it, at a change
of panes all of it twice. What is painted waits cell by cell until it is asked for, and only cells that differ from
those that the terminal shows go over the line: however long it waited, it is one picture.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import groupby, repeat
from typing import NamedTuple

from rich.cells import cell_len, get_character_cell_size, split_graphemes
from textual._ansi_sequences import SYNC_END, SYNC_START

from kgtui.tui.wire.look import PLAIN, Look, by_number, change_of_look, look_after

_PARTS = re.compile(
    r"\x1b\[(?P<row>\d+);(?P<column>\d+)H"
    r"|\x1b\[(?P<style>[\d;]*)m"
    r"|(?P<break>\r?\n)"
    r"|(?P<together>\x1b\[\?2026[hl])"
    # Modes, keyboard, cursor, bell, clipboard, titles leave the picture alone; not so the alternate screen and links.
    r"|(?P<aside>\x1b\[\?(?!1049)\d+(?:[hl]|\$p)|\x1b\[[<>]\d*u|\x1b\[\d* q|\x07|\x1b\](?!8;).*?(?:\x07|\x1b\\))"
    r"|(?P<text>[^\x00-\x1f\x7f-\x9f]+)"
    r"|(?P<other>\x1b\[[^@-~]*[@-~]|\x1b\].*?(?:\x07|\x1b\\)|\x1b.|.)",
    re.DOTALL,
)
_LEAVE = "\x1b[?1049l"  # the alternate screen, and the picture on it
_GAP = 4  # so many cells in between cost no more than a step over them


class _Cell(NamedTuple):
    """A character with its marks, "" where the one before is wide."""

    text: str
    look: Look


class Picture:
    """What a terminal shows, as far as it is known, and what it is to show."""

    def __init__(self) -> None:
        self._shown: dict[int, dict[int, _Cell]] = {}
        self._look = PLAIN  # that the terminal writes with
        self._at: tuple[int, int] | None = None  # where it writes next, (row, column) from 1; None if not known
        self._waiting: dict[int, dict[int, _Cell]] = {}
        self._next_look = PLAIN
        self._next_at: tuple[int, int] | None = None
        self._is_sent_together = False  # whether the terminal can be told where a picture begins and ends
        self._out: list[str] = []
        self.few_colours = False  # by number, where the line is slow

    @property
    def is_waiting(self) -> bool:
        """Whether the terminal may have to be told something."""
        return bool(self._waiting) or self._at != self._next_at or self._look != self._next_look

    def forget(self, columns: int, rows: int) -> None:
        """The terminal may show anything now: it has this size, or somebody else has written on it."""
        self._shown.clear()
        self._at = None
        self._waiting = {
            row: {column: cell for column, cell in cells.items() if column <= columns}
            for row, cells in self._waiting.items()
            if row <= rows
        }

    def paint(self, painted: str) -> str:
        """Take in what is to be shown; gives what cannot wait, because it is no picture or may do anything to it."""
        urgent: list[str] = []
        for part in _PARTS.finditer(painted):
            kind, found = part.lastgroup, part.group()
            if kind == "column":
                self._next_at = (int(part["row"]), int(part["column"]))
            elif kind == "style":
                look = look_after(self._next_look, part["style"])
                self._next_look = by_number(look) if self.few_colours else look
            elif kind == "break":
                self._next_at = (self._next_at[0] + 1, 1) if self._next_at else None
            elif kind == "together":
                self._is_sent_together = True
            elif kind == "aside":
                urgent.append(found)
            elif kind == "text" and self._next_at is not None:
                self._next_at = self._want(self._next_at, found)
            else:
                urgent += [self._before(found), found]
        return "".join(urgent)

    def difference(self) -> str:
        """What is to be written for the terminal to show all that was painted so far; from now on it does."""
        for row in sorted(self._waiting):
            self._write_row(row, self._waiting[row])
        self._waiting.clear()
        if self._next_at is not None:
            self._go(*self._next_at)
        self._take_look(self._next_look)
        written = "".join(self._out)
        self._out.clear()
        return f"{SYNC_START}{written}{SYNC_END}" if written and self._is_sent_together else written

    def _want(self, place: tuple[int, int], text: str) -> tuple[int, int]:
        """Have the cells of a text wait; gives the place after it."""
        row, column = place
        waiting = self._waiting.setdefault(row, {})
        cells = _cells_of(text)
        end = column + len(cells)
        for cut, left_over in ((column, column - 1), (end, end)):
            if waiting.get(cut, _BLANK).text == "":  # half of a wide character is none
                waiting[left_over] = _Cell(" ", waiting[cut].look)
        waiting.update(zip(range(column, end), map(_Cell, cells, repeat(self._next_look)), strict=True))
        return row, end

    def _before(self, found: str) -> str:
        """What is to be written before something that may do anything to the picture."""
        if found == _LEAVE:
            self._waiting.clear()
        written = self.difference()
        self._shown.clear()
        self._at = self._next_at = None
        return written

    def _write_row(self, row: int, wanted: Mapping[int, _Cell]) -> None:
        """Nothing is assumed of wide characters and combining marks: terminals differ on their cells."""
        shown = self._shown.setdefault(row, {})
        for start, end in _changed(shown, wanted):
            changed = [(column, wanted[column]) for column in range(start, end)]
            for (look, kept), run in groupby(changed, lambda cell: (cell[1].look, _is_kept(cell[1].text))):
                cells = list(run)
                self._go(row, cells[0][0])
                self._take_look(look)
                self._out += [cell.text for _, cell in cells]
                if kept:
                    shown.update(cells)
                    self._at = (row, cells[-1][0] + 1)
                else:
                    for column, _ in cells:
                        shown.pop(column, None)
                    self._at = None

    def _go(self, row: int, column: int) -> None:
        if self._at == (row, column):
            return
        forward = column - self._at[1] if self._at and self._at[0] == row else 0
        self._out.append(f"\x1b[{forward}C" if forward > 0 else f"\x1b[{row};{column}H")
        self._at = (row, column)

    def _take_look(self, look: Look) -> None:
        self._out.append(change_of_look(self._look, look))
        self._look = look


_BLANK = _Cell(" ", PLAIN)


def _cells_of(text: str) -> list[str]:
    r"""A text cell by cell; a mark without its character is in none.

    >>> _cells_of("\N{COMBINING BREVE}日") == ["日", ""], len(_cells_of("и\N{COMBINING BREVE}日"))
    (True, 3)
    """
    if set(map(get_character_cell_size, text)) == {1}:
        return list(text)
    cells: list[str] = []
    for start, end, width in split_graphemes(text)[0]:
        if width:
            cells += [text[start:end], *[""] * (width - 1)]
    return cells


@lru_cache(maxsize=4096)
def _is_kept(cell: str) -> bool:
    """Whether every terminal shows it in one cell."""
    return len(cell) == 1 and cell_len(cell) == 1 and (cell.isprintable() or cell == "\xa0")


def _changed(shown: Mapping[int, _Cell], wanted: Mapping[int, _Cell]) -> list[tuple[int, int]]:
    """From where to where a row differs from what is shown, gaps that are not worth a step included."""
    if not shown and wanted:  # a whole row, as at the start
        first, last = min(wanted), max(wanted)
        if len(wanted) == last + 1 - first:
            return [(first, last + 1)]
    spans: list[tuple[int, int]] = []
    for column in sorted(wanted):
        if shown.get(column) == wanted[column]:
            continue
        if spans and _is_no_step(wanted, spans[-1][1], column):
            spans[-1] = (spans[-1][0], column + 1)
        else:
            spans.append((column, column + 1))
    return spans


def _is_no_step(wanted: Mapping[int, _Cell], end: int, column: int) -> bool:
    """Whether what lies between two changes is sent sooner than stepped over."""
    if column - end > _GAP:
        return False
    look = wanted[column].look
    return column == end or all(at in wanted and wanted[at].look == look for at in range(end - 1, column))
