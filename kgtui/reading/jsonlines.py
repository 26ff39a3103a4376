"""An article a line: an object with ``text`` and perhaps ``id``, ``title``, ``date``, ``source``, ``url``."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from kgtui.locale import t
from kgtui.model import Document
from kgtui.reading.article import Given, document_of
from kgtui.reading.dates import stated_date
from kgtui.reading.decoding import decode, normalised
from kgtui.reading.skipped import ReadingError, Skipped, SkipReason


def read_lines(lines: Iterable[bytes | None], stem: str, origin: str) -> Iterator[Document | Skipped]:
    """The documents of lines in order; None stands for a line that was too long to be read.

    A line without ``id`` is called after the file and its number; an id met before in the file gets a suffix.
    """
    seen: Counter[str] = Counter()
    for number, line in enumerate(lines, start=1):
        where = f"{origin}#{number}"
        if line is None:
            yield Skipped(where, SkipReason.TOO_LARGE)
        elif line.strip(b"\xef\xbb\xbf \t\r\n"):
            try:
                yield _document(line, f"{stem}-{number}", where, seen)
            except ReadingError as error:
                yield error.skipped(where)


def _document(line: bytes, default_id: str, origin: str, seen: Counter[str]) -> Document:
    record = _record(line)
    text = record.get("text")
    if not isinstance(text, str):
        raise ReadingError(SkipReason.BAD_LINE, t("reading.detail.no_text"))
    given = Given(
        id=_unique(_words(record.get("id")) or default_id, seen),
        origin=origin,
        title=_words(record.get("title")),
        published=stated_date(record.get("date")),
        source=_words(record.get("source")),
        url=_words(record.get("url")),
    )
    return document_of(normalised(_encodable(text)), given)


def _record(line: bytes) -> dict[str, Any]:
    try:
        record = json.loads(decode(line))
    except (ValueError, RecursionError) as error:
        raise ReadingError(SkipReason.BAD_LINE, t("reading.detail.no_json")) from error
    if not isinstance(record, dict):
        raise ReadingError(SkipReason.BAD_LINE, t("reading.detail.no_object"))
    return record


def _unique(name: str, seen: Counter[str]) -> str:
    seen[name] += 1
    if seen[name] == 1:
        return name
    return _unique(f"{name}-{seen[name]}", seen)


def _words(value: object) -> str | None:
    """A field as a text on one line: also numbers, which some programs write for ids."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return " ".join(normalised(_encodable(str(value))).split()) or None


def _encodable(text: str) -> str:
    """Without what UTF-8 cannot hold: halves of surrogate pairs, and NUL."""
    return text.encode("utf-8", errors="replace").decode("utf-8").replace("\0", "\ufffd")
