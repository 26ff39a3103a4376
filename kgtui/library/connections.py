"""Connections to the record: one a thread for reading, one for writing; also where the folder cannot be written.

SQLite reads a record with a write-ahead log only by the log and its index, the files ``-wal`` and ``-shm`` beside it.
Whoever may write makes them where they are missing. Whoever may not is lost without them, so they are left where they
are: SQLite clears them away when the last connection that may write is closed, unless one that may not is still open.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar
from urllib.parse import quote

from kgtui.library.errors import LibraryMissing, LibraryReplaced, LibraryTooNew, LibraryTooOld, LibraryUnreadable
from kgtui.library.migrations import VERSION, migrate, version_of

if TYPE_CHECKING:
    from kgtui.corrections import Corrections

Made = TypeVar("Made")

FILE = "library.sqlite3"
_PATIENCE = 5.0  # seconds that SQLite waits for a lock of its own
_Stamp = tuple[tuple[int, int] | None, ...]


class _Held(Generic[Made]):
    """What was made of a connection; of one that does not see what others write, as the files stood then. The one
    ``before`` it may still be read by whoever asked for it last."""

    def __init__(
        self, made: Made, connection: sqlite3.Connection, stamp: _Stamp | None, before: sqlite3.Connection | None
    ) -> None:
        self.made = made
        self.connection = connection
        self.stamp = stamp
        self.before = before


class Connections:
    """The connections of one library in this process."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / FILE
        self._mine = threading.local()
        self._open: list[sqlite3.Connection] = []
        self._guard = threading.Lock()
        self._inode: int | None = None
        self.writable = os.access(folder, os.W_OK) and (not self._path.exists() or os.access(self._path, os.W_OK))

    def prepare(self) -> None:
        """Make the record, or bring it to this program's version."""
        try:
            if self.writable:
                with closing(self._connect("rwc")) as connection:
                    if self._version(connection) < VERSION:
                        migrate(connection)
                    self.reader()  # open until the library is closed, so that the log stays
            elif (found := self._version(self.reader())) < VERSION:
                raise LibraryTooOld(self._folder, found, VERSION)
        except sqlite3.Error as error:
            raise LibraryUnreadable(self._folder, error) from error
        self.check_in_place()

    def _version(self, connection: sqlite3.Connection) -> int:
        found = version_of(connection)
        if found > VERSION:
            raise LibraryTooNew(self._folder, found, VERSION)
        return found

    def reader(self) -> sqlite3.Connection:
        """This thread's connection for reading."""
        return self._held("reader", lambda connection: connection)

    def corrected(self, corrections: Corrections, *, own: bool) -> sqlite3.Connection:
        """This thread's connection for reading with corrections, those of all readers or also its ``own``."""
        from kgtui.library.corrected import CorrectedRecord  # noqa: PLC0415 - hardly any record is corrected

        return self._held("own" if own else "shared", CorrectedRecord).seen_with(corrections)

    def check_in_place(self) -> None:
        """Raises LibraryMissing, LibraryReplaced: what is open is no longer the file of its name."""
        try:
            inode = self._path.stat().st_ino
        except OSError as error:
            raise LibraryMissing(self._folder) from error
        if self._inode is None:
            self._inode = inode
        if inode != self._inode:
            raise LibraryReplaced(self._folder)

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
        held: _Held[Made] | None = getattr(self._mine, name, None)
        if held is None or (held.stamp is not None and held.stamp != self._stamp()):
            if held is not None and held.before is not None:
                self._close(held.before)
            connection, stamp = self._for_reading()
            before = held.connection if held else None
            held = _Held(made(self._remembered(connection)), connection, stamp, before)
            setattr(self._mine, name, held)
        return held.made

    def _for_reading(self) -> tuple[sqlite3.Connection, _Stamp | None]:
        """A connection for reading, and the stamp of the files where it takes them for unchanging."""
        stamp = self._stamp()
        try:
            return self._connect("ro"), None
        except LibraryUnreadable:
            if self.writable or self._log_size():
                raise
        # A folder in which no log can be made, and none is: a medium that nobody writes, or nobody has written since
        # a program that took its log away. The file holds all there is, until its stamp changes.
        try:
            return self._sqlite("mode=ro&immutable=1"), stamp
        except sqlite3.Error as error:
            raise LibraryUnreadable(self._folder, error) from error

    def _connect(self, mode: str) -> sqlite3.Connection:
        try:
            connection = self._sqlite(f"mode={mode}")
            try:
                if mode != "ro":
                    connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchall()
            except sqlite3.Error:
                connection.close()
                raise
        except sqlite3.Error as error:
            raise LibraryUnreadable(self._folder, error) from error
        return connection

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

    def _close(self, connection: sqlite3.Connection) -> None:
        with self._guard:
            self._open = [each for each in self._open if each is not connection]
            connection.close()

    def _stamp(self) -> _Stamp:
        """Changes where somebody has written."""
        return self._status(""), self._status("-wal")

    def _log_size(self) -> int:
        """Of the write-ahead log, in bytes; 0 where there is none."""
        status = self._status("-wal")
        return status[1] if status else 0

    def _status(self, suffix: str) -> tuple[int, int] | None:
        try:
            status = Path(f"{self._path}{suffix}").stat()
        except OSError:
            return None
        return status.st_mtime_ns, status.st_size
