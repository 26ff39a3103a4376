"""The reader's marks of the articles of a library: ``marks/LIBRARY.jsonl``, a library named by the identity of its
record, an article by its id.

A line tells what was changed of one article's marks (`mark_lines`). Opening an article so costs one short line however
many were read before, and a session never takes back what another one wrote meanwhile. Lines that later ones have made
void are left out now and then. What cannot be understood stays where it is, and so do the marks of articles that are
gone.
"""

from __future__ import annotations

import os
import threading
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from kgtui import durable
from kgtui.library import Library
from kgtui.model import NO_MARKS, MarkFilter, MarkKind, Marks, tag_key
from kgtui.reader.mark_lines import MarkChange, change_between, change_in, changes_in_torn, is_line, line_of
from kgtui.settings import own_marks

_VOID = 1000  # lines of no effect that a file may have, beside as many as there are marked articles


class MarkBook:
    """The marks of one library: those of its file, and those that could not be written yet.

    Any thread may ask for anything; `of` and `change` never touch the disk, nor wait for whoever does.
    """

    def __init__(self, library: str) -> None:
        self.path = own_marks(library)
        self.damaged: list[int] = []  # numbers of lines that cannot be understood
        self._marks: dict[str, Marks] = {}
        self._unwritten: list[MarkChange] = []
        self._guard = threading.Lock()
        self._disk = threading.Lock()
        self._extent = _Extent()
        self._lines = 0

    def __getstate__(self) -> dict[str, Any]:
        """A copy for another process knows what is not written yet, too."""
        with self._guard:
            kept = {**self.__dict__, "_marks": dict(self._marks), "_unwritten": list(self._unwritten)}
        del kept["_guard"], kept["_disk"]
        return kept

    def __setstate__(self, kept: dict[str, Any]) -> None:
        self.__dict__.update(kept, _guard=threading.Lock(), _disk=threading.Lock())

    def of(self, article: str) -> Marks:
        return self._marks.get(article, NO_MARKS)

    def change(self, article: str, marks: Marks) -> None:
        """These are its marks from now on; only what differs is written."""
        with self._guard:
            before = self.of(article)
            if change := change_between(article, before, marks):
                self._unwritten.append(change)
                self._marks[article] = change.after(before)

    def load(self) -> None:
        """Take in what the file holds that is not known yet. Raises OSError."""
        with self._disk, suppress(FileNotFoundError), self.path.open("rb") as file:
            self._take_in(file.fileno())

    def write(self) -> None:
        """Write what is not written yet, and take in what others wrote. Raises OSError: all of it is then written the
        next time."""
        with self._disk:
            with self._guard:
                changes = list(self._unwritten)
            if changes:
                with durable.locked(self.path) as descriptor:
                    self._append(descriptor, changes)

    # What there is

    def items(self) -> list[tuple[str, Marks]]:
        """Id and marks of every article that has some, those marked first coming first."""
        with self._guard:
            return [(article, marks) for article, marks in self._marks.items() if marks != NO_MARKS]

    def tags(self) -> list[tuple[str, int]]:
        """Each tag with the number of its articles, the most used first; in the spelling that is used most."""
        spellings = Counter(tag for _, marks in self.items() for tag in marks.tags)
        counts: Counter[str] = Counter()
        names: dict[str, str] = {}
        for tag, articles in spellings.most_common():
            counts[tag_key(tag)] += articles
            names.setdefault(tag_key(tag), tag)
        return sorted(((names[key], count) for key, count in counts.items()), key=lambda each: (-each[1], each[0]))

    # The file

    def _append(self, descriptor: int, changes: Sequence[MarkChange]) -> None:
        durable.append(descriptor, b"".join(map(line_of, changes)), is_line)
        self._take_in(descriptor)
        with self._guard:
            del self._unwritten[: len(changes)]
        if self._lines > 2 * len(self._marks) + _VOID:
            with suppress(OSError):  # as it is it serves as well
                self._compact(descriptor)

    def _take_in(self, descriptor: int) -> None:
        """Read on from where the file was read to; from its beginning where it is another one."""
        extent = _Extent.of(descriptor)
        start = self._extent.end if self._extent.goes_on_in(descriptor) else 0
        if not start:
            self.damaged, self._lines = [], 0
        held = os.pread(descriptor, extent.end - start, start)
        whole = held.rfind(b"\n") + 1
        marks = self._marks if start else _applied(self._changes(held, whole), {})
        changes = self._changes(held, whole) if start else ()
        if start and not held:
            return
        with self._guard:
            self._marks = _applied([*changes, *changes_in_torn(held[whole:]), *self._unwritten], marks)
        self._extent = replace(extent, end=start + whole)

    def _changes(self, held: bytes, whole: int) -> Iterator[MarkChange]:
        """Those of the whole lines, counted."""
        at = 0
        while at < whole:
            end = held.index(b"\n", at)
            line, at = held[at:end], end + 1
            self._lines += 1
            if line.strip():
                try:
                    yield change_in(line)
                except ValueError:
                    self.damaged.append(self._lines)

    def _compact(self, descriptor: int) -> None:
        """One line an article, after those that cannot be understood."""
        held = os.pread(descriptor, self._extent.end, 0).split(b"\n")
        kept = [held[number - 1] + b"\n" for number in self.damaged]
        changes = (change_between(article, NO_MARKS, marks) for article, marks in self.items())
        lines = [line_of(change) for change in changes if change]
        durable.replace(self.path, b"".join([*kept, *lines]))
        with self.path.open("rb") as file:
            self._extent = _Extent.of(file.fileno())
        self.damaged = list(range(1, len(kept) + 1))
        self._lines = len(kept) + len(lines)


def numbers_marked(library: Library, book: MarkBook, wanted: MarkFilter) -> set[int]:
    """The numbers of the articles of a library that are marked so."""
    if wanted.kind is MarkKind.UNREAD:
        read = [article for article, marks in book.items() if marks.read]
        return set(library.numbers()) - set(library.numbers_of(read).values())
    return set(library.numbers_of([article for article, marks in book.items() if wanted.fits(marks)]).values())


def tags_in(text: str, known: Iterable[str]) -> tuple[str, ...]:
    """The tags that a text names, parted by commas, each once; one that is known already as it is spelt there.

    >>> tags_in("граница,  Торг , граница", ["торг"])
    ('граница', 'торг')
    """
    spelt = {tag_key(tag): tag for tag in known}
    names = (" ".join(part.split()).lstrip("#") for part in text.split(","))
    return tuple({tag_key(name): spelt.get(tag_key(name), name) for name in names if name}.values())


@dataclass(frozen=True, slots=True)
class _Extent:
    """A file, by its number in the file system, and up to which byte it is known."""

    file: tuple[int, int] | None = None
    end: int = 0

    @classmethod
    def of(cls, descriptor: int) -> _Extent:
        status = os.fstat(descriptor)
        return cls((status.st_dev, status.st_ino), status.st_size)

    def goes_on_in(self, descriptor: int) -> bool:
        """Whether a file is this one, with no more than lines appended."""
        there = _Extent.of(descriptor)
        if there.file != self.file or there.end < self.end:
            return False
        return self.end == 0 or os.pread(descriptor, 1, self.end - 1) == b"\n"


def _applied(changes: Iterable[MarkChange], marks: dict[str, Marks]) -> dict[str, Marks]:
    """The same marks, changed."""
    for change in changes:
        marks[change.article] = change.after(marks.get(change.article, NO_MARKS))
    return marks
