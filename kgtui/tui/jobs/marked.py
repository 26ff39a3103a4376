"""What the screen asks about the reader's marks, beside itself: how many articles have which, and lists of those that
have one. Each a function of a library and the book of its marks."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from kgtui.model import Headline, MarkFilter, MarkKind
from kgtui.reader import MarkBook, numbers_marked
from kgtui.tui.jobs.listing import Listing
from kgtui.tui.jobs.searches import all_articles

if TYPE_CHECKING:
    from kgtui.library import Library
    from kgtui.tui.jobs.worker import Job


@dataclass(frozen=True, slots=True)
class MarkRow:
    """So many ``articles`` are marked so."""

    wanted: MarkFilter
    articles: int


@dataclass(frozen=True, slots=True)
class NoteRow:
    headline: Headline
    note: str


@dataclass(frozen=True, slots=True)
class MyMarks:
    """All that there is in a library: kinds of marks, then tags; notes, those on the newest articles first."""

    rows: Sequence[MarkRow] = ()
    notes: Sequence[NoteRow] = ()


def my_marks(library: Library, book: MarkBook) -> MyMarks:
    _refresh(book)
    noted = {article: marks.note for article, marks in book.items() if marks.note}
    found = set(library.numbers_of(noted).values())
    headlines = library.headlines([number for number in library.numbers() if number in found])
    notes = [NoteRow(headline, noted[headline.id]) for headline in headlines]
    return MyMarks(mark_rows(library, book, library.numbers()), notes)


def mark_rows(library: Library, book: MarkBook, numbers: Collection[int]) -> list[MarkRow]:
    """How many of some articles have which marks; marks that none of them has are left out."""
    _refresh(book)
    items = book.items()
    found, among = library.numbers_of([article for article, _ in items]), set(numbers)
    here = [marks for article, marks in items if found.get(article) in among]
    kinds = (MarkKind.BOOKMARK, MarkKind.NOTE, MarkKind.CHOSEN)
    filters = [*map(MarkFilter, kinds), *(MarkFilter(MarkKind.TAG, tag) for tag, _ in book.tags())]
    rows = [MarkRow(each, sum(map(each.fits, here))) for each in filters]
    unread = MarkRow(MarkFilter(MarkKind.UNREAD), len(among) - sum(marks.read for marks in here))
    return [row for row in (*rows, unread) if row.articles]


def all_marked(library: Library, book: MarkBook, wanted: MarkFilter) -> Listing:
    """Every article that is marked so, the newest first."""
    return _only(library, book, wanted, all_articles(library))


def only_marked(library: Library, book: MarkBook, wanted: MarkFilter, job: Job) -> Any:
    """What a job lists, of it the articles that are marked so; in the job's own steps."""
    answer = job(library)
    if isinstance(answer, Iterator):
        return (None if step is None else _only(library, book, wanted, step) for step in answer)
    return _only(library, book, wanted, answer)


def _only(library: Library, book: MarkBook, wanted: MarkFilter, listing: Listing) -> Listing:
    _refresh(book)
    marked = numbers_marked(library, book, wanted)
    every = [number for number in listing.every if number in marked]
    return replace(listing, every=every, marked=wanted, whole=listing, facets=None)


def _refresh(book: MarkBook) -> None:
    """Take in what is not known yet: another session may have marked something. What cannot be read was said."""
    with suppress(OSError):
        book.load()
