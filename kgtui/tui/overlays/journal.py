"""The journal: what the program said in this session, the last at the bottom."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.strip import Strip

from kgtui.keys import Area
from kgtui.locale import t
from kgtui.tui.drawing.paint import line, wrapped
from kgtui.tui.journal import Said
from kgtui.tui.overlays.pane_screen import PaneScreen
from kgtui.tui.widgets.entries import EntryPane
from kgtui.tui.widgets.entry import Entry, EntryLine

_TIME = 10  # columns
_ROWS = 6  # of one line of the journal


class JournalPane(EntryPane):
    """Values are what was said."""

    def __init__(self, said: Sequence[Said]) -> None:
        super().__init__(Area.JOURNAL)
        self._said = said

    def on_resize(self) -> None:
        super().on_resize()
        self.move_to_end(last=True)

    def heading(self, width: int) -> list[Strip]:
        title = line([(" ", self.inks.text), self.title(t("work.journal.heading"))], width, self.inks.text)
        return [title, line([], width, self.inks.text)]

    def make_entries(self, width: int) -> Sequence[Entry]:
        if not self._said:
            return [Entry((EntryLine([(t("work.journal.empty"), self.inks.dim)], []),))]
        return [self._entry(said, max(8, width - _TIME - 2)) for said in self._said]

    def _entry(self, said: Said, width: int) -> Entry:
        first, *others = wrapped(said.words, width, _ROWS) or [""]
        time = f"{said.at:%H:%M:%S}".ljust(_TIME)
        lines = [EntryLine([(time, self.inks.dim), (first, self.inks.text)], [])]
        lines += [EntryLine([(" " * _TIME + each, self.inks.text)], []) for each in others]
        return Entry(tuple(lines), said)


class JournalScreen(PaneScreen):
    """``copy`` is given what is copied: the line under the cursor."""

    def __init__(self, said: Sequence[Said], copy: Callable[[str], None]) -> None:
        self._lines = JournalPane(said)
        super().__init__(self._lines)
        self._copy = copy

    def perform(self, action_id: str) -> None:
        if action_id != "copy":
            super().perform(action_id)
        elif isinstance(said := self._lines.value, Said):
            self._copy(f"{said.at:%H:%M:%S} {said.words}")
            self.dismiss(None)
