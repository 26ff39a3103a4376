"""The store of record and the index kept in step with it: add, remove, search, read, rebuild.

A library is a folder: ``library.sqlite3`` holds every article with its facts and is all that counts; ``index/`` is
derived from it and can be thrown away. One writer at a time across processes, any number of readers, who never wait.
Takes documents with their `Analysis` and `Facts`; gives headlines, articles, hits and counts. Knows nothing of screens
and holds no words: its errors carry data, their sentences are made where they are shown.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kgtui.library.counts import (
        CountryCount,
        EntityCount,
        EntityMention,
        FactMention,
        Standing,
        Stats,
        TopicCount,
    )
    from kgtui.library.errors import (
        Busy,
        LibraryError,
        LibraryMissing,
        LibraryReplaced,
        LibraryTooNew,
        LibraryTooOld,
        LibraryUnreadable,
        NotWritten,
        ReadOnly,
    )
    from kgtui.library.library import Library, open_library
    from kgtui.library.orders import Order, Sort
    from kgtui.library.results import AddReport, Facet, FacetKind, FacetValue, Hit, NewArticles, Ranking, Results
    from kgtui.library.scope import Scope
else:
    from kgtui.unloaded import names_of

    __getattr__ = names_of(__name__, "library", "orders", "errors", "scope", "results", "counts")

__all__ = [
    "AddReport",
    "Busy",
    "CountryCount",
    "EntityCount",
    "EntityMention",
    "Facet",
    "FacetKind",
    "FacetValue",
    "FactMention",
    "Hit",
    "Library",
    "LibraryError",
    "LibraryMissing",
    "LibraryReplaced",
    "LibraryTooNew",
    "LibraryTooOld",
    "LibraryUnreadable",
    "NewArticles",
    "NotWritten",
    "Order",
    "Ranking",
    "ReadOnly",
    "Results",
    "Scope",
    "Sort",
    "Standing",
    "Stats",
    "TopicCount",
    "open_library",
]
