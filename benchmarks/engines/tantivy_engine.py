"""tantivy over the same lemmas: an engine in Rust, the floor of what the machine can do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

import tantivy

from benchmarks.engines.article import Article
from benchmarks.engines.engine import SHOWN, Answer, Kind, Question, size_of
from benchmarks.engines.lemmas import asked, asked_phrases, form, streams
from benchmarks.engines.texts import Texts

_KINDS = ("country", "bloc", "person", "organisation", "place", "month", "source")
_WORDS = ("title", "form", "lemma", "more")
_HEAP = 256_000_000
_ALL = 65_000  # values of a facet: no limit, but it wants one
Should, Must = tantivy.Occur.Should, tantivy.Occur.Must


class Tantivy:
    def __init__(self, folder: Path) -> None:
        self._folder = folder / "index"
        new = not self._folder.exists()
        self._folder.mkdir(parents=True, exist_ok=True)
        self._texts = Texts(folder / "texts.sqlite3")
        self._schema = _schema()
        self._index = tantivy.Index(self._schema, path=str(self._folder), reuse=not new)
        self._writer: Any = None
        self.open()

    def version(self) -> str:
        return version("tantivy")

    def analysed(self, articles: Sequence[Article]) -> list[Any]:
        self._texts.add(articles)
        return [self._document(article) for article in articles]

    def build(self, analysed: list[Any]) -> None:
        if self._writer is None:
            self._writer = self._index.writer(_HEAP, 1)
        for document in analysed:
            self._writer.add_document(document)

    def finish(self) -> None:
        self._writer.commit()
        self._writer.wait_merging_threads()
        self._writer = None

    def commit(self, analysed: list[Any]) -> None:
        self.build(analysed)
        self._writer.commit()

    def bytes(self) -> int:
        return size_of(self._folder)

    def open(self) -> None:
        self._index.reload()
        self._searcher: Any = self._index.searcher()  # its stubs lack the count

    def ask(self, question: Question) -> Answer:
        query, search = self._query(question), self._searcher.search
        if question.kind is Kind.COUNT:
            return Answer(self.count(question))
        if question.kind is Kind.FACETS:
            asked_for = {kind: {"terms": {"field": kind, "size": _ALL}} for kind in _KINDS}
            counted = self._searcher.aggregate(query, asked_for)
            return Answer(
                facets={
                    kind: {bucket["key"]: int(bucket["doc_count"]) for bucket in counted[kind]["buckets"]}
                    for kind in _KINDS
                }
            )
        order = "published" if question.kind is Kind.NEWEST else None
        hits = search(query, SHOWN, count=False, order_by_field=order).hits
        numbers = [int(self._searcher.doc(address)["number"][0]) for _, address in hits]
        snippets = self._texts.snippets(question.text, numbers) if question.kind is Kind.SNIPPETS else ()
        return Answer(numbers=numbers, snippets=snippets)

    def count(self, question: Question) -> int:
        return int(self._searcher.search(self._query(question), 1).count)

    def _query(self, question: Question) -> Any:
        make, words = tantivy.Query, question.words
        if question.kind in (Kind.PHRASE_2, Kind.PHRASE_3):
            phrases = (make.phrase_query(self._schema, "lemma", list(phrase)) for phrase in asked_phrases(words))
            return make.boolean_query([(Should, phrase) for phrase in phrases])
        if question.kind is Kind.PREFIX:
            return make.regex_query(self._schema, "form", re.escape(form(words[0])) + ".*")
        return make.boolean_query([(Must, self._word(word)) for word in words])

    def _word(self, word: str) -> Any:
        make, schema = tantivy.Query, self._schema
        either = [(Should, make.term_query(schema, "form", form(word)))]
        for lemma in asked(word):
            either.append((Should, make.boost_query(make.term_query(schema, "title", lemma), 3.0)))
            either += [(Should, make.term_query(schema, field, lemma)) for field in ("lemma", "more")]
        return make.boolean_query(either)

    def _document(self, article: Article) -> Any:
        made = streams(article.title_words, article.words)
        fields = {name: getattr(made, name) for name in _WORDS}
        numbers = {"number": article.number, "published": article.published.toordinal()}
        return tantivy.Document.from_dict({**numbers, **fields, **article.facets()}, self._schema)


def _schema() -> Any:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("number", stored=True)
    builder.add_unsigned_field("published", fast=True)
    for name in _WORDS:
        builder.add_text_field(name, tokenizer_name="whitespace")
    for kind in _KINDS:
        builder.add_text_field(kind, fast=True, tokenizer_name="raw", index_option="basic")
    return builder.build()
