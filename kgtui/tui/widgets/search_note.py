"""The line under the search line: how the query was read."""

from __future__ import annotations

from textual.strip import Strip

from kgtui.locale import t
from kgtui.tui.listing import Listing, ListingKind
from kgtui.tui.paint import Pieces, line
from kgtui.tui.widgets.pane import LineWidget

_PROMPT = 3  # columns before the query


class SearchNote(LineWidget):
    """One line, empty while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__(id="search-note")
        self._listing: Listing | None = None

    def show(self, listing: Listing) -> None:
        self._listing = listing
        self.repaint()

    def compose_line(self, y: int) -> Strip:  # noqa: ARG002 - it has one line
        return line(self._pieces(self._listing), self.size.width, self.inks.text)

    def _pieces(self, listing: Listing | None) -> Pieces:
        if listing is None or listing.kind is not ListingKind.SEARCH:
            return []
        if listing.mended:
            words, key = t("screen.search.meant", query=listing.read_as), t("screen.search.as_typed")
            return [(" " * _PROMPT + words, self.inks.text), ("  " + key, self.inks.dim)]
        if listing.read_as != listing.query:
            return [(" " * _PROMPT + t("screen.search.read_as", query=listing.read_as), self.inks.dim)]
        return []
