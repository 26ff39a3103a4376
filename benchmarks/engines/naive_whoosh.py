"""Whoosh as its handbook shows it: texts kept in it, a Snowball stemmer, its own parser, sorting, facets, snippets."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time
from pathlib import Path
from typing import Any

import snowballstemmer
import whoosh
from whoosh.analysis.filters import LowercaseFilter, StopFilter
from whoosh.analysis.morph import StemFilter
from whoosh.analysis.tokenizers import RegexTokenizer
from whoosh.fields import DATETIME, ID, KEYWORD, NUMERIC, TEXT, Schema
from whoosh.index import create_in, exists_in, open_dir
from whoosh.qparser.default import QueryParser
from whoosh.sorting import FieldFacet

from benchmarks.engines.article import Article
from benchmarks.engines.engine import SHOWN, Answer, Kind, Question, size_of

_OVERLAPPING = ("country", "bloc", "person", "organisation", "place")
_SINGLE = ("month", "source")


class NaiveWhoosh:
    def __init__(self, folder: Path) -> None:
        self._folder = folder / "index"
        self._folder.mkdir(parents=True, exist_ok=True)
        path = str(self._folder)
        self._index: Any = open_dir(path) if exists_in(path) else create_in(path, _schema())
        self._parser = QueryParser("body", self._index.schema)
        self._apart = _analyzer()
        self._writer: Any = None
        self._searcher: Any = None

    def version(self) -> str:
        return ".".join(map(str, whoosh.__version__))

    def analysed(self, articles: Sequence[Article]) -> list[dict[str, Any]]:
        """As fields; the words are cut and stemmed by the engine itself, see `analyse`."""
        return [
            {
                "number": article.number,
                "title": article.title,
                "body": article.text,
                "published": datetime.combine(article.published, time()),
                **{kind: ",".join(names) for kind, names in article.facets().items()},
            }
            for article in articles
        ]

    def analyse(self, analysed: list[dict[str, Any]]) -> None:
        """The part of a build that is analysis, once more and alone, so that it can be subtracted; by an analyzer that
        remembers stems of its own, as that of the index does."""
        for fields in analysed:
            for text in (fields["title"], fields["body"]):
                for _ in self._apart(text, positions=True, mode="index"):
                    pass

    def build(self, analysed: list[dict[str, Any]]) -> None:
        if self._writer is None:
            self._writer = self._index.writer()
        for fields in analysed:
            self._writer.add_document(**fields)

    def finish(self) -> None:
        self._writer.commit()
        self._writer = None

    def commit(self, analysed: list[dict[str, Any]]) -> None:
        self.build(analysed)
        self.finish()

    def bytes(self) -> int:
        return size_of(self._folder)

    def open(self) -> None:
        if self._searcher is not None:
            self._searcher.close()
        self._searcher = self._index.searcher()

    def ask(self, question: Question) -> Answer:
        query, search = self._parser.parse(question.text), self._searcher.search
        if question.kind is Kind.FACETS:
            groups = {kind: FieldFacet(kind, allow_overlap=kind in _OVERLAPPING) for kind in (*_OVERLAPPING, *_SINGLE)}
            results = search(query, limit=SHOWN, groupedby=groups)
            return Answer(facets={kind: _counts(results.groups(kind)) for kind in groups})
        if question.kind is Kind.NEWEST:
            results = search(query, limit=SHOWN, sortedby="published", reverse=True)
        else:
            results = search(query, limit=SHOWN)
        if question.kind is Kind.COUNT:
            return Answer(len(results))
        snippets = [hit.highlights("body", top=1) for hit in results] if question.kind is Kind.SNIPPETS else ()
        return Answer(numbers=[hit["number"] for hit in results], snippets=snippets)

    def count(self, question: Question) -> int:
        return len(self._searcher.search(self._parser.parse(question.text), limit=SHOWN))


def _counts(groups: dict[Any, list[int]]) -> dict[str, int]:
    return {name: len(places) for name, places in groups.items() if name}


def _analyzer() -> Any:
    stem_filter: Any = StemFilter
    stem = stem_filter(stemfn=snowballstemmer.stemmer("russian").stemWord)
    return RegexTokenizer() | LowercaseFilter() | StopFilter(lang="ru") | stem


def _schema() -> Any:
    analyzer = _analyzer()
    return Schema(
        number=NUMERIC(stored=True, unique=True),
        title=TEXT(analyzer=analyzer, stored=True),
        body=TEXT(analyzer=analyzer, stored=True),
        published=DATETIME(sortable=True),
        **{kind: KEYWORD(commas=True) for kind in _OVERLAPPING},
        **{kind: ID(sortable=True) for kind in _SINGLE},
    )
