"""Nothing that came from an article can act on a terminal, and offsets hold."""

from __future__ import annotations

import json
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgtui.export import Mark, Marking, Piece, json_text, paint
from kgtui.export.wrapping import hanging, lines_of, marked
from kgtui.model import EntityKind, Span
from kgtui.terminal import one_line, terminal_safe

ANY_TEXT = st.text(st.characters(), max_size=80)  # surrogates too
RISKY = st.text(st.sampled_from("ab \t\n\r\x1b\x07\x9b[31m\x7f\x85\u202e\u2066\u2028\ud800]0;"), max_size=40)


def obeyed(text: str) -> list[str]:
    """The characters that a terminal would act upon, but line feed and tab."""
    return [
        c
        for c in text
        if (unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") and c not in "\n\t") or c in "\u202e\u2066"
    ]


@given(ANY_TEXT | RISKY)
def test_safe_text_holds_nothing_that_a_terminal_obeys(text: str) -> None:
    safe = terminal_safe(text)
    assert obeyed(safe) == []
    assert len(safe) == len(text)


@given(ANY_TEXT | RISKY)
def test_one_line_is_one_line(text: str) -> None:
    assert "\n" not in one_line(text)
    assert "\t" not in one_line(text)
    assert obeyed(one_line(text)) == []


def test_no_break_spaces_stay_in_one_line() -> None:
    assert one_line(" 1,7\u00a0млрд \n долл. ") == "1,7\u00a0млрд долл."


@given(ANY_TEXT | RISKY)
def test_json_comes_back_as_it_was_and_cannot_act(text: str) -> None:
    written = json_text({"text": text})
    assert json.loads(written) == {"text": text}
    assert obeyed(written) == []


def test_json_is_not_escaped_where_letters_are_harmless() -> None:
    assert json_text("Бишкек «Ы» ё", indent=None) == '"Бишкек «Ы» ё"'


@given(st.lists(st.tuples(RISKY, st.sampled_from([None, *Mark])), max_size=5), st.sampled_from(Marking))
def test_the_only_escape_sequences_are_those_of_marks(pieces: list[tuple[str, Mark | None]], marking: Marking) -> None:
    painted = paint([Piece(text, mark) for text, mark in pieces], marking)
    assert obeyed(re.sub(r"\x1b\[[0-9;]+m", "", painted)) == []
    if marking in (Marking.NONE, Marking.SIGNS):
        assert "\x1b" not in painted


def test_kinds_are_told_apart_without_colour() -> None:
    marks = [Mark.of(kind) for kind in EntityKind]
    looks = {paint([Piece("x", mark)], Marking.STYLES) for mark in marks}
    assert len(looks) == len(marks)
    assert all(not re.search(r"\b3\d\b", look) for look in looks)


def test_kinds_are_told_apart_by_style_where_there_is_colour_too() -> None:
    coloured = {paint([Piece("x", Mark.of(kind))], Marking.COLOURS) for kind in EntityKind}
    styles = {re.sub(r";3[0-7]m", "m", look) for look in coloured}
    assert len(styles) == len(coloured) == len(EntityKind)


@pytest.mark.parametrize(
    ("marking", "expected"),
    [(Marking.NONE, "a b"), (Marking.SIGNS, "[a] b"), (Marking.COLOURS, "\x1b[1;7ma\x1b[0m b")],
)
def test_a_hit(marking: Marking, expected: str) -> None:
    assert paint([Piece("a", Mark.HIT), Piece(" b", None)], marking) == expected


@given(st.text("ab \n", max_size=60), st.integers(1, 20))
def test_lines_hold_all_words_in_order_and_fit(text: str, width: int) -> None:
    lines = [span.of(text) for span in lines_of(text, Span(0, len(text)), width)]
    assert " ".join(lines).split() == text.split()
    assert all(len(line) <= width or len(line.split()) <= 1 for line in lines)


@given(st.text("ab \n", max_size=60))
def test_without_a_width_lines_are_the_text(text: str) -> None:
    assert "\n".join(span.of(text) for span in lines_of(text, Span(0, len(text)), None)) == text


def test_a_row_hangs_under_its_first_word() -> None:
    assert hanging("один два три", 10) == [" один", "   два три"]


def test_no_line_begins_with_a_dash() -> None:
    assert hanging("Иван Петров — министр", 15) == [" Иван", "   Петров —", "   министр"]


@given(st.text("ab", min_size=10, max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=4))
def test_marking_a_line_loses_no_letter(text: str, pairs: list[tuple[int, int]]) -> None:
    marks = sorted((Span(min(pair), max(pair)), Mark.HIT) for pair in pairs)
    assert "".join(piece.text for piece in marked(text, Span(2, 9), marks)) == text[2:9]
