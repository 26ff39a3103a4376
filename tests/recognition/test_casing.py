"""Shouted words are shown to the network as running text has them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgtui.language import analyse
from kgtui.model import Span
from kgtui.recognition.casing import recased


def shown(text: str) -> str:
    analysis = analyse(text)
    return recased(analysis, analysis.span)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("БИШКЕК, 20 авг – Интерфакс. Саммит ШОС пройдёт.", "Бишкек, 20 авг – Интерфакс. Саммит ШОС пройдёт."),
        ("Бишкек - 24.kg, Асель СУЛТАНБЕКОВА", "Бишкек - 24.kg, Асель Султанбекова"),
        ("ПРЕЗИДЕНТ САДЫР ЖАПАРОВ ПРИБЫЛ В МОСКВУ", "Президент Садыр Жапаров прибыл в Москву"),
        ("САММИТ ГЛАВ ЕАЭС И ШОС ПРОЙДЁТ В МИНСКЕ", "Саммит глав ЕАЭС и ШОС пройдёт в Минске"),
        ("Доклад ЮНЕСКО, ОДКБ и МИД.", "Доклад ЮНЕСКО, ОДКБ и МИД."),
    ],
)
def test_shouted_words(text: str, wanted: str) -> None:
    assert shown(text) == wanted


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
def test_no_letter_moves(text: str) -> None:
    assert [letter.lower() for letter in shown(text)] == [letter.lower() for letter in text]


def test_only_the_wanted_part_is_given() -> None:
    text = "БИШКЕК. МИНСК."
    assert recased(analyse(text), Span(8, 14)) == "Минск."
