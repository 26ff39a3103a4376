"""The places visited, the newest first; what is typed leaves fewer, Enter goes there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.cells import cell_len

from kgtui.keys import KEY_NAMES, Area
from kgtui.locale import t
from kgtui.tui.drawing.paint import cut_at_word
from kgtui.tui.overlays.chooser import ChoicePane, Chooser
from kgtui.tui.places import Place, table_kind
from kgtui.tui.widgets.entry import Entry, EntryLine
from kgtui.tui.widgets.search_line import Field

_KINDS = ("list", "search", "like", "article", "brief", "table")


class PlaceChoices(ChoicePane):
    """``titles``: the id of an article → its title."""

    def __init__(self, places: Sequence[Place], titles: Mapping[str, str]) -> None:
        super().__init__(Area.PLACES)
        self._places: dict[tuple[str, str], Place] = {}
        for place in places:
            self._places.setdefault(_told(place, titles), place)  # of two alike the newest

    def make_entries(self, width: int) -> Sequence[Entry]:
        column = 2 + max(cell_len(t(f"screen.places.{kind}")) for kind in _KINDS)
        entries = []
        for (kind, words), place in self._places.items():
            name = t(f"screen.places.{kind}")
            if self._fits(f"{name} {words}"):
                pieces = [(name + " " * (column - cell_len(name)), self.inks.dim), (words, self.inks.text)]
                entries.append(Entry((EntryLine(cut_at_word(pieces, width - 2), []),), place))
        return entries or self._said(t("screen.places.nothing", keys=KEY_NAMES), width)


def _told(place: Place, titles: Mapping[str, str]) -> tuple[str, str]:
    """What kind of place it is, and which."""
    kept, listing = place.kept, place.kept.listing
    if kept.area in (Area.ARTICLE.value, Area.ENTITIES.value) and kept.article:
        return "article", titles.get(kept.article, kept.article)
    if kept.area == Area.COUNTRY.value:
        names = " — ".join(dict.fromkeys(about.name or about.key for about in kept.about))
        return "brief", names or t("screen.country.heading")
    if kept.area == Area.TABLE.value and kept.table and (table := table_kind(kept.table)):
        about = kept.table.about
        return "table", t(f"screen.places.{table.value}", name=about.name or about.key if about else "")
    if listing.like:
        return "like", titles.get(listing.like, listing.like)
    return ("search", listing.query) if listing.query else ("list", t("screen.list.all"))


class VisitedScreen(Chooser):
    """Closed with the place to go to, or with None."""

    def __init__(self, places: Sequence[Place], titles: Mapping[str, str]) -> None:
        field = Field(Area.PLACES, placeholder=t("screen.places.placeholder"))
        super().__init__("places", field, PlaceChoices(places, titles))
