"""Saved searches and the searches of before: what the screen asks of the reader's own files, beside itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kgtui.tui.jobs.listing import Listing
from kgtui.tui.jobs.searches import searched

if TYPE_CHECKING:
    from kgtui.library import Library, Sort
    from kgtui.reader import SavedSearch

_RECENT = 20


@dataclass(frozen=True, slots=True)
class SavedRow:
    """A saved search; ``new`` articles have come since it was last run on the screen, None until they are counted."""

    search: SavedSearch
    new: int | None = None


def saved_rows(library: Library) -> Iterator[list[SavedRow]]:
    """The saved searches at once; then the same with how many are new in each."""
    from kgtui import reader  # noqa: PLC0415 - not before the first paint

    rows = [SavedRow(search) for search in reader.saved_searches().values()]
    yield rows
    for index, row in enumerate(rows):
        new = reader.new_articles(row.search, library, snippets=False, on_screen=True).results.total
        rows[index] = SavedRow(row.search, new)
        yield rows


def run_saved(library: Library, search: SavedSearch, sort: Sort | None) -> tuple[Listing, int]:
    """What a saved search finds, and how many of it are new; from now on they are not."""
    from kgtui import reader  # noqa: PLC0415 - not before the first paint

    new = reader.new_articles(search, library, snippets=False, on_screen=True)
    listing = searched(library, search.query, sort)
    reader.advance(search, library, new.change, on_screen=True)
    return listing, new.results.total


def save(library: Library, name: str, query: str) -> None:
    """Keep a search by name; what it finds now has been seen."""
    from kgtui import reader  # noqa: PLC0415 - not before the first paint

    reader.save(name, query)
    reader.advance(reader.saved_searches()[name], library, library.change, on_screen=True)


def recent(_library: Library) -> list[str]:
    """The searches of before, the latest first."""
    from kgtui import reader  # noqa: PLC0415 - not before the first paint

    return reader.recent()[:_RECENT]


def remember(_library: Library, query: str) -> list[str]:
    """Keep a search that was used, and give those of before, this one among them."""
    from kgtui import reader  # noqa: PLC0415 - not before the first paint

    reader.remember(query)
    return reader.recent()[:_RECENT]
