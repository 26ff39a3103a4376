"""Connections to the record: one a thread for reading, one for writing; also where the folder cannot be written."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import quote

from kgtui.library.errors import LibraryTooNew, LibraryUnreadable
from kgtui.library.migrations import VERSION, migrate, version_of

if TYPE_CHECKING:
    from kgtui.corrections import Corrections

Made = TypeVar("Made")

FILE = "library.sqlite3"
_PATIENCE = 5.0  # seconds that SQLite waits for a lock of its own


class Connections:
    """The connections of one library in this process."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / FILE
        self._mine = threading.local()
        self._open: list[sqlite3.Connection] = []
        self._guard = threading.Lock()
        self.writable = os.access(folder, os.W_OK) and (not self._path.exists() or os.access(self._path, os.W_OK))

    def prepare(self) -> None:
        """Make the record, or bring it to this program's version."""
        connection = self._connect("rwc" if self.writable else "ro")
        try:
            found = version_of(connection)
            if found > VERSION:
                raise LibraryTooNew(self._folder, found, VERSION)
            if found < VERSION:
                if not self.writable:
                    raise LibraryUnreadable(self._folder, f"schema {found} < {VERSION}")
                migrate(connection)
        except sqlite3.Error as error:
            raise LibraryUnreadable(self._folder, str(error)) from error
        finally:
            connection.close()

    def reader(self) -> sqlite3.Connection:
        """This thread's connection for reading."""
        return self._held("reader", lambda connection: connection)

    def corrected(self, corrections: Corrections, *, own: bool) -> sqlite3.Connection:
        """This thread's connection for reading with corrections, those of all readers or also its ``own``."""
        from kgtui.library.corrected import CorrectedRecord  # noqa: PLC0415 - hardly any record is corrected

        return self._held("own" if own else "shared", CorrectedRecord).seen_with(corrections)

    def writer(self) -> sqlite3.Connection:
        """A connection for writing, for as long as the lock is held; the caller closes it."""
        connection = self._connect("rw")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")  # what was committed survives a power cut
        return connection

    def close(self) -> None:
        with self._guard:
            for connection in self._open:
                connection.close()
            self._open.clear()

    def _held(self, name: str, made: Callable[[sqlite3.Connection], Made]) -> Made:
        """What was made of this thread's connection of a name."""
        held: tuple[Made, object] | None = getattr(self._mine, name, None)
        stamp = None if self.writable else self._stamp()
        if held is None or held[1] != stamp:
            held = made(self._remembered(self._connect("ro"))), stamp
            setattr(self._mine, name, held)
        return held[0]

    def _connect(self, mode: str) -> sqlite3.Connection:
        try:
            connection = self._sqlite(f"mode={mode}")
            if mode != "ro":
                connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchall()
        except sqlite3.Error as error:
            if mode != "ro" or self.writable or not self._path.exists():
                raise LibraryUnreadable(self._folder, str(error)) from error
        else:
            return connection
        try:  # a read-only folder in which no write-ahead log can be made: the file as it stands
            return self._sqlite("mode=ro&immutable=1")
        except sqlite3.Error as error:
            raise LibraryUnreadable(self._folder, str(error)) from error

    def _sqlite(self, options: str) -> sqlite3.Connection:
        return sqlite3.connect(
            f"file:{quote(str(self._path))}?{options}",
            uri=True,
            timeout=_PATIENCE,
            isolation_level=None,
            check_same_thread=False,  # each is used by one thread, and closed by whichever closes the library
        )

    def _remembered(self, connection: sqlite3.Connection) -> sqlite3.Connection:
        with self._guard:
            self._open.append(connection)
        return connection

    def _stamp(self) -> tuple[tuple[int, int] | None, ...]:
        """Changes where another user has written: a connection to an unchanging file must then be made anew."""
        stamps: list[tuple[int, int] | None] = []
        for suffix in ("", "-wal"):
            try:
                status = Path(f"{self._path}{suffix}").stat()
            except OSError:
                stamps.append(None)
            else:
                stamps.append((status.st_mtime_ns, status.st_size))
        return tuple(stamps)
