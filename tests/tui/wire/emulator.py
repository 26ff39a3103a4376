"""Pictures as Textual paints them, and an emulator that shows them."""

from __future__ import annotations

import re

import pyte
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.style import Style

COLUMNS, ROWS = 40, 6  # no line is longer, as none is of Textual's
_COLOURS = st.none() | st.sampled_from(["red", "bright_blue", "default", "color(200)", "#d3d2cc", "#14171c"])
_STYLES = st.builds(
    Style,
    color=_COLOURS,
    bgcolor=_COLOURS,
    bold=st.booleans(),
    italic=st.booleans(),
    underline=st.booleans(),
    reverse=st.booleans(),
)
SYSTEMS = st.sampled_from([ColorSystem.STANDARD, ColorSystem.EIGHT_BIT, ColorSystem.TRUECOLOR])
# Two cells each, from each second one on: as Textual, nothing cuts a wide character in two.
_PAIRS = st.sampled_from(["аб", "б ", " │", "日", "и\u0306ж", "x\u0301x\u0301", "5\u00a0"])
_TEXTS = st.lists(_PAIRS, min_size=1, max_size=4).map("".join) | st.just("\u200b")
_PIECES = st.lists(st.tuples(_STYLES, _TEXTS), max_size=2)
_ASIDES = ["\x1b[?25l", "\x1b]52;c;0LbQ\x07", "\x07", "\x1b]0;kgtui\x1b\\", "\x1b[?1000h"]
_OTHER = st.sampled_from([*_ASIDES, "\x1b[2J", "\x1b[?2026h", "\x1b[1L"])
_LINES = st.tuples(st.integers(1, ROWS - 1), st.integers(0, 4).map(lambda pair: 2 * pair + 1), _PIECES)
_ASIDE = re.compile("|".join(map(re.escape, _ASIDES)))
FRAMES = st.lists(_LINES | _OTHER, max_size=6)


Frame = list["tuple[int, int, list[tuple[Style, str]]] | str"]


class Emulator:
    def __init__(self) -> None:
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self.screen.reset_mode(pyte.modes.DECAWM)  # as Textual asks: nothing wraps
        self._stream = pyte.Stream(self.screen)
        self.asides: list[str] = []

    def feed(self, written: str) -> None:
        self._stream.feed(written)
        self.asides += _ASIDE.findall(written)

    @property
    def shown(self) -> list[list[object]]:
        return [[self.screen.buffer[row][column] for column in range(COLUMNS)] for row in range(ROWS)]


def painted_by(frame: Frame, system: ColorSystem) -> str:
    """As Textual does it: each line begins with a place and ends with a break, the cursor goes home at last."""
    parts = []
    for part in frame:
        if isinstance(part, str):
            parts.append(part)
        else:
            row, column, pieces = part
            painted = [style.render(text, color_system=system) for style, text in pieces]
            parts += [f"\x1b[{row};{column}H", *painted, "\r\n"]
    return "".join([*parts, "\x1b[1;2H"])
