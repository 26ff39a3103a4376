"""Whose index may be opened. It holds pickles, which run code: only an index that nobody else can have written."""

from __future__ import annotations

import hashlib
import os
import pwd
import stat
from collections.abc import Iterator
from pathlib import Path

from kgtui.settings import Settings, cache_folder


def usable_index(library: Path, settings: Settings) -> Path:
    """The index to use: the library's own where it can be trusted, else a private one in this user's cache."""
    own = own_index(library)
    if not may_trust(library, settings):
        return private_index(library)
    if own.exists():
        readable = os.access(own, os.R_OK | os.X_OK) and _may_trust_all(own, settings)
        return own if readable else private_index(library)
    return own if os.access(library, os.W_OK) else private_index(library)


def own_index(library: Path) -> Path:
    return library / "index"


def private_index(library: Path) -> Path:
    name = hashlib.sha256(os.fsencode(library)).hexdigest()[:16]
    return cache_folder() / "indexes" / name


def _may_trust_all(folder: Path, settings: Settings) -> bool:
    """A folder with everything in it; into one that is closed to others they cannot write, whatever its files say."""
    if may_trust(folder, settings) and not folder.lstat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        return all(path.lstat().st_uid in _trusted(settings) for path in _walk(folder))
    return all(may_trust(path, settings) for path in _walk(folder))


def may_trust(path: Path, settings: Settings) -> bool:
    """Mine, root's or a trusted owner's, and writable by nobody else; links are followed by nobody."""
    try:
        status = path.lstat()
    except OSError:
        return False
    if stat.S_ISLNK(status.st_mode):
        return False
    return status.st_uid in _trusted(settings) and not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _walk(folder: Path) -> Iterator[Path]:
    yield folder
    for root, folders, files in os.walk(folder):
        yield from (Path(root, name) for name in (*folders, *files))


def _trusted(settings: Settings) -> frozenset[int]:
    return frozenset({0, os.geteuid(), *_ids(settings.trusted_owners)})


def _ids(owners: tuple[str, ...]) -> Iterator[int]:
    """The user ids of owners given by name or number; unknown names are nobody."""
    for owner in owners:
        if owner.isdigit():
            yield int(owner)
        else:
            try:
                yield pwd.getpwnam(owner).pw_uid
            except KeyError:
                continue
