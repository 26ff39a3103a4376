"""What screens and widgets may ask of the application that shows them: it stands below them, as they need not know it
whole, and above them, as it makes them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from textual.app import App
from textual.screen import Screen

from kgtui.abilities import Abilities
from kgtui.settings import Settings
from kgtui.tui.drawing.palettes import Palette
from kgtui.tui.drawing.theme import Inks
from kgtui.tui.jobs.background import Background
from kgtui.tui.wire.line import Line

if TYPE_CHECKING:
    from kgtui.library import Library
    from kgtui.tui.keeping import Keeper


class Host(App[int], inherit_bindings=False):
    """The threads are lines of work beside the screen, each for its own kind of question."""

    settings: Settings
    environment: Mapping[str, str]
    abilities: Abilities
    line: Line
    library: Library | None
    keeper: Keeper | None
    palette: Palette
    inks: Inks
    search_thread: Background
    detail_thread: Background
    facts_thread: Background
    own_thread: Background
    slow_thread: Background
    marks_thread: Background

    @property
    def library_name(self) -> str:
        raise NotImplementedError

    def begin(self) -> None:
        """Open the library, or have one made with the seeds where there is none."""
        raise NotImplementedError

    def open_over(self, overlay: Screen[object], done: Callable[[object], None] | None = None) -> None:
        """Lay something over the desk; ``done`` is told what it is closed with, None for nothing."""
        raise NotImplementedError

    def changed(self) -> None:
        """The reader has moved or done something: where one stands is to be kept."""
        raise NotImplementedError

    def use_palette(self, palette: Palette) -> None:
        """Show everything in other colours."""
        raise NotImplementedError

    def redraw(self) -> None:
        """Send everything anew, whatever the terminal may show."""
        raise NotImplementedError
