"""What can be done now, and why not where it cannot: footer, palette and the keys themselves ask here."""

from __future__ import annotations

from collections.abc import Callable

from kgtui.keys import BY_ID, KEY_NAMES, Action, Area, Need
from kgtui.locale import t
from kgtui.tui.desk.keeping import Keeping
from kgtui.tui.jobs.listing import ListingKind

_OF_ARTICLE = (Need.ARTICLE, Need.FACTS, Need.THING, Need.MARKABLE)
_MADE = (Need.ROW, Need.EXPORTABLE)  # of a brief or a table


class Enabling(Keeping):
    def __init__(self) -> None:
        super().__init__()
        self.foot_line.why_not = self.why_not

    def why_not(self, action: Action) -> str:
        """What an action lacks to work where one is; empty where it works."""
        if action.need is None or self.has(action.need):
            return ""
        if action.need in _OF_ARTICLE and self.area is Area.COUNTRY:
            return t("screen.need.source", keys=KEY_NAMES)
        if action.need is Need.FACTS and self.awaits_facts:
            return t("screen.reader.awaits_facts")
        if action.need in _MADE and self._is_being_made:
            return t(f"screen.{self.area.value}.loading")
        return t(f"screen.need.{action.need.value}", keys=KEY_NAMES)

    def awaits(self, action_id: str) -> bool:
        """Whether one is on the way to a place or a list, or what an action is to act on is being made or sought."""
        need = BY_ID[action_id].need
        if self.is_taking_up or self.awaits_list or self.awaits_why or (need is Need.HITS and self.awaits_hits):
            return True
        return need in _MADE and self._is_being_made and not self.has(need)

    @property
    def _is_being_made(self) -> bool:
        """Whether the brief or table of the area is being made."""
        return {Area.COUNTRY: self.makes_brief, Area.TABLE: self.makes_table}.get(self.area, False)

    def has(self, need: Need) -> bool:
        reading, listing, library = self.reader.reading, self.articles.listing, self.explorer.library
        met: dict[Need, Callable[[], bool]] = {
            Need.ROW: lambda: self.pane(self.area).has_row() or self.area is Area.SEARCH or self._can_widen,
            Need.MARKABLE: lambda: self.article_meant is not None,
            Need.ARTICLE: lambda: self.has_sources or (self._is_reader_meant and reading is not None),
            Need.FACTS: lambda: self.has_sources or (self._is_reader_meant and bool(self.reader.told)),
            Need.EXPORTABLE: lambda: self.is_exportable,
            Need.SORTED: lambda: self.area is not Area.COUNTRY or self.country_pane.about is None,
            Need.THING: lambda: self.has_sources or self.thing is not None,
            Need.WORK: lambda: self.beside is not None,
            Need.WRITABLE: lambda: library is not None and library.is_writable,
            Need.HITS: lambda: self.has_sources or (listing.kind is not ListingKind.ALL and self.articles.has_row()),
            Need.MENDED: lambda: listing.mended,
            Need.QUERY: lambda: bool(listing.read_as),
            Need.REPRINTS: lambda: self._has_reprints,
            Need.BACK: lambda: bool(self.history.past),
            Need.FORWARD: lambda: bool(self.history.future),
        }
        return met[need]()

    @property
    def _is_reader_meant(self) -> bool:
        """From a brief nothing is done in an article that is not seen."""
        return self.area is not Area.COUNTRY or bool(self.reader.display)

    @property
    def _can_widen(self) -> bool:
        return self.area is Area.LIST and bool(self.articles.listing.wider)

    @property
    def _has_reprints(self) -> bool:
        listing, number = self.articles.listing, self.articles.number
        return number is not None and (bool(listing.reprints(number)) or listing.is_under_another(number))
