"""Fewer bytes, the same picture: what an emulator shows of both."""

from __future__ import annotations

import pyte
from hypothesis import given
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.style import Style

from kgtui.tui.wire.picture import Picture

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
_SYSTEMS = st.sampled_from([ColorSystem.STANDARD, ColorSystem.EIGHT_BIT, ColorSystem.TRUECOLOR])
_TEXTS = st.text("аб │日", min_size=1, max_size=8) | st.sampled_from(["и\u0306жик", "a\u00adb", "\u200b"])
_PIECES = st.lists(st.tuples(_STYLES, _TEXTS), max_size=2)
_OTHER = st.sampled_from(["\x1b[2J", "\x1b[?25l", "\x1b[?2026h", "\x1b]52;c;0LbQ\x07", "\x1b[1L"])
_LINES = st.tuples(st.integers(1, ROWS - 1), st.integers(1, 8), _PIECES)


class _Emulator:
    def __init__(self) -> None:
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self.screen.reset_mode(pyte.modes.DECAWM)  # as Textual asks: nothing wraps
        self._stream = pyte.Stream(self.screen)

    def feed(self, written: str) -> None:
        self._stream.feed(written)

    @property
    def shown(self) -> list[list[object]]:
        return [[self.screen.buffer[row][column] for column in range(COLUMNS)] for row in range(ROWS)]


def _painted(frame: list[tuple[int, int, list[tuple[Style, str]]] | str], system: ColorSystem) -> str:
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


@given(_SYSTEMS, st.lists(st.lists(_LINES | _OTHER, max_size=6), max_size=6))
def test_an_emulator_shows_the_same_after_each_write(
    system: ColorSystem, frames: list[list[tuple[int, int, list[tuple[Style, str]]] | str]]
) -> None:
    plain, spared, picture = _Emulator(), _Emulator(), Picture()
    for frame in frames:
        painted = _painted(frame, system)
        plain.feed(painted)
        spared.feed(picture.sparing(painted))
        assert spared.shown == plain.shown
        assert (spared.screen.cursor.x, spared.screen.cursor.y) == (1, 0)


def test_what_is_shown_is_not_sent_again() -> None:
    picture = Picture()
    ink = Style(color="#d3d2cc", bgcolor="#14171c")
    line = "\x1b[3;1H" + ink.render("Глава Кабмина прибыл") + "\n\x1b[1;2H"
    assert "Глава" in picture.sparing(line)
    assert picture.sparing(line) == ""
    changed = picture.sparing(line.replace("прибыл", "убыл  "))
    assert changed == "\x1b[3;15H\x1b[38;2;211;210;204;48;2;20;23;28mубыл  \x1b[1;2H\x1b[m"
    picture.forget()
    assert "Глава" in picture.sparing(line)


def test_a_ground_that_stays_is_sent_once() -> None:
    ink = Style(color="#d3d2cc", bgcolor="#14171c")
    bold = ink + Style(bold=True)
    painted = "\x1b[1;1H" + ink.render("Глава ") + bold.render("Кабмина") + "\n\x1b[2;1H" + bold.render("Касымалиев")
    assert Picture().sparing(painted).count("48;2;20;23;28") == 1
