"""Where in one long text words begin, in the order of what follows there: looked up by how it begins.

A string for each of hundreds of thousands of words would take ten times as much of every session's memory.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right

END = "\n"  # of what is looked up; it comes before every sign of a word


class Starts:
    """``places`` of a text, in this order."""

    def __init__(self, text: str, places: array[int]) -> None:
        self._text = text
        self._places = places

    def __getitem__(self, number: int) -> str:
        """What follows at a place, to its end."""
        at = self._places[number]
        return self._text[at : self._text.index(END, at)]

    def beginning(self, start: str) -> range:
        """The numbers of the places at which the text goes on so."""

        def begun(at: int) -> str:
            return self._text[at : at + len(start)]

        first = bisect_left(self._places, start, key=begun)
        return range(first, bisect_right(self._places, start, first, key=begun))

    def number(self, whole: str) -> int | None:
        """Of the place at which just this follows."""
        return next(iter(self.beginning(whole + END)), None)
