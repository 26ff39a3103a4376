"""Where and why articles answer a query: from its text and from what it names."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from functools import lru_cache

from kgtui.library import reading
from kgtui.library.facts import facts_of
from kgtui.library.readers_index import ReadersIndex
from kgtui.model import Article, Span
from kgtui.search import Matcher, Query, Reason, Slice, Snippet, Things, parse_query, reasons, snippet, things_named
from kgtui.search.query.spellings import named_parts

_AT_ONCE = 64  # articles read together


def snippets_of(
    record: sqlite3.Connection, index: ReadersIndex, query: str, numbers: Sequence[int]
) -> Iterator[tuple[int, Snippet]]:
    """Number and the sentence that shows why an article matches, of those that are still there."""
    matcher = _matcher(index, query)
    for start in range(0, len(numbers), _AT_ONCE):
        some = numbers[start : start + _AT_ONCE]
        facts = facts_of(record, some, entities_alone=True) if matcher.asks_for_facts else {}
        for number, title, text, body in reading.bodies(record, some):
            yield number, snippet(Slice(text, body), matcher, facts.get(number), title=title)


def hit_spans(record: sqlite3.Connection, index: ReadersIndex, query: str, article: Article) -> tuple[Span, ...]:
    """Where an article's body answers a query."""
    facts = facts_of(record, [article.number], entities_alone=True).get(article.number)
    return _matcher(index, query).spans(_body(article), facts) if facts else ()


def why(record: sqlite3.Connection, index: ReadersIndex, query: Query, article: Article) -> tuple[Reason, ...]:
    """By which forms, where and how surely an article answers each part of a query."""
    facts = facts_of(record, [article.number], entities_alone=True).get(article.number)
    matcher = Matcher(query.root, _things(index, query))
    return reasons(matcher, article.document, facts) if facts else ()


def _matcher(index: ReadersIndex, query: str) -> Matcher:
    """Dates mark nothing, so the day does not matter."""
    return _kept_matcher(query, _things(index, parse_query(query)))


def _things(index: ReadersIndex, query: Query) -> Things:
    """What the query names exactly; the index is asked only where there is such a part."""
    named = named_parts(query.root)
    return index.ask(lambda view: things_named(named, view)) if named else frozenset()


@lru_cache(maxsize=32)
def _kept_matcher(query: str, things: Things) -> Matcher:
    """Remembers the forms that it has met from article to article."""
    return Matcher(parse_query(query).root, things)


def _body(article: Article) -> Slice:
    return Slice(article.document.text, article.document.body)
