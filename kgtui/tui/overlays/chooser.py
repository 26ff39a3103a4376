"""A chooser over the desk: a text field, and under it what the words typed there leave. Enter takes what is marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.strip import Strip
from textual.widgets import Input

from kgtui.tui.drawing.paint import line, wrapped
from kgtui.tui.fitting import fits
from kgtui.tui.overlays.field_screen import FieldScreen
from kgtui.tui.widgets.entries import WIDEST, EntryPane
from kgtui.tui.widgets.entry import Entry, EntryLine
from kgtui.tui.widgets.search_line import Field

if TYPE_CHECKING:
    from kgtui.keys import Area


class ChoicePane(EntryPane):
    """What can be chosen; the focus stays in the text field above."""

    can_focus = False
    widest = WIDEST

    def __init__(self, area: Area) -> None:
        super().__init__(area)
        self.typed = ""
        self.awaited: set[str] = set()  # what is still on its way that may have something to choose

    @property
    def shows_cursor(self) -> bool:
        return True

    def narrow(self, typed: str) -> None:
        self.typed = typed
        self.refill()

    def grow(self) -> None:
        """There is more to choose from: the cursor stays on what it was moved to, else on the first."""
        value, is_moved = self.value, self.cursor != self._nearest(0, 1)
        self.refill(cursor=self.cursor, top=self.top)
        if is_moved:
            self.put_cursor_on(value, top=self.top)

    def heading(self, width: int) -> list[Strip]:
        return [line([], width, self.inks.text)]

    def _fits(self, name: str) -> bool:
        return fits(name, self.typed)

    def _said(self, words: str, width: int) -> list[Entry]:
        """What stands where nothing can be chosen."""
        return [Entry((EntryLine([(each, self.inks.dim)], []),)) for each in wrapped(words, max(1, width - 2), 3)]


class Chooser(FieldScreen):
    """Closed with the value that was chosen, or with None."""

    def __init__(self, opened_by: str, field: Field, choices: ChoicePane) -> None:
        super().__init__(opened_by, field, choices)
        self._choices = choices

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._follow_line()

    def _follow_line(self) -> None:
        if self._choices.typed != self._field.value:
            self._choices.narrow(self._field.value)

    def on_entry_pane_chosen(self, message: EntryPane.Chosen) -> None:
        """One was clicked."""
        message.stop()
        self.dismiss(message.value)

    def awaits(self, action_id: str) -> bool:
        """Nothing fits yet, but more is to come."""
        self._follow_line()
        return action_id == "open" and self._choices.value is None and bool(self._choices.awaited)

    def perform(self, action_id: str) -> None:
        """What was typed right before a key counts, though its change has not been told yet."""
        self._follow_line()
        self.act(action_id)

    def act(self, action_id: str) -> None:
        if action_id == "back":
            self.dismiss(None)
        elif action_id in ("list_down", "list_up"):
            self._choices.move(1 if action_id == "list_down" else -1)
        elif action_id in ("page_down", "page_up"):
            self._choices.move_page(1 if action_id == "page_down" else -1)
        elif action_id == "open":
            self._choose()

    def _choose(self) -> None:
        if self._choices.value is not None:
            self.dismiss(self._choices.value)
