"""What counts as one word, though it is several tokens."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgtui.language.analysis import TokenKind, tokens_in
from kgtui.language.joining import joined
from kgtui.language.numbers import number_key


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1 250,6 млн", ["1 250,6", "250,6", "млн"]),
        ("1\u00a0500\u00a0000 сомов", ["1 500 000", "500", "000", "сомов"]),
        ("в 2025 100 человек", ["в", "2025", "100", "человек"]),
        ("с 5 по 10", ["с", "5", "по", "10"]),
        ("посол С.Ш.А. прибыл", ["посол", "С.Ш.А.", "Ш", "А", "прибыл"]),
        ("К.Р. Токаев", ["К", "Р", "Токаев"]),
        ("Токаев К.Р. прибыл", ["Токаев", "К", "Р", "прибыл"]),
    ],
)
def test_joined(text: str, words: list[str]) -> None:
    assert [token.text for token in joined(tokens_in(text))] == words


@given(st.text(alphabet="12 345,.АБв\u00a0-№", max_size=30))
def test_every_word_keeps_its_place(text: str) -> None:
    words = [token for token in tokens_in(text) if token.kind is not TokenKind.MARK]
    assert [token.start for token in joined(tokens_in(text))] == [token.start for token in words]


@pytest.mark.parametrize(
    ("form", "key"),
    [
        ("1 250,6", "1250.6"),
        ("1250.6", "1250.6"),
        ("1.500.000", "1500000"),
        ("24-м", "24"),
        ("2025", "2025"),
        ("0,5", "0.5"),
        ("CASA-1000", None),
        ("15-летие", None),
    ],
)
def test_number_key(form: str, key: str | None) -> None:
    assert number_key(form) == key
