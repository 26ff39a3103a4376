"""The same picture in fewer bytes: what the terminal shows already is not sent again.

Textual paints a line from its first cell that changed, and whole panes when the focus moves; a part of it, at a change
of panes all of it twice. The picture is kept cell by cell, so that only cells that differ go over the line.
"""

from __future__ import annotations

import re

from rich.cells import cell_len

from kgtui.tui.wire.look import PLAIN, Look, by_number, change_of_look, look_after

_PARTS = re.compile(
    r"\x1b\[(?P<row>\d+);(?P<column>\d+)H"
    r"|\x1b\[(?P<style>[\d;]*)m"
    r"|(?P<break>\r?\n)"
    r"|(?P<mode>\x1b\[\?(?!1049)\d+(?:[hl]|\$p))"  # leave the picture alone
    r"|(?P<text>[^\x00-\x1f\x7f-\x9f]+)"
    r"|(?P<other>\x1b\[[^@-~]*[@-~]|\x1b\].*?(?:\x07|\x1b\\)|\x1b.|.)",
    re.DOTALL,
)
_GAP = 4  # so many cells in between cost no more than a step over them

_Cell = tuple[str, Look]


class Picture:
    """What a terminal shows, as far as it is known: ``sparing(painted)`` brings it up to date."""

    def __init__(self) -> None:
        self._rows: dict[int, dict[int, _Cell]] = {}
        self._look = PLAIN  # that the terminal writes with
        self._at: tuple[int, int] | None = None  # where it writes next, (row, column) from 1; None if not known
        self._out: list[str] = []
        self.few_colours = False  # by number, where the line is slow

    def forget(self) -> None:
        """The terminal may show anything now: its size has changed, or somebody else has written on it."""
        self._rows.clear()
        self._at = None

    def sparing(self, painted: str) -> str:
        """What is to be written for the same picture."""
        look, place = self._look, self._at
        for part in _PARTS.finditer(painted):
            kind, found = part.lastgroup, part.group()
            if kind == "column":
                place = (int(part["row"]), int(part["column"]))
            elif kind == "style":
                look = look_after(look, part["style"])
                look = by_number(look) if self.few_colours else look
            elif kind == "break":
                place = (place[0] + 1, 1) if place else None
            elif kind == "mode":
                self._out.append(found)
            elif kind == "text" and place is not None:
                place = self._write(place, found, look)
            else:
                self._pass(place, found, look)
                place = self._at
        if place is not None:
            self._go(*place)
        self._take_look(look)
        written = "".join(self._out)
        self._out.clear()
        return written

    def _write(self, place: tuple[int, int], text: str, look: Look) -> tuple[int, int]:
        """Send the cells of a text that are not shown; gives the place after it."""
        row, column = place
        cells = self._rows.setdefault(row, {})
        width = cell_len(text)
        if width != len(text) or not text.isprintable():
            self._write_unkept(place, text, look, width)
        else:
            cell_of = [(character, look) for character in text]
            for start, end in _changed([cells.get(column + index) for index in range(width)], cell_of):
                self._go(row, column + start)
                self._take_look(look)
                self._out.append(text[start:end])
                self._at = (row, column + end)
            cells.update(enumerate(cell_of, column))
        return row, column + width

    def _write_unkept(self, place: tuple[int, int], text: str, look: Look, width: int) -> None:
        """Wide characters and combining marks: terminals differ on their cells, so nothing is assumed of them."""
        row, column = place
        self._go(row, column)
        self._take_look(look)
        self._out.append(text)
        self._at = None
        for index in range(column, column + width):
            self._rows[row].pop(index, None)

    def _pass(self, place: tuple[int, int] | None, found: str, look: Look) -> None:
        """What may do anything to the picture goes through as it came."""
        if place is not None:
            self._go(*place)
        self._take_look(look)
        self._out.append(found)
        self.forget()

    def _go(self, row: int, column: int) -> None:
        if self._at == (row, column):
            return
        forward = column - self._at[1] if self._at and self._at[0] == row else 0
        self._out.append(f"\x1b[{forward}C" if forward > 0 else f"\x1b[{row};{column}H")
        self._at = (row, column)

    def _take_look(self, look: Look) -> None:
        self._out.append(change_of_look(self._look, look))
        self._look = look


def _changed(shown: list[_Cell | None], wanted: list[_Cell]) -> list[tuple[int, int]]:
    """From where to where a text differs from what is shown, gaps that are not worth a step included."""
    if shown == wanted:
        return []
    spans: list[tuple[int, int]] = []
    for index, (old, new) in enumerate(zip(shown, wanted, strict=True)):
        if old == new:
            continue
        if spans and index - spans[-1][1] <= _GAP:
            spans[-1] = (spans[-1][0], index + 1)
        else:
            spans.append((index, index + 1))
    return spans
