"""One run of the program as a visit to the library: what came since the visit before is marked until this one ends."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import TYPE_CHECKING
from uuid import uuid4

from kgtui.model import EntityKind

if TYPE_CHECKING:
    from kgtui.library import Library
    from kgtui.reader import Look


class Visit:
    """The reader's looks before this visit, by what was looked at; used by one thread alone. A process that is given
    one again and again has it once, and so knows where it has looked."""

    def __init__(self, name: str = "") -> None:
        self._name = name or uuid4().hex
        self._before: dict[str, Look | None] = {}

    def __reduce__(self) -> tuple[Callable[[str], Visit], tuple[str]]:
        return _given, (self._name,)

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


@cache
def _given(name: str) -> Visit:
    return Visit(name)
