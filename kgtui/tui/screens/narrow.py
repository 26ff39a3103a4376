"""The chooser of facets: what a list could be narrowed by, what it is narrowed by already. What is typed leaves fewer;
Enter takes what is marked, or takes it away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kgtui.keys import KEY_NAMES, Area
from kgtui.locale import t
from kgtui.tui.narrowing import Change
from kgtui.tui.screens.chooser import ChoicePane, Chooser
from kgtui.tui.signs import TAKEN_OUT
from kgtui.tui.widgets.entries import Entry, EntryLine, gap
from kgtui.tui.widgets.search_line import Field
from kgtui.tui.words import facet_name

if TYPE_CHECKING:
    from kgtui.library import Facet, FacetValue


class FacetChoices(ChoicePane):
    """``facets`` are None until they are counted."""

    def __init__(self, chosen: Sequence[str]) -> None:
        super().__init__(Area.NARROW)
        self._chosen = chosen
        self._facets: Sequence[Facet] | None = None

    def show(self, facets: Sequence[Facet]) -> None:
        self._facets = facets
        self.grow()

    def make_entries(self, width: int) -> Sequence[Entry]:
        entries: list[Entry] = []
        taken = [self._taken(part) for part in self._chosen if self._fits(part)]
        if taken:
            entries += [self._group(t("screen.narrow.chosen", keys=KEY_NAMES), ""), *taken]
        for facet in self._facets or ():
            values = [self._value(facet, value) for value in facet.values if self._offered(facet, value)]
            if values:
                more = t("screen.facet.more", count=facet.more) if facet.more else ""
                entries += [*([gap()] if entries else []), self._group(t(f"screen.facet.{facet.kind.value}"), more)]
                entries += values
        if entries and self._facets is not None:
            return entries
        words = t("screen.narrow.counting" if self._facets is None else "screen.narrow.nothing", keys=KEY_NAMES)
        return [*entries, *self._said(words, width)]

    def _offered(self, facet: Facet, value: FacetValue) -> bool:
        return value.query not in self._chosen and self._fits(facet_name(facet.kind, value.name))

    def _group(self, name: str, more: str) -> Entry:
        return Entry((EntryLine([(name, self.inks.accent)], [(f"{more} ", self.inks.dim)]),))

    def _taken(self, part: str) -> Entry:
        return Entry(
            (EntryLine([(part, self.inks.strong)], [(f"{TAKEN_OUT} ", self.inks.dim)]),), Change(part, take_out=True)
        )

    def _value(self, facet: Facet, value: FacetValue) -> Entry:
        name = facet_name(facet.kind, value.name)
        shown = EntryLine([(name, self.inks.text)], [(f" {value.articles} ", self.inks.dim)])
        return Entry((shown,), Change(value.query, take_out=False))


class NarrowScreen(Chooser):
    """Closed with a `Change`, or with None."""

    def __init__(self, chosen: Sequence[str]) -> None:
        self._facets = FacetChoices(chosen)
        super().__init__("narrow", Field(Area.NARROW, placeholder=t("screen.narrow.placeholder")), self._facets)

    def show(self, facets: Sequence[Facet]) -> None:
        """The facets have been counted."""
        self._facets.show(facets)
