"""A question that is answered in one line: a name, a value."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.strip import Strip

from kgtui.keys import BY_ID, Area
from kgtui.tui.paint import line
from kgtui.tui.screens.overlay import Overlay
from kgtui.tui.widgets.lines import FootLine
from kgtui.tui.widgets.pane import Pane, message_lines
from kgtui.tui.widgets.search_line import Field, Prompt


class Question(Pane):
    """What is asked, under the line for the answer."""

    can_focus = False

    def __init__(self, words: str) -> None:
        super().__init__(Area.ANSWER)
        self._words = words

    def heading(self, width: int) -> list[Strip]:  # noqa: ARG002 - it has none
        return []

    def body_height(self) -> int:
        return len(message_lines(self._words, self.inner_width - 2, self.inks.dim))

    def body_line(self, row: int, width: int) -> Strip:
        words = message_lines(self._words, width - 2, self.inks.dim)[row]
        return line([(" ", self.inks.text), *words], width, self.inks.text)


class AskScreen(Overlay):
    """Closed with the answer, or with None; ``asked_by`` is the action that asks, ``empty`` says whether an empty line
    is an answer. ``replacing``: what is typed first takes the place of the value, which is often wholly another one."""

    AUTO_FOCUS = ""

    def __init__(
        self,
        asked_by: str,
        question: str,
        *,
        placeholder: str = "",
        value: str = "",
        empty: bool = False,
        replacing: bool = False,
    ) -> None:
        super().__init__()
        self._sign = BY_ID[asked_by].sign
        self._field = Field(Area.ANSWER, value, placeholder=placeholder)
        self._question = Question(question)
        self._empty = empty
        self._replacing = replacing

    def compose(self) -> ComposeResult:
        with Horizontal(id="search-line"):
            yield Prompt(f" {self._sign} ")
            yield self._field
        yield self._question
        foot = FootLine()
        foot.area = Area.ANSWER
        yield foot

    def on_mount(self) -> None:
        self.set_focus(self._field)
        if self._replacing:
            self._field.action_select_all()

    def perform(self, action_id: str) -> None:
        answer = " ".join(self._field.value.split())
        if action_id == "back":
            self.dismiss(None)
        elif action_id == "open" and (answer or self._empty):
            self.dismiss(answer)
