"""The Textual application: the library it shows, the threads that work for it, its end."""

from __future__ import annotations

import os
import threading
from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from rich.text import Text
from textual.app import App
from textual.driver import Driver
from textual.filter import LineFilter

from kgtui.abilities import abilities_of
from kgtui.locale import t
from kgtui.settings import Settings, default_library
from kgtui.tui.bindings import bind, bindings_for_all
from kgtui.tui.desk.desk import Desk
from kgtui.tui.doing import Doing
from kgtui.tui.drawing.paint import harmless
from kgtui.tui.drawing.palette_choice import starting_palette
from kgtui.tui.drawing.palettes import Palette
from kgtui.tui.drawing.signs import line_filters
from kgtui.tui.drawing.theme import inks, textual_theme
from kgtui.tui.jobs.background import Background, Done
from kgtui.tui.jobs.worker import InThisProcess, Worker
from kgtui.tui.layout import BREAKPOINTS, HEIGHTS, LEAST
from kgtui.tui.preferred import preferred
from kgtui.tui.widgets.line_widget import LineWidget
from kgtui.tui.wire.driver import TerminalDriver
from kgtui.tui.wire.ending import end_with_terminal
from kgtui.tui.wire.line import Line
from kgtui.tui.words import failure, foreseen

if TYPE_CHECKING:
    from kgtui.library import Library
    from kgtui.reader import Session
    from kgtui.tui.jobs.helper.process import Helper

HELPED = ("search", "detail", "facts")  # lines of work that a helper does, where there is one


class Explorer(Doing):
    """``environment`` is the process's own unless a test gives another; without a ``helper`` its jobs are done here."""

    CSS_PATH = "kgtui.tcss"
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(
        self,
        settings: Settings,
        query: str | None = None,
        environment: Mapping[str, str] | None = None,
        helper: Helper | None = None,
    ) -> None:
        super().__init__()
        bind(self, bindings_for_all())
        self.settings = settings
        self.environment = os.environ if environment is None else environment
        self.abilities = abilities_of(self.environment)
        self.line = Line(self, settings, self.abilities)
        self.library = None
        self.keeper = None
        self.desk = Desk(query)
        self.parting = ""  # what is to be said when the screen has gone
        self._helper = helper
        # One finds, one says more of what was found, one sums up countries, one keeps what the reader does, one watches
        # what takes minutes, one writes down what the reader marks: none waits for another.
        self._threads = [self._line_of_work(name) for name in (*HELPED, "own", "slow", "marks")]
        self.search_thread, self.detail_thread, self.facts_thread, *others = self._threads
        self.own_thread, self.slow_thread, self.marks_thread = others
        self._line_filters = line_filters(self.abilities)
        chosen = preferred()
        self.desk.reader.names_speakers = chosen.speakers
        self.palette = starting_palette(
            self.abilities, self.environment, chosen=chosen.theme, configured=settings.theme
        )
        self.inks = inks(self.palette)
        self.register_theme(textual_theme(self.palette))
        self.set_reactive(App.theme, self.palette.name)  # the usual way would have all styles made twice at the start
        self.stylesheet.set_variables(self.get_css_variables())

    def get_driver_class(self) -> type[Driver]:
        return TerminalDriver

    @property
    def library_name(self) -> str:
        """The last part of its path; the reader's own library needs no name."""
        path = self.settings.library
        return t("screen.top.own") if path == default_library() else path.stem

    @property
    def is_quiet(self) -> bool:
        """Whether nothing is being done beside the screen."""
        return all(thread.is_quiet for thread in self._threads)

    def _line_of_work(self, name: str) -> Background:
        worker: Worker = InThisProcess(self._opened)
        if self._helper and name in HELPED:
            worker = self._helper.worker(name, worker)
        return Background(name, worker, self)

    def get_default_screen(self) -> Desk:
        return self.desk

    # Life

    def on_mount(self) -> None:
        if threading.current_thread() is threading.main_thread() and not self.is_headless:
            end_with_terminal(partial(self.exit, 0))

    def begin(self) -> None:
        from kgtui.library import LibraryMissing  # noqa: PLC0415 - the screen is built before

        try:
            self.library = self._open()
            self.desk.library_opened(self.library, self._session_in(self.library))
        except LibraryMissing:
            self.desk.library_in_making()
            self.run_worker(self._make_library())
        except Exception as error:  # what can be foreseen: any other is raised again
            if not (words := foreseen(error)):
                raise
            self.library = None  # also where it was opened, and no more than that
            self.desk.library_failed(words)

    async def _make_library(self) -> None:
        from kgtui.tui.jobs.seeding import seed_beside  # noqa: PLC0415 - only where there is no library

        reason = await seed_beside(self.settings)
        if reason:
            self.desk.library_failed(t("screen.state.not_made", path=self.settings.library, reason=reason))
        else:
            self.begin()

    def _open(self) -> Library:
        from kgtui.library import open_library  # noqa: PLC0415 - the screen is built before

        return open_library(self.settings.library, create=False, settings=self.settings)

    def _session_in(self, library: Library) -> Session | None:
        """Where the reader stood in it; from now on it is kept."""
        from kgtui.tui.keeping import Keeper  # noqa: PLC0415 - the screen is built before

        self.keeper = Keeper(library.identity, self._not_kept)
        session, positions = self.keeper.load()
        self.desk.positions.know(positions)
        return session

    def _not_kept(self, error: Exception) -> None:
        self.post_message(Done(partial(self.desk.say, failure(error))))

    def changed(self) -> None:
        self.desk.changed()

    def _opened(self) -> Library:
        """The library that is open: all threads share its index. Where none is, why not is said to whoever asks."""
        return self.library or self._open()

    async def on_done(self, message: Done) -> None:
        """A thread has answered; at the end there is nobody to be told."""
        if self.is_running:
            with self.desk.saying_failures():
                message.deliver()
            await self._until_there()
            await self.go_on()
            self.desk.foot_line.repaint()  # something may work now that did not

    def on_unmount(self) -> None:
        """What was only asked for is given up; what the reader has changed is written, where the disk lets it be."""
        from kgtui.tui.keeping import LAST_SECONDS  # noqa: PLC0415 - not before the first paint

        self.parting = self.desk.parting()
        self.desk.write_last_marks()
        for thread in (self.search_thread, self.detail_thread, self.facts_thread, self.slow_thread):
            thread.stop()
        if self._helper is not None:
            self._helper.stop()
        for thread in (self.own_thread, self.marks_thread):
            thread.finish(LAST_SECONDS)
        if self.keeper is not None:
            self.desk.keep()
            self.keeper.stop()

    def _fatal_error(self) -> None:
        """Textual's own would fill the terminal with a traceback; ours is put down in a file."""
        from kgtui.unforeseen import unforeseen  # noqa: PLC0415 - hardly ever needed

        self.panic(Text(harmless(unforeseen(self._exception or RuntimeError()))))

    # Size

    def on_resize(self) -> None:
        self.line.forget_picture()
        self.call_later(self._mind_the_size)

    def _mind_the_size(self) -> None:
        columns, rows = LEAST
        is_too_small = self.size.width < columns or self.size.height < rows
        if self.screen is self.desk and not is_too_small:
            return
        from kgtui.tui.overlays.too_small import TooSmallScreen  # noqa: PLC0415 - hardly ever needed

        if is_too_small is not isinstance(self.screen, TooSmallScreen):
            if is_too_small:
                self.push_screen(TooSmallScreen())
            else:
                self.pop_screen()

    def on_driver_signal_resume(self) -> None:
        """The shell has given the terminal back, and it shows nothing of ours."""
        self.redraw()
        self.refresh(layout=True)

    # Colours and signs

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What each line goes through on its way to the terminal, in place of Textual's own."""
        return self._line_filters

    def use_palette(self, palette: Palette) -> None:
        self.palette = palette
        self.inks = inks(palette)
        self.register_theme(textual_theme(palette))
        self.theme = palette.name
        self._paint_all()

    def redraw(self) -> None:
        self.line.forget_picture()
        self._paint_all()

    def _paint_all(self) -> None:
        for screen in self.screen_stack:
            for widget in screen.query(LineWidget):
                widget.repaint_wholly()
            screen.refresh()
