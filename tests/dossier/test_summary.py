"""«Коротко»: the rows that a reader must know who reads nothing else, and what the library lacks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kgtui.dossier import Frame, SectionKind, country_subject, dossier_of
from kgtui.dossier.values import ContactRow, MeasureRow, SummaryKind, SummaryRow
from kgtui.export.page import page_of
from kgtui.export.page_values import PageSection
from kgtui.intake import take_in
from kgtui.library import Library, open_library
from kgtui.locale import use_language
from kgtui.model import FigureKind
from kgtui.settings import Settings

from .small_library import TODAY, brief_of, library_of, rows

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


@pytest.fixture(autouse=True)
def _russian() -> None:
    use_language("ru")


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    settings = Settings(library=tmp_path_factory.mktemp("seeds") / "library", language="ru")
    with open_library(settings.library, settings=settings) as opened:
        take_in(SEEDS, opened)
        yield opened


def shown(library: Library, code: str, **frame: object) -> dict[SectionKind, PageSection]:
    wanted = Frame(TODAY, **frame)  # type: ignore[arg-type]
    return {section.kind: section for section in page_of(dossier_of(library, country_subject(code), wanted)).sections}


def test_rows_are_those_of_other_sections_and_only_what_exists(brief_library: Library) -> None:
    dossier = brief_of(brief_library, "UZ", limit=0)
    found = {row.about: row.row for row in rows(dossier, SectionKind.SUMMARY, SummaryRow)}
    assert found[SummaryKind.LAST_CONTACT] in dossier.section(SectionKind.CONTACTS).rows
    assert found[SummaryKind.AGREEMENT] in dossier.section(SectionKind.AGREEMENTS).rows
    assert SummaryKind.NEXT_CONTACT not in found, "what was announced is past"


def test_the_last_contact_is_one_of_the_two_rather_than_one_of_many(brief_library: Library) -> None:
    (row,) = [
        each.row
        for each in rows(brief_of(brief_library, "UZ"), SectionKind.SUMMARY, SummaryRow)
        if each.about is SummaryKind.LAST_CONTACT
    ]
    assert isinstance(row, ContactRow)
    assert (row.is_of_many, row.form) == (False, "call")


def test_it_is_made_though_the_sections_that_it_sums_up_are_not_shown(brief_library: Library) -> None:
    frame = Frame(TODAY, sections=(SectionKind.SUMMARY,))
    (section,) = dossier_of(brief_library, country_subject("UZ"), frame).sections
    assert section.rows


def test_sources_are_numbered_from_the_summary_on(brief_library: Library) -> None:
    dossier = brief_of(brief_library, "UZ")
    first_needed = list(dict.fromkeys(note.source for note in dossier.notes()))
    assert first_needed == [source.position for source in dossier.sources]


def test_what_the_library_lacks_is_said_of_it(seeds: Library) -> None:
    assert shown(seeds, "AZ")[SectionKind.SUMMARY].remark == (
        "В библиотеке нет сообщений о двусторонних контактах, двусторонних цифр и подписанных документов"
    )
    sections = shown(seeds, "AZ")
    assert sections[SectionKind.DOCUMENTS].remark == "сообщений о подписании в библиотеке нет"
    assert sections[SectionKind.CONFLICTS].remark == "сопоставимых значений из разных источников нет"
    assert SectionKind.ANNOUNCED not in sections


def test_what_is_there_is_not_lacking(brief_library: Library) -> None:
    remark = shown(brief_library, "UZ")[SectionKind.SUMMARY].remark
    assert "контактах" not in remark
    assert "подписанных документов" not in remark


def test_a_part_of_the_library_does_not_say_what_it_lacks(seeds: Library) -> None:
    for part in (shown(seeds, "AZ", first=date(2025, 11, 1)), shown(seeds, "AZ", only_new=True)):
        assert not any(section.remark for section in part.values())
        assert all(section.rows for section in part.values())


def test_a_country_that_is_known_only_through_its_unions(seeds: Library) -> None:
    sections = shown(seeds, "IN")
    assert set(sections) == {SectionKind.SUMMARY, SectionKind.UNIONS}
    assert sections[SectionKind.SUMMARY].remark == "Прямых сообщений о стране нет; ниже — через объединения"


def test_of_a_country_without_any_news_nothing_is_shown(tmp_path: Path) -> None:
    with library_of(tmp_path, []) as empty:
        assert shown(empty, "IN") == {}


def test_a_target_is_no_figure_of_the_two(seeds: Library) -> None:
    """Russia has a target of turnover alone: that is an aim, and what is there belongs to a union."""
    sections = shown(seeds, "RU")
    assert sections[SectionKind.FIGURES].remark == "двусторонних цифр нет"
    assert sections[SectionKind.FIGURES].rows
    assert "двусторонних цифр" in sections[SectionKind.SUMMARY].remark


def test_what_is_of_both_comes_before_what_one_of_them_wants(seeds: Library) -> None:
    (agreement,) = [row.text for row in shown(seeds, "TJ")[SectionKind.SUMMARY].rows if "договорённостях" in row.text]
    assert "создание Межправительственного совета" in agreement


def test_what_sources_give_differently_is_told_with_all_its_values(brief_library: Library) -> None:
    dossier = brief_of(brief_library, "UZ")
    about = [row.about for row in rows(dossier, SectionKind.SUMMARY, SummaryRow)]
    assert SummaryKind.CONFLICT in about
    assert SummaryKind.FIGURE not in about, "neither of the two values is the turnover"
    (said,) = [row.text for row in shown(brief_library, "UZ")[SectionKind.SUMMARY].rows if "расходятся" in row.text]
    assert "1,35\u00a0млрд" in said
    assert "1,2\u00a0млрд" in said


def test_the_points_of_an_agenda_are_no_main_figure(tmp_path: Path) -> None:
    text = "Президенты Китая и Кыргызстана встретились в Бишкеке. В повестке переговоров около двух десятков пунктов."
    with library_of(tmp_path, [(date(2025, 3, 5), text)]) as library:
        assert not [row for row in shown(library, "CN")[SectionKind.SUMMARY].rows if "пункт" in row.text]


def test_what_was_measured_goes_before_a_forecast(tmp_path: Path) -> None:
    text = (
        "Товарооборот Кыргызстана и Узбекистана в 2024 году составил 845 млн долларов. "
        "По прогнозу, в 2026 году товарооборот Кыргызстана и Узбекистана составит 2 млрд долларов."
    )
    with library_of(tmp_path, [(date(2025, 3, 4), text)]) as library:
        (main,) = [
            each.row
            for each in rows(brief_of(library, "UZ"), SectionKind.SUMMARY, SummaryRow)
            if each.about is SummaryKind.FIGURE
        ]
    assert isinstance(main, MeasureRow)
    assert [figure.kind for figure in main.figures] == [FigureKind.LEVEL, FigureKind.FORECAST]
