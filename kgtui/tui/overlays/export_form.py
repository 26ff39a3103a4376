"""The chooser of the form in which what is seen is written to a file."""

from __future__ import annotations

from collections.abc import Sequence

from textual.strip import Strip

from kgtui.keys import KEY_NAMES, Area
from kgtui.locale import t
from kgtui.tui.drawing.paint import line, wrapped
from kgtui.tui.jobs.exports import Exported, file_name
from kgtui.tui.overlays.chooser import ChoicePane, Chooser
from kgtui.tui.widgets.entry import Entry, EntryLine
from kgtui.tui.widgets.search_line import Field

_NOTE_ROWS = 6  # of a sentence: a command names the path of the library whole
_TALL = 12  # rows of a pane that has room for the note above its choices


class FormChoices(ChoicePane):
    def __init__(self, exported: Exported) -> None:
        super().__init__(Area.EXPORT)
        self._exported = exported

    def heading(self, width: int) -> list[Strip]:
        """What is left out, where there is room to say it."""
        ink = self.inks
        note = self._exported.note if self.size.height >= _TALL else ()
        rows = [row for each in note for row in wrapped(each, max(1, width - 2), _NOTE_ROWS)]
        return [*super().heading(width), *(line([(f" {row}", ink.dim)], width, ink.text) for row in rows)]

    def make_entries(self, width: int) -> Sequence[Entry]:
        forms = [form for form in self._exported.forms if self._fits(f"{form} {t(f'screen.export.form.{form}')}")]
        return [self._entry(form) for form in forms] or self._said(t("screen.export.no_form", keys=KEY_NAMES), width)

    def _entry(self, form: str) -> Entry:
        named = (t(f"screen.export.form.{form}"), self.inks.text)
        return Entry((EntryLine([named], [(f"{file_name(self._exported, form)} ", self.inks.dim)]),), form)


class ExportScreen(Chooser):
    """Closed with a form, or with None."""

    def __init__(self, exported: Exported) -> None:
        field = Field(Area.EXPORT, placeholder=t("screen.export.placeholder"))
        super().__init__("export", field, FormChoices(exported))
