"""A screen of cells drawn as SVG: a rectangle for each run with a ground of its own, a text for each run of one style.

Rich draws the same with spaces at the ends of its texts, which viewers leave out: words then touch. Here each text
begins and ends with a letter and is told where it stands and how wide it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from xml.sax.saxutils import escape

_CELL, _LINE, _SIZE = 8.4, 19.0, 14  # pixels: the width of a cell, the height of a line, the letters
_BASE = 14.5  # pixels from the top of a line to the foot of its letters
_MARGIN = 12.0
_FONT = "'DejaVu Sans Mono', 'Menlo', 'Consolas', monospace"
_FULL, _BAR = "█", "▌"  # drawn as shapes, as the rules are: letters would leave a gap from line to line
_RULES = {
    "│": "v{line}",
    "─": "m{left} {middle}h{cell}",
    "├": "v{line}m0 -{middle}h{half}",
    "┴": "v{middle}m{left} 0h{cell}",
}


@dataclass(frozen=True, slots=True)
class Look:
    """Colours as #rrggbb."""

    ink: str
    ground: str
    bold: bool = False
    italic: bool = False
    underline: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """``text`` is empty for the second cell of a wide letter."""

    text: str
    look: Look


def svg(rows: Sequence[Sequence[Cell]], ground: str, title: str) -> str:
    """The screen on its ground; ``title`` is what it is called where it cannot be seen."""
    width = round(max(map(len, rows)) * _CELL + 2 * _MARGIN, 1)
    height = round(len(rows) * _LINE + 2 * _MARGIN, 1)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{width}" height="{height}" rx="8" fill="{ground}"/>',
        f'<g font-family="{_FONT}" font-size="{_SIZE}">',
    ]
    for number, row in enumerate(rows):
        lines += _drawn(row, round(_MARGIN + number * _LINE, 1), ground)
    return "\n".join([*lines, "</g>", "</svg>", ""])


def _drawn(row: Sequence[Cell], top: float, ground: str) -> Iterator[str]:
    x = 0
    runs = []
    for look, cells in groupby(row, key=lambda cell: cell.look):
        texts = [cell.text for cell in cells]
        runs.append((x, look, texts))
        x += len(texts)
    for at, look, texts in runs:
        if look.ground != ground:
            yield _rectangle(at, top, len(texts), _LINE, look.ground)
    for at, look, texts in runs:
        yield from _words(at, top, look, texts)


def _words(at: int, top: float, look: Look, texts: Sequence[str]) -> Iterator[str]:
    for shape, cells in groupby(enumerate(texts, at), key=lambda cell: cell[1] if cell[1] in _SHAPES else ""):
        run = list(cells)
        if shape:
            yield from (_shape(shape, index, top, look.ink) for index, _ in run)
        else:
            yield from _letters(run, top, look)


def _letters(run: Sequence[tuple[int, str]], top: float, look: Look) -> Iterator[str]:
    """The text without the blank cells around it, which are seen only where they are underlined."""
    inked = [place for place, (_, text) in enumerate(run) if text.strip()]
    if not inked:
        return
    run = run[inked[0] : inked[-1] + 1]
    left = round(_MARGIN + run[0][0] * _CELL, 1)
    marks = [f'x="{left}" y="{round(top + _BASE, 1)}" fill="{look.ink}" textLength="{round(len(run) * _CELL, 1)}"']
    marks += ['font-weight="bold"'] if look.bold else []
    marks += ['font-style="italic"'] if look.italic else []
    marks += ['text-decoration="underline"'] if look.underline else []
    words = escape("".join(text for _, text in run)).replace(" ", "\u00a0")
    yield f"<text {' '.join(marks)}>{words}</text>"


_SHAPES = (_FULL, _BAR, *_RULES)


def _shape(shape: str, at: int, top: float, ink: str) -> str:
    if shape in _RULES:
        x = round(_MARGIN + (at + 0.5) * _CELL, 1)
        way = _RULES[shape].format(line=_LINE, middle=_LINE / 2, left=-_CELL / 2, cell=_CELL, half=_CELL / 2)
        return f'<path d="M{x} {top}{way}" stroke="{ink}" fill="none"/>'
    return _rectangle(at, top, 1 if shape == _FULL else 0.5, _LINE, ink)


def _rectangle(at: float, top: float, cells: float, height: float, fill: str) -> str:
    x, width = round(_MARGIN + at * _CELL, 1), round(cells * _CELL, 1)
    return f'<rect x="{x}" y="{top}" width="{width}" height="{height}" fill="{fill}"/>'
