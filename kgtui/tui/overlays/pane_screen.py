"""One pane over the desk, and the keys that work in it."""

from __future__ import annotations

from textual.app import ComposeResult

from kgtui.tui.overlays.overlay import Overlay
from kgtui.tui.widgets.entries import EntryPane
from kgtui.tui.widgets.lines import FootLine
from kgtui.tui.widgets.pane import Pane


class PaneScreen(Overlay):
    """Closed with None by the actions of ``CLOSED_BY``."""

    CLOSED_BY = ("back", "close", "help")

    def __init__(self, pane: Pane) -> None:
        super().__init__()
        self._pane = pane

    def compose(self) -> ComposeResult:
        yield self._pane
        yield FootLine(self._pane.area)

    def on_mount(self) -> None:
        self.set_focus(self._pane)

    def perform(self, action_id: str) -> None:
        if action_id in self.CLOSED_BY:
            self.dismiss(None)
        else:
            self._pane.move_as(action_id)


class ChoiceScreen(PaneScreen):
    """Closed with the value of the entry that is chosen, or with None."""

    def __init__(self, pane: EntryPane) -> None:
        super().__init__(pane)
        self._choices = pane

    def on_entry_pane_chosen(self, message: EntryPane.Chosen) -> None:
        message.stop()
        self.dismiss(message.value)

    def perform(self, action_id: str) -> None:
        if action_id == "open":
            self._choices.choose()
        else:
            super().perform(action_id)
