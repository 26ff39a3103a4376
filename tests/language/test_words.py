"""Readings of word forms, and folding for comparison."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgtui.language import fold, word


@pytest.mark.parametrize(
    ("shown", "folded"),
    [("Мирзиёев", "мирзиеев"), ("ШЁЛК", "шелк"), ("Өзгөн", "озгон"), ("Тыңчтык", "тынчтык"), ("Үсөн", "усон")],
)
def test_folding_joins_spellings(shown: str, folded: str) -> None:
    assert fold(shown) == folded


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(alphabet="абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁ-", min_size=1, max_size=20))
def test_every_form_has_a_reading(form: str) -> None:
    parsed = word(form)
    assert parsed.readings
    assert parsed.lemma in parsed.lemmas


def test_letter_case_does_not_change_the_word() -> None:
    assert word("Столицы") is word("столицы")


def test_all_readings_are_kept_likeliest_first() -> None:
    steel = word("стали")
    assert steel.lemma == "стать"
    assert "сталь" in steel.lemmas


def test_second_cases_are_given_as_first_ones() -> None:
    assert {reading.case for reading in word("лесу").readings} <= {"nomn", "gent", "datv", "accs", "ablt", "loct", None}


def test_a_reading_inflects() -> None:
    reading = next(r for r in word("столице").readings if r.case == "loct")
    assert reading.inflect("nomn", "sing") == "столица"


def test_unknown_words_are_told_apart() -> None:
    assert word("президент").known
    assert not word("расулзодой").known


def test_names_are_told_apart() -> None:
    assert any(reading.is_name for reading in word("москвы").readings)
    assert not any(reading.is_name for reading in word("столицы").readings)


def test_letters_without_a_unicode_name_are_words_like_others() -> None:
    assert word("\U00017000\U00018d08").readings
