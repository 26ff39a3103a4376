"""Tables over the library: its figures, and who met whom; filtered, sorted, each row the way to its sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from kgtui.keys import Area
from kgtui.locale import t
from kgtui.model import EntityKind
from kgtui.tui.desk.saving import Saving
from kgtui.tui.jobs.worker import Job
from kgtui.tui.places import Place, about_of, table_kind, table_view
from kgtui.tui.words import failure
from kgtui.unloaded import Unloaded

if TYPE_CHECKING:
    from kgtui.dossier import SectionKind
    from kgtui.tui.jobs import briefs, tables
    from kgtui.tui.jobs.briefs import About
    from kgtui.tui.jobs.tables import Table, TableKind, TableView
else:
    briefs = Unloaded("kgtui.tui.jobs.briefs")
    tables = Unloaded("kgtui.tui.jobs.tables")


class Tabling(Saving):
    def __init__(self) -> None:
        super().__init__()
        self._awaited_table: Job | None = None  # what makes the table that was asked for last

    def do_figures(self) -> None:
        """Those of whom a brief is read of, else of the whole library."""
        about = self._read_of()
        self._go_to_table(tables.TableKind.FIGURES, about if about and tables.has_figures(about.kind) else None)

    def do_timeline(self) -> None:
        """Of whom a brief is read of, else of the reader's own country."""
        self._go_to_table(tables.TableKind.TIMELINE, self._read_of())

    def show_series(self, kind: SectionKind) -> None:
        """All that a section of the brief is made of, as a table."""
        if kind.value == "figures":
            self.do_figures()
        else:
            self.do_timeline()

    def _read_of(self) -> About | None:
        about = self.country_pane.about
        return about if self.area is Area.COUNTRY and isinstance(about, briefs.About) else None

    def _go_to_table(self, kind: TableKind, about: About | None) -> None:
        self.leave()
        self._make_table(kind, about, tables.TableView)
        self.go_to(Area.TABLE)

    def _make_table(self, kind: TableKind, about: About | None, looked_at: Callable[[Table], TableView]) -> None:
        """What stood there goes; the table comes as soon as it is made beside the screen."""
        pane, settings = self.table_pane, self.explorer.settings
        pane.show_message("")
        if kind is tables.TableKind.FIGURES:
            job: Job = partial(tables.figures, about=about)
        else:
            about = about or briefs.About(EntityKind.COUNTRY, settings.home_country)
            job = partial(tables.timeline, about=about, settings=settings)
        self._awaited_table = job
        self.explorer.facts_thread.ask(
            "table", job, partial(self._table_made, job, looked_at), partial(self._table_failed, job), at_once=True
        )
        self.after_a_while(
            lambda: self._is_awaited_table(job) and not pane.message,
            lambda: pane.show_message(t("screen.table.loading")),
        )

    def restore_table(self, place: Place) -> None:
        """As it was seen there; one of an earlier session is made anew."""
        kept = place.kept.table
        if place.table is not None:
            self.table_pane.show(place.table)
        elif kept is not None and (kind := table_kind(kept)):
            about = about_of((kept.about,) if kept.about else ())
            self._make_table(kind, about if isinstance(about, briefs.About) else None, partial(table_view, kept))

    def _table_made(self, job: Job, looked_at: Callable[[Table], TableView], table: Table) -> None:
        if self._is_awaited_table(job):
            self.table_pane.show(looked_at(table))

    def _table_failed(self, job: Job, error: Exception) -> None:
        if self._is_awaited_table(job):
            self._awaited_table = None
            self.table_pane.show_message(failure(error))

    @property
    def makes_table(self) -> bool:
        return self.table_pane.view is None and self._awaited_table is not None

    def _is_awaited_table(self, job: Job) -> bool:
        """Whether the reader has not gone back to a table seen before, nor asked for another, meanwhile."""
        return job is self._awaited_table and self.table_pane.view is None

    def do_filter(self) -> None:
        from kgtui.tui.overlays.asking import AskScreen  # noqa: PLC0415 - not before it is asked for

        view = self.table_pane.view
        if view is not None:
            ask = AskScreen("filter", t("screen.table.ask"), value=view.typed, empty=True, replacing=True)
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
            self.read_article(row.number, sentence=self.sentence_around(row.number, row.span), words=row.span)
