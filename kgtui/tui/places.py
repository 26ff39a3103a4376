"""Where one has been: the steps that Esc goes back and that can be gone forward again."""

from __future__ import annotations

from dataclasses import dataclass, field

from kgtui.keys import Area
from kgtui.model import Span
from kgtui.tui.briefs import About, Brief, Compared, Pair
from kgtui.tui.listing import Listing
from kgtui.tui.tables import TableView


@dataclass(frozen=True, slots=True)
class Place:
    """All that is needed to stand again where one stood. Listings, briefs and tables are compared by
    identity."""

    area: Area
    listing: Listing
    list_cursor: int
    list_top: int
    article: int | None
    line: int
    hit: int
    sentence: Span | None
    about: About | Pair | None
    brief: Brief | Compared | None
    brief_value: object | None
    brief_top: int
    entities_cursor: int
    entities_top: int
    zoomed: bool
    table: TableView | None


@dataclass(slots=True)
class History:
    past: list[Place] = field(default_factory=list)
    future: list[Place] = field(default_factory=list)

    def leave(self, here: Place) -> None:
        """A step is taken from here."""
        if not self.past or self.past[-1] != here:
            self.past.append(here)
        self.future.clear()

    def back(self, here: Place) -> Place | None:
        """The place before; None at the bottom."""
        while self.past:
            place = self.past.pop()
            if place != here:
                self.future.append(here)
                return place
        return None

    def forward(self, here: Place) -> Place | None:
        """The place that was gone back from; None where there is none."""
        while self.future:
            place = self.future.pop()
            if place != here:
                self.past.append(here)
                return place
        return None
