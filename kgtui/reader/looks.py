"""When the reader last looked at the brief of a subject, or at the news: ``looks.json``.

``{LIBRARY: {WHAT: {"change": CHANGE, "on": DAY}}}``. A library is named by the identity of its record, so that a look
goes with it where the folder is moved. WHAT is the kind and key of a subject («country TJ»), or «news».
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from kgtui.model import EntityKind
from kgtui.reader.files import ReaderFile

if TYPE_CHECKING:
    from kgtui.library import Library

NEWS = "news"


@dataclass(frozen=True, slots=True)
class Look:
    """When the reader last looked: the library's change number of then, and the day."""

    change: int
    on: date


_Kept = dict[str, dict[str, Look]]


def _looks(value: Any) -> _Kept:
    return {str(library): {str(what): _look(each) for what, each in looks.items()} for library, looks in value.items()}


def _look(value: Any) -> Look:
    if not isinstance(value["change"], int):
        raise TypeError("no change number")
    return Look(value["change"], date.fromisoformat(value["on"]))


_LOOKS = ReaderFile("looks.json", {}, _looks)


def look_at_subject(kind: EntityKind, key: str) -> str:
    """What is looked at where somebody reads the brief of a subject."""
    return f"{kind.value} {key}"


def last_look(library: Library, what: str) -> Look | None:
    """None where the reader never looked; also in a library that was put back to before the look. Raises DamagedFile,
    OSError."""
    look = _LOOKS.read().get(library.identity, {}).get(what)
    return look if look and look.change <= library.change else None


def looked(library: Library, what: str, look: Look) -> None:
    """What the library held at a change was shown. A later look, of another process, is not taken back. Raises
    DamagedFile, OSError."""
    owner, now = library.identity, library.change

    def advanced(kept: _Kept) -> object:
        earlier = kept.get(owner, {}).get(what)
        if earlier is None or earlier.change <= look.change or earlier.change > now:
            kept[owner] = {**kept.get(owner, {}), what: look}
        return _record(kept)

    _LOOKS.change(advanced)


def _record(kept: Mapping[str, Mapping[str, Look]]) -> object:
    return {
        library: {what: {"change": look.change, "on": look.on.isoformat()} for what, look in looks.items()}
        for library, looks in kept.items()
    }
