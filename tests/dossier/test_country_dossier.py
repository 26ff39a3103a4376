"""A country's summary from a real library of small articles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from kgtui.dossier import Dossier, Frame, Row, Section, SectionKind, country_subject, dossier_of
from kgtui.dossier.notes import Notes, Sentences
from kgtui.dossier.precedence import NO_OFFICE, OTHER_OFFICE, rank
from kgtui.dossier.values import HeadlineRow, PersonRow, ThingRow
from kgtui.intake import take_in_documents
from kgtui.library import Library, open_library
from kgtui.model import Document, Headline, Span
from kgtui.settings import Settings

TALKS = (
    "Президент Казахстана Ерлан Алимов принял в Астане президента Кыргызстана Азамата Турдиева. "
    "В переговорах участвовал премьер-министр Казахстана Марат Оспанов. "
    "Стороны обсудили проект «Камбар-Ата-1»."
)
LATER = (
    "Председатель Сената Казахстана Ерлан Алимов встретился с послом Германии Гансом Мюллером. "
    "Министерство энергетики Казахстана сообщило о планах."
)
SUMMIT = (
    "Главы Узбекистана, Туркменистана и Казахстана собрались в Ташкенте. Узбекистан принимает саммит. "
    "Президент Узбекистана Тимур Рашидов открыл встречу. Узбекистан предложил проект «Шёлковый мост»."
)
UNDATED = "Казахстан вступил в ШОС. Азамат Турдиев поздравил соседей."
ELSEWHERE = "Германия и Франция подписали договор в Берлине."


def document(id_: str, text: str, day: date | None) -> Document:
    return Document(id=id_, origin=f"/{id_}.txt", text=text, body=Span(0, len(text)), title=text[:30], published=day)


DOCUMENTS = (
    document("talks", TALKS, date(2024, 5, 1)),
    document("later", LATER, date(2025, 2, 3)),
    document("summit", SUMMIT, date(2025, 1, 1)),
    document("undated", UNDATED, None),
    document("elsewhere", ELSEWHERE, date(2025, 3, 3)),
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    settings = Settings(library=tmp_path_factory.mktemp("dossier") / "library", language="ru")
    with open_library(settings.library, settings=settings) as opened:
        take_in_documents(DOCUMENTS, opened)
        yield opened


def country_dossier(library: Library, code: str, *, home: str = "KG", limit: int = 12) -> Dossier:
    return dossier_of(library, country_subject(code), Frame(date(2025, 11, 21), home, limit=limit))


@pytest.fixture(scope="module")
def kazakhstan(library: Library) -> Dossier:
    return country_dossier(library, "KZ")


def name_of(row: Row) -> str:
    return row.person.name if isinstance(row, PersonRow) else row.name if isinstance(row, ThingRow) else ""


def names(dossier: Dossier, kind: SectionKind) -> list[str]:
    return [name_of(row) for row in dossier.section(kind).rows]


def person(dossier: Dossier, kind: SectionKind, name: str) -> PersonRow:
    return next(row for row in dossier.section(kind).rows if isinstance(row, PersonRow) and row.person.name == name)


def all_rows(dossier: Dossier) -> list[Row]:
    return [row for section in dossier.sections for row in section.rows]


def test_head(kazakhstan: Dossier) -> None:
    subject, coverage = kazakhstan.subject, kazakhstan.coverage
    assert (subject.key, subject.name, kazakhstan.home) == ("KZ", "Казахстан", "KG")
    assert (coverage.articles, coverage.total) == (4, 5)
    assert (coverage.first, coverage.last) == (date(2024, 5, 1), date(2025, 2, 3))
    assert not kazakhstan.is_home


def test_people_of_the_country_and_nobody_else(kazakhstan: Dossier) -> None:
    assert set(names(kazakhstan, SectionKind.PEOPLE)) == {"Ерлан Алимов", "Марат Оспанов"}


def test_an_office_is_that_of_the_newest_article_that_states_one(kazakhstan: Dossier) -> None:
    row = person(kazakhstan, SectionKind.PEOPLE, "Ерлан Алимов")
    assert "сената" in (row.person.office or "").lower()
    assert (row.on, row.articles) == (date(2025, 2, 3), 2)


def test_people_come_by_office(kazakhstan: Dossier) -> None:
    rows = kazakhstan.section(SectionKind.PEOPLE).rows
    ranks = [rank(row.person.office) for row in rows if isinstance(row, PersonRow)]
    assert len(ranks) == 2
    assert ranks == sorted(ranks)


def test_own_side_is_known_from_other_articles(kazakhstan: Dossier) -> None:
    row = person(kazakhstan, SectionKind.HOME_PEOPLE, "Азамат Турдиев")
    assert row.articles == 2
    assert "президент" in (row.person.office or "").lower()


def test_of_the_home_country_its_own_people_are_the_people(library: Library) -> None:
    home = country_dossier(library, "KG")
    assert names(home, SectionKind.PEOPLE) == ["Азамат Турдиев"]
    assert home.section(SectionKind.HOME_PEOPLE) == Section(SectionKind.HOME_PEOPLE)
    assert home.is_home


def test_another_home(library: Library) -> None:
    seen_from_germany = country_dossier(library, "KZ", home="DE")
    assert names(seen_from_germany, SectionKind.HOME_PEOPLE) == ["Ганс Мюллер"]


def test_places_of_the_country(kazakhstan: Dossier) -> None:
    assert "Астана" in names(kazakhstan, SectionKind.PLACES)
    assert "Ташкент" not in names(kazakhstan, SectionKind.PLACES)


def test_projects_of_articles_that_are_about_the_country(kazakhstan: Dossier) -> None:
    projects = " ".join(names(kazakhstan, SectionKind.PROJECTS))
    assert "Камбар-Ата-1" in projects
    assert "Шёлковый мост" not in projects


def test_what_an_article_about_others_names_is_left_out(library: Library) -> None:
    """Uzbekistan has the word in the article on the summit; Turkmenistan is named there once."""
    turkmenistan = country_dossier(library, "TM")
    assert turkmenistan.coverage.articles == 1
    for kind in (SectionKind.PROJECTS, SectionKind.HOME_PEOPLE):
        assert turkmenistan.section(kind) == Section(kind)
    assert "Шёлковый мост" in " ".join(names(country_dossier(library, "UZ"), SectionKind.PROJECTS))


def test_a_bloc_is_no_body(kazakhstan: Dossier) -> None:
    assert "ШОС" not in names(kazakhstan, SectionKind.BODIES)


def test_bodies(kazakhstan: Dossier) -> None:
    assert any("энергетики" in name for name in names(kazakhstan, SectionKind.BODIES))


def test_headlines_are_newest_first_and_undated_last(kazakhstan: Dossier) -> None:
    assert [row.notes[0].id for row in kazakhstan.section(SectionKind.HEADLINES).rows] == [
        "later",
        "summit",
        "talks",
        "undated",
    ]


def test_every_note_is_a_sentence_of_its_source(kazakhstan: Dossier) -> None:
    texts = {document.id: document.text for document in DOCUMENTS}
    notes = list(kazakhstan.notes())
    assert notes
    for note in notes:
        source = kazakhstan.sources[note.source - 1]
        assert (source.position, source.headline.id) == (note.source, note.id)
        assert note.span.of(texts[note.id]) == note.quotation
        assert note.quotation.endswith(".")


def test_sources_are_numbered_as_they_are_first_needed(kazakhstan: Dossier) -> None:
    first_needed = list(dict.fromkeys(note.source for note in kazakhstan.notes()))
    assert first_needed == [source.position for source in kazakhstan.sources]


def test_a_note_of_a_person_is_the_sentence_of_the_office(kazakhstan: Dossier) -> None:
    (note,) = person(kazakhstan, SectionKind.PEOPLE, "Марат Оспанов").notes
    assert (note.label.split(".")[1], note.id) == ("2", "talks")


def test_a_limit_says_how_many_are_left_out(library: Library) -> None:
    short = country_dossier(library, "KZ", limit=1)
    for kind, more in ((SectionKind.HEADLINES, 3), (SectionKind.PEOPLE, 1)):
        assert (len(short.section(kind).rows), short.section(kind).more) == (1, more)
    assert country_dossier(library, "KZ", limit=0).section(SectionKind.HEADLINES).more == 0


def test_rows_are_made_from_the_newest_articles(library: Library) -> None:
    frame = Frame(date(2025, 11, 21), limit=12, read=2)
    newest = dossier_of(library, country_subject("KZ"), frame)
    assert [row.notes[0].id for row in newest.section(SectionKind.HEADLINES).rows] == ["later", "summit"]
    assert (newest.coverage.articles, newest.coverage.unread) == (4, 2)
    every = dossier_of(library, country_subject("KZ"), replace(frame, limit=0))
    assert (len(every.section(SectionKind.HEADLINES).rows), every.coverage.unread) == (4, 0)


def test_a_country_that_no_article_names(library: Library) -> None:
    empty = country_dossier(library, "BR")
    assert (empty.coverage.articles, empty.coverage.first, empty.sources) == (0, None, ())
    assert all_rows(empty) == []


def test_a_code_that_nobody_has(library: Library) -> None:
    with pytest.raises(KeyError):
        country_dossier(library, "XX")


def test_an_article_that_is_gone_has_no_sentences(library: Library) -> None:
    gone = Headline(999, "gone", "Нет её", None, None, None)
    note = Notes(Sentences(library)).note(gone, Span(5, 9))
    assert (note.label, note.quotation, note.span) == ("1.1", "", Span(0, 0))


@pytest.mark.parametrize(
    ("higher", "lower"),
    [
        ("президент Казахстана", "премьер-министр Казахстана"),
        ("Председатель Кабинета министров КР – Руководитель Администрации Президента КР", "министр энергетики"),
        ("министр иностранных дел РФ", "министр энергетики РФ"),
        ("министр энергетики РФ", "заместитель министра энергетики РФ"),
        ("посол Казахстана", "акын"),
        ("депутат", "бывший президент"),
        ("бывший президент", ""),
    ],
)
def test_precedence(higher: str, lower: str) -> None:
    assert rank(higher) < rank(lower)


def test_no_office_comes_last() -> None:
    assert rank(None) == rank("") == NO_OFFICE
    assert rank("акын") == OTHER_OFFICE


def test_rows_are_of_their_sections(kazakhstan: Dossier) -> None:
    assert {type(row) for row in kazakhstan.section(SectionKind.PEOPLE).rows} == {PersonRow}
    assert {type(row) for row in kazakhstan.section(SectionKind.HEADLINES).rows} == {HeadlineRow}
