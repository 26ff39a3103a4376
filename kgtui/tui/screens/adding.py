"""What to add: a line for the path of a file or folder, and under it how the path may go on."""

from __future__ import annotations

from collections.abc import Sequence

from textual.strip import Strip

from kgtui.keys import KEY_NAMES, Area
from kgtui.locale import t
from kgtui.tui.paint import harmless, line
from kgtui.tui.path_line import goes_on, is_there, path_in
from kgtui.tui.screens.chooser import ChoicePane, Chooser
from kgtui.tui.widgets.entries import Entry, EntryLine, EntryPane
from kgtui.tui.widgets.search_line import Field


class PathChoices(ChoicePane):
    """Values are lines that the typed one may become."""

    def __init__(self) -> None:
        super().__init__(Area.ADD)
        self._missing = ""

    def narrow(self, typed: str) -> None:
        self._missing = ""
        super().narrow(typed)

    def say_missing(self, path: str) -> None:
        """There is nothing at this path."""
        self._missing = path
        self.repaint()

    def heading(self, width: int) -> list[Strip]:
        ink = self.inks
        said = (t("work.add.help", keys=KEY_NAMES), ink.dim)
        if self._missing:
            said = (t("work.add.missing", path=harmless(self._missing)), ink.strong)
        return [line([], width, ink.text), line([(" ", ink.text), said], width, ink.text)]

    def make_entries(self, width: int) -> Sequence[Entry]:
        entries = [Entry((EntryLine([(harmless(each), self.inks.text)], []),), each) for each in goes_on(self.typed)]
        return entries or self._said(t("work.add.nothing"), width)


class AddScreen(Chooser):
    """Closed with the path of a file or folder that is there, or with None."""

    def __init__(self) -> None:
        self._line = Field(Area.ADD, placeholder=t("work.add.placeholder"))
        self._paths = PathChoices()
        super().__init__("add", self._line, self._paths)

    def act(self, action_id: str) -> None:
        if action_id == "open":
            self._take()
        elif action_id == "complete" or (action_id == "accept" and self._line.cursor_at_end):
            self._become(self._paths.value)
        elif action_id == "accept":
            self._line.action_cursor_right()
        else:
            super().act(action_id)

    def _take(self) -> None:
        path = path_in(self._line.value)
        if path is None:
            self._become(self._paths.value)
        elif is_there(path):
            self.dismiss(path.absolute())
        else:
            self._paths.say_missing(str(path))

    def _become(self, value: object) -> None:
        if isinstance(value, str):
            self._line.value = value
            self._line.cursor_position = len(value)

    def on_entry_pane_chosen(self, message: EntryPane.Chosen) -> None:
        """One was clicked."""
        message.stop()
        self._become(message.value)
