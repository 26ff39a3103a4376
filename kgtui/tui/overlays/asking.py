"""A question that is answered in one line: a name, a value."""

from __future__ import annotations

from collections.abc import Sequence

from textual.strip import Strip

from kgtui.keys import Area
from kgtui.tui.drawing.paint import Pieces, line
from kgtui.tui.overlays.field_screen import FieldScreen
from kgtui.tui.widgets.pane import Pane, message_lines
from kgtui.tui.widgets.search_line import Field


class Question(Pane):
    """What is asked, under the line for the answer; below it why the last one was not taken."""

    can_focus = False

    def __init__(self, words: str) -> None:
        super().__init__(Area.ANSWER)
        self._words = words
        self._refusal = ""

    def say(self, refusal: str) -> None:
        self._refusal = refusal
        self.repaint()

    def heading(self, width: int) -> list[Strip]:  # noqa: ARG002 - it has none
        return []

    def body_height(self) -> int:
        return len(self._lines(self.inner_width))

    def _lines(self, width: int) -> Sequence[Pieces]:
        said = [(self._words, self.inks.dim), (self._refusal, self.inks.text)]
        return [each for words, style in said if words for each in message_lines(words, width - 2, style)]

    def body_line(self, row: int, width: int) -> Strip:
        words = self._lines(width)[row]
        return line([(" ", self.inks.text), *words], width, self.inks.text)


class AskScreen(FieldScreen):
    """Closed with the answer, or with None; ``empty`` says whether an empty line is an answer. ``replacing``: what is
    typed first takes the place of the value, which is often wholly another one."""

    def __init__(
        self,
        opened_by: str,
        question: str,
        *,
        placeholder: str = "",
        value: str = "",
        empty: bool = False,
        replacing: bool = False,
    ) -> None:
        self.question = Question(question)
        super().__init__(opened_by, Field(Area.ANSWER, value, placeholder=placeholder), self.question)
        self._empty = empty
        self._replacing = replacing

    def on_mount(self) -> None:
        super().on_mount()
        if self._replacing:
            self._field.action_select_all()

    def perform(self, action_id: str) -> None:
        answer = " ".join(self._field.value.split())
        if action_id == "back":
            self.dismiss(None)
        elif action_id == "open" and (answer or self._empty):
            self.answered(answer)

    def answered(self, answer: str) -> None:
        self.dismiss(answer)
