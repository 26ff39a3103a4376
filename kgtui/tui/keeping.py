"""Keeps the session beside the screen: a thread that writes the newest state, and none that it overtook."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from kgtui.unloaded import Unloaded

if TYPE_CHECKING:
    from kgtui import reader
    from kgtui.reader import Session
else:
    reader = Unloaded("kgtui.reader")


Value = TypeVar("Value")

_PAUSE_SECONDS = 0.3  # between two writes: what changes meanwhile is written once
LAST_SECONDS = 5.0  # to wait for the last write, where the disk is slow


class Keeper:
    """Of one library, by its identity. ``fail`` is told the first error, from whichever thread: a file that is damaged
    is not written over, and one that cannot be written hinders nobody from reading."""

    def __init__(self, library: str, fail: Callable[[Exception], None]) -> None:
        self._library = library
        self._fail = fail
        self._has_failed = False
        self._session: Session | None = None
        self._positions: dict[str, int] = {}
        self._condition = threading.Condition()
        self._is_writing = False
        self._is_hurried = False
        self._stopped = False
        self._thread = threading.Thread(target=self._work, name="kgtui-keeper", daemon=True)

    def load(self) -> tuple[Session | None, Mapping[str, int]]:
        """The session, and how far articles were read; nothing where there is none or it cannot be understood."""
        session = self._tried(partial(reader.load_session, self._library), None)
        return session, self._tried(partial(reader.load_positions, self._library), {})

    def keep(self, session: Session, positions: Mapping[str, int]) -> None:
        """Have the session written in place of the one before, and how far some articles were read."""
        with self._condition:
            self._session = session
            self._positions.update(positions)
            self._condition.notify_all()
        if not self._thread.is_alive() and not self._stopped:
            self._thread.start()

    def flush(self) -> None:
        """Wait until all that was given is written."""
        with self._condition:
            self._is_hurried = True
            self._condition.notify_all()
            self._condition.wait_for(lambda: self._session is None and not self._is_writing, LAST_SECONDS)
            self._is_hurried = False

    def stop(self) -> None:
        """Write what is left, and nothing after it."""
        with self._condition:
            self._stopped = True
            self._condition.notify_all()
        if self._thread.is_alive():
            self._thread.join(LAST_SECONDS)

    def _work(self) -> None:
        while True:
            with self._condition:
                self._condition.wait_for(lambda: self._session is not None or self._stopped)
                session, positions = self._session, self._positions
                if session is None:
                    return
                self._session, self._positions, self._is_writing = None, {}, True
            self._write(session, positions)
            with self._condition:
                self._is_writing = False
                self._condition.notify_all()
                self._condition.wait_for(lambda: self._is_hurried or self._stopped, _PAUSE_SECONDS)

    def _write(self, session: Session, positions: Mapping[str, int]) -> None:
        self._tried(partial(reader.keep_session, self._library, session), None)
        if positions:
            self._tried(partial(reader.keep_positions, self._library, positions), None)

    def _tried(self, do: Callable[[], Value], otherwise: Value) -> Value:
        try:
            return do()
        except (reader.DamagedFile, OSError) as error:
            if not self._has_failed:
                self._has_failed = True
                self._fail(error)
            return otherwise
