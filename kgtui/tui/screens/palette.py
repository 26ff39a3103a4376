"""Everything by name: commands, saved searches, countries, persons, bodies, articles. What is typed narrows the list;
Enter takes what is marked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.widgets import Input

from kgtui.keys import ACTIONS, KEY_NAMES, Action, Area
from kgtui.locale import t
from kgtui.model import Headline
from kgtui.tui import searches
from kgtui.tui.briefs import About
from kgtui.tui.questions import CountryRow
from kgtui.tui.saved import SavedRow, saved_rows
from kgtui.tui.screens.chooser import ChoicePane, Chooser
from kgtui.tui.signs import MARKS
from kgtui.tui.widgets.entries import Entry, EntryLine
from kgtui.tui.widgets.search_line import Field
from kgtui.tui.words import articles, citation

if TYPE_CHECKING:
    from kgtui.library import EntityCount

_COUNTRIES = 12


class Choices(ChoicePane):
    """What the typed words leave: values are action ids, saved searches, countries, whoever else has a
    brief, and headlines."""

    def __init__(self, countries: Sequence[CountryRow]) -> None:
        super().__init__(Area.PALETTE)
        self._countries = countries
        self._saved: Sequence[SavedRow] = ()
        self._whom: Sequence[EntityCount] = ()
        self._found: Sequence[Headline] = ()

    def narrow(self, typed: str) -> None:
        self._whom = ()
        self._found = ()
        super().narrow(typed)

    def add_saved(self, rows: Sequence[SavedRow]) -> None:
        self._saved = rows
        self.grow()

    def add_whom(self, named: Sequence[EntityCount]) -> None:
        self._whom = named
        self.grow()

    def add_articles(self, found: Sequence[Headline]) -> None:
        self._found = found
        self.grow()

    def no_more(self, _error: Exception) -> None:
        """What is there already can be chosen all the same."""

    def make_entries(self, width: int) -> Sequence[Entry]:
        commands = [self._command(action) for action in ACTIONS if action.in_palette and self._fits(action.name)]
        named = [row for row in self._countries if self._fits(row.name)][:_COUNTRIES] if self._typed.strip() else []
        countries = [self._country(row) for row in named]
        saved = [self._saved_search(row) for row in self._saved if self._fits(row.search.name)]
        whom = [self._who(each) for each in self._whom]
        found = [self._article(headline, width) for headline in self._found]
        if entries := [*saved, *countries, *commands, *whom, *found]:
            return entries
        return self._said(t("screen.palette.nothing", keys=KEY_NAMES), width)

    def _command(self, action: Action) -> Entry:
        key = [(f" {action.shown_key()} ", self.inks.dim)]
        return Entry((EntryLine([(action.name, self.inks.text)], key),), action.id)

    def _saved_search(self, row: SavedRow) -> Entry:
        new = t("screen.saved.new", count=row.new) if row.new else ""
        name = [("/ ", self.inks.accent), (row.search.name, self.inks.text), (f"  {row.search.query}", self.inks.dim)]
        return Entry((EntryLine(name, [(f" {new} ", self.inks.accent)]),), row)

    def _country(self, row: CountryRow) -> Entry:
        return Entry((EntryLine([(row.name, self.inks.text)], [(f" {articles(row.articles)} ", self.inks.dim)]),), row)

    def _who(self, named: EntityCount) -> Entry:
        name = [(f"{MARKS[named.kind]} {named.name}", self.inks.kinds[named.kind])]
        return Entry(
            (EntryLine(name, [(f" {articles(named.articles)} ", self.inks.dim)]),),
            About(named.kind, named.key, named.name),
        )

    def _article(self, headline: Headline, width: int) -> Entry:
        right = [(f" {citation(headline)} ", self.inks.dim)] if width > 60 else []
        return Entry((EntryLine([(headline.title, self.inks.text)], right),), headline)


class PaletteScreen(Chooser):
    """Closed with what was chosen, or with None."""

    def __init__(self, countries: Sequence[CountryRow]) -> None:
        self._all = Choices(countries)
        super().__init__("palette_line", Field(Area.PALETTE, placeholder=t("screen.palette.placeholder")), self._all)

    def on_mount(self) -> None:
        super().on_mount()
        self.explorer.detail_thread.ask("saved", saved_rows, self._all.add_saved, self._all.no_more)

    def on_input_changed(self, event: Input.Changed) -> None:
        super().on_input_changed(event)
        if event.value.strip():
            ask, typed = self.explorer.detail_thread.ask, event.value
            ask("palette whom", partial(searches.whom, typed=typed), self._all.add_whom, self._all.no_more)
            ask("palette", partial(searches.titles, query=typed), self._all.add_articles, self._all.no_more)
