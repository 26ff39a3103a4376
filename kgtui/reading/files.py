"""Files, folders and streams → documents, or the reason why not. One bad file never ends the run."""

from __future__ import annotations

import hashlib
import io
import os
import re
import stat
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import BinaryIO

from kgtui import refusal
from kgtui.locale import t
from kgtui.model import Document
from kgtui.reading.article import Given, document_of
from kgtui.reading.dates import date_in_name
from kgtui.reading.decoding import decode, encoding_of
from kgtui.reading.jsonlines import read_lines
from kgtui.reading.skipped import ReadingError, Skipped, SkipReason

LIMIT_BYTES = 10_000_000  # of a text file, or of a line of JSON Lines
_TEXT = frozenset({"", ".txt", ".text", ".md"})
_LINES = frozenset({".jsonl", ".ndjson"})
_EXTENSION = re.compile(r"\.[a-z][a-z0-9]{0,7}", re.IGNORECASE)
_SAMPLE = 4096
_BLOCK = 1 << 20


def read_path(path: Path, *, limit_bytes: int = LIMIT_BYTES) -> Iterator[Document | Skipped]:
    """The documents of one file: one of a text file, one a line of JSON Lines. Never raises for what it finds."""
    origin = _shown(os.path.abspath(path))  # noqa: PTH100 - links are not resolved: the path as given
    extension = _extension(path)
    if extension not in _TEXT | _LINES:
        yield Skipped(origin, SkipReason.NOT_SUPPORTED, extension)
        return
    try:
        with _opened(path) as file:
            if extension in _LINES:
                yield from read_lines(_lines(file, limit_bytes), _stem(path), origin)
            else:
                yield _text_document(file, path, origin, limit_bytes)
    except ReadingError as error:
        yield error.skipped(origin)
    except OSError as error:
        yield Skipped(origin, SkipReason.UNREADABLE, refusal.reason(error))


def documents_in(paths: Iterable[Path]) -> Iterator[Document | Skipped]:
    """The documents of files and folders: folders with all below them, sorted by name, without hidden files.

    A file or folder that is met twice, by whatever path, is read once.
    """
    seen: set[tuple[int, int]] = set()
    for path in paths:
        for found in _files(path, seen, ()):
            if isinstance(found, Skipped):
                yield found
            else:
                yield from read_path(found)


def count_in(paths: Iterable[Path]) -> int:
    """How many documents files and folders may hold: a text file one, JSON Lines as many as there are lines."""
    seen: set[tuple[int, int]] = set()
    return sum(_count(found) for path in paths for found in _files(path, seen, ()))


def _count(found: Path | Skipped) -> int:
    if isinstance(found, Skipped) or _extension(found) not in _LINES:
        return 1
    try:
        with _opened(found) as file:
            return sum(block.count(b"\n") for block in iter(partial(file.read, _BLOCK), b"")) or 1
    except (ReadingError, OSError):
        return 1


def read_stream(raw: bytes, origin: str = "-") -> Iterator[Document | Skipped]:
    """The documents of what was piped in: JSON Lines where its first line is an object, else one plain text."""
    stem = f"stdin-{hashlib.sha256(raw).hexdigest()[:8]}"
    try:
        text = decode(raw)
        if text.lstrip()[:1] == "{":
            yield from read_lines((line.encode() for line in text.split("\n")), stem, origin)
        else:
            yield document_of(text, Given(id=stem, origin=origin))
    except ReadingError as error:
        yield error.skipped(origin)


def _files(path: Path, seen: set[tuple[int, int]], above: tuple[tuple[int, int], ...]) -> Iterator[Path | Skipped]:
    try:
        status = path.stat()
        key = (status.st_dev, status.st_ino)
        if key in above:
            yield _unreadable(path, t("errors.refused.loop"))
        elif key in seen:
            return
        elif stat.S_ISDIR(status.st_mode):
            seen.add(key)
            for child in sorted(path.iterdir()):
                if not child.name.startswith("."):
                    yield from _files(child, seen, (*above, key))
        else:
            seen.add(key)
            yield path
    except OSError as error:
        yield _unreadable(path, refusal.reason(error))


def _unreadable(path: Path, detail: str) -> Skipped:
    return Skipped(_shown(os.path.abspath(path)), SkipReason.UNREADABLE, detail)  # noqa: PTH100 - as in read_path


def _opened(path: Path) -> BinaryIO:
    """A regular file, open; a pipe or device is refused without waiting for it."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise ReadingError(SkipReason.UNREADABLE, t("reading.detail.special"))
        return os.fdopen(handle, "rb")
    except BaseException:
        with suppress(OSError):
            os.close(handle)
        raise


def _text_document(file: BinaryIO, path: Path, origin: str, limit: int) -> Document:
    raw = file.read(limit + 1)
    if len(raw) > limit:
        raise ReadingError(SkipReason.TOO_LARGE, t("reading.detail.limit", megabytes=f"{limit / 1_000_000:g}"))
    stem = _stem(path)
    return document_of(decode(raw), Given(id=stem, origin=origin, file_date=date_in_name(stem)))


def _lines(file: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """The lines of a file; None for one longer than ``limit`` bytes. UTF-16 is turned into UTF-8 on the way."""
    sample = file.read(_SAMPLE)
    file.seek(0)
    encoding = encoding_of(sample) or ""
    if encoding.startswith("utf-16"):
        text = io.TextIOWrapper(file, encoding=encoding, errors="replace", newline="\n")
        while line := text.readline(limit + 1):
            yield (
                None if _is_cut(len(line), line[-1:] == "\n", limit) else line.lstrip("\ufeff").encode(errors="replace")
            )
            while _is_cut(len(line), line[-1:] == "\n", limit):
                line = text.readline(limit + 1)
        return
    while raw := file.readline(limit + 1):
        yield None if _is_cut(len(raw), raw[-1:] == b"\n", limit) else raw
        while _is_cut(len(raw), raw[-1:] == b"\n", limit):
            raw = file.readline(limit + 1)


def _is_cut(length: int, ended: bool, limit: int) -> bool:
    return length > limit and not ended


def _extension(path: Path) -> str:
    """The extension in small letters; the end of a name like «2025.11.20 встреча» is none."""
    return path.suffix.lower() if _EXTENSION.fullmatch(path.suffix) else ""


def _stem(path: Path) -> str:
    return _shown(path.stem if _extension(path) else path.name)


def _shown(name: str) -> str:
    """A name as text: NFC, bytes that are no UTF-8 written out."""
    return unicodedata.normalize("NFC", os.fsencode(name).decode("utf-8", errors="backslashreplace"))
