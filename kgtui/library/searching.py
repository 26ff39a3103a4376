"""Searching a library: the index says which articles match, the record where and why."""

from __future__ import annotations

import sqlite3
import time
from contextlib import suppress
from functools import lru_cache

from kgtui.language import Analysis, analyse
from kgtui.library import reading
from kgtui.library.errors import Busy, ReadOnly
from kgtui.library.indexing import Index
from kgtui.library.results import Hit, Results
from kgtui.model import Article, Span
from kgtui.search import Matcher, Ranked, Snippet, parse_query, rank, snippet


def search(record: sqlite3.Connection, index: Index, query: str, *, limit: int, snippets: bool) -> Results:
    """The articles that match, best first."""
    started = time.perf_counter()
    total, found = ranked(record, index, query, limit)
    headlines = {headline.number: headline for headline in reading.headlines(record, [hit.number for hit in found])}
    hits = tuple(
        Hit(headlines[hit.number], hit.score, hit.tier, snippet_of(record, query, hit.number) if snippets else None)
        for hit in found
        if hit.number in headlines
    )
    return Results(query, total, hits, time.perf_counter() - started)


def ranked(record: sqlite3.Connection, index: Index, query: str, limit: int) -> tuple[int, list[Ranked]]:
    """How many articles match, and the first of them."""
    root = parse_query(query).root
    if root is None:
        return 0, []
    wanted = root
    with suppress(Busy, ReadOnly):  # whoever is writing brings the index up to date
        index.catch_up(record)
    return index.ask(record, lambda view: rank(wanted, view, limit))


def snippet_of(record: sqlite3.Connection, query: str, number: int) -> Snippet | None:
    """The sentence that shows why an article matches; None of an article that is gone."""
    article = reading.article_numbered(record, number)
    facts = reading.facts_of(record, [number]).get(number)
    return snippet(_body(article), _matcher(query), facts) if article and facts else None


def hit_spans(record: sqlite3.Connection, query: str, article: Article) -> tuple[Span, ...]:
    """Where an article's body answers a query."""
    facts = reading.facts_of(record, [article.number]).get(article.number)
    return _matcher(query).spans(_body(article), facts) if facts else ()


@lru_cache(maxsize=32)
def _matcher(query: str) -> Matcher:
    return Matcher(parse_query(query).root)


def _body(article: Article) -> Analysis:
    return analyse(article.document.text, article.document.body)
