"""How far a brief can be trusted, and how that is said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kgtui.dossier import Frame, Subject, country_subject, dossier_of
from kgtui.dossier.values import Coverage
from kgtui.export.page import page_of
from kgtui.extraction.extract import extract
from kgtui.language import analyse
from kgtui.library import Library
from kgtui.locale import use_language
from kgtui.model import FACTS_VERSION, Document, EntityKind, Span
from kgtui.reader import Look

from .small_library import TODAY, brief_of, library_of


@pytest.fixture(autouse=True)
def _russian() -> None:
    use_language("ru")


ARTICLES = [
    (date(2025, 3, 4), "Узбекистан и Кыргызстан обсудили воду."),
    (date(2025, 5, 3), "Узбекистан открыл дорогу."),
    (date(2025, 7, 3), "Узбекистан закрыл дорогу."),
    (date(2025, 7, 20), "Узбекистан построил мост."),
    (None, "Узбекистан без даты."),
    (date(2024, 1, 1), "Германия отмечает Новый год."),
]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with library_of(tmp_path_factory.mktemp("coverage"), ARTICLES) as opened:
        yield opened


@pytest.fixture(scope="module")
def coverage(library: Library) -> Coverage:
    return brief_of(library, "UZ").coverage


def test_articles_and_dates_of_the_subject_and_of_the_library(coverage: Coverage) -> None:
    assert (coverage.articles, coverage.total) == (5, 6)
    assert (coverage.first, coverage.last) == (date(2025, 3, 4), date(2025, 7, 20))
    assert coverage.period == (date(2024, 1, 1), date(2025, 7, 20))


def test_only_more_than_sixty_days_are_a_gap_and_the_last_one_reaches_to_today(coverage: Coverage) -> None:
    assert coverage.gaps == (
        (date(2025, 5, 3), date(2025, 7, 3)),
        (date(2025, 7, 20), date(2025, 11, 22)),
    )


def test_months_have_no_holes(coverage: Coverage) -> None:
    assert coverage.months == (("2025-03", 1), ("2025-04", 0), ("2025-05", 1), ("2025-06", 0), ("2025-07", 2))


def test_the_words(library: Library) -> None:
    assert page_of(brief_of(library, "UZ")).head == (
        "Республика Узбекистан, РУз, РУ",
        "В библиотеке 6 статей (01.01.2024–20.07.2025), страну называют 5; пробелы 04.05–02.07.2025, 21.07–21.11.2025",
        "последняя новость 20.07.2025",
        "03.2025 ▄·▄·█ 07.2025",
    )


def test_what_an_earlier_version_read_is_said_and_nothing_is_missed_in_it(tmp_path: Path) -> None:
    text = "Узбекистан открыл дорогу."
    document = Document("a", "a", text, Span(0, len(text)), text, published=TODAY)
    with library_of(tmp_path, []) as library:
        library.add([(document, analyse(text), replace(extract(document, analyse(text)), version=FACTS_VERSION - 1))])
        page = page_of(brief_of(library, "UZ"))
    assert "факты 1 статьи прочитаны прежней версией программы; перечитать: kgtui rebuild --facts" in page.head
    assert not [section.remark for section in page.sections if section.remark]


def test_what_is_new_is_counted(library: Library) -> None:
    frame = Frame(TODAY, look=Look(0, date(2025, 11, 1)))
    page = page_of(dossier_of(library, country_subject("UZ"), frame))
    assert "последняя новость 20.07.2025; новых статей с 01.11.2025: 5 (отмечено «+»)" in page.head


def test_that_nothing_is_new_is_said(library: Library) -> None:
    page = page_of(
        dossier_of(library, country_subject("UZ"), Frame(TODAY, look=Look(library.change, date(2025, 11, 1))))
    )
    assert "последняя новость 20.07.2025; с 01.11.2025 ничего нового" in page.head


def test_reprints_and_publishers_are_counted(brief_library: Library) -> None:
    coverage = brief_of(brief_library, "UZ").coverage
    assert (coverage.articles, coverage.reprints, coverage.sources) == (13, 1, 5)


def test_somebody_whom_no_article_names(tmp_path: Path) -> None:
    with library_of(tmp_path, []) as empty:
        nobody = brief_of(empty, Subject(EntityKind.PERSON, "нет такого", "Нет Такого"))
        assert nobody.is_empty
        assert page_of(nobody).head == ("В библиотеке нет статей, где назван предмет справки: Нет Такого.",)


def test_no_year_is_said_of_a_gap_where_the_library_is_of_one(tmp_path: Path) -> None:
    articles = [(date(2025, 3, 4), "Узбекистан открыл дорогу."), (date(2025, 10, 4), "Узбекистан закрыл дорогу.")]
    with library_of(tmp_path, articles) as library:
        (_, said, *_) = page_of(brief_of(library, "UZ")).head
    assert said == "В библиотеке 2 статьи (04.03–04.10.2025), страну называют 2; пробел 05.03–03.10"
