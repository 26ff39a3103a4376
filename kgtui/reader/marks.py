"""The reader's marks of the articles of a library: ``marks/LIBRARY.jsonl``, a library named by the identity of its
record, an article by its id.

A line tells what was changed of one article's marks: ``{"article": ID, "bookmark": true}``; false and empty take away.
Opening an article so costs one short line however many were read before, and a session never takes back what another
one wrote meanwhile. Lines that later ones have made void are left out now and then. What cannot be understood stays
where it is, and so do the marks of articles that are gone.
"""

from __future__ import annotations

import json
import os
import threading
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, fields, replace
from typing import Any

from kgtui import durable
from kgtui.library import Library
from kgtui.model import NO_MARKS, MarkFilter, MarkKind, Marks, tag_key
from kgtui.settings import own_marks

_FIELDS = tuple(field.name for field in fields(Marks))
_VOID = 1000  # lines of no effect that a file may have, beside as many as there are marked articles
_ONLY_READ = {"read": True}
_READ = replace(NO_MARKS, read=True)


@dataclass(frozen=True, slots=True)
class MarkChange:
    """What becomes of some of the marks of an article: field → value."""

    article: str
    marks: Mapping[str, Any]

    def after(self, marks: Marks) -> Marks:
        if marks is NO_MARKS and self.marks == _ONLY_READ:  # most are: one value for them all
            return _READ
        return replace(marks, **self.marks)


class MarkBook:
    """The marks of one library: those of its file, and those that could not be written yet.

    Any thread may ask for anything; `of` and `change` never touch the disk, nor wait for whoever does.
    """

    def __init__(self, library: str) -> None:
        self.path = own_marks(library)
        self.damaged: list[int] = []  # numbers of lines that cannot be understood
        self.version = 0  # another one where a mark may have changed
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
            changed = {name: value for name in _FIELDS if (value := getattr(marks, name)) != getattr(before, name)}
            if changed:
                change = MarkChange(article, changed)
                self._unwritten.append(change)
                self._marks[article] = change.after(before)
                self.version += 1

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
        durable.append(descriptor, b"".join(map(_line, changes)), _is_line)
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
            self.version += 1
            self._marks = _applied([*changes, *_torn(held[whole:]), *self._unwritten], marks)
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
                    yield _change_in(line)
                except ValueError:
                    self.damaged.append(self._lines)

    def _compact(self, descriptor: int) -> None:
        """One line an article, after those that cannot be understood."""
        held = os.pread(descriptor, self._extent.end, 0).split(b"\n")
        kept = [held[number - 1] + b"\n" for number in self.damaged]
        items = self.items()
        lines = [_line(MarkChange(article, _set(marks))) for article, marks in items]
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


def _set(marks: Marks) -> dict[str, Any]:
    return {name: value for name in _FIELDS if (value := getattr(marks, name)) != getattr(NO_MARKS, name)}


def _line(change: MarkChange) -> bytes:
    record = {"article": change.article, **change.marks}
    try:
        return f"{json.dumps(record, ensure_ascii=False)}\n".encode()
    except UnicodeEncodeError:  # the name of a file that is no text
        return f"{json.dumps(record)}\n".encode()


def _change_in(line: bytes) -> MarkChange:
    """Raises ValueError where the line tells of no change."""
    try:
        record = json.loads(line)
        article = _text(record.pop("article"))
        values = {name: _READING[name](value) for name, value in record.items()}
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(str(error)) from error
    return MarkChange(article, values)


def _torn(last: bytes) -> Iterator[MarkChange]:
    """Of a last line without its end: whole where an editor left it so, else nothing."""
    with suppress(ValueError):
        yield _change_in(last)


def _is_line(last: bytes) -> bool:
    return any(True for _ in _torn(last))


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError("no yes or no")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    return value


def _tags(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError("no list")
    return tuple(map(_text, value))


_READING = {"bookmark": _flag, "note": _text, "tags": _tags, "read": _flag}
