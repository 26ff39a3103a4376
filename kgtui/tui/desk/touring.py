"""Touring: at the very first start one line that names the key; then a step in a line of its own above the keys, until
what it tells of is done."""

from __future__ import annotations

from kgtui.keys import BY_ID, KEY_NAMES, PANES, Area
from kgtui.locale import t
from kgtui.tui.desk.enabling import Enabling
from kgtui.tui.tour import STEPS, is_first_start, is_taken_by, words_of


class Touring(Enabling):
    def __init__(self) -> None:
        super().__init__()
        self._step: int | None = None
        self._has_begun = False

    def offer_tour(self) -> None:
        """Once in a reader's life, as a message that the first key takes away."""
        self.ask(self.explorer.own_thread, "tour", lambda _library: is_first_start(), self._offer_tour)

    def _offer_tour(self, is_first: bool) -> None:
        """Not to somebody who has begun meanwhile."""
        if is_first and not self._has_begun and not self.foot_line.message:
            self.say(t("screen.tour.offer", keys=KEY_NAMES))

    def do_tour(self) -> None:
        """Begin it; on it, take the next step."""
        self._show_step(0 if self._step is None else self._step + 1)

    def follow_tour(self, action_id: str, area: Area) -> None:
        """An action was done in an area: where its step tells of it, the next one comes."""
        self._has_begun = True
        if self._step is not None and is_taken_by(self._step, action_id, area):
            self._show_step(self._step + 1)

    def go_to(self, area: Area) -> None:
        super().go_to(area)
        if self._step is not None:
            self._show_step(self._step)

    def do_back(self) -> None:
        """In a pane the tour is left, unless its step tells of going back."""
        if self._step is not None and self.area in PANES and not is_taken_by(self._step, "back", self.area):
            self._show_step(len(STEPS))
        else:
            super().do_back()

    def _show_step(self, step: int | None) -> None:
        is_over = step is not None and step >= len(STEPS)
        self._step = None if is_over else step
        self.tour_line.show("" if self._step is None else words_of(self._step, self.area))
        if is_over:
            self.say(t("screen.tour.over", keys=KEY_NAMES, name=BY_ID["tour"].name))
