"""Searching a library: the index says which articles match, the record where and why."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Collection
from contextlib import suppress
from functools import lru_cache

from kgtui.language import Analysis, analyse
from kgtui.library import counts, reading
from kgtui.library.counts import Order
from kgtui.library.errors import Busy, ReadOnly
from kgtui.library.facets import facets_of
from kgtui.library.indexing import Index
from kgtui.library.results import Hit, Ranking, Results, Sort
from kgtui.model import Article, Span
from kgtui.search import Matcher, Query, Ranked, Reason, Snippet, mended, parse_query, rank, reasons, snippet


def search(
    record: sqlite3.Connection,
    index: Index,
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
    read_as, found = _understood(record, index, query, mend=mend)
    if among is not None:
        found = [hit for hit in found if hit.number in among]
    numbers = _sorted(record, found, sort)
    shown = numbers[:limit] if limit else numbers
    by_number = {hit.number: hit for hit in found}
    headlines = reading.headlines(record, shown)
    groups = reading.groups_of(record, shown)
    hits = tuple(
        Hit(
            headline,
            by_number[headline.number].score,
            by_number[headline.number].tier,
            snippet_of(record, read_as or query.text, headline.number) if snippets else None,
            groups.get(headline.number),
        )
        for headline in headlines
    )
    counted = facets_of(record, numbers) if facets else ()
    return Results(query.text, read_as, query.problems, len(found), hits, counted, time.perf_counter() - started)


def ranking(record: sqlite3.Connection, index: Index, query: Query, *, sort: Sort, mend: bool) -> Ranking:
    """The numbers of all articles that match, in order."""
    started = time.perf_counter()
    read_as, found = _understood(record, index, query, mend=mend)
    numbers = _sorted(record, found, sort)
    groups = reading.groups_of(record, numbers)
    return Ranking(query.text, read_as, query.problems, numbers, groups, time.perf_counter() - started)


def _understood(
    record: sqlite3.Connection, index: Index, query: Query, *, mend: bool
) -> tuple[str | None, list[Ranked]]:
    """What was searched instead, where a query finds nothing as typed, and the articles that match."""
    found = _ranked(record, index, query)
    if found or not mend:
        return None, found
    read_as = index.ask(record, lambda view: mended(query, view))
    return read_as, _ranked(record, index, parse_query(read_as, query.today)) if read_as else []


def _ranked(record: sqlite3.Connection, index: Index, query: Query) -> list[Ranked]:
    """The articles that match, best first."""
    root = query.root
    if root is None:
        return []
    wanted = root
    with suppress(Busy, ReadOnly):  # whoever is writing brings the index up to date
        index.catch_up(record)
    return index.ask(record, lambda view: rank(wanted, view))[1]


def _sorted(record: sqlite3.Connection, found: list[Ranked], sort: Sort) -> list[int]:
    numbers = [hit.number for hit in found]
    if sort is Sort.RELEVANCE:
        return numbers
    among = set(numbers)
    return [number for number in counts.numbers(record, Order(sort.value)) if number in among]


def snippet_of(record: sqlite3.Connection, query: str, number: int) -> Snippet | None:
    """The sentence that shows why an article matches; None of an article that is gone."""
    article = reading.article_numbered(record, number)
    facts = reading.facts_of(record, [number]).get(number)
    return snippet(_body(article), _matcher(query), facts) if article and facts else None


def hit_spans(record: sqlite3.Connection, query: str, article: Article) -> tuple[Span, ...]:
    """Where an article's body answers a query."""
    facts = reading.facts_of(record, [article.number]).get(article.number)
    return _matcher(query).spans(_body(article), facts) if facts else ()


def why(record: sqlite3.Connection, query: Query, article: Article) -> tuple[Reason, ...]:
    """By which forms, where and how surely an article answers each part of a query."""
    facts = reading.facts_of(record, [article.number]).get(article.number)
    return reasons(Matcher(query.root), article.document, _body(article), facts) if facts else ()


@lru_cache(maxsize=32)
def _matcher(query: str) -> Matcher:
    """Dates mark nothing, so the day does not matter."""
    return Matcher(parse_query(query).root)


def _body(article: Article) -> Analysis:
    return analyse(article.document.text, article.document.body)
