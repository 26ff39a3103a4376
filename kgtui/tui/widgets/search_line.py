"""The search line: a compact text field that tells of every change and never blinks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.strip import Strip
from textual.widgets import Input

from kgtui.locale import t
from kgtui.tui.actions import Area, bindings_of
from kgtui.tui.keyboard import twin
from kgtui.tui.paint import harmless, line
from kgtui.tui.widgets.pane import LineWidget

_ASKS_FOR_HELP = ("?", twin("?"))


class Field(Input):
    """A text field without frame and blinking. Focus is shown by its cursor: nothing is restyled."""

    def __init__(self, *, id: str, placeholder: str = "") -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id, placeholder=placeholder, compact=True, select_on_focus=False)
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        """What is pasted may hold escape sequences."""
        return harmless(value)

    def watch_has_focus(self, _has_focus: bool) -> None:
        self.refresh()


class SearchField(Field):
    """``recent`` are the searches of before: on an empty line the key that accepts brings the latest, pressed again the
    one before it, and so on."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Area.SEARCH)]

    def __init__(self, *, id: str, placeholder: str) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id, placeholder=placeholder)
        self.recent: Sequence[str] = ()
        self._brought = -1  # which of them stands in the line

    @property
    def next_recent(self) -> Sequence[str]:
        """The searches that may be brought now, the next one first; none while something else is typed."""
        if not self.value:
            self._brought = -1
        elif not (0 <= self._brought < len(self.recent) and self.recent[self._brought] == self.value):
            return ()
        return self.recent[self._brought + 1 :]

    def accept(self) -> None:
        """At the end of the line take what is offered, else step to the right."""
        offered = self.next_recent if self.cursor_at_end else ()
        if offered:
            self._brought += 1
            self.value = offered[0]
            self.cursor_position = len(self.value)
        else:
            self.action_cursor_right()

    async def _on_key(self, event: events.Key) -> None:
        """On an empty line the sign of help asks for it, under either layout; elsewhere it is typed."""
        if not self.value and event.character in _ASKS_FOR_HELP:
            event.stop()
            event.prevent_default()
            await self.run_action("app.do('search_help')")


class Prompt(LineWidget):
    """The sign before a text field."""

    def __init__(self, sign: str) -> None:
        super().__init__()
        self.sign = sign

    def compose_line(self, y: int) -> Strip:  # noqa: ARG002 - it has one line
        return line([(self.sign, self.inks.accent)], self.size.width, self.inks.text)


class SearchLine(Horizontal):
    def __init__(self) -> None:
        super().__init__(id="search-line")
        self.field = SearchField(id=Area.SEARCH.value, placeholder=t("screen.search.placeholder"))

    def compose(self) -> ComposeResult:
        yield Prompt(" / ")
        yield self.field

    def type(self, query: str) -> None:
        """Put a query into the line as if it were typed."""
        self.field.value = query
        self.field.cursor_position = len(query)

    def set_quietly(self, query: str) -> None:
        """Show a query without asking for it again."""
        if self.field.value != query:
            with self.field.prevent(Input.Changed):
                self.field.value = query
                self.field.cursor_position = len(query)
