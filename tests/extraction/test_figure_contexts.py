"""What a figure measures, when, and whose it is."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgtui.extraction.extract import extract
from kgtui.extraction.figures.times_said import founds
from kgtui.extraction.tables import table
from kgtui.language import analyse
from kgtui.model import Document, Figure, Span

from .reading_of import cases

WORDS = (
    "товарооборот Кыргызстана и России составил 5 млрд долларов США вырос на 15 % в 2024 году , — ( ) ; : чем против с"
    " до к годом ранее за тот же период 2023 января-августе двух стран ЕАЭС взаимный из Китая"
    " . \n 1 июля «Экспорт» бы ежегодно"
).split(" ")


def figures(text: str, published: date | None = date(2025, 11, 20)) -> tuple[Figure, ...]:
    read = Document("t", "t.txt", text, Span(0, len(text)), "", published)
    return extract(read, analyse(text)).figures


@pytest.mark.parametrize(("text", "wanted"), cases("figure_periods"))
def test_a_figure_has_the_period_that_it_measures(text: str, wanted: str) -> None:
    found = [f"{each.span.of(text)} = {each.period.iso if each.period else '-'}" for each in figures(text)]
    assert found == wanted.split("; ")


@pytest.mark.parametrize(("text", "wanted"), cases("figure_countries"))
def test_a_figure_has_the_countries_whose_it_is(text: str, wanted: str) -> None:
    found = [f"{each.span.of(text)} = {' '.join(sorted(each.countries)) or '-'}" for each in figures(text)]
    assert found == wanted.split("; ")


@pytest.mark.parametrize(("text", "wanted"), cases("figure_unions"))
def test_a_figure_of_a_union_is_no_figure_of_its_members(text: str, wanted: str) -> None:
    found = [f"{each.span.of(text)} = {owners(each)}" for each in figures(text)]
    assert found == wanted.split("; ")


def owners(figure: Figure) -> str:
    countries = " ".join(sorted(figure.countries)) or "-"
    return f"{countries} + {figure.union.key}" if figure.union else countries


@pytest.mark.parametrize(("text", "wanted"), cases("figure_keepers"))
def test_a_figure_has_whose_data_it_is(text: str, wanted: str) -> None:
    found = [f"{each.span.of(text)} = {each.data_of or '-'}" for each in figures(text)]
    assert found == wanted.split("; ")


@pytest.mark.parametrize(("text", "wanted"), cases("figure_measures"))
def test_a_figure_says_what_it_measures(text: str, wanted: str) -> None:
    found = [f"{each.span.of(text)} = {each.about or '-'}" for each in figures(text)]
    assert found == wanted.split("; ")


@pytest.mark.parametrize("row", [pytest.param(row, id=row["lemma"]) for row in table("founding_verbs")])
def test_what_was_founded_is_not_measured_then(row: dict[str, str]) -> None:
    assert founds(row["example"].split()[0])
    (figure,) = figures(f"Капитал фонда, {row['example']}, составляет 16 млн долларов.")
    assert figure.period is None


def test_without_a_day_of_publication_a_relative_time_is_not_told() -> None:
    told = [each.period and each.period.iso for each in figures("За полугодие 5 тонн, за 2024 год 9 тонн.", None)]
    assert told == [None, "2024"]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join), st.none() | st.dates(date(1990, 1, 1)))
def test_no_text_makes_it_raise(text: str, published: date | None) -> None:
    for figure in figures(text, published):
        assert (figure.about is None) == (figure.about_span is None)
        assert len(set(figure.countries)) == len(figure.countries)
        assert figure.period is None or figure.period.first_day <= figure.period.last_day


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Экспорт Кыргызстана в Китай вырос на 5 %.", ("KG", "CN")),
        ("Экспорт из Кыргызстана в Китай вырос на 5 %.", ("KG", "CN")),
        ("Импорт из Китая в Кыргызстан вырос на 5 %.", ("KG", "CN")),
        ("Импорт Кыргызстана из Китая вырос на 5 %.", ("KG", "CN")),
        ("Кыргызстан подвёл итоги года. Экспорт в Китай вырос на 5 %.", ("KG", "CN")),
        ("Кыргызстан подвёл итоги года. Импорт из Китая вырос на 5 %.", ("KG", "CN")),
        ("Товарооборот с Китаем у Кыргызстана вырос на 5 %.", ("KG", "CN")),
    ],
)
def test_whose_a_figure_is_comes_before_the_other_side(text: str, owners: tuple[str, ...]) -> None:
    assert [(each.countries, each.is_directed) for each in figures(text)] == [(owners, True)]


@pytest.mark.parametrize(
    ("text", "directed"),
    [
        (
            "Казахстан и Кыргызстан ждут. Казахстанский экспорт вырос на 5 %, кыргызский — на 7 %.",
            [True, True],
        ),
        ("Казахстан и Кыргызстан подвели итоги. Экспорт вырос на 5 %.", [False]),
        ("Казахстан и Кыргызстан подвели итоги. Казахстанские инвестиции выросли на 5 %.", [False]),
        ("Экспорт Кыргызстана в ЕАЭС вырос на 5 %, в Китай — на 7 %.", [True, True]),
        ("Экспорт Кыргызстана вырос на 5 %.", [False]),
    ],
)
def test_a_way_is_told_by_words_or_not_at_all(text: str, directed: list[bool]) -> None:
    assert [each.is_directed for each in figures(text)] == directed
