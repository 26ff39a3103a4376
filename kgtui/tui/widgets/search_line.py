"""The search line: a compact text field that tells of every change and never blinks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.strip import Strip
from textual.widgets import Input

from kgtui.keys import BY_ID, Area, both_layouts, is_typed
from kgtui.locale import t
from kgtui.tui.bindings import bind, bindings_of, textual_name
from kgtui.tui.drawing.paint import harmless, line
from kgtui.tui.widgets.line_widget import LineWidget

if TYPE_CHECKING:
    from kgtui.tui.jobs.offers import Offer


class Field(Input, inherit_css=False):
    """A text field without frame and blinking. Focus is shown by its cursor: nothing is restyled."""

    COMPONENT_CLASSES = Input.COMPONENT_CLASSES  # inherited only together with all the rules for a field with a frame

    def __init__(self, area: Area, value: str = "", *, placeholder: str = "") -> None:
        name = area.value if area is Area.SEARCH else f"{area.value}-field"  # a chooser's list has the area's own name
        super().__init__(value, id=name, placeholder=placeholder, compact=True, select_on_focus=False)
        bind(self, bindings_of(area))
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        """What is pasted may hold escape sequences."""
        return harmless(value)

    def _forward_event(self, event: events.Event) -> None:
        """What is typed or pasted is put in at once, as the keys that do something act at once: so all of them take
        effect in their order, however fast they come."""
        if isinstance(event, events.Key) and event.is_printable:
            self._put_in(event.character or "")
        elif isinstance(event, events.Paste):
            self._put_in(" ".join(event.text.splitlines()))  # a name copied from a page may be broken into lines
        else:
            super()._forward_event(event)

    def _put_in(self, text: str) -> None:
        self.replace(text, *self.selection)

    def watch_has_focus(self, _has_focus: bool) -> None:
        self.refresh()


class SearchField(Field):
    """Offers are made for a line as it stands. The key that accepts takes the first, pressed again the second in its
    place, and so on; any other change of the line lets them go."""

    def __init__(self) -> None:
        super().__init__(Area.SEARCH, placeholder=t("screen.search.placeholder"))
        signs = [key for key in both_layouts(BY_ID["help"].keys) if is_typed(key)]
        bind(self, (Binding(textual_name(sign), f"help_or_type({sign!r})", priority=True) for sign in signs))
        self._offers: Sequence[Offer] = ()
        self._next = 0
        self._made_for = ""

    def make_offers(self, query: str, offers: Sequence[Offer]) -> None:
        """They come too late for another line, or while those before are being gone through."""
        if query == self.value and not (self._next and self.offered):
            self._offers, self._next, self._made_for = offers, 0, query

    @property
    def offered(self) -> Sequence[Offer]:
        """The offers that may be taken now, the next one first."""
        line = self._offers[self._next - 1].query if self._next else self._made_for
        return self._offers[self._next :] if self.value == line else ()

    def accept(self) -> None:
        """At the end of the line take what is offered, else step to the right; of what is selected, to its end."""
        offered = self.offered if self.cursor_at_end and self.selection.is_empty else ()
        if offered:
            self._next += 1
            self.value = offered[0].query
            self.cursor_position = len(self.value)
        else:
            self.action_cursor_right()

    async def action_help_or_type(self, sign: str) -> None:
        """On an empty line the sign of help asks for it, under either layout; elsewhere it is typed."""
        if self.value:
            self._put_in(sign)
        else:
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
        self.field = SearchField()
        self.followed = ""  # the query of which the list is, or is being found

    def compose(self) -> ComposeResult:
        yield Prompt(f" {BY_ID['search'].sign} ")
        yield self.field

    def type(self, query: str) -> None:
        """Put a query into the line as if it were typed."""
        self.field.value = query
        self.field.cursor_position = len(query)

    def take_up(self, query: str) -> None:
        """Show the query of a list: what is typed first takes its place, a key that moves keeps it."""
        self.set_quietly(query)
        self.field.action_select_all()

    def set_quietly(self, query: str) -> None:
        """Show a query without asking for it again."""
        self.followed = query
        if self.field.value != query:
            with self.field.prevent(Input.Changed):
                self.field.value = query
                self.field.cursor_position = len(query)
