"""Kill a writer at its k-th operation, for every k, and look at what is left. Run as a program by test_crash.py.

usage: python crashing.py FOLDER PART PARTS

An operation is a call that changes the file system (through ``os`` or Whoosh's storage) or an SQL statement. Each
victim is a fork of this process, which has loaded everything already; it is killed with SIGKILL before the operation.
Prints one JSON object: how many points there are, how many this part tried, and what was broken.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from whoosh.filedb.filestore import FileStorage

from kgtui.corrections import Rename
from kgtui.language import analyse
from kgtui.library import Library, open_library
from kgtui.model import Document, Entity, EntityKind, Facts, Span
from kgtui.settings import Settings

LONG = " ".join(f"слово{number}" for number in range(70))
OLD = {f"old{number}": f"Договор номер{number} подписан." for number in range(7)} | {"old7": f"Договор. {LONG}."}
CHANGED = {"old1": "Договор номер1 отменён."}
FIRST = {"new1": "Встреча номер11 прошла.", "new2": f"Встреча. {LONG}."}
SECOND = {"new3": "Дорога номер13 открыта."}
STATES = [OLD, OLD | CHANGED | FIRST, OLD | CHANGED | FIRST | SECOND]  # before, between and after the transactions
LAST = {id_: text for id_, text in STATES[-1].items() if id_ != "old2"}


def opened(folder: Path) -> Library:
    return open_library(folder, settings=Settings(folder, "ru"))


def items(texts: dict[str, str]) -> list[Any]:
    return [
        (
            Document(id_, id_, text, Span(0, len(text)), text),
            analyse(text),
            Facts(1, (Entity(EntityKind.PROJECT, "номер", "номер", (Span(8, 13),)),)),
        )
        for id_, text in texts.items()
    ]


def prepare(folder: Path) -> None:
    """Small commits, so that the victim's own makes the index merge its segments."""
    for id_, text in OLD.items():
        with opened(folder) as library:
            library.add(items({id_: text}))
            library.search("договор")


def victim(folder: Path) -> None:
    with opened(folder) as library:
        with library.adding() as adder:
            adder.add(items(CHANGED | FIRST))
            adder.index()
            adder.add(items(SECOND))
        library.remove("old2")
        library.correct(Rename(EntityKind.PROJECT, "номер", "Переправа", "номер"), shared=True)
        library.rebuild()


def run_until(folder: Path, point: int, log: Path) -> None:
    """A victim that is killed at a point; its operations so far are the length of the log."""
    child = os.fork()
    if child == 0:
        kill_at(point, os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC))
        victim(folder)
        os._exit(0)
    os.waitpid(child, 0)


def kill_at(point: int, log: int) -> None:
    done = 0

    def operation(*_: object) -> None:
        nonlocal done
        done += 1
        if done == point:
            os.kill(os.getpid(), signal.SIGKILL)
        os.write(log, b".")

    for owner, names in (
        (os, ("rename", "replace", "remove", "unlink", "mkdir", "rmdir", "fsync", "ftruncate", "pwrite")),
        (FileStorage, ("create_file", "rename_file", "delete_file")),
    ):
        for name in names:
            setattr(owner, name, before(operation, getattr(owner, name)))
    connect = sqlite3.connect

    def traced(*arguments: Any, **options: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(*arguments, **options)
        connection.set_trace_callback(operation)
        return connection

    sqlite3.connect = traced  # type: ignore[assignment]


def before(operation: Callable[[], None], call: Callable[..., Any]) -> Callable[..., Any]:
    def counted(*arguments: Any, **options: Any) -> Any:
        operation()
        return call(*arguments, **options)

    return counted


def broken(folder: Path) -> str | None:
    """What is wrong with a library after its writer was killed; None where all is well."""
    with opened(folder) as library:
        articles = [library.article(number) for number in library.numbers()]
        texts = {article.document.id: article.document.text for article in articles if article}
        if texts not in (*STATES, LAST):
            return f"the record holds {sorted(texts)}"
        for word in ("договор", "встреча", "дорога", "подписан", "отменён"):
            expected = sorted(id_ for id_, text in texts.items() if word in text.lower())
            if (found := sorted(hit.headline.id for hit in library.search(word).hits)) != expected:
                return f"{word}: {found} instead of {expected}"
        groups = sorted(library.ranking("слово1").groups.values())
        if groups != (["new2", "new2"] if "new2" in texts else []):
            return f"groups of reprints: {groups}"
        if failure := not_followed(library, set(texts)):
            return failure
        library.add(items({"after": "Договор после."}))
        if len(library.search("договор").hits) != sum("оговор" in text for text in texts.values()) + 1:
            return "what is added afterwards is not found"
    return None


def not_followed(library: Library, ids: set[str]) -> str | None:
    """A correction that is kept is seen and found in all articles, one that is not in none."""
    if library.stats().index_behind:
        return "the index is behind"
    corrected = ids if library.corrections() else set()
    named = library.mentions(EntityKind.PROJECT, "номер")
    seen = {mention.headline.id for mention in named if mention.entity.name == "Переправа"}
    found = {hit.headline.id for hit in library.search("проект:переправа", mend=False).hits}
    return None if seen == found == corrected else f"corrected: {corrected}, seen: {seen}, found: {found}"


def main() -> None:
    folder, part, parts = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    folder.mkdir(parents=True)
    prepare(folder / "prepared")
    log = folder / "log"
    points = attempt(folder, 0, log)[0]
    mine = range(1 + part, points + 1, parts)
    failures = [f"{point}: {failure}" for point in mine if (failure := attempt(folder, point, log)[1])]
    sys.stdout.write(json.dumps({"points": points, "tried": len(mine), "broken": failures}))


def attempt(folder: Path, point: int, log: Path) -> tuple[int, str | None]:
    """How many operations there were, and what is broken; at point 0 nobody is killed."""
    scene = folder / "scene"
    shutil.copytree(folder / "prepared", scene)
    run_until(scene, point, log)
    failure = broken(scene)
    shutil.rmtree(scene)
    operations = log.stat().st_size
    if point and operations != point - 1:
        failure = f"the victim was not killed there but at {operations + 1}"
    return operations, failure


if __name__ == "__main__":
    main()
