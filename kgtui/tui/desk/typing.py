"""Typing a query: the list follows each letter, over a slow line each pause; what the line may become is offered: on an
empty one the searches of before, else how the word or name may go on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.timer import Timer
from textual.widgets import Input

from kgtui.keys import Area
from kgtui.tui.desk.narrowing import Narrowing
from kgtui.tui.jobs import searches
from kgtui.tui.jobs.listing import ListingKind
from kgtui.unloaded import Unloaded

if TYPE_CHECKING:
    from kgtui.tui.jobs import saved
    from kgtui.tui.jobs.offers import Offer
else:
    saved = Unloaded("kgtui.tui.jobs.saved")

_PAUSE_SECONDS = 0.4  # longer than between the letters of a word


class Typing(Narrowing):
    def __init__(self) -> None:
        super().__init__()
        self._recent: list[str] = []
        self._pause: Timer | None = None

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if self.search_line.field.value == self.search_line.followed:
            return
        self.foot_line.show(self.area)
        if not self.explorer.line.spared:
            self._follow()
            return
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(_PAUSE_SECONDS, self._follow)

    def _follow(self) -> None:
        """Let the list, and what is offered, be those of the line."""
        if self._pause is not None:
            self._pause.stop()
        self._pause = None
        self.search_line.followed = self.search_line.field.value
        self.search_for(self.search_line.field.value)
        self._ask_offers(self.search_line.field.value)
        self.tell_note()

    def follow_now(self) -> None:
        """The line is left: neither wait for a pause any longer, nor for its last change to be told."""
        if self.search_line.field.value != self.search_line.followed:
            self._follow()

    def _give_up(self) -> None:
        """What was typed last, and not followed yet, is not followed any more."""
        if self._pause is not None:
            self._pause.stop()
            self._pause = None
        self.search_line.followed = self.search_line.field.value

    def do_leave_search(self) -> None:
        self.follow_now()
        self.go_to(Area.LIST)

    def go_to(self, area: Area) -> None:
        if area is not Area.SEARCH:
            self._give_up()
        if area is Area.SEARCH and self.area is not Area.SEARCH:
            self._ask_offers(self.search_line.field.value)
        super().go_to(area)
        self.tell_note()

    def _ask_offers(self, query: str) -> None:
        from kgtui.tui.jobs.offers import Offer  # noqa: PLC0415 - not before the first paint

        if query.strip():
            job = partial(searches.completed, query=query)
            self.ask(self.explorer.detail_thread, "completion", job, partial(self._offer, query))
        else:
            self._offer(query, [Offer(earlier, earlier) for earlier in self._recent])

    def _offer(self, query: str, offers: list[Offer]) -> None:
        self.search_line.field.make_offers(query, offers)
        self.tell_note()

    def do_accept(self) -> None:
        self.search_line.field.accept()

    do_complete = do_accept

    # Searches of before

    def ask_recent(self) -> None:
        self.ask(self.explorer.own_thread, "recent", saved.recent, self._recent_known)

    def remember_search(self) -> None:
        """The search in the line was used: keep it."""
        query = self.search_line.field.value.strip()
        if query and self.articles.listing.kind is ListingKind.SEARCH:
            job = partial(saved.remember, query=query)
            self.ask(self.explorer.own_thread, "recent", job, self._recent_known)

    def _recent_known(self, recent: list[str]) -> None:
        self._recent = recent
