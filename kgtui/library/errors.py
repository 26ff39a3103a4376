"""Why a library cannot be used. Each error carries what a face needs to say it in the reader's language."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path


class LibraryError(Exception):
    """A library cannot be used as asked; ``path`` is its folder."""

    def __init__(self, path: Path, *details: object) -> None:
        super().__init__(path, *details)
        self.path = path


class LibraryMissing(LibraryError):  # noqa: N818 - named for what is the matter
    """There is no library, and none was to be made."""


class LibraryReplaced(LibraryError):  # noqa: N818
    """Another record stands in the place of the one that is open."""


class LibraryUnreadable(LibraryError):  # noqa: N818
    """The record cannot be opened, read or written: no permission, no database, a damaged one, a full disk. ``cause``
    is what the system or the database said."""

    def __init__(self, path: Path, cause: Exception) -> None:
        super().__init__(path, cause)
        self.cause = cause


class NotWritten(LibraryUnreadable):
    """What was to be written is not; what was written before stays."""


class LibraryTooNew(LibraryError):  # noqa: N818
    """The record was made by a later version of the program."""

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(path, found, known)
        self.found = found
        self.known = known


class LibraryTooOld(LibraryError):  # noqa: N818
    """The record was made by an earlier version of the program, and this user may not bring it up to date."""

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(path, found, known)
        self.found = found
        self.known = known


class ReadOnly(LibraryError):  # noqa: N818
    """The library cannot be written by this user."""


class Busy(LibraryError):  # noqa: N818
    """Another process is writing. ``pid``, ``user`` and ``since`` say who; None where that cannot be known."""

    def __init__(self, path: Path, pid: int | None, user: str | None, since: datetime | None) -> None:
        super().__init__(path, pid, user, since)
        self.pid = pid
        self.user = user
        self.since = since
