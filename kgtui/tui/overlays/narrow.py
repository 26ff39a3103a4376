"""The chooser of facets: what a list could be narrowed by, what it is narrowed by already. What is typed leaves fewer;
Enter takes what is marked, or takes it away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kgtui.keys import KEY_NAMES, Area
from kgtui.locale import t
from kgtui.model import MarkFilter
from kgtui.tui.drawing.signs import TAKEN_OUT
from kgtui.tui.jobs.marked import MarkRow
from kgtui.tui.jobs.narrowing import Change
from kgtui.tui.overlays.chooser import ChoicePane, Chooser
from kgtui.tui.widgets.entry import Entry, EntryLine, gap
from kgtui.tui.widgets.search_line import Field
from kgtui.tui.words import facet_name, facet_words, mark_name

if TYPE_CHECKING:
    from kgtui.library import Facet, FacetValue


class FacetChoices(ChoicePane):
    """``facets`` are None until they are counted."""

    def __init__(self, chosen: Sequence[str | MarkFilter]) -> None:
        super().__init__(Area.NARROW)
        self._chosen = chosen
        self._marks: Sequence[MarkRow] = ()
        self._facets: Sequence[Facet] | None = None

    def show(self, facets: Sequence[Facet]) -> None:
        self._facets = facets
        self.grow()

    def show_marks(self, rows: Sequence[MarkRow]) -> None:
        self._marks = rows
        self.grow()

    def make_entries(self, width: int) -> Sequence[Entry]:
        entries: list[Entry] = []
        taken = [self._taken(part) for part in self._chosen if self._fits(_name(part))]
        if taken:
            entries += [self._group(t("screen.narrow.chosen", keys=KEY_NAMES), ""), *taken]
        if marks := [self._mark(row) for row in self._marks if self._is_open(row)]:
            entries += [*([gap()] if entries else []), self._group(t("screen.marks.mine"), ""), *marks]
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
        return value.query not in self._chosen and self._fits(facet_words(facet.kind, value.name))

    def _group(self, name: str, more: str) -> Entry:
        return Entry((EntryLine([(name, self.inks.accent)], [(f"{more} ", self.inks.dim)]),))

    def _is_open(self, row: MarkRow) -> bool:
        """One mark at a time: where the list is narrowed by one, no other is offered."""
        return self._fits(mark_name(row.wanted)) and not any(isinstance(part, MarkFilter) for part in self._chosen)

    def _taken(self, part: str | MarkFilter) -> Entry:
        shown = EntryLine([(_name(part), self.inks.strong)], [(f"{TAKEN_OUT} ", self.inks.dim)])
        return Entry((shown,), Change(part, take_out=True))

    def _mark(self, row: MarkRow) -> Entry:
        shown = EntryLine([(mark_name(row.wanted), self.inks.text)], [(f" {row.articles} ", self.inks.dim)])
        return Entry((shown,), Change(row.wanted, take_out=False))

    def _value(self, facet: Facet, value: FacetValue) -> Entry:
        name = facet_name(facet.kind, value.name)
        shown = EntryLine([(name, self.inks.text)], [(f" {value.articles} ", self.inks.dim)])
        return Entry((shown,), Change(value.query, take_out=False))


class NarrowScreen(Chooser):
    """Closed with a `Change`, or with None."""

    def __init__(self, chosen: Sequence[str | MarkFilter]) -> None:
        self._facets = FacetChoices(chosen)
        super().__init__("narrow", Field(Area.NARROW, placeholder=t("screen.narrow.placeholder")), self._facets)

    def show(self, facets: Sequence[Facet]) -> None:
        """The facets have been counted."""
        self._facets.show(facets)

    def show_marks(self, rows: Sequence[MarkRow]) -> None:
        """The marks of the list's articles have been counted."""
        self._facets.show_marks(rows)


def _name(part: str | MarkFilter) -> str:
    return mark_name(part) if isinstance(part, MarkFilter) else part
