"""The way of an article, on one page: a path is read into documents, each is analysed once, its facts are extracted,
and the library keeps all three.

    bytes ──reading──▶ Document ──language──▶ Analysis ──extraction──▶ Facts ──▶ library

What cannot be read is skipped with its reason and the rest goes on; so does an article whose facts a mistake of the
program keeps back, without them. Articles are committed by the hundred: an interruption costs at most the last of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from kgtui.extraction.extract import extract
from kgtui.language import Analysis, analyse
from kgtui.library import AddReport, Library
from kgtui.model import FACTS_VERSION, Article, Document, Facts, Recognition
from kgtui.reading import Skipped, SkipReason, count_in, documents_in
from kgtui.settings import seeds_folder
from kgtui.unforeseen import unforeseen

NO_FACTS = Facts(0, ())  # of no version: they are read anew with those that an earlier program has made
BATCH = 100  # articles a transaction

Progress = Callable[[int, int | None, str], None]  # documents done, of how many if that is known, the current origin
Item = tuple[Document, Analysis, Facts]


@dataclass(frozen=True, slots=True)
class IntakeReport:
    """What became of the documents that were found."""

    added: int
    updated: int
    unchanged: int
    skipped: tuple[Skipped, ...]


def take_in(paths: Iterable[Path], library: Library, *, progress: Progress | None = None) -> IntakeReport:
    """Add the articles of files and folders to a library.

    Raises Busy, ReadOnly and LibraryUnreadable; what was committed before stays.
    """
    every = list(paths)
    of = count_in(every) if progress else None
    return take_in_documents(documents_in(every), library, of=of, progress=progress)


def take_in_documents(
    found: Iterable[Document | Skipped], library: Library, *, of: int | None = None, progress: Progress | None = None
) -> IntakeReport:
    """As `take_in`, of documents that were read from elsewhere, ``of`` so many as may be known beforehand."""
    way = _Way(progress, of)
    items = way.items(found)
    report = AddReport()
    with library.adding() as adder:
        while batch := list(islice(items, BATCH)):
            report += adder.add(batch)
    return IntakeReport(report.added, report.updated, report.unchanged, tuple(way.skipped))


def seed(library: Library) -> IntakeReport:
    """Add the articles that come with the program."""
    return take_in([seeds_folder()], library)


def renew_facts(library: Library, *, progress: Progress | None = None) -> int:
    """Extract the facts anew of all articles of which an earlier version of the extractors made them; gives how many.

    What the recogniser once marked in an article takes part again, without the recogniser. They are committed by the
    hundred, so what interrupts it costs at most the last of them. Raises as `take_in`.
    """
    with library.adding() as adder:
        numbers = library.with_older_facts(FACTS_VERSION)
        for start in range(0, len(numbers), BATCH):
            batch = numbers[start : start + BATCH]
            adder.renew(_read_anew(library, article) for number in batch if (article := library.article(number)))
            if progress:
                progress(start + len(batch), len(numbers), "")
    return len(numbers)


def _read_anew(library: Library, article: Article) -> tuple[Article, Analysis, Facts]:
    document = article.document
    analysis = analyse(document.text, document.body)
    return article, analysis, _facts(document, analysis, library.recognition(article.number)) or NO_FACTS


def _facts(document: Document, analysis: Analysis, recognition: Recognition | None = None) -> Facts | None:
    """None where the program is mistaken: no article is kept back by that, nor those after it."""
    try:
        return extract(document, analysis, recognition)
    except Exception as error:  # whatever it is, it is put down
        unforeseen(error)
        return None


@dataclass(slots=True)
class _Way:
    """From documents to what a library keeps, with the reasons for what is left out."""

    progress: Progress | None
    of: int | None
    skipped: list[Skipped] = field(default_factory=list)

    def items(self, found: Iterable[Document | Skipped]) -> Iterator[Item]:
        for done, document in enumerate(found, 1):
            if isinstance(document, Skipped):
                self.skipped.append(document)
            else:
                analysis = analyse(document.text, document.body)
                facts = _facts(document, analysis)
                if facts is None:
                    self.skipped.append(Skipped(document.origin, SkipReason.FACTS))
                yield document, analysis, facts or NO_FACTS
            if self.progress:
                self.progress(done, max(done, self.of) if self.of else None, document.origin)
