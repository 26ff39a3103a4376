"""CSV: what goes in comes out, and nothing of it is calculated."""

from __future__ import annotations

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgtui.export.spreadsheet import Cell, csv_lines

WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=20)
ROWS = st.lists(st.tuples(WORDS, WORDS), max_size=5)


def read_back(*rows: tuple[Cell, ...]) -> list[list[str]]:
    return list(csv.reader(csv_lines(["a", "b"], rows)))[1:]


@given(ROWS)
def test_every_row_is_one_line_with_all_its_cells(rows: list[tuple[str, str]]) -> None:
    read = read_back(*rows)
    assert [len(row) for row in read] == [2] * len(rows)
    for written, row in zip(rows, read, strict=True):
        for cell, found in zip(written, row, strict=True):
            assert found.removeprefix("'").split() == cell.removeprefix("'").split()


@given(st.sampled_from("=+-@＝＋－＠"), st.sampled_from(["", " ", "\t", "\r\n"]), WORDS)
def test_no_cell_begins_as_a_formula(sign: str, space: str, words: str) -> None:
    [[cell, _]] = read_back((f"{space}{sign}{words}", ""))
    assert cell.startswith("'")


@pytest.mark.parametrize("text", ["−3 %", "1,7 млрд", "— сказал он", "«=»", ""])
def test_words_that_are_no_formula_stay_as_they_are(text: str) -> None:
    assert read_back((text, "")) == [[text, ""]]


def test_numbers_are_numbers() -> None:
    assert read_back((-3.4, 1_700_000_000)) == [["-3.4", "1700000000"]]
    assert read_back((None, 0)) == [["", "0"]]


def test_what_breaks_lines_or_moves_the_cursor_does_neither() -> None:
    [[cell, _]] = read_back(("одна\nдве\r\nтри\x1b[2J", ""))
    assert cell.startswith("одна две три")
    assert "\x1b" not in cell
