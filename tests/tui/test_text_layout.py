"""Rows of a text: nothing lost, nothing too wide, and no number parted from what it counts."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from kgtui.model import Span
from kgtui.tui.paint import harmless
from kgtui.tui.text_layout import set_text

TEXTS = st.text(alphabet=st.sampled_from("абв г\n\t-–5.,№$А漢e\u0301\u00a0\u200b\x1b"), max_size=120)


def rows(text: str, width: int) -> list[str]:
    return [span.of(text) for span in set_text(text, Span(0, len(text)), width)]


@given(TEXTS, st.integers(2, 40))
def test_no_row_is_too_wide(text: str, width: int) -> None:
    assert all(cell_len(harmless(row)) <= width for row in rows(text, width))


@given(TEXTS, st.integers(1, 40))
def test_nothing_but_white_space_is_left_out(text: str, width: int) -> None:
    shown = "".join(rows(text, width))
    assert "".join(shown.split()) == "".join(text.split())


@given(TEXTS, st.integers(1, 40))
def test_rows_are_ranges_of_the_text_in_order(text: str, width: int) -> None:
    spans = set_text(text, Span(0, len(text)), width)
    assert all(before.end <= after.start for before, after in pairwise(spans))


def test_paragraphs_are_parted_by_one_empty_row() -> None:
    assert rows("Первый.\n\n\n Второй.", 20) == ["Первый.", "", " Второй."] or rows("Первый.\n\nВторой.", 20) == [
        "Первый.",
        "",
        "Второй.",
    ]


def test_a_number_stays_with_what_it_counts() -> None:
    assert rows("увеличился в 3,5 раза", 16) == ["увеличился", "в 3,5 раза"]


def test_an_initial_stays_with_its_name_and_a_city_with_its_sign() -> None:
    assert rows("встретил С. Жапаров в г. Ош", 12) == ["встретил", "С. Жапаров", "в г. Ош"]


def test_a_dash_does_not_begin_a_row() -> None:
    assert rows("упрощение сотрудничества – торговля", 26) == ["упрощение", "сотрудничества – торговля"] or rows(
        "упрощение сотрудничества – торговля", 26
    ) == ["упрощение сотрудничества –", "торговля"]


def test_a_word_wider_than_the_measure_is_cut() -> None:
    assert rows("электроэнергетика", 6) == ["электр", "оэнерг", "етика"]


def test_only_the_body_is_set() -> None:
    text = " date 2025-11-20 Текст."
    assert [span.of(text) for span in set_text(text, Span(17, len(text)), 20)] == ["Текст."]
