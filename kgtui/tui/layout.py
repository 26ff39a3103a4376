"""Which panes are on the screen: all in a wide window, two in a medium one, one in a small one."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from kgtui.keys import PANES, Area


class Width(str, Enum):
    """The value is the class that the screen has at this width."""

    SMALL = "-small"
    MEDIUM = "-medium"
    WIDE = "-wide"


LEAST = (20, 6)  # columns and rows in which something can be used
MEDIUM_FROM = 90
WIDE_FROM = 120
BREAKPOINTS: list[tuple[int, str]] = [
    (0, Width.SMALL.value),
    (MEDIUM_FROM, Width.MEDIUM.value),
    (WIDE_FROM, Width.WIDE.value),
]

HEIGHTS: list[tuple[int, str]] = [(0, "-flat"), (16, "-low"), (28, "-fair"), (40, "-high")]


def width_class(columns: int) -> Width:
    if columns >= WIDE_FROM:
        return Width.WIDE
    return Width.MEDIUM if columns >= MEDIUM_FROM else Width.SMALL


def visible_panes(columns: int, area: Area, *, zoomed: bool) -> tuple[Area, ...]:
    """The panes to show, from left to right, for a focus.

    >>> [pane.value for pane in visible_panes(100, Area.COUNTRY, zoomed=False)]
    ['list', 'country', 'entities']
    """
    pane = Area.LIST if area is Area.SEARCH else area
    width = width_class(columns)
    if zoomed or pane is Area.TABLE or width is Width.SMALL:
        return (pane,)
    if width is Width.WIDE:
        return PANES
    if pane in (Area.COUNTRY, Area.ENTITIES):
        return (Area.LIST, Area.COUNTRY, Area.ENTITIES)
    return (Area.LIST, Area.ARTICLE)


class Widths(NamedTuple):
    """Columns of the list and of the panes on the right, 0 for as many as the style sheet gives."""

    list: int = 0
    side: int = 0


_LEAST = 24  # columns of a list
_LEAST_OF_TEXT = 40
_USUAL_SIDE = (32, 52)  # as in the style sheet


def fitted(wanted: Widths, columns: int) -> Widths:
    """What of it a window has room for: the text keeps its least, and so does each list.

    >>> fitted(Widths(90, 10), 160), fitted(Widths(90), 100), fitted(Widths(), 160)
    (Widths(list=90, side=24), Widths(list=60, side=0), Widths(list=0, side=0))
    """
    room = columns - _LEAST_OF_TEXT
    is_wide = width_class(columns) is Width.WIDE
    side = max(_LEAST, min(wanted.side, room - _LEAST)) if wanted.side else 0
    taken = side or max(_USUAL_SIDE[0], min(columns // 4, _USUAL_SIDE[1]))
    most = room - taken if is_wide else room
    return Widths(max(_LEAST, min(wanted.list, most)) if wanted.list else 0, side)
