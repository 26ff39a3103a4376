"""Tables over the library: its figures, and who met whom; filtered, sorted, each row the way to its sentence."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from kgtui.keys import Area
from kgtui.locale import t
from kgtui.model import EntityKind
from kgtui.tui import tables
from kgtui.tui.background import Job
from kgtui.tui.briefs import About
from kgtui.tui.screens.comparing import Comparing
from kgtui.tui.tables import Table, TableView
from kgtui.tui.words import failure

if TYPE_CHECKING:
    from kgtui.dossier import SectionKind


class Tabling(Comparing):
    def __init__(self) -> None:
        super().__init__()
        self._awaited: Job | None = None  # what makes the table that was asked for last

    def do_figures(self) -> None:
        """Those of whom a brief is read of, else of the whole library."""
        about = self._read_of()
        self._show_table(partial(tables.figures, about=about if about and tables.has_figures(about.kind) else None))

    def do_timeline(self) -> None:
        """Of whom a brief is read of, else of the reader's own country."""
        home = About(EntityKind.COUNTRY, self.explorer.settings.home_country)
        about = self._read_of() or home
        self._show_table(partial(tables.timeline, about=about, settings=self.explorer.settings))

    def show_series(self, kind: SectionKind) -> None:
        """All that a section of the brief is made of, as a table."""
        if kind.value == "figures":
            self.do_figures()
        else:
            self.do_timeline()

    def _read_of(self) -> About | None:
        about = self.country_pane.about
        return about if self.area is Area.COUNTRY and isinstance(about, About) else None

    def _show_table(self, job: Job) -> None:
        self.leave()
        self.table_pane.show_message(t("screen.table.loading"))
        self.go_to(Area.TABLE)
        self._awaited = job
        self.explorer.facts_thread.ask("table", job, partial(self._table_made, job), partial(self._table_failed, job))

    def _table_made(self, job: Job, table: Table) -> None:
        if self._is_awaited_table(job):
            self.table_pane.show(TableView(table))

    def _table_failed(self, job: Job, error: Exception) -> None:
        if self._is_awaited_table(job):
            self.table_pane.show_message(failure(error))

    def _is_awaited_table(self, job: Job) -> bool:
        """Whether the reader has not gone back to a table seen before, nor asked for another, meanwhile."""
        return job is self._awaited and self.table_pane.view is None

    def do_filter(self) -> None:
        from kgtui.tui.screens.asking import AskScreen  # noqa: PLC0415 - not before it is asked for

        view = self.table_pane.view
        if view is not None:
            ask = AskScreen(t("screen.table.ask"), value=view.typed, empty=True)
            self.explorer.open_over(ask, partial(self._filter, view))

    def _filter(self, view: TableView, typed: object) -> None:
        if isinstance(typed, str):
            self.table_pane.show(replace(view, typed=typed, cursor=0, top=0))

    def do_sort(self) -> None:
        """Of a table, by the next of the columns shown."""
        if self.area is not Area.TABLE:
            super().do_sort()
        elif (view := self.table_pane.view) is not None:
            self.table_pane.show(view.sorted_next())

    def open_table_row(self) -> None:
        """The sentence of the row under the cursor."""
        row = self.table_pane.row
        if row is not None:
            self.leave()
            self.read_article(row.number, sentence=self.sentence_around(row.number, row.span))
