"""The journal: what the program said in this session, the last at the bottom."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.strip import Strip

from kgtui.keys import Area
from kgtui.locale import t
from kgtui.tui.journal import Said
from kgtui.tui.paint import line, wrapped
from kgtui.tui.screens.overlay import Overlay
from kgtui.tui.widgets.entries import Entry, EntryLine, EntryPane
from kgtui.tui.widgets.lines import FootLine

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


class JournalScreen(Overlay):
    """``copy`` is given what is copied: the line under the cursor."""

    AUTO_FOCUS = ""

    def __init__(self, said: Sequence[Said], copy: Callable[[str], None]) -> None:
        super().__init__()
        self._pane = JournalPane(said)
        self._copy = copy

    def compose(self) -> ComposeResult:
        yield self._pane
        foot = FootLine()
        foot.area = Area.JOURNAL
        yield foot

    def on_mount(self) -> None:
        self.set_focus(self._pane)

    def perform(self, action_id: str) -> None:
        if action_id in ("back", "close", "help"):
            self.dismiss(None)
        elif action_id == "copy":
            if isinstance(said := self._pane.value, Said):
                self._copy(f"{said.at:%H:%M:%S} {said.words}")
                self.dismiss(None)
        else:
            self._pane.move_as(action_id)
