"""What was changed on the screen, the last change first to be taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Step(NamedTuple):
    """A change. ``take_back`` undoes it and says what was undone; ``by_itself`` where the reader did not ask for it."""

    take_back: Callable[[], None]
    by_itself: bool = False


class Steps:
    def __init__(self) -> None:
        self._done: list[Step] = []

    def __bool__(self) -> bool:
        return bool(self._done)

    def add(self, step: Step) -> None:
        """Of changes that came by themselves only the last one is kept: what the reader meant stays near."""
        if step.by_itself and self._done and self._done[-1].by_itself:
            self._done.pop()
        self._done.append(step)

    def take_back(self) -> None:
        self._done.pop().take_back()
