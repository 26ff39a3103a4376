"""A name for a search that is to be saved: one text field."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.strip import Strip

from kgtui.locale import t
from kgtui.tui.actions import Area, bindings_of
from kgtui.tui.paint import line
from kgtui.tui.screens.overlay import Overlay
from kgtui.tui.widgets.lines import FootLine
from kgtui.tui.widgets.pane import Pane, message_lines
from kgtui.tui.widgets.search_line import Field, Prompt


class NameField(Field):
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Area.NAME)]


class Question(Pane):
    """What the name is for."""

    can_focus = False

    def __init__(self, words: str) -> None:
        super().__init__(Area.NAME)
        self._words = words

    def heading(self, width: int) -> list[Strip]:  # noqa: ARG002 - it has none
        return []

    def body_height(self) -> int:
        return len(message_lines(self._words, self.inner_width - 2, self.inks.dim))

    def body_line(self, row: int, width: int) -> Strip:
        words = message_lines(self._words, width - 2, self.inks.dim)[row]
        return line([(" ", self.inks.text), *words], width, self.inks.text)


class NameScreen(Overlay):
    """Closed with the name, or with None."""

    AUTO_FOCUS = ""

    def __init__(self, query: str) -> None:
        super().__init__()
        self._field = NameField(id="name-field", placeholder=t("screen.saved.placeholder"))
        self._question = Question(t("screen.saved.question", query=query))

    def compose(self) -> ComposeResult:
        with Horizontal(id="search-line"):
            yield Prompt(" = ")
            yield self._field
        yield self._question
        foot = FootLine()
        foot.area = Area.NAME
        yield foot

    def on_mount(self) -> None:
        self.set_focus(self._field)

    def perform(self, action_id: str) -> None:
        if action_id == "back":
            self.dismiss(None)
        elif action_id == "open" and (name := " ".join(self._field.value.split())):
            self.dismiss(name)
