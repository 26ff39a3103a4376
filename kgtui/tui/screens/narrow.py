"""The chooser of facets: what a list could be narrowed by, what it is narrowed by already. What is typed leaves fewer;
Enter takes what is marked, or takes it away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.strip import Strip
from textual.widgets import Input

from kgtui.locale import t
from kgtui.tui.actions import Area, bindings_of
from kgtui.tui.fitting import fits
from kgtui.tui.narrowing import Change
from kgtui.tui.paint import line, wrapped
from kgtui.tui.screens.overlay import Overlay
from kgtui.tui.widgets.entries import Entry, EntryLine, EntryPane, gap
from kgtui.tui.widgets.lines import FootLine
from kgtui.tui.widgets.search_line import Field, Prompt
from kgtui.tui.words import facet_name

if TYPE_CHECKING:
    from kgtui.library import Facet, FacetValue


class NarrowField(Field):
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Area.NARROW)]


class FacetChoices(EntryPane):
    """``facets`` are None until they are counted."""

    can_focus = False

    def __init__(self, chosen: Sequence[str]) -> None:
        super().__init__(Area.NARROW)
        self._chosen = chosen
        self._facets: Sequence[Facet] | None = None
        self._typed = ""

    @property
    def shows_cursor(self) -> bool:
        """The focus is in the text field above."""
        return True

    def show(self, facets: Sequence[Facet]) -> None:
        self._facets = facets
        self.refill(cursor=self.cursor, top=self.top)

    def narrow(self, typed: str) -> None:
        self._typed = typed
        self.refill()

    def heading(self, width: int) -> list[Strip]:
        return [line([], width, self.inks.text)]

    def make_entries(self, width: int) -> Sequence[Entry]:
        entries: list[Entry] = []
        taken = [self._taken(part) for part in self._chosen if fits(part, self._typed)]
        if taken:
            entries += [self._group(t("screen.narrow.chosen"), ""), *taken]
        for facet in self._facets or ():
            values = [self._value(facet, value) for value in facet.values if self._offered(facet, value)]
            if values:
                more = t("screen.facet.more", count=facet.more) if facet.more else ""
                entries += [*([gap()] if entries else []), self._group(t(f"screen.facet.{facet.kind.value}"), more)]
                entries += values
        if entries and self._facets is not None:
            return entries
        words = t("screen.narrow.counting" if self._facets is None else "screen.narrow.nothing")
        said = [Entry((EntryLine([(each, self.inks.dim)], []),)) for each in wrapped(words, max(1, width - 2), 3)]
        return [*entries, *said]

    def _offered(self, facet: Facet, value: FacetValue) -> bool:
        return value.query not in self._chosen and fits(facet_name(facet.kind, value.name), self._typed)

    def _group(self, name: str, more: str) -> Entry:
        return Entry((EntryLine([(name, self.inks.accent)], [(f"{more} ", self.inks.dim)]),))

    def _taken(self, part: str) -> Entry:
        return Entry((EntryLine([(part, self.inks.strong)], [("× ", self.inks.dim)]),), Change(part, take_out=True))

    def _value(self, facet: Facet, value: FacetValue) -> Entry:
        name = facet_name(facet.kind, value.name)
        shown = EntryLine([(name, self.inks.text)], [(f" {value.articles} ", self.inks.dim)])
        return Entry((shown,), Change(value.query, take_out=False))


class NarrowScreen(Overlay):
    """Closed with a `Change`, or with None."""

    AUTO_FOCUS = ""

    def __init__(self, chosen: Sequence[str]) -> None:
        super().__init__()
        self._choices = FacetChoices(chosen)
        self._field = NarrowField(id="narrow-field", placeholder=t("screen.narrow.placeholder"))

    def compose(self) -> ComposeResult:
        with Horizontal(id="search-line"):
            yield Prompt(" \\ ")
            yield self._field
        yield self._choices
        foot = FootLine()
        foot.area = Area.NARROW
        yield foot

    def on_mount(self) -> None:
        self.set_focus(self._field)

    def show(self, facets: Sequence[Facet]) -> None:
        """The facets have been counted."""
        self._choices.show(facets)

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._choices.narrow(event.value)

    def on_entry_pane_chosen(self, message: EntryPane.Chosen) -> None:
        message.stop()
        self.dismiss(message.value)

    def perform(self, action_id: str) -> None:
        if action_id == "back":
            self.dismiss(None)
        elif action_id in ("list_down", "list_up"):
            self._choices.move(1 if action_id == "list_down" else -1)
        elif action_id in ("page_down", "page_up"):
            self._choices.move_page(1 if action_id == "page_down" else -1)
        elif action_id == "open":
            self._choices.choose()
