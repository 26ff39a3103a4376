"""Which standard measure a figure gives."""

from __future__ import annotations

import pytest

from kgtui.measures import standard_measures
from kgtui.measures.table import measure_words

from .reading_of import cases, facts


@pytest.mark.parametrize(("code", "example"), [(measure.code, words.example) for measure, words in measure_words()])
def test_every_way_of_telling_a_measure_does(code: str, example: str) -> None:
    assert facts(example).figures[-1].measure == code


def test_every_measure_is_told_in_some_way() -> None:
    assert {measure.code for measure, _ in measure_words()} == set(standard_measures())


@pytest.mark.parametrize(("text", "wanted"), cases("standard_measures"))
def test_words_alone_are_no_measure(text: str, wanted: str) -> None:
    found = [f"{figure.span.of(text)} = {figure.measure or '-'}" for figure in facts(text).figures]
    assert found == wanted.split("; ")
