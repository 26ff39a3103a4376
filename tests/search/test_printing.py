"""A query's tree as text, and that text as a tree again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgtui.search.query import parse_query, printed


def read_as(query: str) -> str:
    return printed(parse_query(query).root)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("касымалиеву", "касымалиеву"),
        ("Киргизия", "Киргизия"),
        ('"столица мира', '"столица мира"'),
        ("тамож*", "тамож*"),
        ("газ или нефть", "газ OR нефть"),
        ("(газ или нефть) -уголь", "(газ OR нефть) -уголь"),
        ("рост -(газ или нефть)", "рост -(газ OR нефть)"),
        ("((", ""),
        ("", ""),
    ],
)
def test_reading(query: str, expected: str) -> None:
    assert read_as(query) == expected


@given(st.text(max_size=40))
def test_any_text_can_be_shown(query: str) -> None:
    read_as(query)


@given(st.lists(st.sampled_from(["газ", "нефть", "тамож*", '"', "(", ")", "-", "уголь"]), max_size=8))
def test_shown_and_read_again_it_is_the_same(words: list[str]) -> None:
    """But for a word that is «или» itself, which brackets may turn into the operator."""
    once = read_as(" ".join(words))
    assert read_as(once) == once
