"""The slow pass: the recogniser reads the articles of a library that it has not read, and their facts are made anew.

What it marks is kept in the record. Articles are committed in batches, the newest first, so what ends the pass costs at
most a batch, and the next one goes on. The lock is held only while a batch is written: others may write between.
"""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import kgtui
from kgtui.extraction.extract import extract
from kgtui.language import Analysis, analyse
from kgtui.library import Busy, Library
from kgtui.model import Article, Facts, Recognition
from kgtui.recognition import RECOGNISER_VERSION, load_recogniser, require_recogniser

BATCH = 100  # articles a transaction: some three seconds of work

_NICENESS = 19
_PAUSE = 0.2  # seconds between two looks at whether the pass is to stop

Progress = Callable[[int, int], None]  # articles done, of how many
Item = tuple[Article, Analysis, Recognition, Facts]


@dataclass(frozen=True, slots=True)
class Step:
    """How far the pass is: articles done, of how many."""

    done: int
    of: int


class EnrichmentFailed(Exception):  # noqa: N818 - named for what is the matter
    """The pass in its own process could not go on; ``message`` is what it said, in the reader's language."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


def enrich(library: Library, *, limit: int = 0, progress: Progress | None = None) -> int:
    """Let the recogniser read what it has not read, ``limit`` articles at most (0 is all); gives how many it was.

    Waits for as long as another process writes. Raises RecogniserMissing, ReadOnly and LibraryUnreadable.
    """
    require_recogniser()
    numbers = library.behind_recogniser(RECOGNISER_VERSION, limit)
    enriched = 0
    for start in range(0, len(numbers), BATCH):
        batch = numbers[start : start + BATCH]
        enriched += _write(library, [_read(library, each) for number in batch if (each := library.article(number))])
        if progress:
            progress(start + len(batch), len(numbers))
    return enriched


def _read(library: Library, article: Article) -> Item:
    """What was marked in it before is taken as it is: only the facts are made anew."""
    document = article.document
    analysis = analyse(document.text, document.body)
    recognition = library.recognition(article.number)
    if recognition is None or recognition.version != RECOGNISER_VERSION:
        recognition = load_recogniser().recognise(analysis)
    return article, analysis, recognition, extract(document, analysis, recognition)


def _write(library: Library, items: Sequence[Item]) -> int:
    while True:
        try:
            with library.adding() as adder:
                return adder.enrich(items)
        except Busy:  # raised after some seconds of waiting
            continue


def enrich_beside(library: Path) -> Iterator[Step | None]:
    """As `enrich`, in a process of its own that yields the processor to others: for the screen, whose keys it must not
    delay. Gives how far it is whenever that has changed, None in between; to close the iterator ends the pass. Raises
    EnrichmentFailed.
    """
    command = [sys.executable, "-m", "kgtui", "enrich", "--jsonl", "--library", str(library.resolve())]
    beside = Path(kgtui.__file__).parents[1]  # ``-m`` looks for the program where it is started
    with subprocess.Popen(  # noqa: S603 - this program
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=beside
    ) as child:
        try:
            os.setpriority(os.PRIO_PROCESS, child.pid, _NICENESS)
            yield from _steps(child)
            if child.wait():
                raise EnrichmentFailed(child.stderr.read().decode(errors="replace").strip() if child.stderr else "")
        finally:
            child.terminate()


def _steps(child: subprocess.Popen[bytes]) -> Iterator[Step | None]:
    """What the process says of its progress, None for every while without a word."""
    pending = b""
    while child.stdout is not None:
        if not select.select([child.stdout], [], [], _PAUSE)[0]:
            yield None
            continue
        read = os.read(child.stdout.fileno(), 4096)
        if not read:
            return
        *lines, pending = (pending + read).split(b"\n")
        for line in lines:
            step = json.loads(line)
            yield Step(step["done"], step["of"])
