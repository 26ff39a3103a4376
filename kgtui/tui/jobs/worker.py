"""Jobs: what the screen asks of a library, and who does it.

A job is a function of a library. One in steps is a generator: each step is an answer of its own (None is none, only a
place to stop). A worker does one job after the other, in the thread that asks it.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from kgtui.library import Library

Job = Callable[["Library"], Any]


class Answer(NamedTuple):
    """What a job says, which may be None too."""

    value: Any


Worker = Callable[[Job], Generator[Answer | None, None, None]]
"""Gives the steps of a job; what it raises is the job's. Whoever takes no more closes it."""


def steps_of(job: Job, library: Library) -> Iterator[Answer | None]:
    """What a job answers, one by one, and where it may stop."""
    answer = job(library)
    if isinstance(answer, Iterator):
        for step in answer:
            yield None if step is None else Answer(step)
    else:
        yield Answer(answer)


class InThisProcess:
    """A worker for what takes next to no time, or belongs to this process."""

    def __init__(self, open_library: Callable[[], Library]) -> None:
        self._open_library = open_library
        self._library: Library | None = None

    def __call__(self, job: Job) -> Generator[Answer | None, None, None]:
        if self._library is None:
            self._library = self._open_library()
        yield from steps_of(job, self._library)
