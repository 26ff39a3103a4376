"""The articles that briefs are shown on: all are read, and the reprint among them is known as one."""

from __future__ import annotations

from kgtui.library import Library


def test_all_are_in_the_library(brief_library: Library) -> None:
    assert brief_library.count() == 14


def test_only_the_reprint_has_a_group(brief_library: Library) -> None:
    numbers = list(brief_library.groups(range(1, 15)))
    grouped = {headline.id for headline in brief_library.headlines(numbers)}
    assert grouped == {"commission_held_2025", "commission_reprint_2025"}
