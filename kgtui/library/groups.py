"""Which articles are reprints of one text, by number: read for a few, kept for the long lists of rankings."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection

from kgtui.library import reading

_FEW = 500  # numbers that are asked for one by one


class Groups:
    """The groups of a record as they stood at its last change. Any thread may ask."""

    def __init__(self) -> None:
        self._kept: tuple[int, dict[int, str]] = -1, {}

    def of(self, record: sqlite3.Connection, numbers: Collection[int]) -> dict[int, str]:
        """Number → group, of those of these articles that have reprints."""
        if len(numbers) <= _FEW:
            return reading.groups_of(record, numbers)
        groups = self._all(record)
        return {number: groups[number] for number in filter(groups.__contains__, numbers)}

    def _all(self, record: sqlite3.Connection) -> dict[int, str]:
        change = reading.change(record)
        kept_at, groups = self._kept
        if kept_at != change:
            groups = reading.all_groups(record)
            self._kept = change, groups
        return groups
