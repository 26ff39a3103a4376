"""What the program said in this session, with the time."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

_KEPT = 2000


class Said(NamedTuple):
    at: datetime
    words: str


class Journal:
    """The last few thousand lines."""

    def __init__(self) -> None:
        self._said: deque[Said] = deque(maxlen=_KEPT)

    def add(self, words: str) -> None:
        if words:
            self._said.append(Said(datetime.now().astimezone(), words))

    @property
    def said(self) -> Sequence[Said]:
        """The oldest first."""
        return tuple(self._said)
