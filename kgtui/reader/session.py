"""Where the reader stands in a library, and where they have been: ``sessions/LIBRARY.json``, a file a library.

A library is named by the identity of its record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kgtui.model.codec import plain, revived
from kgtui.reader.files import ReaderFile
from kgtui.unloaded import Unloaded

if TYPE_CHECKING:
    from kgtui.reader import kept
    from kgtui.reader.kept import Session
else:  # at the first start there is nothing to make of it before the first paint
    kept = Unloaded("kgtui.reader.kept")


def load_session(library: str) -> Session | None:
    """The session of a library, by its identity; None where nothing was kept yet. Raises DamagedFile, OSError."""
    return _file(library).read()


def keep_session(library: str, session: Session) -> None:
    """Keep it in place of the one before. Raises DamagedFile, OSError."""
    _file(library).change(lambda _: plain(session))


def _session(value: Any) -> Session | None:
    return None if value == {} else revived(kept.Session, value)


def _file(library: str) -> ReaderFile[Session | None]:
    return ReaderFile(f"sessions/{library}.json", {}, _session)
