"""A JSON file of the reader's: read whole, changed by one process at a time, written at one stroke."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Generic, TypeVar

from kgtui import durable
from kgtui.settings import state_folder

Value = TypeVar("Value")

_LOCK = ".lock"  # of all these files: a change of one is short


class DamagedFile(Exception):  # noqa: N818 - named for what is the matter
    """A file cannot be understood; it stays as it is. ``path`` and ``reason`` say where and why."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason


class ReaderFile(Generic[Value]):
    """A file of the state folder. ``empty`` is the JSON of one that is not there; ``reading`` makes the value of it.

    ``reading`` raises ValueError, KeyError, TypeError or AttributeError where the file holds something else.
    """

    def __init__(self, name: str, empty: object, reading: Callable[[Any], Value]) -> None:
        self._name = name
        self._empty = empty
        self._reading = reading

    def read(self) -> Value:
        """Raises DamagedFile, OSError."""
        path = state_folder() / self._name
        try:
            return self._reading(json.loads(path.read_bytes()))
        except FileNotFoundError:
            return self._reading(self._empty)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise DamagedFile(path, f"{type(error).__name__}: {error}") from error

    def change(self, changed: Callable[[Value], object]) -> None:
        """Write what ``changed`` makes of the value, with nobody else writing meanwhile. Raises as `read`."""
        folder = state_folder()
        path = folder / self._name
        with durable.locked(folder / _LOCK):
            path.parent.mkdir(mode=0o700, exist_ok=True)
            text = json.dumps(changed(self.read()), ensure_ascii=False, indent=2)
            durable.replace(path, f"{text}\n".encode())
