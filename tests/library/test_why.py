"""Why an article was found, asked of a library of the seeds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kgtui.intake import seed
from kgtui.library import Library, open_library
from kgtui.model import Article

from .conftest import settings_for


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder: Path = tmp_path_factory.mktemp("seeds") / "library"
    settings = replace(settings_for(folder), today=date(2025, 11, 21))
    with open_library(folder, settings=settings) as library:
        seed(library)
        yield library


def article(library: Library, start: str) -> Article:
    found = next(headline for headline in library.headlines(library.numbers()) if headline.id.startswith(start))
    read = library.article(found.number)
    assert read
    return read


def why(library: Library, query: str, start: str) -> list[tuple[str, str, str, str, int]]:
    reasons = library.why(query, article(library, start))
    return [(each.asked, each.form, each.where.value, each.tier.name.lower(), each.count) for each in reasons]


def test_each_part_says_by_which_forms(seeds: Library) -> None:
    assert why(seeds, '-газ касымалиев или "совету ОДКБ"', "001") == [
        ("касымалиев", "Касымалиев", "text", "exact", 2),
        ("касымалиев", "Касымалиева", "text", "form", 1),
    ]
    assert why(seeds, "торгово-экономический", "000") == [
        ("торгово-экономический", "торгово- экономических", "text", "form", 1)
    ]


def test_the_title_comes_first_and_other_words_for_a_country_last(seeds: Library) -> None:
    assert why(seeds, "Беларусь", "002") == [
        ("Беларусь", "Беларусь", "title", "exact", 1),
        ("Беларусь", "Беларусь", "text", "exact", 2),
        ("Беларусь", "белорусско-кыргызских", "text", "related", 1),
        ("Беларусь", "Минск", "text", "related", 1),
    ]


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("кто:Жапарову", ("кто:Жапарову", "Садыр Нургожоевич Жапаров", "person", "form", 1)),
        ('who:="Садыр Жапаров"', ('кто:="Садыр Жапаров"', "Садыр Нургожоевич Жапаров", "person", "exact", 1)),
        ("орган:ОДКБ", ("орган:ОДКБ", "Совета коллективной безопасности ОДКБ", "body", "exact", 1)),
        ("источник:новость", ("источник:новость", "РИА Новости", "source", "form", 1)),
        ("источник:=«РИА Новости»", ('источник:="РИА Новости"', "РИА Новости", "source", "exact", 1)),
        ("дата:ноябрь", ("дата:2025-11", "2025-11-11", "date", "exact", 1)),
    ],
)
def test_fields(seeds: Library, query: str, reason: tuple[str, str, str, str, int]) -> None:
    assert why(seeds, query, "001") == [reason]


def test_a_thing_is_marked_by_whatever_name_an_article_has_for_it(seeds: Library) -> None:
    """Another article's name for the same person; the index knows that it is the same."""
    query = 'кто:="Садыр Нургожоевич Жапаров"'
    assert why(seeds, query, "003") == [(query, "Садыр Жапаров", "person", "exact", 4)]
    read = article(seeds, "003")
    assert {span.of(read.document.text) for span in seeds.hit_spans(query, read)} == {"Садыр Жапаров"}


def test_whatever_narrows_a_result_is_a_reason_in_all_that_it_leaves(seeds: Library) -> None:
    """The index counts and the text explains: two ways to the same articles."""
    read = [seeds.article(number) for number in seeds.numbers()]
    for facet in seeds.search("дата:2025", facets=True).facets:
        for value in facet.values:
            explained = {each.number for each in read if each and seeds.why(value.query, each)}
            assert explained == {hit.headline.number for hit in seeds.search(value.query).hits}, value.query
            assert len(explained) == value.articles, value.query


def test_what_does_not_match_has_no_reason(seeds: Library) -> None:
    for query in ("", "абракадабра", "дата:неделя", "источник:БЕЛТА", "-касымалиев", "кто:Токаев"):
        assert why(seeds, query, "001") == [], query


def test_the_first_place_is_an_offset_of_the_text(seeds: Library) -> None:
    read = article(seeds, "001")
    for reason in seeds.why("касымалиев кто:Путин страна:РФ", read):
        assert reason.first
        assert reason.first.of(read.document.text) == reason.form


@pytest.mark.parametrize("query", ["президент", "премьер", "глава", "Беларусь", "сотрудничество"])
def test_each_hit_of_the_text_is_counted_once(seeds: Library, query: str) -> None:
    """A title that the text begins with is no second place, a capital no second form."""
    for number in seeds.numbers():
        read = seeds.article(number)
        assert read
        reasons = seeds.why(query, read)
        forms = [(each.form.lower(), each.where, each.tier) for each in reasons]
        assert len(forms) == len(set(forms))
        in_text = [each for each in reasons if each.first]
        assert sum(each.count for each in in_text) == len(seeds.hit_spans(query, read))
