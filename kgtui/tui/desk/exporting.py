"""Exporting: what is seen, written to a file in a form that is chosen."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kgtui.keys import Area
from kgtui.locale import t
from kgtui.tui.desk.comparing import Comparing
from kgtui.tui.words import failure
from kgtui.unloaded import Unloaded

if TYPE_CHECKING:
    from kgtui.tui.jobs import briefs, exports
    from kgtui.tui.jobs.exports import Exported
else:
    briefs = Unloaded("kgtui.tui.jobs.briefs")
    exports = Unloaded("kgtui.tui.jobs.exports")


class Exporting(Comparing):
    def do_export(self) -> None:
        from kgtui.tui.overlays.export_form import ExportScreen  # noqa: PLC0415 - not before it is asked for

        exported = self.exported
        if exported is not None:
            self.explorer.open_over(ExportScreen(exported), partial(self._form_chosen, exported))

    @property
    def exported(self) -> Exported | None:
        """What is seen, where it can be written to a file."""
        brief = self.country_pane.brief
        if self.area is Area.TABLE and (view := self.table_pane.view):
            return exports.exported_table(view.table.name, view.table.titles, [row.cells for row in view.rows()])
        listing = self.articles.listing
        if self.area is Area.LIST and listing.marked and self.marks:
            return exports.exported_marks(listing.marked, listing.every, self.marks)
        if self.area is not Area.COUNTRY:
            return None
        if isinstance(brief, briefs.Brief):
            return exports.exported_brief(brief, self.explorer.settings)
        if isinstance(brief, briefs.Compared):
            return exports.exported_comparison(brief)
        return None if self.awaits_brief else self._exported_countries()

    def _exported_countries(self) -> Exported | None:
        from kgtui.tui.jobs.questions import COUNTRY_CELLS  # noqa: PLC0415 - not before there are countries

        rows = self.country_pane.countries
        titles = [t(f"screen.country.column.{name}") for name in COUNTRY_CELLS]
        return (
            exports.exported_table(t("screen.country.heading"), titles, [row.cells for row in rows]) if rows else None
        )

    @property
    def is_exportable(self) -> bool:
        """Whether something is seen that can be written, without making it."""
        if self.area is Area.TABLE:
            return self.table_pane.view is not None
        if self.area is Area.LIST:
            return self.articles.listing.marked is not None
        pane = self.country_pane
        return self.area is Area.COUNTRY and bool(pane.brief or (pane.countries and not self.awaits_brief))

    def _form_chosen(self, exported: Exported, form: object) -> None:
        if isinstance(form, str):
            job = partial(exports.write, exported=exported, form=form)
            self.explorer.own_thread.ask("export", job, self._written, self._not_written)

    def _written(self, path: Path) -> None:
        self.say(t("screen.export.written", name=path.name, folder=path.parent))

    def _not_written(self, error: Exception) -> None:
        from kgtui.export.word import WordIsMissing  # noqa: PLC0415 - not before something went wrong

        if isinstance(error, WordIsMissing):
            self.say(t("errors.docx_missing"))
        elif isinstance(error, exports.NowhereToWrite):
            self.say(t("screen.export.nowhere"))
        else:
            self.say(failure(error))
