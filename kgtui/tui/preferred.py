"""What the reader has chosen for good, as the screen begins with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kgtui.reader import Preferences


def preferred() -> Preferences:
    """A file that is damaged is told of where something is chosen anew."""
    from kgtui.reader import DamagedFile, Preferences, preferences  # noqa: PLC0415 - Textual is imported before

    try:
        return preferences()
    except (DamagedFile, OSError):
        return Preferences()
