"""What the reader has changed on the screen on purpose, the last change first to be taken back.

That an opened article is read belongs to opening it, as in newsboat: undoing it would stand between the reader and what
they meant, and the key that marks articles as read or not does the same.
"""

from __future__ import annotations

from collections.abc import Callable

Step = Callable[[], None]  # takes a change back, and says what was undone


class Steps:
    def __init__(self) -> None:
        self._done: list[Step] = []

    def __bool__(self) -> bool:
        return bool(self._done)

    def add(self, step: Step) -> None:
        self._done.append(step)

    def take_back(self) -> None:
        self._done.pop()()
