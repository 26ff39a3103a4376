"""Errors of the rooms below as sentences: what happened, where, what to do next."""

from __future__ import annotations

from kgtui import refusal
from kgtui.cli.exits import LIBRARY_UNUSABLE, USAGE
from kgtui.cli.failure import Failure
from kgtui.gazetteer import GazetteerError
from kgtui.library import (
    Busy,
    LibraryError,
    LibraryMissing,
    LibraryTooNew,
    LibraryTooOld,
    LibraryUnreadable,
    NotWritten,
    ReadOnly,
)
from kgtui.locale import t
from kgtui.reader import DamagedFile
from kgtui.recognition import RecogniserMissing


def failure_of(error: Exception) -> Failure | None:
    """The failure that an error means, None for one that nobody foresaw."""
    if isinstance(error, LibraryError):
        return Failure(_library_sentence(error), LIBRARY_UNUSABLE)
    if isinstance(error, (GazetteerError, RecogniserMissing, DamagedFile)):
        return Failure(_sentence(error), USAGE)
    if refusal.is_of_database(error):
        return Failure(t("errors.library.damaged", reason=refusal.reason(error)), LIBRARY_UNUSABLE)
    if isinstance(error, OSError):
        return Failure(refusal.sentence(error), LIBRARY_UNUSABLE)
    return None


def _sentence(error: GazetteerError | RecogniserMissing | DamagedFile) -> str:
    if isinstance(error, GazetteerError):
        return t("errors.gazetteer", reason=error)
    if isinstance(error, RecogniserMissing):
        return t("errors.recogniser", missing=error.missing)
    return t("errors.reader_file", path=error.path, reason=error.reason)


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
    if isinstance(error, (LibraryTooNew, LibraryTooOld)):
        key = "too_new" if isinstance(error, LibraryTooNew) else "too_old"
        return t(f"errors.library.{key}", path=path, found=error.found, known=error.known)
    if isinstance(error, ReadOnly):
        return t("errors.library.read_only", path=path)
    if isinstance(error, NotWritten):
        step = refusal.next_step(error.cause)
        return t("errors.library.not_written", path=path, reason=refusal.reason(error.cause), step=step)
    reason = refusal.reason(error.cause if isinstance(error, LibraryUnreadable) else error)
    return t("errors.library.unreadable", path=path, reason=reason)
