"""Searching a library: the index says which articles match, the record what they are; `answering` where and why."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from typing import TypeVar

from kgtui.library import reading
from kgtui.library.answering import snippets_of
from kgtui.library.errors import Busy, ReadOnly
from kgtui.library.facets import facets_of
from kgtui.library.orders import Sort
from kgtui.library.readers_index import ReadersIndex
from kgtui.library.results import Facet, Hit, Ranking, Results
from kgtui.search import Answer, Query, View, mended, parse_query

Told = TypeVar("Told")


def search(
    record: sqlite3.Connection,
    index: ReadersIndex,
    query: Query,
    *,
    sort: Sort,
    mend: bool,
    limit: int = 0,
    snippets: bool = False,
    facets: bool = False,
    among: Collection[int] | None = None,
) -> Results:
    """The articles that match (of those ``among`` which they are sought), in order, with what narrows them."""
    started = time.perf_counter()
    read_as, (total, ranked, counted) = _answered(
        index,
        query,
        lambda answer, view: (
            len(answer.places),
            answer.ranked(_sorted(answer, sort, limit)),
            facets_of(view, answer.places) if facets else (),
        ),
        mend=mend,
        among=among,
    )
    by_number = {hit.number: hit for hit in ranked}
    headlines = reading.headlines(record, list(by_number))
    groups = reading.groups_of(record, by_number)
    shown = dict(snippets_of(record, index, read_as or query.text, list(by_number))) if snippets else {}
    hits = tuple(
        Hit(
            headline,
            by_number[headline.number].score,
            by_number[headline.number].tier,
            shown.get(headline.number),
            groups.get(headline.number),
        )
        for headline in headlines
    )
    return Results(query.text, read_as, query.problems, total, hits, counted, time.perf_counter() - started)


def ranking(index: ReadersIndex, query: Query, *, sort: Sort, mend: bool) -> Ranking:
    """The numbers of all articles that match, in order; without their groups."""
    started = time.perf_counter()
    read_as, numbers = _answered(index, query, lambda answer, _: answer.numbers(_sorted(answer, sort, 0)), mend=mend)
    return Ranking(query.text, read_as, query.problems, numbers, took=time.perf_counter() - started)


def facets_of_numbers(index: ReadersIndex, numbers: Sequence[int], limit: int) -> tuple[Facet, ...]:
    """What these articles can be narrowed by; of those that the index has."""
    return index.ask(lambda view: facets_of(view, view.places(numbers), limit))


def _answered(
    index: ReadersIndex,
    query: Query,
    question: Callable[[Answer, View], Told],
    *,
    mend: bool,
    among: Collection[int] | None = None,
) -> tuple[str | None, Told]:
    """What was searched instead, where a query finds nothing as typed, and what is asked of the articles that match."""
    if query.root is not None:
        # Whoever is writing brings the index up to date; where nothing can be written, what it holds answers.
        with suppress(Busy, ReadOnly, OSError):
            index.catch_up()

    def ask(view: View) -> tuple[str | None, Told]:
        answer = Answer(query.root, view, among)
        read_as = None if answer.places or not mend else mended(query, view)
        if read_as:
            answer = Answer(parse_query(read_as, query.today).root, view, among)
        return read_as, question(answer, view)

    return index.ask(ask)


def _sorted(answer: Answer, sort: Sort, limit: int) -> list[int]:
    if sort is Sort.RELEVANCE:
        return answer.best(limit)
    return answer.newest(limit) if sort is Sort.NEWEST else answer.oldest(limit)
