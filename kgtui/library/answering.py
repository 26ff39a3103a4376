"""Where and why one article answers a query: from its text and from what it names."""

from __future__ import annotations

import sqlite3
from functools import lru_cache

from kgtui.language import Analysis, analyse
from kgtui.library import reading
from kgtui.library.indexing import Index
from kgtui.model import Article, Span
from kgtui.search import Matcher, Query, Reason, Snippet, Things, parse_query, reasons, snippet, things_named
from kgtui.search.query.spellings import named_parts


def snippet_of(record: sqlite3.Connection, index: Index, query: str, number: int) -> Snippet | None:
    """The sentence that shows why an article matches; None of an article that is gone."""
    article = reading.article_numbered(record, number)
    facts = reading.facts_of(record, [number]).get(number)
    return snippet(_body(article), _matcher(record, index, query), facts) if article and facts else None


def hit_spans(record: sqlite3.Connection, index: Index, query: str, article: Article) -> tuple[Span, ...]:
    """Where an article's body answers a query."""
    facts = reading.facts_of(record, [article.number]).get(article.number)
    return _matcher(record, index, query).spans(_body(article), facts) if facts else ()


def why(record: sqlite3.Connection, index: Index, query: Query, article: Article) -> tuple[Reason, ...]:
    """By which forms, where and how surely an article answers each part of a query."""
    facts = reading.facts_of(record, [article.number]).get(article.number)
    matcher = Matcher(query.root, _things(record, index, query))
    return reasons(matcher, article.document, _body(article), facts) if facts else ()


def _matcher(record: sqlite3.Connection, index: Index, query: str) -> Matcher:
    """Dates mark nothing, so the day does not matter."""
    return _kept_matcher(query, _things(record, index, parse_query(query)))


def _things(record: sqlite3.Connection, index: Index, query: Query) -> Things:
    """What the query names exactly; the index is asked only where there is such a part."""
    named = named_parts(query.root)
    return index.ask(record, lambda view: things_named(named, view)) if named else frozenset()


@lru_cache(maxsize=32)
def _kept_matcher(query: str, things: Things) -> Matcher:
    """Remembers the forms that it has met from article to article."""
    return Matcher(parse_query(query).root, things)


def _body(article: Article) -> Analysis:
    return analyse(article.document.text, article.document.body)
