"""What lies over the desk: a screen of its own that is closed with one key and leaves nothing behind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from textual.screen import ModalScreen

from kgtui.tui.host import Host

if TYPE_CHECKING:
    from kgtui.tui.jobs.questions import CountryRow


class Overlay(ModalScreen[object], inherit_bindings=False):
    """``perform`` is given the ids of the actions whose keys are pressed over it."""

    AUTO_FOCUS = ""

    @property
    def explorer(self) -> Host:
        return cast("Host", self.app)

    def awaits(self, action_id: str) -> bool:  # noqa: ARG002 - mostly all is there
        """Whether what an action is to act on is still on its way."""
        return False

    def countries_counted(self, countries: Sequence[CountryRow]) -> None:
        """The countries that articles name are known now, or anew, or will not be."""

    def perform(self, action_id: str) -> None:
        raise NotImplementedError
