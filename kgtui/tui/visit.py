"""One run of the program as a visit to the library: what came since the visit before is marked until this one ends."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kgtui.model import EntityKind

if TYPE_CHECKING:
    from kgtui.library import Library
    from kgtui.reader import Look


class Visit:
    """The reader's looks before this visit, by what was looked at; used by one thread alone."""

    def __init__(self) -> None:
        self._before: dict[str, Look | None] = {}

    def look(self, library: Library, kind: EntityKind, key: str, today: date) -> Look | None:
        """The reader looks at a brief: when it was that they last did, None for never.

        Raises DamagedFile, OSError.
        """
        from kgtui import reader  # noqa: PLC0415 - not before the first paint

        what = reader.look_at_subject(kind, key)
        if what not in self._before:
            self._before[what] = reader.last_look(library, what)
        reader.looked(library, what, reader.Look(library.change, today))
        return self._before[what]
