"""What the article list shows: numbers of all its articles, and headlines of the pages that were looked at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TYPE_CHECKING

from kgtui.model import EntityKind, Headline, Span
from kgtui.tui.excerpts import Excerpt

if TYPE_CHECKING:
    from kgtui.library import Facet, Library, Sort
    from kgtui.search import Problem

_PAGE = 64
_PAGES_KEPT = 32


class ListingKind(str, Enum):
    ALL = "all"
    SEARCH = "search"
    ENTITY = "entity"


@dataclass(eq=False, slots=True)
class Listing:
    """``query`` is what the search line holds, ``read_as`` what was searched; ``mended`` where a slip was read as what
    it meant, ``problems`` what was not understood. ``entity`` is (kind, key, name) where all articles with it are
    shown. ``total`` counts the articles of the library. ``excerpts`` fills up for rows seen; ``facets`` is None until
    they are counted."""

    kind: ListingKind
    numbers: Sequence[int]
    total: int
    query: str = ""
    read_as: str = ""
    sort: Sort | None = None
    mended: bool = False
    problems: Sequence[Problem] = ()
    entity: tuple[EntityKind, str, str] | None = None
    mentions: Mapping[int, tuple[Span, ...]] = field(default_factory=dict)
    excerpts: dict[int, Excerpt] = field(default_factory=dict)
    facets: tuple[Facet, ...] | None = None
    _pages: dict[int, list[Headline | None]] = field(default_factory=dict)

    def in_order(self, numbers: Sequence[int], sort: Sort) -> Listing:
        """The same articles as they come in another order."""
        return replace(self, numbers=numbers, sort=sort, _pages={})

    def headlines(self, library: Library, first: int, count: int) -> list[Headline | None]:
        """The headlines of some rows, read a page at a time; None for an article that is no longer there."""
        found: list[Headline | None] = []
        last = min(first + count, len(self.numbers))
        for page in range(first // _PAGE, (last - 1) // _PAGE + 1 if last > first else 0):
            found.extend(self._page(library, page))
        start = first - first // _PAGE * _PAGE
        return found[start : start + last - first]

    def _page(self, library: Library, page: int) -> list[Headline | None]:
        if page not in self._pages:
            if len(self._pages) >= _PAGES_KEPT:
                self._pages.pop(next(iter(self._pages)))
            numbers = self.numbers[page * _PAGE : (page + 1) * _PAGE]
            by_number = {headline.number: headline for headline in library.headlines(numbers)}
            self._pages[page] = [by_number.get(number) for number in numbers]
        return self._pages[page]
