"""Keeping where one stands, at each change, and standing there again at the next start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgtui.keys import Area
from kgtui.tui.desk.theming import Theming
from kgtui.tui.layout import Widths
from kgtui.tui.places import Place
from kgtui.unloaded import Unloaded

if TYPE_CHECKING:
    from kgtui import reader
    from kgtui.reader import Session
else:
    reader = Unloaded("kgtui.reader")

_PLACES = 30  # of each direction are kept


class Keeping(Theming):
    def __init__(self) -> None:
        super().__init__()
        self._is_to_be_kept = False
        self._kept: Session | None = None  # nothing yet that differs from no session
        self._taken_up: Place | None = None

    def session(self) -> Session:
        """Where one stands, and where one has been."""
        past, future = (places[-_PLACES:] for places in (self.history.past, self.history.future))
        return reader.Session(
            self.here().kept,
            tuple(place.kept for place in past),
            tuple(place.kept for place in future),
            self.sort.value if self.sort else "",
            self.country_order,
            self.widths.list,
            self.widths.side,
        )

    def changed(self) -> None:
        """Something is no longer as it was: keep it, once all that changes with it has changed."""
        if not self._is_to_be_kept and self.explorer.keeper is not None:
            self._is_to_be_kept = True
            self.call_later(self.keep)

    def keep(self) -> None:
        self._is_to_be_kept = False
        if self.explorer.keeper is None:
            return
        session, positions = self.session(), self.positions.take_new()
        if session != (self._kept or reader.Session()) or positions:
            self._kept = session
            self.explorer.keeper.keep(session, positions)

    def do_suspend(self) -> None:
        """Leave the terminal to the shell until it brings the program back; all that is to be kept is on the disk."""
        self.keep()
        if self.explorer.keeper is not None:
            self.explorer.keeper.flush()
        self.explorer.action_suspend_process()

    # The next start

    def take_up(self, session: Session, *, elsewhere: bool) -> None:
        """Go on from an earlier session: stand where one stood, or ``elsewhere``, with that place one step back."""
        from kgtui.library import Sort  # noqa: PLC0415 - the screen is built before

        self.sort = next((sort for sort in Sort if sort.value == session.sort), None)
        self.country_order = session.country_order
        self._kept = session
        self.widths = Widths(session.list_width, session.side_width)
        past, future = ([Place(kept) for kept in places] for places in (session.past, session.future))
        if session.here is None:
            return
        self.show_panes()
        self.positions.note(session.here.article, session.here.line)
        if elsewhere:
            self.history.restart([*past, Place(session.here)], [])
        else:
            self.history.restart(past, future)
            self._taken_up = Place(session.here)
            self.show_place(self._taken_up, with_facts=session.here.fact is not None)

    @property
    def is_taking_up(self) -> bool:
        """Whether something of the place where one goes on is still to be read."""
        return self._taken_up is not None

    def go_on(self) -> None:
        """What of the place taken up is found and made beside the screen: not before the first paint, and not where the
        reader has gone on to something else meanwhile."""
        place, self._taken_up = self._taken_up, None
        if place is not None:
            with self.saying_failures():
                self.show_facts_at(place.kept)
        self.find_awaited()
        if place is not None and self.area is Area.TABLE:
            self.restore_table(place)
        if place is not None and self.country_pane.about is None:
            self.restore_brief(place)
            self.country_pane.stand_on_country(place.kept.country, top=place.kept.brief_top)
