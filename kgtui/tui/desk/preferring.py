"""Keeping what is chosen for good."""

from __future__ import annotations

from functools import partial
from typing import Any

from kgtui.tui.desk.opening import Opening
from kgtui.tui.words import failure


class Preferring(Opening):
    def prefer(self, **changed: Any) -> None:
        """Written beside the screen, where a disk may take its time; the program does not end before it is written."""
        self.run_worker(partial(self._keep_preferences, **changed), thread=True)

    def _keep_preferences(self, **changed: Any) -> None:
        from kgtui.reader import DamagedFile, prefer  # noqa: PLC0415 - not before the first paint

        try:
            prefer(**changed)
        except (DamagedFile, OSError) as error:
            self.call_later(self.say, failure(error))
