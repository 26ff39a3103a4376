"""No figure of docs/quality.md sinks below its floor."""

from __future__ import annotations

import pytest

from .extraction import measured, reached
from .figures import measured_people
from .patterns import patterns_right
from .questions import answers
from .search import average_precision, measured_search
from .slips import ALL_SLIPS, NOTHING, measured_slips, understood
from .texts import SETS, TextSet


@pytest.mark.parametrize("texts", SETS, ids=lambda texts: texts.name)
def test_extraction_reaches_its_floors(texts: TextSet) -> None:
    result = measured(texts)
    low = {name: reached(result, name) for name, floor in texts.floors.items() if reached(result, name) < floor}
    assert not low, result["by_id"]


@pytest.mark.parametrize(("letter", "least"), [("F", 36), ("Q", 24)])
def test_the_hard_patterns_are_understood(letter: str, least: int) -> None:
    asked = {pattern: right for pattern, right in patterns_right().items() if pattern.startswith(letter)}
    assert sum(asked.values()) >= least, [pattern for pattern, right in asked.items() if not right]


def test_search_finds_every_form() -> None:
    row = measured_search()["all"]
    assert row["recall"] >= 0.99
    assert row["map"] >= 0.98


def test_search_finds_every_person() -> None:
    row = measured_people()
    assert row["recall"] >= 0.995
    assert row["false"] <= 0.005
    assert row["map"] >= 0.99


def test_questions_of_an_analyst_are_answered() -> None:
    wrong = [answer.question.text for answer in answers() if not answer.is_right]
    assert not wrong


def test_slips_are_understood_and_nothing_else_is() -> None:
    slips = measured_slips()
    counts = understood(slips)
    wrong = [slip for slip in slips if not slip.is_understood]
    right, all_ = counts[ALL_SLIPS]
    assert right / all_ >= 0.95, wrong
    assert counts[NOTHING][0] == counts[NOTHING][1], wrong


def test_average_precision_is_one_where_all_wanted_stand_first() -> None:
    assert average_precision(["a", "b", "x"], {"a", "b"}) == 1.0
    assert average_precision(["x", "a"], {"a"}) == 0.5
    assert average_precision([], {"a"}) == 0.0
