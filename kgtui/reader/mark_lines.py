"""The lines in which a reader's marks are kept: what was changed of the marks of one article.

``{"article": ID, "bookmark": true}``; false and empty take away.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, fields, replace
from typing import Any

from kgtui.model import NO_MARKS, Marks

_FIELDS = tuple(field.name for field in fields(Marks))
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


def change_between(article: str, before: Marks, after: Marks) -> MarkChange | None:
    """What differs; None where nothing does."""
    changed = {name: value for name in _FIELDS if (value := getattr(after, name)) != getattr(before, name)}
    return MarkChange(article, changed) if changed else None


def line_of(change: MarkChange) -> bytes:
    record = {"article": change.article, **change.marks}
    try:
        return f"{json.dumps(record, ensure_ascii=False)}\n".encode()
    except UnicodeEncodeError:  # the name of a file that is no text
        return f"{json.dumps(record)}\n".encode()


def change_in(line: bytes) -> MarkChange:
    """Raises ValueError where the line tells of no change."""
    try:
        record = json.loads(line)
        article = _text(record.pop("article"))
        values = {name: _READING[name](value) for name, value in record.items()}
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(str(error)) from error
    return MarkChange(article, values)


def changes_in_torn(last: bytes) -> Iterator[MarkChange]:
    """Of a last line without its end: whole where an editor left it so, else nothing."""
    with suppress(ValueError):
        yield change_in(last)


def is_line(last: bytes) -> bool:
    return any(True for _ in changes_in_torn(last))


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
