"""The corrections of a library: those that all its readers share, and on top of them the reader's own."""

from __future__ import annotations

import getpass
import os
import secrets
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timezone
from functools import cached_property
from pathlib import Path

from kgtui.corrections import file
from kgtui.corrections.applying import corrected
from kgtui.corrections.changes import Amend, Change, Correction, Hide, Merge, Rename, Split, Undo
from kgtui.corrections.file import Contents, DamagedLine, Stamp, stamp_of
from kgtui.model import Actor, EntityKind, Facts

Identity = tuple[EntityKind, str]  # kind and key


@dataclass(frozen=True)
class Corrections:
    """The changes that hold, in their order. One that has changed is another object."""

    changes: tuple[Change, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.changes)

    @cached_property
    def articles(self) -> Mapping[str, Sequence[int]]:
        """Id → the numbers of the changes that speak of a place in this article."""
        found: dict[str, list[int]] = {}
        for number, change in enumerate(self.changes):
            if isinstance(change, Hide | Amend):
                found.setdefault(change.place.article, []).append(number)
        return found

    @cached_property
    def names(self) -> Sequence[int]:
        """The numbers of the changes that say what else has a name, whatever the article."""
        return [number for number, change in enumerate(self.changes) if isinstance(change, Merge | Rename)]

    @cached_property
    def moves(self) -> Mapping[Identity, tuple[str, str]]:
        """Kind and key → the key and name that it has after all of these, where it is spoken of."""
        found: dict[Identity, tuple[str, str]] = {}
        sources = dict.fromkeys((each.kind, each.key) for each in self._merges_and_renames())
        for kind, key in sources:
            at, name = key, ""
            for change in self._merges_and_renames():
                if (change.kind, change.key) == (kind, at):
                    at, name = (change.into, change.into_name) if isinstance(change, Merge) else (at, change.name)
            found[kind, key] = at, name
        return found

    @cached_property
    def former(self) -> Sequence[Actor]:
        """By a name that it had before one of these, what has now another key or name: under the key that it has."""
        names = ((each, each.name if isinstance(each, Merge) else each.was) for each in self._merges_and_renames())
        return [Actor(each.kind, self.moves[each.kind, each.key][0], name) for each, name in names]

    def applied(self, article: str, text: str, facts: Facts) -> Facts:
        """The facts of an article as they stand."""
        numbers = sorted({*self.articles.get(article, ()), *self.names})
        return corrected(facts, text, (self.changes[number] for number in numbers))

    def _merges_and_renames(self) -> Iterator[Merge | Rename]:
        return (change for change in self.changes if isinstance(change, Merge | Rename))


@dataclass(frozen=True, slots=True)
class Logged:
    """A correction as it stands in its file."""

    correction: Correction
    shared: bool
    undone: bool


class Ledger:
    """The two files of a library; any thread may ask. ``own`` is asked for its path when it is first needed."""

    def __init__(self, shared: Path, own: Callable[[], Path]) -> None:
        self._shared_path = shared
        self._own_path_of = own
        self._guard = threading.Lock()
        self._read: dict[Path, tuple[Stamp | None, Contents]] = {}
        self._standing: dict[bool, tuple[tuple[Contents, ...], Corrections]] = {}

    @cached_property
    def _own_path(self) -> Path:
        return self._own_path_of()

    def shared(self) -> Corrections:
        """What holds for all readers of the library."""
        return self._holding(own=False)

    def all(self) -> Corrections:
        """What holds for this reader; the same object as `shared` where the reader has corrected nothing."""
        return self._holding(own=True) if self._contents(self._own_path).corrections else self.shared()

    def add(self, change: Change, *, shared: bool = False) -> Correction:
        """Raises OSError."""
        correction = _signed(change)
        file.change(self._path(shared), lambda _: correction)
        return correction

    def last(self, *, shared: bool = False) -> Correction | None:
        """The last correction of a file that still holds: what `undo` would take back."""
        return _last(self._contents(self._path(shared)))

    def undo(self, *, shared: bool = False, only: str | None = None) -> Correction | None:
        """Take back the last correction of a file that still holds, or the one with an id; gives it. Raises OSError."""
        undone: list[Correction] = []

        def undoing(contents: Contents) -> Correction | None:
            undone.extend(filter(None, [_last(contents, only)]))
            return _signed(Undo(undone[0].id)) if undone else None

        file.change(self._path(shared), undoing)
        return undone[0] if undone else None

    def log(self) -> list[Logged]:
        """All that was ever corrected, the library's before the reader's, the earliest first."""
        files = [(self._contents(self._path(shared)).corrections, shared) for shared in (True, False)]
        undone = _undone(each for corrections, _ in files for each in corrections)
        return [
            Logged(each, shared, each.id in undone)
            for corrections, shared in files
            for each in corrections
            if not isinstance(each.change, Undo)
        ]

    def damaged(self) -> tuple[DamagedLine, ...]:
        """The lines of both files that cannot be understood."""
        return (*self._contents(self._shared_path).damaged, *self._contents(self._own_path).damaged)

    def _path(self, shared: bool) -> Path:
        return self._shared_path if shared else self._own_path

    def _holding(self, *, own: bool) -> Corrections:
        contents = [self._contents(self._shared_path), *([self._contents(self._own_path)] if own else [])]
        with self._guard:
            held = self._standing.get(own)
            if held is None or any(new is not old for new, old in zip(contents, held[0], strict=True)):
                every = [correction for each in contents for correction in each.corrections]
                held = tuple(contents), Corrections(_holding(every))
                self._standing[own] = held
            return held[1]

    def _contents(self, path: Path) -> Contents:
        stamp = stamp_of(path)
        with self._guard:
            held = self._read.get(path)
            if held is None or held[0] != stamp:
                held = stamp, file.read(path) if stamp else Contents()
                self._read[path] = held
            return held[1]


def _holding(corrections: Sequence[Correction]) -> tuple[Change, ...]:
    undone = _undone(corrections)
    held: list[Change] = []
    for correction in corrections:
        change = correction.change
        if isinstance(change, Undo) or correction.id in undone:
            continue
        if isinstance(change, Split):
            split = change
            held = [each for each in held if not (isinstance(each, Merge) and _is_of(each, split))]
        else:
            held.append(change)
    return tuple(held)


def _last(contents: Contents, only: str | None = None) -> Correction | None:
    undone = _undone(contents.corrections)
    standing = (each for each in reversed(contents.corrections) if not isinstance(each.change, Undo))
    return next((each for each in standing if each.id not in undone and only in (None, each.id)), None)


def _is_of(merge: Merge, split: Split) -> bool:
    return (merge.kind, merge.key) == (split.kind, split.key)


def _undone(corrections: Iterable[Correction]) -> set[str]:
    return {each.change.correction for each in corrections if isinstance(each.change, Undo)}


def _signed(change: Change) -> Correction:
    return Correction(secrets.token_hex(6), datetime.now(timezone.utc).replace(microsecond=0), _user(), change)


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a user id without a name
        return str(os.getuid())
