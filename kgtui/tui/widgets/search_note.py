"""The line under the search line: how the query was read, what may be taken into it, or what of it was not
understood and where."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.strip import Strip

from kgtui.keys import BY_ID, KEY_NAMES, Area
from kgtui.locale import t
from kgtui.tui.drawing.paint import Pieces, cut, harmless, line
from kgtui.tui.jobs.listing import Listing
from kgtui.tui.widgets.line_widget import LineWidget

if TYPE_CHECKING:
    from kgtui.tui.jobs.offers import Offer

_PROMPT = 3  # columns before the query
_CARET = "^"
_OFFERED = 4


class SearchNote(LineWidget):
    """One line, empty while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__(id="search-note")
        self._listing: Listing | None = None
        self._offered: Sequence[Offer] = ()
        self._typing = False

    def show(self, listing: Listing, offered: Sequence[Offer] = (), *, typing: bool) -> None:
        """How the query of a list was read; ``offered`` may be taken into the search line, if one is typing."""
        self._listing, self._offered, self._typing = listing, offered[:_OFFERED], typing
        self.repaint()

    def compose_line(self, y: int) -> Strip:  # noqa: ARG002 - it has one line
        return line(self._pieces(self._listing, self.size.width), self.size.width, self.inks.text)

    def _pieces(self, listing: Listing | None, width: int) -> Pieces:
        if listing and listing.mended:
            return self._meant(listing.read_as, width)
        if self._offered:
            shown = " · ".join(offer.shown for offer in self._offered)
            return [(f" {BY_ID['accept'].shown_key(Area.SEARCH)} ", self.inks.accent), (shown, self.inks.dim)]
        if listing and listing.problems:
            from kgtui.export.wording import problem  # noqa: PLC0415 - not before the first paint

            met = listing.problems[0]
            column = _PROMPT + cell_len(harmless(listing.query[: met.place.start]))
            return self._under(column, problem(met), width)
        return []

    def _meant(self, read_as: str, width: int) -> Pieces:
        """How a slip was read; the key back to the letter only where it does not delete one, and there whole."""
        key = "" if self._typing else "  " + t("screen.search.as_typed", keys=KEY_NAMES)
        words, room = t("screen.search.meant", query=read_as), width - _PROMPT - cell_len(key)
        if cell_len(words) > room:
            words = t("screen.search.meant_in_brief", query=read_as)
        return [(" " * _PROMPT + cut(words, room), self.inks.text), (key, self.inks.dim)]

    def _under(self, column: int, words: str, width: int) -> Pieces:
        """A caret under a column, the words on the side of it that has room for them."""
        column = min(column, max(0, width - 2))
        caret = (_CARET, self.inks.accent)
        if column + 2 + cell_len(words) <= width or column < width // 2:
            return [(" " * column, self.inks.text), caret, (" " + cut(words, width - column - 2), self.inks.dim)]
        before = cut(words, column - 1)
        return [(" " * (column - 1 - cell_len(before)) + before + " ", self.inks.dim), caret]
