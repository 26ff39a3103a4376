"""The screen as a terminal shows it: the program on a pty, what it sends kept by an emulator, whose cells are drawn."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from drawing import Cell, Look, svg
from pictures import TODAY, Picture
from pyte.screens import Char

from tests.tui.terminal import ENTER, Terminal, running, settle

_KEYS = {"enter": ENTER}

# The Linux console's sixteen colours, by the emulator's names of them.
_NAMES = ("black", "red", "green", "brown", "blue", "magenta", "cyan", "white")
_DIM = ("#000000", "#aa0000", "#00aa00", "#aa5500", "#0000aa", "#aa00aa", "#00aaaa", "#aaaaaa")
_BRIGHT = ("#555555", "#ff5555", "#55ff55", "#ffff55", "#5555ff", "#ff55ff", "#55ffff", "#ffffff")
_COLOURS: Mapping[str, str] = {
    **dict(zip(_NAMES, _DIM, strict=True)),
    **{f"bright{name}": colour for name, colour in zip(_NAMES, _BRIGHT, strict=True)},
    "bfightmagenta": _BRIGHT[5],  # as the emulator spells it
}
_INK, _GROUND = _COLOURS["white"], _COLOURS["black"]


def draw_in_terminal(picture: Picture, library: Path, home: Path) -> str:
    """The picture as SVG; ``home`` is where the reader's own files are."""
    variables = {"COLORTERM": "", "KGTUI_TODAY": TODAY.isoformat(), **dict(picture.environment)}
    with running(library, home, picture.size, **variables) as terminal:
        for shown, key in picture.keys:
            terminal.wait_for(shown)
            terminal.press(_KEYS.get(key, key))
        terminal.wait_for(picture.shown)
        settle(terminal)
        return svg(_cells(terminal), _ground(terminal), f"kgtui · {variables['TERM']}")


def _ground(terminal: Terminal) -> str:
    """What most of the screen stands on."""
    return _colour(terminal.screen.buffer[0][terminal.screen.columns // 2].bg, _GROUND)


def _cells(terminal: Terminal) -> list[list[Cell]]:
    screen = terminal.screen
    return [[_cell(screen.buffer[y][x]) for x in range(screen.columns)] for y in range(screen.lines)]


def _cell(char: Char) -> Cell:
    ink, ground = _colour(char.fg, _INK), _colour(char.bg, _GROUND)
    if char.reverse:
        ink, ground = ground, ink
    return Cell(char.data, Look(ink, ground, char.bold, char.italics, char.underscore))


def _colour(name: str, default: str) -> str:
    return default if name == "default" else _COLOURS.get(name) or f"#{name}"
