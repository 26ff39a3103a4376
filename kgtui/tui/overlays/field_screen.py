"""A text field over the desk, and under it a pane that says what is asked or offers what may be taken."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal

from kgtui.keys import BY_ID
from kgtui.tui.overlays.overlay import Overlay
from kgtui.tui.widgets.lines import FootLine
from kgtui.tui.widgets.pane import Pane
from kgtui.tui.widgets.search_line import Field, Prompt


class FieldScreen(Overlay):
    """The focus stays in the field; ``opened_by`` is the action that lays it over the desk."""

    def __init__(self, opened_by: str, field: Field, pane: Pane) -> None:
        super().__init__()
        self._sign = BY_ID[opened_by].sign
        self._field = field
        self._pane = pane

    def compose(self) -> ComposeResult:
        with Horizontal(id="search-line"):
            yield Prompt(f" {self._sign} ")
            yield self._field
        yield self._pane
        yield FootLine(self._pane.area)

    def on_mount(self) -> None:
        self.set_focus(self._field)
