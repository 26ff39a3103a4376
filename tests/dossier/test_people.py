"""Persons in the offices of their days: who followed whom, one row a person, and the sentences that say so."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kgtui.dossier import Frame, SectionKind, Subject, country_subject, dossier_of
from kgtui.dossier.offices import office_of
from kgtui.dossier.values import PersonRow
from kgtui.library import Library
from kgtui.model import EntityKind

from .small_library import TODAY, brief_of, library_of, lines, rows

PEOPLE, HOME = SectionKind.PEOPLE, SectionKind.HOME_PEOPLE


@pytest.fixture(scope="module")
def uzbekistan(brief_library: Library) -> dict[str, PersonRow]:
    """The rows of both sides by name."""
    dossier = brief_of(brief_library, "UZ", limit=0)
    return {row.person.name: row for kind in (PEOPLE, HOME) for row in rows(dossier, kind, PersonRow)}


def test_a_new_holder_of_an_office_has_the_one_before_beside(uzbekistan: dict[str, PersonRow]) -> None:
    row = uzbekistan["Эркин Садырбеков"]
    assert (row.person.office, row.on) == ("председатель Кабинета министров Кыргызской Республики", date(2025, 3, 21))
    assert row.predecessor is not None
    assert (row.predecessor.person.name, row.predecessor.on) == ("Марат Кадыров", date(2024, 3, 12))
    assert row.predecessor.note in row.notes


def test_one_who_is_appointed_holds_the_new_office_and_held_the_old_one(uzbekistan: dict[str, PersonRow]) -> None:
    row = uzbekistan["Марат Кадыров"]
    assert row.person.office == "посол Кыргызской Республики в Республике Узбекистан"
    assert [(held.person.office, held.on) for held in row.earlier] == [
        ("председатель Кабинета министров Кыргызской Республики", date(2024, 3, 12))
    ]


def test_ministers_of_different_fields_follow_nobody(uzbekistan: dict[str, PersonRow]) -> None:
    assert uzbekistan["Данияр Осмонов"].predecessor is None
    assert uzbekistan["Жумабек Айтматов"].predecessor is None


def test_two_persons_of_one_surname_are_two_rows(uzbekistan: dict[str, PersonRow]) -> None:
    assert {"Нурлан Осмонов", "Данияр Осмонов"} <= set(uzbekistan)


def test_one_person_in_two_spellings_is_one_row_with_that_of_the_source(uzbekistan: dict[str, PersonRow]) -> None:
    row = uzbekistan["Жумабек Айтматов"]
    assert (row.articles, row.spellings) == (3, ("Джумабек",))
    assert "Джумабек Айтматов" not in uzbekistan
    assert uzbekistan["Фёдор Ким"].articles == 3
    assert "Федор Ким" not in uzbekistan


def test_a_reprint_does_not_count(uzbekistan: dict[str, PersonRow]) -> None:
    assert uzbekistan["Нурлан Осмонов"].articles == 1


def test_a_reprint_is_said_at_its_source(brief_library: Library) -> None:
    dossier = dossier_of(brief_library, country_subject("UZ"), Frame(TODAY, limit=0))
    assert {source.headline.id for source in dossier.sources if source.reprints} == {"commission_held_2025"}
    assert "commission_reprint_2025" not in {source.headline.id for source in dossier.sources}


def test_an_office_that_a_person_left(tmp_path: Path) -> None:
    articles = [
        (date(2024, 1, 9), "Министр энергетики Узбекистана Тимур Рашидов посетил Бишкек."),
        (date(2024, 5, 9), "Министр энергетики Узбекистана Тимур Рашидов выступил в Ташкенте."),
        (date(2025, 2, 3), "Премьер-министр Узбекистана Тимур Рашидов посетил Ош."),
    ]
    with library_of(tmp_path, articles) as library:
        (row,) = rows(brief_of(library, "UZ"), PEOPLE, PersonRow)
    (left,) = row.earlier
    assert (row.person.office, row.on) == ("премьер-министр Узбекистана", date(2025, 2, 3))
    assert (left.person.office, left.on) == ("министр энергетики Узбекистана", date(2024, 5, 9))


def test_one_office_in_two_wordings_was_not_left(tmp_path: Path) -> None:
    articles = [
        (date(2024, 1, 9), "Председатель Кабинета министров КР Тимур Азимов посетил Ташкент, столицу Узбекистана."),
        (date(2025, 2, 3), "Киргизский премьер Тимур Азимов посетил Узбекистан."),
    ]
    with library_of(tmp_path, articles) as library:
        dossier = brief_of(library, "UZ")
        (row,) = rows(dossier, HOME, PersonRow)
        assert (row.articles, row.earlier, row.predecessor) == (2, (), None)
        assert lines(dossier, HOME) == ["Тимур Азимов — Премьер (03.02.2025)"]


def test_holders_of_one_office_in_two_countries_do_not_follow_each_other(tmp_path: Path) -> None:
    articles = [
        (date(2024, 1, 9), "Премьер-министр Узбекистана Тимур Азимов посетил штаб-квартиру ШОС."),
        (date(2025, 2, 3), "Премьер-министр Казахстана Ерлан Алимов посетил штаб-квартиру ШОС."),
    ]
    with library_of(tmp_path, articles) as library:
        found = rows(brief_of(library, Subject(EntityKind.BLOC, "SCO", "ШОС")), PEOPLE, PersonRow)
    assert [(row.person.country, row.predecessor) for row in found] == [("KZ", None), ("UZ", None)]


def test_an_initial_and_a_surname_are_the_one_person_whom_they_can_mean(tmp_path: Path) -> None:
    full = "Премьер-министр Узбекистана Тимур Азимов посетил Бишкек."
    short = "Премьер-министр Узбекистана Т. Азимов посетил Ош."
    with library_of(tmp_path / "one", [(date(2025, 1, 9), full), (date(2025, 2, 3), short)]) as library:
        (row,) = rows(brief_of(library, "UZ"), PEOPLE, PersonRow)
    assert (row.person.name, row.articles) == ("Тимур Азимов", 2)
    other = "Министр обороны Узбекистана Талгат Азимов посетил Ош."
    three = [(date(2025, 1, 9), full), (date(2025, 2, 3), short), (date(2025, 3, 3), other)]
    with library_of(tmp_path / "two", three) as library:
        found = rows(brief_of(library, "UZ"), PEOPLE, PersonRow)
    assert {row.person.key: row.articles for row in found} == {"тимур азимов": 2, "талгат азимов": 1}


def test_an_office_that_these_articles_do_not_state_is_taken_from_others(tmp_path: Path) -> None:
    articles = [
        (date(2025, 1, 9), "Президент Кыргызстана Азамат Турдиев открыл школу в Оше."),
        (date(2025, 2, 3), "Узбекистан благодарен за поддержку, написал Азамат Турдиев в письме Узбекистану."),
    ]
    with library_of(tmp_path, articles) as library:
        (row,) = rows(brief_of(library, "UZ"), HOME, PersonRow)
    assert (row.person.office, row.on) == ("президент Кыргызстана", date(2025, 1, 9))
    assert [note.id for note in row.notes] == ["a0"]


def test_the_spelling_of_a_name_is_ours_and_that_of_the_source_beside(tmp_path: Path) -> None:
    article = (date(2025, 1, 9), "Президент Узбекистана Шавкат Мирзиеев посетил Бишкек.")
    with library_of(tmp_path, [article]) as library:
        shown = lines(brief_of(library, "UZ"), PEOPLE)
    assert shown == ["Шавкат Мирзиёев (в источнике «Мирзиеев») — Президент Узбекистана (09.01.2025)"]


def test_a_letter_written_twice_makes_no_other_holder_of_an_office(tmp_path: Path) -> None:
    articles = [
        (date(2024, 4, 19), "Президент Узбекистана Тимур Рашшидов посетил Бишкек."),
        (date(2025, 8, 22), "Президент Узбекистана Тимур Рашидов посетил Бишкек."),
    ]
    with library_of(tmp_path, articles) as library:
        shown = lines(brief_of(library, "UZ"), PEOPLE)
    assert shown == ["Тимур Рашидов — Президент Узбекистана (22.08.2025)"]


def test_of_a_person_the_subject_comes_first_then_whom_they_met(brief_library: Library) -> None:
    subject = Subject(EntityKind.PERSON, "эркин садырбеков", "Эркин Садырбеков")
    found = rows(brief_of(brief_library, subject), PEOPLE, PersonRow)
    names = [row.person.name for row in found]
    assert names[0] == "Эркин Садырбеков"
    assert {"Шухрат Пулатов", "Ерлан Алимов"} <= set(names)
    assert "Фёдор Ким" not in names


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("киргизский премьер", "Председатель Кабинета министров КР", True),
        ("глава Минэнерго", "министр энергетики Казахстана", True),
        ("министр экономики и коммерции", "министр экономики", True),
        ("министр экономики и коммерции", "министр транспорта и коммуникаций", False),
        ("президент", "бывший президент", False),
        ("министр обороны", "заместитель министра обороны", False),
    ],
)
def test_wordings_of_one_office(one: str, other: str, same: bool) -> None:
    assert office_of(one).is_same(office_of(other)) is same
    assert office_of(other).is_same(office_of(one)) is same
