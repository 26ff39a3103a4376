"""The queries that were searched, the latest first: ``searched.json``, a list of texts."""

from __future__ import annotations

from typing import Any

from kgtui.reader.files import ReaderFile

_KEPT = 200


def _texts(value: Any) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise TypeError("no list of texts")
    return value


_HISTORY = ReaderFile("searched.json", [], _texts)


def recent() -> list[str]:
    """The latest first, each once. Raises DamagedFile."""
    return _HISTORY.read()


def remember(query: str) -> None:
    """Keep a query that the reader searched by. What was typed on the way to it — the same, without the end of its last
    word — is forgotten. Raises DamagedFile, OSError."""
    wanted = query.strip()
    if wanted:
        _HISTORY.change(lambda known: _with(wanted, known))


def _with(query: str, known: list[str]) -> list[str]:
    if known and _is_half_typed(known[0], query):
        known = known[1:]
    return [query, *(each for each in known if each != query)][:_KEPT]


def _is_half_typed(earlier: str, query: str) -> bool:
    return query.startswith(earlier) and query[len(earlier) : len(earlier) + 1].isalnum() and earlier[-1:].isalnum()
