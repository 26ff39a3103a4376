"""What is new in a library, as the screen asks it: what was written since the reader last asked, here or by
``kgtui news``; for one who never did, since the screen was opened."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kgtui.tui.jobs.searches import all_articles, news, sorted_anew
from kgtui.tui.words import day

if TYPE_CHECKING:
    from kgtui.library import Library, Sort
    from kgtui.tui.jobs.listing import Listing


@dataclass(frozen=True, slots=True)
class Fresh:
    """The new articles as a list, None where there are none; the list of all in some orders; the day of its newest
    article; why it could not be kept that the reader has seen them, if it could not."""

    listing: Listing | None
    every: Mapping[Sort | None, Listing]
    newest: str
    trouble: Exception | None


def count(library: Library, since: int, shown: int) -> int:
    """How many articles are new and, by the change up to which the list of all is, not in it yet."""
    return len(library.written_since(max(_since(library, since), shown)))


@dataclass(frozen=True, slots=True)
class Every:
    """The list of all as the library has it, the day of its newest article, the change up to which it is."""

    listing: Listing
    newest: str
    change: int


def every(library: Library, sort: Sort | None) -> Every:
    change = library.change
    listing = all_articles(library)
    return Every(_in_order(library, listing, sort), _newest(library, listing), change)


def fresh(library: Library, since: int, today: date, sort: Sort | None, sorts: Collection[Sort | None]) -> Fresh:
    """What is new, in an order; from now on it is not. ``sorts``: the orders in which the list of all is wanted."""
    from kgtui import reader  # noqa: PLC0415 - not before the first paint

    change = library.change
    listing = news(library, _since(library, since), change)
    newest_first = all_articles(library)
    every = {each: _in_order(library, newest_first, each) for each in sorts}
    trouble: Exception | None = None
    try:
        reader.looked(library, reader.NEWS, reader.Look(change, today))
    except (reader.DamagedFile, OSError) as error:
        trouble = error
    new = _in_order(library, listing, sort) if listing.every else None
    return Fresh(new, every, _newest(library, newest_first), trouble)


def _in_order(library: Library, listing: Listing, sort: Sort | None) -> Listing:
    return listing if sort in (None, listing.sort) else sorted_anew(library, listing, sort)


def _newest(library: Library, newest_first: Listing) -> str:
    return next((day(each.published) for each in newest_first.headlines(library, 0, 1) if each), "")


def _since(library: Library, opened_at: int) -> int:
    from kgtui import reader  # noqa: PLC0415 - not before the first paint

    try:
        look = reader.last_look(library, reader.NEWS)
    except (reader.DamagedFile, OSError):
        look = None  # is said when the reader asks what is new
    return look.change if look else opened_at
