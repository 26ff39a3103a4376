"""What goes between the screen and its helper: pickles over a socket, one a line of work.

On a line the screen sends a job, the helper its steps one by one. After each the screen says whether it takes another
one: a job that was overtaken ends there.
"""

from __future__ import annotations

import pickle
import traceback
from contextlib import suppress
from dataclasses import dataclass
from io import BufferedRWPair
from socket import socket
from typing import Any

from kgtui.tui.jobs.worker import Answer


@dataclass(frozen=True, slots=True)
class Step:
    answer: Answer | None


@dataclass(frozen=True, slots=True)
class End:
    """There are no more steps."""


@dataclass(frozen=True, slots=True)
class Failed:
    """The job raised; ``told`` is the traceback."""

    error: Exception
    told: str

    @classmethod
    def by(cls, error: Exception) -> Failed:
        told = "".join(traceback.format_exception(error))
        try:
            pickle.loads(pickle.dumps(error))  # noqa: S301 - our own
        except Exception:  # an error may have whatever it likes in it
            error = RuntimeError(repr(error))
        return cls(error, told)


class ToldByHelper(Exception):  # noqa: N818 - it goes where tracebacks are put down
    """The traceback of an error in the helper, as its cause."""


class Gone(Exception):  # noqa: N818 - named for what is the matter
    """There is nobody at the other end."""


# A stream that was closed here meanwhile raises ValueError, one that breaks off in the middle UnpicklingError.
_ENDED = (EOFError, OSError, ValueError, pickle.UnpicklingError)


class Line:
    """One end. Reading and writing raise Gone, and what pickling a value raises; after that the line can be used."""

    def __init__(self, end: socket) -> None:
        self._end = end
        self._stream: BufferedRWPair = end.makefile("rwb")

    def write(self, value: object) -> None:
        held = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
        try:
            pickle.dump(held, self._stream)
            self._stream.flush()
        except _ENDED as error:
            raise Gone from error

    def read(self) -> Any:
        try:
            held = pickle.load(self._stream)  # noqa: S301 - from our own process
        except _ENDED as error:
            raise Gone from error
        return pickle.loads(held)  # noqa: S301 - as above

    def close(self) -> None:
        with suppress(OSError):
            self._stream.close()
        self._end.close()
