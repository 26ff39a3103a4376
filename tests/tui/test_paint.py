"""Lines are exactly as wide as they should be, and hold nothing that a terminal would obey."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style

from kgtui.tui.drawing.paint import cut, cut_at_word, harmless, line, spread, width_of, wrapped

PLAIN = Style()
TEXTS = st.text(max_size=60)
PIECES = st.lists(st.tuples(TEXTS, st.just(PLAIN)), max_size=5)


@given(TEXTS)
def test_no_control_character_survives(text: str) -> None:
    shown = harmless(text)
    assert not any(unicodedata.category(character) in ("Cc", "Cs") for character in shown)
    assert not any("\u202a" <= character <= "\u202e" for character in shown)
    shown.encode("utf-8")


@given(TEXTS)
def test_being_harmless_twice_changes_nothing(text: str) -> None:
    assert harmless(harmless(text)) == harmless(text)


def test_plain_text_is_left_alone() -> None:
    text = "«Касымалиев», 3,5\u00a0раза — № 5…"
    assert harmless(text) == text


def test_an_escape_sequence_is_shown_not_sent() -> None:
    assert harmless("a\x1b[31m\x9b2Jb\x07") == "a\ufffd[31m\ufffd2Jb\ufffd"


@given(PIECES, st.integers(0, 80))
def test_a_line_has_exactly_its_width(pieces: list[tuple[str, Style]], width: int) -> None:
    strip = line(pieces, width, PLAIN)
    assert sum(cell_len(segment.text) for segment in strip) == width == strip.cell_length


@given(PIECES, PIECES, st.integers(0, 80))
def test_a_spread_line_too(left: list[tuple[str, Style]], right: list[tuple[str, Style]], width: int) -> None:
    assert sum(cell_len(segment.text) for segment in spread(left, right, width, PLAIN)) == width


@given(PIECES, st.integers(1, 80))
def test_pieces_cut_at_a_word_fit(pieces: list[tuple[str, Style]], width: int) -> None:
    assert width_of(cut_at_word(pieces, width)) <= width


@given(TEXTS, st.integers(0, 40))
def test_a_cut_text_fits(text: str, width: int) -> None:
    assert cell_len(cut(harmless(text), width)) <= width


@given(st.text(alphabet="аб вг", max_size=80), st.integers(1, 20), st.integers(1, 4))
def test_wrapped_lines_fit_and_are_no_more_than_asked(text: str, width: int, rows: int) -> None:
    lines = wrapped(text, width, rows)
    assert len(lines) <= rows
    assert all(cell_len(each) <= width for each in lines)


@pytest.mark.parametrize(
    ("width", "rows", "expected"),
    [
        (40, 2, ["В столице Таджикистана прошла встреча"]),
        (20, 2, ["В столице", "Таджикистана прошла…"]),
        (14, 1, ["В столице…"]),
    ],
)
def test_what_does_not_fit_ends_at_a_word(width: int, rows: int, expected: list[str]) -> None:
    assert wrapped("В столице Таджикистана прошла встреча", width, rows) == expected
