"""Fewer bytes, the same picture: what an emulator shows of both."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.style import Style

from kgtui.tui.wire.picture import Picture

from .emulator import COLUMNS, FRAMES, ROWS, SYSTEMS, Emulator, Frame, painted_by


@given(SYSTEMS, st.lists(st.tuples(FRAMES, st.booleans()), max_size=6))
def test_an_emulator_shows_the_same_however_long_it_was_left_alone(
    system: ColorSystem, frames: list[tuple[Frame, bool]]
) -> None:
    plain, spared, picture = Emulator(), Emulator(), Picture()
    for frame, line_is_free in [*frames, ([], True)]:
        painted = painted_by(frame, system)
        plain.feed(painted)
        spared.feed(picture.paint(painted))
        assert spared.asides == plain.asides
        if line_is_free:
            spared.feed(picture.difference())
            assert not picture.is_waiting
            assert spared.shown == plain.shown
            assert (spared.screen.cursor.x, spared.screen.cursor.y) == (1, 0)


def sparing(picture: Picture, painted: str) -> str:
    return picture.paint(painted) + picture.difference()


_INK = Style(color="#d3d2cc", bgcolor="#14171c")
_LINE = "\x1b[3;1H" + _INK.render("Глава Кабмина прибыл") + "\n\x1b[1;2H"


def test_what_is_shown_is_not_sent_again() -> None:
    picture = Picture()
    assert "Глава" in sparing(picture, _LINE)
    assert sparing(picture, _LINE) == ""
    changed = sparing(picture, _LINE.replace("прибыл", "убыл  "))
    assert changed == "\x1b[3;15H\x1b[38;2;211;210;204;48;2;20;23;28mубыл  \x1b[1;2H\x1b[m"
    picture.forget(COLUMNS, ROWS)
    assert "Глава" in sparing(picture, _LINE)


def test_what_was_painted_over_is_not_sent_at_all() -> None:
    picture = Picture()
    shown = sparing(picture, _LINE)
    for name in ("Члены ", "Совет "):
        assert picture.paint(_LINE.replace("Глава ", name)) == ""
    assert picture.paint(_LINE) == ""
    assert picture.difference() == ""
    assert shown


def test_what_does_not_fit_a_smaller_terminal_is_not_sent() -> None:
    picture = Picture()
    picture.paint(_LINE + "\x1b[2;1H" + _INK.render("Глава Кабмина") + "\n\x1b[1;2H")
    picture.forget(columns=5, rows=2)
    sent = picture.difference()
    assert "Глава" in sent
    assert "Кабмина" not in sent
    assert "\x1b[3" not in sent.replace("\x1b[38", "")


def test_half_of_a_wide_character_is_none() -> None:
    picture = Picture()
    assert "日" not in sparing(picture, "\x1b[1;1H日\x1b[1;2Hа")
    assert "日" not in sparing(picture, "\x1b[1;1H日\x1b[1;1Hа")


def test_leaving_the_screen_leaves_its_picture() -> None:
    picture = Picture()
    picture.paint(_LINE)
    assert picture.paint("\x1b[?1049l") == "\x1b[1;2H\x1b[?1049l"


def test_a_picture_is_sent_together_where_the_terminal_can() -> None:
    picture = Picture()
    assert sparing(picture, "\x1b[?2026h") == ""
    assert sparing(picture, _LINE).startswith("\x1b[?2026h")
    assert sparing(picture, "\x1b[?2026l") == ""


def test_a_ground_that_stays_is_sent_once() -> None:
    bold = _INK + Style(bold=True)
    painted = "\x1b[1;1H" + _INK.render("Глава ") + bold.render("Кабмина") + "\n\x1b[2;1H" + bold.render("Касымалиев")
    assert sparing(Picture(), painted).count("48;2;20;23;28") == 1
