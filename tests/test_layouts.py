from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgtui.layouts import NEIGHBOURS, retyped


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Rbhubpbz", "Киргизия"),
        ("nfl;brbcnfy", "таджикистан"),
        ("rnj^rfcsvfkbtd", "кто:касымалиев"),
        ("рфкдуйгшт", "harlequin"),
        ("СФЫФ-1000", "CASA-1000"),
    ],
)
def test_the_same_keys_under_the_other_layout(typed: str, meant: str) -> None:
    assert retyped(typed) == meant


@given(st.text(string.ascii_letters, min_size=1))
def test_retyping_twice_gives_the_text_back(text: str) -> None:
    assert retyped(retyped(text)) == text


def test_keys_are_neighbours_in_a_row_and_across_rows() -> None:
    assert {("а", "п"), ("п", "а"), ("а", "к"), ("а", "е"), ("а", "с"), ("s", "z")} <= NEIGHBOURS
    assert ("а", "ю") not in NEIGHBOURS
