"""How much of a brief a window of a size shows: its columns, and the rows of each section before the rest is folded."""

from __future__ import annotations

from collections.abc import Mapping

TWO_COLUMNS_FROM = 120
LARGE_FROM = 36  # rows of the pane: what is left of a terminal of 40 lines

SIDE_SECTIONS = frozenset(("people", "home_people", "figures", "topics", "companions", "bodies", "projects", "places"))
"""The sections, by the value of their kind, that stand in the right column where there are two."""

_ROWS: Mapping[str, tuple[int, int]] = {
    "summary": (4, 5),
    "partners": (6, 14),
    "announced": (2, 4),
    "contacts": (6, 14),
    "people": (4, 8),
    "home_people": (2, 4),
    "agreements": (6, 12),
    "documents": (2, 6),
    "figures": (5, 10),
    "conflicts": (2, 4),
    "topics": (1, 3),
    "quotations": (2, 4),
    "unions": (1, 3),
    "companions": (2, 6),
    "bodies": (2, 6),
    "projects": (2, 6),
    "places": (2, 6),
    "headlines": (4, 8),
}

MOST_ROWS = max(large for _, large in _ROWS.values())
"""No section of a page shows more of its rows."""


COMPARED_ROWS = 8
"""Of a section of two briefs that stand side by side."""


def rows_of(section: str, height: int) -> int:
    """How many rows of a section a pane of a height shows."""
    small, large = _ROWS[section]
    return large if height >= LARGE_FROM else small


def side_width(width: int) -> int:
    """The width of the right column, 0 where there is but one."""
    return max(44, width * 2 // 5) if width >= TWO_COLUMNS_FROM else 0
