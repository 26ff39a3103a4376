"""No figure of docs/quality.md sinks below its floor."""

from __future__ import annotations

import pytest

from .extraction import measured, reached
from .search import average_precision, measured_search
from .slips import ALL_SLIPS, NOTHING, measured_slips, understood
from .texts import SETS, TextSet


@pytest.mark.parametrize("texts", SETS, ids=lambda texts: texts.name)
def test_extraction_reaches_its_floors(texts: TextSet) -> None:
    result = measured(texts)
    low = {name: reached(result, name) for name, floor in texts.floors.items() if reached(result, name) < floor}
    assert not low, result["by_id"]


def test_search_finds_every_form() -> None:
    row = measured_search()["all"]
    assert row["recall"] >= 0.98
    assert row["map"] >= 0.95


def test_slips_are_understood_and_nothing_else_is() -> None:
    slips = measured_slips()
    counts = understood(slips)
    wrong = [slip for slip in slips if not slip.understood]
    right, all_ = counts[ALL_SLIPS]
    assert right / all_ >= 0.95, wrong
    assert counts[NOTHING][0] == counts[NOTHING][1], wrong


def test_average_precision_is_one_where_all_wanted_stand_first() -> None:
    assert average_precision(["a", "b", "x"], {"a", "b"}) == 1.0
    assert average_precision(["x", "a"], {"a"}) == 0.5
    assert average_precision([], {"a"}) == 0.0
