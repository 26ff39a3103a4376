"""How far each article has been read: known from earlier sessions, noted in this one."""

from __future__ import annotations

from collections.abc import Mapping


class Positions:
    """Offsets of the first row in view, by the ids of articles."""

    def __init__(self) -> None:
        self._known: dict[str, int] = {}
        self._new: dict[str, int] = {}

    def know(self, positions: Mapping[str, int]) -> None:
        """Those of earlier sessions; what was noted meanwhile holds."""
        self._known = {**positions, **self._known}

    def of(self, id_: str) -> int | None:
        """None where it was not left anywhere but at its beginning."""
        return self._known.get(id_) or None

    def note(self, id_: str, offset: int) -> None:
        if offset != self._known.get(id_, 0):
            self._known[id_] = self._new[id_] = offset

    def take_new(self) -> dict[str, int]:
        """Those noted since the last time, to be kept."""
        new, self._new = self._new, {}
        return new
