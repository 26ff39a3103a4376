"""Every answer against that of going through all words, with the questions of the benchmark."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import pytest

from benchmarks.engines.article import read
from benchmarks.engines.checks import what_is_wrong
from benchmarks.engines.corpus import parts
from benchmarks.engines.engine import Kind, Question
from benchmarks.engines.oracle import Asked, Expected, expected
from benchmarks.engines.ours import Ours
from benchmarks.engines.queries import questions

ARTICLES = 200
COMMITS = 3  # so that answers come from several segments


@dataclass(frozen=True)
class Compared:
    library: Ours
    questions: list[Question]
    expected: dict[Asked, Expected]


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Compared]:
    folder = tmp_path_factory.mktemp("brute-force")
    files = parts(folder, ARTICLES)
    library = Ours(folder / "library")
    articles = list(islice(read(files[0]), ARTICLES))
    for start in range(COMMITS):
        library.commit(library.analysed(articles[start * ARTICLES // COMMITS : (start + 1) * ARTICLES // COMMITS]))
    asked = questions(files, ARTICLES)
    yield Compared(library, asked, expected(files, ARTICLES, asked))
    library.close()


@pytest.mark.xdist_group("brute force")
@pytest.mark.parametrize("kind", Kind)
def test_totals_order_and_facets_are_those_of_brute_force(compared: Compared, kind: Kind) -> None:
    asked = [question for question in compared.questions if question.kind is kind]
    assert len(asked) > 10
    for question in asked:
        reply = compared.library.ask(question).as_json()
        assert not what_is_wrong(question, reply, compared.expected[kind, question.words]), question.text
