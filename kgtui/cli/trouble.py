"""Errors of the rooms below as sentences: what happened, where, what to do next."""

from __future__ import annotations

from kgtui.cli.exits import LIBRARY_UNUSABLE, USAGE
from kgtui.cli.failure import Failure
from kgtui.gazetteer import GazetteerError
from kgtui.library import Busy, LibraryError, LibraryMissing, LibraryTooNew, LibraryTooOld, LibraryUnreadable, ReadOnly
from kgtui.locale import t
from kgtui.reader import DamagedFile
from kgtui.recognition import RecogniserMissing


def failure_of(error: Exception) -> Failure | None:
    """The failure that an error means, None for one that nobody foresaw."""
    if isinstance(error, LibraryError):
        return Failure(_library_sentence(error), LIBRARY_UNUSABLE)
    if isinstance(error, (GazetteerError, RecogniserMissing, DamagedFile)):
        return Failure(_sentence(error), USAGE)
    if _is_of_database(error):
        return Failure(t("errors.library.damaged", reason=error), LIBRARY_UNUSABLE)
    if isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename else ""
        return Failure(t("errors.system", reason=f"{where}{error.strerror or error}"), LIBRARY_UNUSABLE)
    return None


def _sentence(error: GazetteerError | RecogniserMissing | DamagedFile) -> str:
    if isinstance(error, GazetteerError):
        return t("errors.gazetteer", reason=error)
    if isinstance(error, RecogniserMissing):
        return t("errors.recogniser", missing=error.missing)
    return t("errors.reader_file", path=error.path, reason=error.reason)


def _is_of_database(error: Exception) -> bool:
    """Whether the record's database failed while it was read; what it is made of is the library's own affair."""
    return any(kind.__module__ == "sqlite3" for kind in type(error).__mro__)


def _library_sentence(error: LibraryError) -> str:
    path = error.path
    if isinstance(error, Busy):
        unknown = t("errors.library.unknown")
        since = error.since.astimezone().strftime("%H:%M:%S") if error.since else unknown
        return t(
            "errors.library.busy", path=path, user=error.user or unknown, pid=str(error.pid or unknown), since=since
        )
    if isinstance(error, LibraryMissing):
        return t("errors.library.missing", path=path)
    if isinstance(error, LibraryTooNew):
        return t("errors.library.too_new", path=path, found=error.found, known=error.known)
    if isinstance(error, LibraryTooOld):
        return t("errors.library.too_old", path=path, found=error.found, known=error.known)
    if isinstance(error, ReadOnly):
        return t("errors.library.read_only", path=path)
    reason = error.reason if isinstance(error, LibraryUnreadable) else str(error)
    return t("errors.library.unreadable", path=path, reason=reason)
