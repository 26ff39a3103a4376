"""The reader's last look at a brief: a brief does not fail for a file that only marks what is new in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgtui.cli.session import Session

if TYPE_CHECKING:
    from kgtui.dossier import Subject
    from kgtui.library import Library
    from kgtui.reader import Look


def last_look_at(subject: Subject, library: Library, session: Session) -> Look | None:
    """None where the reader never looked, or where that cannot be read, which is said."""
    from kgtui import reader  # noqa: PLC0415 - not for --help

    try:
        return reader.last_look(library, reader.look_at_subject(subject.kind, subject.key))
    except (reader.DamagedFile, OSError) as error:
        _say(error, session)
        return None


def remember_look(subject: Subject, library: Library, change: int, session: Session) -> None:
    """The brief of a subject was shown as the library was at a change."""
    from kgtui import reader  # noqa: PLC0415 - not for --help

    look = reader.Look(change, session.settings.date_today())
    try:
        reader.looked(library, reader.look_at_subject(subject.kind, subject.key), look)
    except reader.DamagedFile:
        pass  # was said when it was read
    except OSError as error:
        _say(error, session)


def _say(error: Exception, session: Session) -> None:
    from kgtui.cli.trouble import failure_of  # noqa: PLC0415 - only where there is one

    if failure := failure_of(error):
        session.output.talk(failure.message)
