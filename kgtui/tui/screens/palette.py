"""Everything by name: commands, saved searches, countries, articles. What is typed narrows the list; Enter takes what
is marked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.strip import Strip
from textual.widgets import Input

from kgtui.locale import t
from kgtui.model import Headline
from kgtui.tui import searches
from kgtui.tui.actions import ACTIONS, Action, Area, bindings_of
from kgtui.tui.fitting import fits
from kgtui.tui.paint import line, wrapped
from kgtui.tui.questions import CountryRow
from kgtui.tui.saved import SavedRow, saved_rows
from kgtui.tui.screens.overlay import Overlay
from kgtui.tui.widgets.entries import Entry, EntryLine, EntryPane
from kgtui.tui.widgets.lines import FootLine, key_name
from kgtui.tui.widgets.search_line import Field, Prompt
from kgtui.tui.words import articles, citation

_COUNTRIES = 12


class PaletteField(Field):
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Area.PALETTE)]


class Choices(EntryPane):
    """What the typed words leave: values are action ids, saved searches, countries and headlines."""

    can_focus = False

    def __init__(self, countries: Sequence[CountryRow]) -> None:
        super().__init__(Area.PALETTE)
        self._countries = countries
        self._typed = ""
        self._saved: Sequence[SavedRow] = ()
        self._found: Sequence[Headline] = ()

    @property
    def shows_cursor(self) -> bool:
        """The focus is in the text field above."""
        return True

    def narrow(self, typed: str) -> None:
        self._typed = typed
        self._found = ()
        self.refill()

    def add_saved(self, rows: Sequence[SavedRow]) -> None:
        self._saved = rows
        self.refill(cursor=self.cursor, top=self.top)

    def add_articles(self, found: Sequence[Headline]) -> None:
        self._found = found
        self.refill(cursor=self.cursor, top=self.top)

    def no_articles(self, _error: Exception) -> None:
        """Commands and countries can be chosen all the same."""
        self.add_articles(())

    def heading(self, width: int) -> list[Strip]:
        return [line([], width, self.inks.text)]

    def make_entries(self, width: int) -> Sequence[Entry]:
        commands = [self._command(action) for action in ACTIONS if action.in_palette and fits(action.name, self._typed)]
        named = [row for row in self._countries if self._typed.strip() and fits(row.name, self._typed)]
        countries = [self._country(row) for row in named[:_COUNTRIES]]
        saved = [self._saved_search(row) for row in self._saved if fits(row.search.name, self._typed)]
        found = [self._article(headline, width) for headline in self._found]
        if entries := [*saved, *countries, *commands, *found]:
            return entries
        words = wrapped(t("screen.palette.nothing"), max(1, width - 2), 3)
        return [Entry((EntryLine([(each, self.inks.dim)], []),)) for each in words]

    def _command(self, action: Action) -> Entry:
        key = key_name(action.keys[0]) if action.keys else ""
        return Entry((EntryLine([(action.name, self.inks.text)], [(f" {key} ", self.inks.dim)]),), action.id)

    def _saved_search(self, row: SavedRow) -> Entry:
        new = t("screen.saved.new", count=row.new) if row.new else ""
        name = [("/ ", self.inks.accent), (row.search.name, self.inks.text), (f"  {row.search.query}", self.inks.dim)]
        return Entry((EntryLine(name, [(f" {new} ", self.inks.accent)]),), row)

    def _country(self, row: CountryRow) -> Entry:
        return Entry((EntryLine([(row.name, self.inks.text)], [(f" {articles(row.articles)} ", self.inks.dim)]),), row)

    def _article(self, headline: Headline, width: int) -> Entry:
        right = [(f" {citation(headline)} ", self.inks.dim)] if width > 60 else []
        return Entry((EntryLine([(headline.title, self.inks.text)], right),), headline)


class PaletteScreen(Overlay):
    AUTO_FOCUS = ""

    def __init__(self, countries: Sequence[CountryRow]) -> None:
        super().__init__()
        self._choices = Choices(countries)
        self._field = PaletteField(id="palette-field", placeholder=t("screen.palette.placeholder"))

    def compose(self) -> ComposeResult:
        with Horizontal(id="search-line"):
            yield Prompt(" : ")
            yield self._field
        yield self._choices
        foot = FootLine()
        foot.area = Area.PALETTE
        yield foot

    def on_mount(self) -> None:
        self.set_focus(self._field)
        self.explorer.detail_thread.ask("saved", saved_rows, self._choices.add_saved, self._choices.no_articles)

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._choices.narrow(event.value)
        if event.value.strip():
            job = partial(searches.titles, query=event.value)
            self.explorer.detail_thread.ask("palette", job, self._choices.add_articles, self._choices.no_articles)

    def on_entry_pane_chosen(self, message: EntryPane.Chosen) -> None:
        message.stop()
        self.dismiss(message.value)

    def perform(self, action_id: str) -> None:
        if action_id == "back":
            self.dismiss(None)
        elif action_id in ("list_down", "list_up"):
            self._choices.move(1 if action_id == "list_down" else -1)
        elif action_id == "open":
            self._choices.choose()
