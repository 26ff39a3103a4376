"""News through unions, apart from news of the two countries; what is named beside; what articles are about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from kgtui.dossier import SectionKind, Subject
from kgtui.dossier.values import ThingRow, TopicRow, UnionRow
from kgtui.library import Library
from kgtui.locale import use_language
from kgtui.model import EntityKind

from .small_library import brief_of, library_of, lines, rows

ARTICLES = [
    (date(2025, 1, 9), "Кыргызстан принял саммит ШОС. Страны ШОС обсудили торговлю. ШОС растёт."),
    (date(2025, 2, 3), "Узбекистан и страны ШОС встретились в Ташкенте. ШОС обсудила дороги. Узбекистан доволен."),
    (date(2025, 3, 3), "Узбекистан, Узбекистан и Узбекистан готовится к саммиту ШОС. Узбекистан ждёт гостей."),
    (date(2025, 4, 4), "Кыргызстан и Казахстан открыли мост. Мост открыт до Узбекистана."),
    (date(2025, 5, 5), "Лидеры Узбекистана и Казахстана обсудили ЕАЭС."),
]


@pytest.fixture(autouse=True)
def _russian() -> None:
    use_language("ru")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with library_of(tmp_path_factory.mktemp("unions"), ARTICLES) as opened:
        yield opened


def test_articles_about_a_union_whether_or_not_they_name_its_member(library: Library) -> None:
    (row,) = rows(brief_of(library, "UZ"), SectionKind.UNIONS, UnionRow)
    assert (row.key, row.articles, row.naming) == ("SCO", 2, 1)
    assert [note.id for note in row.notes] == ["a1"]
    assert lines(brief_of(library, "UZ"), SectionKind.UNIONS) == ["ШОС: 2 статьи, страна названа в 1"]
    assert lines(brief_of(library, "IN"), SectionKind.UNIONS) == ["ШОС: 2 статьи, страна в них не названа"]


def test_a_union_is_no_news_for_who_is_not_its_member(library: Library) -> None:
    assert rows(brief_of(library, "DE"), SectionKind.UNIONS, UnionRow) == []


def test_what_stands_beside_in_a_sentence(library: Library) -> None:
    found = rows(brief_of(library, "UZ"), SectionKind.COMPANIONS, ThingRow)
    assert {(row.key, row.articles) for row in found} == {("SCO", 2), ("KZ", 1), ("EAEU", 1)}
    assert lines(brief_of(library, "UZ"), SectionKind.COMPANIONS)[0] == "ШОС 2"


def test_of_a_union_its_members_stand_beside(library: Library) -> None:
    found = rows(brief_of(library, Subject(EntityKind.BLOC, "SCO", "ШОС")), SectionKind.COMPANIONS, ThingRow)
    assert [(row.key, row.articles) for row in found] == [("UZ", 2)]


def test_topics_count_articles_that_name_the_subject(library: Library, brief_library: Library) -> None:
    assert "торговля 6" in lines(brief_of(brief_library, "UZ"), SectionKind.TOPICS)
    energy = next(
        row for row in rows(brief_of(brief_library, "UZ"), SectionKind.TOPICS, TopicRow) if row.topic == "energy"
    )
    assert energy.articles == 1, "its reprint is folded"
    assert rows(brief_of(library, "IN"), SectionKind.TOPICS, TopicRow) == []
