"""kgtui: the library's own functions over its record and its index."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

import whoosh

from benchmarks.engines.article import Article
from benchmarks.engines.engine import SHOWN, Answer, Kind, Question, size_of
from kgtui.language import Analysis
from kgtui.language.analysis import tokens_in
from kgtui.library import Sort, searching
from kgtui.library.connections import Connections
from kgtui.library.facets import facets_of
from kgtui.library.indexing import Index
from kgtui.library.writing import put
from kgtui.model import Document, Entity, EntityKind, Facts, Span
from kgtui.search import Entry, entry, parse_query, rank
from kgtui.settings import load_settings

Entries = dict[int, Entry]


class Ours:
    """A whole library; only the work of its index is measured."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o755, exist_ok=True)
        self._connections = Connections(folder)
        self._connections.prepare()
        self._index = Index(folder, load_settings(library=str(folder)))

    def version(self) -> str:
        return ".".join(map(str, whoosh.__version__))

    def analysed(self, articles: Sequence[Article]) -> Entries:
        """Kept in the record, and their entries made: what an intake does before it comes to the index."""
        record = self._connections.writer()
        entries = {}
        record.execute("BEGIN IMMEDIATE")
        for article in articles:
            document, facts = _document(article), _facts(article)
            _, number = put(record, document, facts)
            title, body = _words_of(article.title), _words_of(article.text)
            entries[number] = entry(number, article.published.toordinal(), title, body, facts)
        record.execute("COMMIT")
        record.close()
        return entries

    def build(self, analysed: Entries) -> None:
        self._index.replay(self._record, analysed)

    def finish(self) -> None:
        """Each part was committed."""

    def commit(self, analysed: Entries) -> None:
        self._index.replay(self._record, analysed)

    def bytes(self) -> int:
        return size_of(self._index.folder)

    def open(self) -> None:
        self._index.close()

    def ask(self, question: Question) -> Answer:
        text = question.text
        if question.kind is Kind.NEWEST:
            ranking = searching.ranking(self._record, self._index, text, sort=Sort.NEWEST, mend=False)
            return Answer(len(ranking.numbers), ranking.numbers[:SHOWN])
        if question.kind is Kind.FACETS:
            ranking = searching.ranking(self._record, self._index, text, sort=Sort.RELEVANCE, mend=False)
            facets = facets_of(self._record, ranking.numbers)
            counts = {facet.kind.value: {value.name: value.articles for value in facet.values} for facet in facets}
            return Answer(len(ranking.numbers), facets=counts)
        if question.kind is Kind.SNIPPETS:
            found = searching.search(
                self._record,
                self._index,
                text,
                sort=Sort.RELEVANCE,
                limit=SHOWN,
                snippets=True,
                facets=False,
                mend=False,
            )
            snippets = [hit.snippet.text for hit in found.hits if hit.snippet]
            return Answer(found.total, [hit.headline.number for hit in found.hits], snippets=snippets)
        if question.kind is Kind.COUNT:
            return Answer(self.count(question))
        return self._ranked(text, SHOWN)

    def count(self, question: Question) -> int:
        return self._ranked(question.text, 1).total or 0

    def _ranked(self, text: str, limit: int) -> Answer:
        root = parse_query(text).root
        if root is None:
            return Answer(0)
        total, ranked = self._index.ask(self._record, lambda view: rank(root, view, limit))
        return Answer(total, [hit.number for hit in ranked])

    @property
    def _record(self) -> sqlite3.Connection:
        return self._connections.reader()


def _document(article: Article) -> Document:
    return Document(
        id=str(article.number),
        origin="benchmark",
        text=article.text,
        body=Span(0, len(article.text)),
        title=article.title,
        published=article.published,
        source=article.source,
    )


def _facts(article: Article) -> Facts:
    named = (Entity(EntityKind(kind), name, name, (Span(start, end),)) for kind, name, start, end in article.named)
    return Facts(1, tuple(named))


def _words_of(text: str) -> Analysis:
    """An analysis without sentences, which entries do not look at."""
    return Analysis(text, Span(0, len(text)), tokens_in(text), ())
