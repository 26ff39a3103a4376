"""``kgtui search --queries FILE``: one answer a line, in the order of the file."""

from __future__ import annotations

import codecs
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kgtui import refusal
from kgtui.cli.exits import DONE, NOTHING_FOUND, USAGE
from kgtui.cli.failure import Failure
from kgtui.cli.session import Session
from kgtui.cli.unindexed import say_unindexed
from kgtui.locale import t

if TYPE_CHECKING:
    from kgtui.library import Library


@dataclass(frozen=True, slots=True)
class AskedQuery:
    """One line of the file: what is asked, letter for letter, and why it cannot be (empty: it can)."""

    text: str
    error: str = ""


def run_queries(name: str, sort: str, limit: int, session: Session) -> int:
    """Answer the queries of a file (``-``: stdin). Exit 0 where at least one has hits."""
    asked = read_queries(_bytes_of(name))
    found = False
    with session.library() as library:
        for query in asked:
            answer, total = _answer(query, sort, limit, library)
            session.output.json_line(answer)
            found = found or total > 0
        say_unindexed(library, session.output)
    return DONE if found else NOTHING_FOUND


def read_queries(raw: bytes) -> Iterator[AskedQuery]:
    """The queries of a file in UTF-8: a line that begins with ``{`` is JSON, any other is a query as it stands.

    Every line but a last empty one gives a query, so that answers and lines stay in step.
    """
    lines = raw.removeprefix(codecs.BOM_UTF8).split(b"\n")
    if not lines[-1]:
        lines.pop()
    return (_read(line.removesuffix(b"\r")) for line in lines)


def _read(line: bytes) -> AskedQuery:
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        return AskedQuery(line.decode("utf-8", "replace"), t("errors.query.encoding"))
    if text.lstrip().startswith("{"):
        return _read_json(text)
    return AskedQuery(text, "" if text.strip() else t("errors.query.empty"))


def _read_json(line: str) -> AskedQuery:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return AskedQuery(line, t("errors.query.json"))
    query = record.get("query")
    if not isinstance(query, str):
        return AskedQuery(line, t("errors.query.key"))
    return AskedQuery(query, "" if query.strip() else t("errors.query.empty"))


def _answer(asked: AskedQuery, sort: str, limit: int, library: Library) -> tuple[dict[str, object], int]:
    from kgtui.export.results import results_record  # noqa: PLC0415 - not for --help
    from kgtui.library import Sort  # noqa: PLC0415

    if asked.error:
        return {"query": asked.text, "error": asked.error, "hits": []}, 0
    results = library.search(asked.text, sort=Sort(sort), limit=limit, mend=False)
    return {**results_record(results), "query": asked.text}, results.total


def _bytes_of(name: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise Failure(t("errors.file", path=name, reason=refusal.reason(error)), USAGE) from error
