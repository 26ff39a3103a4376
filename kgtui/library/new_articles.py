"""What a query finds among the articles that were written since it was last asked."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from dataclasses import replace

from kgtui.library import reading, searching
from kgtui.library.errors import Busy, ReadOnly
from kgtui.library.orders import Sort
from kgtui.library.readers_index import ReadersIndex
from kgtui.library.results import NewArticles
from kgtui.search import Query


def new_articles(
    record: sqlite3.Connection, index: ReadersIndex, query: Query, *, since: int, sort: Sort, limit: int, snippets: bool
) -> NewArticles:
    """Of the articles written after the change ``since``; with ``limit`` those that were written first.

    The query is asked to the letter: a slip that is read as something else would bring news that nobody asked for.
    What another process is writing meanwhile, or cannot be indexed now, is left for the next time.
    """
    with suppress(Busy, ReadOnly, OSError):
        index.catch_up()
    upto = index.change
    changes = {number: at for number, at in reading.documents_since(record, since) if at <= upto}
    found = searching.ranking(index, query, sort=Sort.RELEVANCE, mend=False)
    new = [number for number in found.numbers if number in changes]
    shown = new
    if 0 < limit < len(new):
        shown = sorted(new, key=changes.__getitem__)[:limit]
        upto = changes[shown[-1]]
    results = searching.search(record, index, query, sort=sort, mend=False, among=set(shown), snippets=snippets)
    return NewArticles(replace(results, total=len(new)), upto)
