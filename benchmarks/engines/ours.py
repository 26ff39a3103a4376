"""kgtui as its faces use it: a library, with all that it does for a question."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

import whoosh

from benchmarks.engines.article import Article
from benchmarks.engines.corpus import PART
from benchmarks.engines.engine import SHOWN, Answer, Kind, Question, size_of
from kgtui.language import analyse
from kgtui.library import Results, Sort, open_library
from kgtui.library.adding import Adder
from kgtui.library.trust import own_index
from kgtui.model import Document, Entity, EntityKind, Facts, Span
from kgtui.settings import load_settings

_AT_ONCE = 10_000  # articles between two commits of the index, as in an intake


class Ours:
    """A whole library; only the work of its index is measured."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._settings = load_settings(library=str(folder))
        self._library = open_library(folder, settings=self._settings)
        self._adding = ExitStack()
        self._adder: Adder | None = None
        self._waiting = 0

    def version(self) -> str:
        return ".".join(map(str, whoosh.__version__))

    def analysed(self, articles: Sequence[Article]) -> None:
        """Kept in the record, and their entries made: what an intake does before it comes to the index, which here
        waits until `build` or `commit`."""
        if self._adder is None:
            self._adder = self._adding.enter_context(self._library.adding())
        self._adder.add((_document(article), analyse(article.text), _facts(article)) for article in articles)
        self._waiting += len(articles)

    def build(self, _analysed: None) -> None:
        """In pieces of nearly the size in which an intake writes its index."""
        if self._waiting + PART >= _AT_ONCE:
            self._write()

    def finish(self) -> None:
        self._write()

    def commit(self, _analysed: None) -> None:
        self._write()

    def _write(self) -> None:
        self._adding.close()
        self._adder, self._waiting = None, 0

    def bytes(self) -> int:
        return size_of(own_index(self._folder))

    def open(self) -> None:
        self.close()
        self._library = open_library(self._folder, settings=self._settings)

    def close(self) -> None:
        self._library.close()

    def ask(self, question: Question) -> Answer:
        if question.kind is Kind.COUNT:
            return Answer(self.count(question))
        if question.kind is Kind.FACETS:
            found = self._found(question, limit=1, facets=True)
            facets = {
                facet.kind.value: {value.name: value.articles for value in facet.values} for facet in found.facets
            }
            return Answer(found.total, facets=facets)
        sort = Sort.NEWEST if question.kind is Kind.NEWEST else Sort.RELEVANCE
        found = self._found(question, sort=sort, snippets=question.kind is Kind.SNIPPETS)
        snippets = [hit.snippet.text for hit in found.hits if hit.snippet]
        return Answer(found.total, [hit.headline.number for hit in found.hits], snippets=snippets)

    def count(self, question: Question) -> int:
        return self._found(question, limit=1).total

    def _found(
        self,
        question: Question,
        *,
        sort: Sort = Sort.RELEVANCE,
        limit: int = SHOWN,
        snippets: bool = False,
        facets: bool = False,
    ) -> Results:
        return self._library.search(question.text, sort=sort, limit=limit, snippets=snippets, facets=facets, mend=False)


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
