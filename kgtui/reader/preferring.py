"""What the reader has chosen on the screen for good, whatever the library: ``preferences.json``."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from kgtui.model.codec import plain, revived
from kgtui.reader.files import ReaderFile


@dataclass(frozen=True, slots=True)
class Preferences:
    """``theme`` by its name, empty where none was chosen; ``toured``: the tour was offered; ``speakers``: below
    quotations stands who speaks."""

    theme: str = ""
    toured: bool = False
    speakers: bool = True


_PREFERENCES = ReaderFile("preferences.json", {}, lambda value: revived(Preferences, value))


def preferences() -> Preferences:
    """Raises DamagedFile, OSError, as does `prefer`."""
    return _PREFERENCES.read()


def prefer(**changed: Any) -> None:
    """Choose some of them anew; the others stay as they are."""
    _PREFERENCES.change(lambda known: plain(replace(known, **changed)))
