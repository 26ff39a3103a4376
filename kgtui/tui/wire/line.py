"""The line between the screen and the terminal, as the screen sees it: the mouse, and whether it is spared."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial

from textual.app import App

from kgtui.abilities import Abilities
from kgtui.settings import Settings
from kgtui.tui.wire.driver import TerminalDriver
from kgtui.tui.wire.pace import Pace
from kgtui.tui.wire.speed import LineSpeed


class Line:
    """``spared``: over a slow line fewer colours are sent, the list waits for a pause in typing, and no picture is
    sent while the terminal is behind."""

    def __init__(self, app: App[int], settings: Settings, abilities: Abilities) -> None:
        self._app = app
        self._abilities = abilities
        self._is_to_be_measured = settings.low_bandwidth is None
        self.mouse = settings.mouse
        self.spared = bool(settings.low_bandwidth)

    @property
    def _driver(self) -> TerminalDriver | None:
        driver = self._app._driver
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
            driver.measure(Pace(driver.ask_where_it_is) if wanted else None)

    def forget_picture(self) -> None:
        """The terminal may show anything now: what it makes of its picture when its size changes is its own affair."""
        if driver := self._driver:
            driver.forget_picture(*self._app.size)

    def begin(self, slow: Callable[[float], None]) -> None:
        """Before the first picture: spare the line if that is wanted, measure it if nothing is said and it is a remote
        one; ``slow`` is told its bytes a second if they are few. Within tmux it is tmux that would answer."""
        driver, abilities = self._driver, self._abilities
        if self.spared:
            self.spare(True)
        elif driver and self._is_to_be_measured and abilities.remote and not abilities.tmux:
            told = partial(self._app.call_later, slow)
            driver.measure(LineSpeed(driver.ask_where_it_is, time.monotonic, told))
