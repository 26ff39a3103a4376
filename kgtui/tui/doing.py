"""What the keys do, in the order in which they are typed, however fast they come. A key that is to act on something
which is still on its way waits for it, and those typed after it wait behind; what goes back waits for nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widget import AwaitMount

from kgtui.keys import BY_ID, KEY_NAMES, both_layouts
from kgtui.locale import t
from kgtui.tui.bindings import textual_name
from kgtui.tui.desk.desk import Desk
from kgtui.tui.host import Host
from kgtui.tui.overlays.overlay import Overlay
from kgtui.tui.widgets.lines import ActionPressed

_NEVER_WAIT = ("back", "quit", "suspend", "redraw")


class Doing(Host):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(",".join(both_layouts(["ctrl+c"])), "say_how_to_quit", show=False, priority=True)
    ]
    desk: Desk

    def __init__(self) -> None:
        super().__init__()
        self._opening: AwaitMount | None = None
        self._waiting = ""  # the action that waits
        self._ahead: list[events.Event] = []  # what was typed and pasted after it

    async def action_do(self, action_id: str) -> None:
        """Every key of the table comes here. What comes over the desk is there before the next key is looked at."""
        if action_id == "quit":
            self.exit(0)
        elif action_id == "redraw":
            self.redraw()
        elif action_id == "suspend":
            self.desk.perform(action_id)
        elif isinstance(self.screen, (Desk, Overlay)):
            if action_id not in _NEVER_WAIT and self.screen.awaits(action_id):
                self._wait(action_id)
            else:
                with self.desk.saying_failures():
                    self.screen.perform(action_id)
                await self._until_there()

    def action_say_how_to_quit(self) -> None:
        """For those who leave other programs by Ctrl+C."""
        self.desk.say(t("screen.quit.how", keys=KEY_NAMES))

    async def on_action_pressed(self, message: ActionPressed) -> None:
        """One was clicked: it is not typed, and what waits is given up for it."""
        self._give_up()
        await self.action_do(message.action)

    def open_over(self, overlay: Screen[object], done: Callable[[object], None] | None = None) -> None:
        self._opening = self.push_screen(overlay, partial(self._answered, done) if done else None)

    async def _answered(self, done: Callable[[object], None], value: object) -> None:
        with self.desk.saying_failures():
            done(value)
        await self._until_there()

    async def _until_there(self) -> None:
        if self._opening is not None:
            opening, self._opening = self._opening, None
            await opening

    # Typed ahead

    async def on_event(self, event: events.Event) -> None:
        if (
            not isinstance(event, (events.Key, events.Paste))
            or event.is_forwarded
            or not (self._waiting or self._ahead)
        ):
            await super().on_event(event)
        elif isinstance(event, events.Key) and event.key in _keys_that_never_wait():
            self._give_up()
            await super().on_event(event)
        else:
            self._ahead.append(event)
            await self.go_on()

    def _wait(self, action_id: str) -> None:
        """On the desk it is said for what, where the action's own words tell it."""
        self._waiting = action_id
        if self.screen is self.desk and (why_not := self.desk.why_not(BY_ID[action_id])):
            self.desk.say(why_not)

    async def go_on(self) -> None:
        """Something has come: what waited for it acts, and what was typed after it, until again something waits."""
        if self._waiting and not (isinstance(self.screen, (Desk, Overlay)) and self.screen.awaits(self._waiting)):
            action, self._waiting = self._waiting, ""
            await self.action_do(action)
            self.call_next(self._type_ahead)

    async def _type_ahead(self) -> None:
        """One key, then the next: what the first has closed tells of it only in between."""
        if self._ahead and not self._waiting and self.is_running:
            await super().on_event(self._ahead.pop(0))
            self.call_next(self._type_ahead)

    def _give_up(self) -> None:
        self._waiting, self._ahead = "", []


@cache
def _keys_that_never_wait() -> frozenset[str]:
    keys = (key for action in _NEVER_WAIT for key in both_layouts(BY_ID[action].keys))
    return frozenset(map(textual_name, keys))
