"""The line between the screen and the terminal, as the screen sees it: the mouse, whether it is spared, and whether it
can take another picture."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual.timer import Timer

from kgtui.tui.wire.driver import TerminalDriver
from kgtui.tui.wire.pace import Pace
from kgtui.tui.wire.speed import LineSpeed

if TYPE_CHECKING:
    from kgtui.tui.explorer import Explorer

_PATIENCE_SECONDS = 10.0  # after which an answer is taken for lost


class Line:
    """``spared``: over a slow line fewer colours are sent, the list waits for a pause in typing, and nothing is painted
    while the terminal is behind."""

    def __init__(self, explorer: Explorer) -> None:
        self._explorer = explorer
        self._pace: Pace | None = None
        self._is_owed = False  # a picture that was not sent
        self._patience: Timer | None = None
        self.mouse = explorer.settings.mouse
        self.spared = bool(explorer.settings.low_bandwidth)

    @property
    def _driver(self) -> TerminalDriver | None:
        driver = self._explorer._driver
        return driver if isinstance(driver, TerminalDriver) else None

    def set_mouse(self, wanted: bool) -> None:
        """Have the terminal report its buttons, or leave them to it."""
        self.mouse = wanted
        if driver := self._driver:
            driver.set_mouse(wanted)

    def spare(self, wanted: bool) -> None:
        """Send less, or send everything."""
        self.spared = wanted
        if driver := self._driver:
            driver.set_few_colours(wanted)
            self._pace = Pace(driver.ask_where_it_is) if wanted else None
            driver.measure(self if wanted else None)
        self._pay()

    def forget_picture(self) -> None:
        """The terminal may show anything now: what it makes of its picture when its size changes is its own affair."""
        if driver := self._driver:
            driver.forget_picture()

    def begin(self, slow: Callable[[float], None]) -> None:
        """Before the first picture: spare the line if that is wanted, measure it if nothing is said and it is a remote
        one; ``slow`` is told its bytes a second if they are few. Within tmux it is tmux that would answer."""
        driver, abilities = self._driver, self._explorer.abilities
        if self.spared:
            self.spare(True)
        elif driver and self._explorer.settings.low_bandwidth is None and abilities.remote and not abilities.tmux:
            told = partial(self._explorer.call_later, slow)
            driver.measure(LineSpeed(driver.ask_where_it_is, time.monotonic, told))

    # Pictures

    def takes_picture(self) -> bool:
        """Whether one may be sent now; where not, all that has changed is painted as soon as it may."""
        if self._pace is None or not self._pace.is_ahead:
            return True
        if not self._is_owed:
            self._is_owed = True
            self._patience = self._explorer.set_timer(_PATIENCE_SECONDS, self._give_up_waiting)
        return False

    def sent(self, size: int) -> None:
        if self._pace is not None:
            self._pace.sent(size)

    def answered(self) -> None:
        """In the thread that reads the terminal."""
        self._explorer.call_later(self._has_read)

    def _has_read(self) -> None:
        if self._pace is not None:
            self._pace.answered()
            if not self._pace.is_ahead:
                self._pay()

    def _give_up_waiting(self) -> None:
        """Another terminal may look on now, or the answer was lost."""
        if driver := self._driver:
            self._pace = Pace(driver.ask_where_it_is)
        self._pay()

    def _pay(self) -> None:
        if self._patience is not None:
            self._patience.stop()
            self._patience = None
        if self._is_owed:
            self._is_owed = False
            self._explorer.screen.refresh()
