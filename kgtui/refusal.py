"""Why the system, or the record's database, refused something, in the interface's words; what is rare keeps its own."""

from __future__ import annotations

import errno
from collections.abc import Mapping

from kgtui.locale import t

# What was said → its words and what can be done: ``errors.refused.…`` and ``errors.refused_next.…`` of the catalogue.
_SYSTEM: Mapping[int | None, tuple[str, str]] = {
    errno.ENOENT: ("missing", "path"),
    errno.EEXIST: ("in_the_way", "path"),
    errno.ENOTDIR: ("no_folder", "path"),
    errno.EISDIR: ("folder", "path"),
    errno.ENAMETOOLONG: ("long_name", "path"),
    errno.ELOOP: ("loop", "path"),
    errno.EACCES: ("denied", "rights"),
    errno.EPERM: ("denied", "rights"),
    errno.EROFS: ("read_only", "rights"),
    errno.ENOSPC: ("full", "room"),
    errno.EDQUOT: ("quota", "room"),
    errno.EFBIG: ("file_limit", "room"),
    errno.EMFILE: ("files", "load"),
    errno.ENFILE: ("files", "load"),
    errno.ENOMEM: ("memory", "load"),
    errno.EAGAIN: ("busy", "load"),
    errno.ECHILD: ("no_child", "load"),
    errno.EIO: ("disk", "disk"),
}
_DATABASE: Mapping[str, tuple[str, str]] = {  # SQLite's messages are alike in all its versions
    "database or disk is full": ("full", "room"),
    "disk I/O error": ("disk", "disk"),
    "attempt to write a readonly database": ("read_only", "rights"),
    "unable to open database file": ("database_closed", "rights"),
    "database disk image is malformed": ("database_damaged", "disk"),
    "file is not a database": ("no_database", "disk"),
    "database is locked": ("database_locked", "load"),
}


def reason(error: Exception) -> str:
    """In a few words, without the file."""
    if known := _known(error):
        return t(f"errors.refused.{known[0]}")
    return getattr(error, "strerror", None) or str(error)


def next_step(error: Exception) -> str:
    """What can be done, as a sentence."""
    known = _known(error)
    return t(f"errors.refused_next.{known[1] if known else 'any'}")


def sentence(error: OSError) -> str:
    """Of which file, why, and what to do."""
    where = f"{error.filename}: " if error.filename else ""
    return t("errors.system", reason=f"{where}{reason(error)}", step=next_step(error))


def is_of_database(error: Exception) -> bool:
    """Whether the record's database failed; what it is made of is the library's own affair."""
    return any(kind.__module__ == "sqlite3" for kind in type(error).__mro__)


def _known(error: Exception) -> tuple[str, str] | None:
    if isinstance(error, OSError):
        return _SYSTEM.get(error.errno)
    return _DATABASE.get(str(error)) if is_of_database(error) else None
