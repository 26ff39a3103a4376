"""A text set in rows: nothing lost, nothing too wide, no number parted from what it counts, whatever is asked first."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from kgtui.model import Span
from kgtui.tui.drawing.paint import harmless
from kgtui.tui.typesetting import Row, Rows

TEXTS = st.text(
    alphabet=st.sampled_from("абв г\n\r\t-–5.,№$А漢한e\u0301\u0306и\u00a0\u200b\u200d\u00ad\x1b\U0001f1f0\U0001f1ec👩"),
    max_size=120,
)
REMARKS = st.lists(st.text("абв漢", min_size=1, max_size=15), min_size=1, max_size=6).map(" ".join)
ANY_TEXTS = st.text(alphabet=st.characters(codec="utf-8"), max_size=80)


def every_row(rows: Rows) -> list[Row]:
    found: list[Row] = []
    while len(found) < len(rows):
        found.append(rows[len(found)])
    return found


def rows_of(text: str, width: int) -> list[Row]:
    return every_row(Rows(text, Span(0, len(text)), width))


def rows(text: str, width: int) -> list[str]:
    return [" " * row.indent + harmless(row.of(text)) for row in rows_of(text, width)]


def cells(row: Row, text: str) -> int:
    return row.indent + cell_len(harmless(row.of(text)))


@given(TEXTS | ANY_TEXTS, st.integers(1, 40))
def test_no_row_is_too_wide_but_by_a_single_character(text: str, width: int) -> None:
    for row in rows_of(text, width):
        visible = [c for c in row.of(text) if cell_len(harmless(c))]
        assert cells(row, text) <= width or len(visible) == 1 or is_flag(visible)


def is_flag(characters: list[str]) -> bool:
    return len(characters) == 2 and all("\U0001f1e6" <= c <= "\U0001f1ff" for c in characters)


@given(TEXTS | ANY_TEXTS, st.integers(1, 40))
def test_every_visible_character_stands_in_one_row_in_order(text: str, width: int) -> None:
    found = rows_of(text, width)
    assert all(before.end <= after.start for before, after in pairwise(found))
    shown = "".join(row.of(text) for row in found)
    assert "".join(shown.split()) == "".join(text.split())


@given(TEXTS, st.integers(1, 40))
def test_no_row_begins_with_a_mark_of_the_letter_before(text: str, width: int) -> None:
    for row in rows_of(text, width):
        if row.of(text) and unicodedata.combining(text[row.start]):
            assert row.start == 0 or text[row.start - 1].isspace()


@settings(max_examples=30, deadline=None)
@given(TEXTS, st.integers(4, 12), st.lists(st.tuples(st.floats(0, 1), st.integers(-300, 300)), min_size=1, max_size=5))
def test_rows_are_the_same_from_wherever_one_comes(text: str, width: int, ways: list[tuple[float, int]]) -> None:
    """A text of many blocks is jumped into by an offset, then walked up or down over blocks that are not set yet."""
    long = (text + "\n" + "слово " * 50 + "\n") * 20
    whole = rows_of(long, width)
    rows = Rows(long, Span(0, len(long)), width)
    for part, by in ways:
        place = round(part * (len(whole) - 1))
        row = rows.row_at(whole[place].start)
        assert rows[row] == whole[place]
        row = rows.moved(row, by)
        assert rows[row] == whole[max(0, min(place + by, len(whole) - 1))]
    assert rows[rows.moved(row, 100 * len(whole))] == rows[rows.last()] == whole[-1]
    assert rows[rows.moved(row, -100 * len(whole))] == whole[0]


@settings(max_examples=30, deadline=None)
@given(TEXTS | ANY_TEXTS, st.integers(8, 40), st.integers(1, 4), st.lists(REMARKS, max_size=2))
def test_remarks_move_rows_and_no_offset(text: str, width: int, every: int, remarks: list[str]) -> None:
    """Below the lines that begin at a multiple of some number, in a text of several blocks."""
    long = (text + "\n" + "слово " * 50 + "\n") * 20
    rows = Rows(long, Span(0, len(long)), width, lambda line: () if line.start % every else remarks)
    found = every_row(rows)
    assert [row for row in found if not row.remark] == rows_of(long, width)
    for row in found:
        assert rows[rows.row_at(row.start)].start == row.start
        if row.remark:
            assert (row.end, cell_len(row.remark) <= width) == (row.start, True)
        elif row.end > row.start:
            assert rows[rows.row_at(row.start)] == rows[rows.row_at(row.end - 1)] == row


@pytest.mark.parametrize("line", ["слово " * 9000, "а" * 50000, "и\u0306" * 25000])
def test_a_line_of_many_blocks_loses_nothing(line: str) -> None:
    found = rows_of(line, 30)
    assert "".join(row.of(line) for row in found).replace(" ", "") == line.replace(" ", "")
    assert all(cells(row, line) <= 30 for row in found)
    assert not any(row.of(line).startswith("\u0306") for row in found)


def test_paragraphs_are_parted_by_one_empty_row() -> None:
    assert rows("Первый.\n\n\n Второй.", 20) == ["Первый.", "", "Второй."]


def test_a_line_break_that_only_wraps_a_long_line_is_none() -> None:
    wrapped = "Стороны обсудили ход строительства железной дороги и\nдоговорились ускорить его."
    assert rows(wrapped, 60) == ["Стороны обсудили ход строительства железной дороги", "и договорились ускорить его."]


def test_short_lines_stand_together_unless_the_text_parts_them() -> None:
    assert rows("Ала-Тоо,\nбелый снег,\n\nгорный ветер", 20) == ["Ала-Тоо,", "белый снег,", "", "горный ветер"]


LONG = "Товарооборот двух стран вырос за год в полтора раза, сообщили в министерстве экономики."


@pytest.mark.parametrize("heading", ["О торговле", "Справка:", "Что дальше?", "ИТОГИ ВИЗИТА", "«Зелёная» повестка"])
def test_a_heading_of_the_text_is_told_and_stands_above_what_it_heads(heading: str) -> None:
    text = f"{LONG}\n{heading}\n\n{LONG}"
    found = rows_of(text, 200)
    assert [row.of(text) for row in found] == [LONG, "", heading, LONG]
    assert [row.is_heading for row in found] == [False, False, True, False]


@pytest.mark.parametrize(
    "line", ["Он согласился.", "Среди них, как сообщалось:", "а также", "Итог\t5", "— сказал он", "Фото Айбека Асанова"]
)
def test_other_short_lines_are_no_headings(line: str) -> None:
    text = f"{LONG}\n{line}\n{LONG}"
    assert not any(row.is_heading for row in rows_of(text, 200))


def test_the_last_line_heads_nothing() -> None:
    assert not any(row.is_heading for row in rows_of(f"{LONG}\nАйгуль Асанова", 60))


def test_long_turns_of_an_interview_are_parted() -> None:
    turn = f"— {LONG} {LONG} {LONG}"
    assert rows(f"{turn}\n{turn}", 400) == [turn, "", turn]


def test_items_of_a_list_stand_together() -> None:
    text = f"Решено:\n- {LONG}\n- открыть рынок.\n{LONG}"
    assert rows(text, 200) == ["Решено:", f"- {LONG}", "- открыть рынок.", "", LONG]


def test_the_rows_of_an_item_stand_under_its_words() -> None:
    text = "- построить дорогу до границы;\n10) открыть рынок."
    assert rows(text, 20) == ["- построить дорогу", "  до границы;", "10) открыть рынок."]
    assert rows("1. построить дорогу до границы.", 20) == ["1. построить дорогу", "   до границы."]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("увеличился в 3,5 раза", 16, ["увеличился", "в 3,5 раза"]),
        ("встретил С. Жапаров в г. Ош", 12, ["встретил", "С. Жапаров", "в г. Ош"]),
        ("приняли С.Н. Жапарова", 15, ["приняли", "С.Н. Жапарова"]),
        ("встретил Жапарова С. Н.", 17, ["встретил", "Жапарова С. Н."]),
        ("составил $5 млрд долларов", 17, ["составил", "$5 млрд долларов"]),
        ("рост на 10 % за год", 9, ["рост на", "10 % за", "год"]),
        ("подписали указ № 15", 17, ["подписали указ", "№ 15"]),
        ("прибыл в Ош (20 ноября)", 18, ["прибыл в Ош", "(20 ноября)"]),
        ("тоннели, мосты и т. д. строят", 18, ["тоннели, мосты", "и т. д. строят"]),
        ("за 2020–2024 годы", 14, ["за", "2020–2024 годы"]),
        ("открыт в XX веке", 13, ["открыт", "в XX веке"]),
        ("упрощение сотрудничества – торговля", 24, ["упрощение", "сотрудничества –", "торговля"]),
    ],
)
def test_what_belongs_together_stands_in_one_row(text: str, width: int, expected: list[str]) -> None:
    assert rows(text, width) == expected


def test_a_word_wider_than_the_measure_is_cut_an_address_behind_its_signs() -> None:
    assert rows("электроэнергетика", 6) == ["электр", "оэнерг", "етика"]
    assert rows("https://kabar.kg/news/otkrylsia-most", 24) == ["https://kabar.kg/news/", "otkrylsia-most"]


def test_only_the_body_is_set() -> None:
    text = " date 2025-11-20 Текст."
    found = Rows(text, Span(17, len(text)), 20)
    assert [found[row].of(text) for row in range(len(found))] == ["Текст."]


def test_a_text_of_white_space_has_no_rows() -> None:
    assert not rows_of(" \n\t\n", 20)
