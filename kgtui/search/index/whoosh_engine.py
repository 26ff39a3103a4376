"""The Whoosh index behind the `Engine` protocol: a folder with ``state.json`` and one sub-folder, the build.

``state.json`` is replaced last and at one stroke, after everything it speaks of is on the disk. So an index that was
cut short at any byte either stands at an older change, and what it lacks is written again, or is seen to be torn and
is built anew beside the old one, which answers until the new one takes its place.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import whoosh

from kgtui.search.index.protocol import Entry, IndexUnusableError
from kgtui.search.index.whoosh_codec import Codec
from kgtui.search.index.whoosh_merging import merge_small
from kgtui.search.index.whoosh_names import FileIndex, FileStorage, Schema
from kgtui.search.index.whoosh_pool import Pool
from kgtui.search.index.whoosh_view import WhooshView
from kgtui.search.terms import TERMS_VERSION

FORMAT = 3  # of the folder and its segments
_STATE = "state.json"
_SCHEMA = Schema()  # no fields: what lies in a segment is the codec's affair
_VERSIONS = {
    "format": FORMAT,
    "order": sys.byteorder,
    "terms": TERMS_VERSION,
    "engine": ".".join(map(str, whoosh.__version__)),
}


class WhooshEngine:
    """An index in a folder that is ours. Not for two threads at a time; one writer at a time is the caller's care."""

    def __init__(self, folder: Path, record: str, build: str, change: int, *, shown: bool) -> None:
        self._folder = folder
        self._record = record
        self._build = build
        self._change = change
        self._shown = shown
        self._hidden = False
        self._stamp = _stamp(folder) if shown else None
        self._index: Any = None
        self._view: WhooshView | None = None

    @classmethod
    def open(cls, folder: Path, record: str) -> WhooshEngine:
        """The index of a record, by the record's identity.

        Raises IndexUnusableError where there is none, or it is another record's, of another version, or torn.
        """
        last = IndexUnusableError("missing")
        for _ in range(3):  # a writer may have put another build in place meanwhile
            state = _read_state(folder, record)
            engine = cls(folder, record, state["build"], state["change"], shown=True)
            try:
                engine.view()
            except IndexUnusableError as error:
                engine.close()
                last = error
            else:
                return engine
        raise last

    @classmethod
    def create(cls, folder: Path, record: str, *, hidden: bool = False) -> WhooshEngine:
        """A new, empty index. It takes the old one's place, or is first seen, when something is written to it: nobody
        is to be told that there is nothing. A hidden one is not seen before `show`."""
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        taken = [int(path.name) for path in folder.iterdir() if path.name.isdigit()]
        build = str(max(taken, default=0) + 1)
        path = folder / build
        path.mkdir(mode=folder.stat().st_mode & 0o777)
        FileIndex.create(_storage(path), _SCHEMA)
        engine = cls(folder, record, build, 0, shown=False)
        engine._hidden = hidden
        return engine

    @classmethod
    def drop(cls, folder: Path) -> None:
        """Let nobody open what is there; the next build clears it away."""
        (folder / _STATE).unlink(missing_ok=True)

    @property
    def change(self) -> int:
        self._refresh()
        return self._change

    def view(self) -> WhooshView:
        self._refresh()
        if self._view is None:
            try:
                self._view = WhooshView(self._opened())
            except Exception as error:  # a torn file may raise anything at all
                raise IndexUnusableError(repr(error)) from error
        return self._view

    def write(self, entries: Iterable[Entry], gone: Iterable[int], change: int) -> None:
        view = self.view()
        writer = self._opened().writer(codec=Codec())
        pool = writer.pool = Pool()
        try:
            for number in gone:
                _delete(writer, view, number)
            for entry in entries:
                _delete(writer, view, entry.number)
                pool.take((entry.number, entry.published, entry.length), entry.units)
                writer.add_document()
            writer.commit(mergetype=merge_small)
        except BaseException:
            with contextlib.suppress(Exception):
                writer.cancel()
            self._forget()
            raise
        self._change = change
        self._forget()
        if not self._hidden:
            self.show()

    def show(self) -> None:
        """Put this build in the place of the one that answers now."""
        _sync(self._folder / self._build)
        _write_state(self._folder, {"record": self._record, "build": self._build, "change": self._change})
        self._shown, self._hidden = True, False
        self._stamp = _stamp(self._folder)
        for path in self._folder.iterdir():
            if path.name.isdigit() and path.name != self._build:
                shutil.rmtree(path, ignore_errors=True)

    def close(self) -> None:
        self._forget()

    def _refresh(self) -> None:
        """Follow what another process has written."""
        if not self._shown:
            return
        stamp = _stamp(self._folder)
        if stamp != self._stamp:
            state = _read_state(self._folder, self._record)
            if state["build"] != self._build:
                self._build, self._index = state["build"], None
            self._change, self._stamp = state["change"], stamp
            self._forget()

    def _opened(self) -> Any:
        if self._index is None:
            storage = _storage(self._folder / self._build)
            self._index = FileIndex(storage, _SCHEMA)  # our own schema: the pickled one is not even read
        return self._index

    def _forget(self) -> None:
        view, self._view = self._view, None
        if view is not None:
            view.close()


def _storage(build: Path) -> Any:
    """Its files are read, not mapped: see the codec."""
    return FileStorage(str(build), supports_mmap=False)


def _delete(writer: Any, view: WhooshView, number: int) -> None:
    place = view.place(number)
    if place is not None:
        writer.delete_document(place)


def _stamp(folder: Path) -> tuple[int, int] | None:
    try:
        status = (folder / _STATE).stat()
    except OSError:
        return None
    return status.st_ino, status.st_mtime_ns


def _read_state(folder: Path, record: str) -> dict[str, Any]:
    try:
        state = json.loads((folder / _STATE).read_bytes())
        fitting = state["record"] == record and all(state[key] == value for key, value in _VERSIONS.items())
        build, change = str(state["build"]), int(state["change"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise IndexUnusableError(repr(error)) from error
    if not fitting or not build.isdigit():
        raise IndexUnusableError(f"of another record or version: {state}")
    return {"build": build, "change": change}


def _write_state(folder: Path, state: dict[str, object]) -> None:
    temporary = folder / f"{_STATE}.new"
    with temporary.open("w", encoding="utf-8") as file:
        json.dump({**_VERSIONS, **state}, file)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(folder / _STATE)
    _sync_folder(folder)


def _sync(build: Path) -> None:
    """Everything of a build to the disk, so that the state never speaks of what a power cut took away."""
    for path in build.iterdir():
        if path.is_file():
            with path.open("rb") as file:
                os.fsync(file.fileno())
    _sync_folder(build)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
