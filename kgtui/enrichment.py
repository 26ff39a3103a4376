"""The slow pass: the recogniser reads the articles of a library that it has not read, and their facts are made anew.

What it marks is kept in the record. Articles are committed in batches, the newest first, so what ends the pass costs at
most a batch, and the next one goes on. The lock is held only while a batch is written: others may write between.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kgtui.extraction.extract import extract
from kgtui.language import Analysis, analyse
from kgtui.library import Busy, Library
from kgtui.model import Article, Facts, Recognition
from kgtui.recognition import RECOGNISER_VERSION, load_recogniser, require_recogniser

BATCH = 100  # articles a transaction: some three seconds of work

Progress = Callable[[int, int], None]  # articles done, of how many
Item = tuple[Article, Analysis, Recognition, Facts]


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
