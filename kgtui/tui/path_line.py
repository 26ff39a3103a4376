"""A path as it is typed or pasted into a line, and how it may go on."""

from __future__ import annotations

import os
from itertools import islice
from pathlib import Path
from urllib.parse import unquote

_LOOKED_AT = 2000  # names of a folder
_QUOTES = "\"'«»“”"
_ADDRESS = "file://"
_HOME, _HOME_RUSSIAN = "~", "Ё"  # the second is the same key under the Russian layout


def path_in(line: str) -> Path | None:
    """The path that a line means, None where it is empty. Quotes around it, ``~``, spaces written as a shell writes
    them and a ``file://`` address are understood.

    >>> path_in(" '/tmp/новости 2025' "), path_in("file:///tmp/a%20b"), path_in("/tmp/a\\\\ b")
    (PosixPath('/tmp/новости 2025'), PosixPath('/tmp/a b'), PosixPath('/tmp/a b'))
    >>> path_in("Ё/новости") == path_in("~/новости")
    True
    """
    text = _unquoted(line)
    if text.startswith(_ADDRESS):
        text = unquote(text.removeprefix(_ADDRESS))
    if not text:
        return None
    if text.partition("/")[0] == _HOME_RUSSIAN and not is_there(_HOME_RUSSIAN):
        text = text.replace(_HOME_RUSSIAN, _HOME, 1)
    text = os.path.expanduser(text)  # noqa: PTH111 - pathlib raises where there is no user of a name
    return Path(text if is_there(text) or "\\ " not in text else text.replace("\\ ", " "))


def is_there(path: Path | str) -> bool:
    """Whether something is at a path that may be looked at; nothing is at one that cannot be a path."""
    return os.path.exists(path)  # noqa: PTH110 - pathlib raises where a folder is closed to us, or a name too long


def goes_on(line: str) -> list[str]:
    """The lines that a line may become: with the names of the folder that begin as it ends, folders with a slash."""
    path, text = path_in(line) or Path(), _unquoted(line)
    is_whole = not text or text.endswith("/")
    folder, begun = (path, "") if is_whole else (path.parent, path.name)
    start = text[: text.rfind("/") + 1]
    return [start + name for name in sorted(_names(folder, begun))]


def _unquoted(line: str) -> str:
    return line.strip().strip(_QUOTES).strip()


def _names(folder: Path, begun: str) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return [
                entry.name + ("/" if entry.is_dir() else "")
                for entry in islice(entries, _LOOKED_AT)
                if entry.name.startswith(begun) and (begun or not entry.name.startswith("."))
            ]
    except OSError:
        return []
