"""What the article list shows: numbers of all its articles, and headlines of the pages that were looked at."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TYPE_CHECKING

from kgtui.model import Headline, MarkFilter
from kgtui.unloaded import Unloaded

if TYPE_CHECKING:
    from kgtui import reader
    from kgtui.library import Facet, Library, Sort
    from kgtui.reader import KeptListing
    from kgtui.search import Problem
    from kgtui.tui.jobs.excerpts import Excerpt
else:
    reader = Unloaded("kgtui.reader")

_PAGE = 64
_PAGES_KEPT = 32
_NUMBER = "q"  # what SQLite may number a row with


class ListingKind(str, Enum):
    ALL = "all"
    SEARCH = "search"
    LIKE = "like"
    NEWS = "news"
    AWAITED = "awaited"


@dataclass(eq=False, slots=True)
class Listing:
    """``every`` article of the list, ``numbers`` those that have a row: reprints of one text share the row of the first
    unless their group is ``unfolded``. ``query`` is what the search line holds, ``read_as`` what was searched;
    ``mended`` where a slip was read as what it meant, ``problems`` what was not understood; where nothing was found,
    ``wider`` is a query that finds something. ``like`` is the article that all are alike to; ``marked`` the mark that
    all have, ``whole`` the list of which these are those that have it. What is new was written between the changes
    ``since`` and ``upto`` of the library. ``total`` counts its articles, ``rest`` the rows that are still to be read
    where only the first of a list are known: until then no key acts on it. ``excerpts`` fills up for rows seen,
    ``former`` ones of the list before stand there until then; ``facets`` is None until they are counted. The numbers
    are packed: lists of a hundred thousand go between processes while keys wait."""

    kind: ListingKind
    every: Sequence[int]
    total: int
    query: str = ""
    read_as: str = ""
    sort: Sort | None = None
    mended: bool = False
    problems: Sequence[Problem] = ()
    like: Headline | None = None
    since: int = 0
    upto: int = 0
    marked: MarkFilter | None = None
    whole: Listing | None = None
    wider: str = ""
    groups: Mapping[int, str] = field(default_factory=dict)
    unfolded: frozenset[str] = frozenset()
    excerpts: dict[int, Excerpt] = field(default_factory=dict)
    former: Mapping[int, Excerpt] = field(default_factory=dict)
    facets: tuple[Facet, ...] | None = None
    rest: int = 0
    numbers: Sequence[int] = field(init=False)
    _together: dict[str, list[int]] = field(init=False, default_factory=dict)
    _pages: dict[int, list[Headline | None]] = field(init=False, default_factory=dict)
    _outlets: dict[int, str] = field(init=False, default_factory=dict)
    _figures: dict[int, int] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.every = _packed(self.every)
        for number in filter(self.groups.__contains__, self.every) if self.groups else ():
            self._together.setdefault(self.groups[number], []).append(number)
        under = {other for together in self._together.values() for other in together[1:]}
        self.numbers = _packed(number for number in self.every if number not in under) if under else self.every
        for group in self.unfolded & self._together.keys():
            first, *others = self._together[group]
            after = self.numbers.index(first) + 1
            self.numbers = _packed([*self.numbers[:after], *others, *self.numbers[after:]])

    @property
    def kept(self) -> KeptListing:
        """What it takes to list the same again."""
        to_the_letter = self.kind is ListingKind.SEARCH and not self.mended and self.read_as == self.query
        sort = self.sort.value if self.sort else ""
        like = self.like.id if self.like else ""
        unfolded = tuple(sorted(self.unfolded))
        return reader.KeptListing(
            self.kind.value, self.query, to_the_letter, sort, like, unfolded, self.marked, self.since, self.upto
        )

    # Reprints

    def reprints(self, number: int) -> Sequence[int]:
        """The other articles of the list that stand for this row."""
        together = self._together.get(self.groups.get(number, ""), [])
        return together[1:] if together and together[0] == number else ()

    def is_under_another(self, number: int) -> bool:
        """Whether it has its row only because its group is unfolded."""
        together = self._together.get(self.groups.get(number, ""), [])
        return bool(together) and together[0] != number

    def refolded(self, number: int) -> Listing | None:
        """With the article's group folded, or unfolded; None where there is nothing to fold."""
        group = self.groups.get(number, "")
        return replace(self, unfolded=self.unfolded ^ {group}) if len(self._together.get(group, ())) > 1 else None

    def first_of(self, number: int) -> int:
        """The article that stands for this one while its group is folded."""
        return self._together.get(self.groups.get(number, ""), [number])[0]

    def outlets(self, numbers: Sequence[int]) -> list[str]:
        """Who put these reprints out; known once their row was read."""
        return list(dict.fromkeys(name for number in numbers if (name := self._outlets.get(number))))

    # Rows

    def in_order(self, every: Sequence[int], sort: Sort) -> Listing:
        """The same articles as they come in another order."""
        return replace(self, every=every, sort=sort)

    def without(self, number: int) -> Listing:
        """After one of its articles has left the library."""
        every = [each for each in self.every if each != number]
        return replace(self, every=every, total=self.total - 1, facets=None)

    def headlines(self, library: Library, first: int, count: int) -> list[Headline | None]:
        """The headlines of some rows, read a page at a time; None for an article that is no longer there."""
        found: list[Headline | None] = []
        last = min(first + count, len(self.numbers))
        for page in range(first // _PAGE, (last - 1) // _PAGE + 1 if last > first else 0):
            found.extend(self._page(library, page))
        start = first - first // _PAGE * _PAGE
        return found[start : start + last - first]

    def figures(self, number: int) -> int:
        """How many figures an article tells; known once its row was read."""
        return self._figures.get(number, 0)

    def uncount(self) -> None:
        """What its articles name was corrected: its facets are to be counted anew."""
        for listing in filter(None, (self, self.whole)):
            listing.facets = None

    def count_figures(self, number: int, figures: int) -> None:
        """An article tells so many now: it was corrected."""
        self._figures[number] = figures

    def _page(self, library: Library, page: int) -> list[Headline | None]:
        if page not in self._pages:
            if len(self._pages) >= _PAGES_KEPT:
                self._pages.pop(next(iter(self._pages)))
            numbers = self.numbers[page * _PAGE : (page + 1) * _PAGE]
            wanted = [*numbers, *(other for number in numbers for other in self.reprints(number))]
            by_number = {headline.number: headline for headline in library.headlines(wanted)}
            self._outlets.update((number, headline.outlet) for number, headline in by_number.items())
            self._figures.update(library.figure_counts(numbers))
            self._pages[page] = [by_number.get(number) for number in numbers]
        return self._pages[page]


def _packed(numbers: Iterable[int]) -> array[int]:
    return numbers if isinstance(numbers, array) else array(_NUMBER, numbers)
