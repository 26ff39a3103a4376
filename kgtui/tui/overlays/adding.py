"""What to add: a line for the path of a file or folder, and under it how the path may go on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from textual.strip import Strip

from kgtui.keys import KEY_NAMES, Area
from kgtui.locale import t
from kgtui.tui.drawing.paint import cut_before, harmless, line
from kgtui.tui.overlays.chooser import ChoicePane, Chooser
from kgtui.tui.path_line import goes_on, is_there, path_in
from kgtui.tui.widgets.entries import EntryPane
from kgtui.tui.widgets.entry import Entry, EntryLine
from kgtui.tui.widgets.search_line import Field

_MARGINS = 2  # cells


class PathChoices(ChoicePane):
    """Values are lines that the typed one may become, folders with a slash. The cursor stands on what Enter would take:
    on none while the line itself names what is there, until one goes down to the list."""

    def __init__(self) -> None:
        super().__init__(Area.ADD)
        self._missing = ""
        self._is_whole = False  # the line names what is there
        self.picked = False  # one has gone to the list since the line was typed

    @property
    def shows_cursor(self) -> bool:
        return self.picked or not self._is_whole

    @property
    def offered(self) -> str | None:
        """What Enter would take instead of the line."""
        return self.value if self.shows_cursor and isinstance(self.value, str) else None

    def narrow(self, typed: str) -> None:
        self._missing = ""
        path = path_in(typed)
        self._is_whole, self.picked = path is not None and is_there(path), False
        super().narrow(typed)

    def move(self, step: int) -> None:
        self._pick(partial(super().move, step))

    def move_page(self, direction: int) -> None:
        self._pick(partial(super().move_page, direction))

    def _pick(self, move: Callable[[], None]) -> None:
        """The first step is onto the first entry."""
        if self.shows_cursor:
            move()
        self.picked = True
        self.repaint()

    def say_missing(self, path: str) -> None:
        """There is nothing at this path."""
        self._missing = path
        self.repaint()

    def heading(self, width: int) -> list[Strip]:
        ink = self.inks
        said = (t("work.add.help", enter=t(f"work.add.enter.{self._enter}", keys=KEY_NAMES), keys=KEY_NAMES), ink.dim)
        if self._missing:
            said = (t("work.add.missing", path=harmless(self._missing)), ink.strong)
        return [line([], width, ink.text), line([(" ", ink.text), said], width, ink.text)]

    @property
    def _enter(self) -> str:
        """What Enter would do now, a part of the key of its words."""
        if self.offered is None:
            return "add"
        return "into" if self.offered.endswith("/") else "add" if self.picked else "complete"

    def make_entries(self, width: int) -> Sequence[Entry]:
        """Of a path that is too long its end is shown: how it begins stands in the line."""
        shown = ((each, cut_before(harmless(each), width - _MARGINS)) for each in goes_on(self.typed))
        entries = [Entry((EntryLine([(name, self.inks.text)], []),), each) for each, name in shown]
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
        """As a file dialog does: into a folder that is offered, a file that was gone to, else what the line names."""
        offered = self._paths.offered
        if offered is not None and (offered.endswith("/") or not self._paths.picked):
            self._become(offered)
        elif (path := path_in(offered or self._line.value)) is not None and is_there(path):
            self.dismiss(path.absolute())
        elif path is not None:
            self._paths.say_missing(str(path))

    def _become(self, value: object) -> None:
        if isinstance(value, str):
            self._line.value = value
            self._line.cursor_position = len(value)

    def on_entry_pane_chosen(self, message: EntryPane.Chosen) -> None:
        """One was clicked."""
        message.stop()
        self._become(message.value)
