"""Fewer bytes, the same picture: what an emulator shows of both."""

from __future__ import annotations

import pyte
from hypothesis import given
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.style import Style

from kgtui.tui.wire.styling import sparing

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
_MOVES = st.builds("\x1b[{};{}H".format, st.integers(1, 6), st.integers(1, 20))
_OTHER = st.sampled_from(["\r\n", "\x1b[?2026h", "\x1b[2J", "\x1b[?25l"])
_TEXTS = st.text("аб w—│", min_size=1, max_size=8)


def _shown(written: str) -> list[list[object]]:
    screen = pyte.Screen(20, 6)
    pyte.Stream(screen).feed(written)
    return [[screen.buffer[row][column] for column in range(20)] for row in range(6)]


@given(_SYSTEMS, st.lists(st.tuples(_STYLES, _TEXTS) | _MOVES | _OTHER | _TEXTS, max_size=12))
def test_an_emulator_shows_the_same(system: ColorSystem, frame: list[tuple[Style, str] | str]) -> None:
    painted = "".join(
        piece if isinstance(piece, str) else piece[0].render(piece[1], color_system=system) for piece in frame
    )
    written = sparing(painted)
    assert _shown(written) == _shown(painted)
    assert _shown(written + "я") == _shown(painted + "я")  # nothing of a style is left over
    assert len(written) <= len(painted)


def test_a_ground_that_stays_is_sent_once() -> None:
    ink = Style(color="#d3d2cc", bgcolor="#14171c")
    bold = ink + Style(bold=True)
    line = ink.render("Глава ") + bold.render("Кабмина") + "\x1b[2;1H" + bold.render("Касымалиев") + ink.render(".")
    written = sparing(line)
    assert written.count("48;2;20;23;28") == 2  # nothing but a reset takes the bold away
    assert "Кабмина\x1b[2;1HКасымалиев" in written
