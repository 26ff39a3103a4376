"""A country's summary from a real library of small articles."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from kgtui.dossier import Dossier, Line, Section, country_dossier
from kgtui.dossier.notes import Notes, Sentences
from kgtui.dossier.precedence import NO_OFFICE, OTHER_OFFICE, rank
from kgtui.intake import take_in_documents
from kgtui.library import Library, open_library
from kgtui.model import Document, EntityKind, Headline, Span
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


@pytest.fixture(scope="module")
def kazakhstan(library: Library) -> Dossier:
    return country_dossier(library, "KZ")


def names(section: Section) -> list[str]:
    return [line.text for line in section.lines]


def the(section: Section, name: str) -> Line:
    return next(line for line in section.lines if line.text == name)


def all_lines(dossier: Dossier) -> list[Line]:
    sections = (
        dossier.people,
        dossier.home_people,
        dossier.bodies,
        dossier.blocs,
        dossier.places,
        dossier.projects,
        dossier.headlines,
    )
    return [line for section in sections for line in section.lines]


def test_head(kazakhstan: Dossier) -> None:
    assert (kazakhstan.code, kazakhstan.name, kazakhstan.home) == ("KZ", "Казахстан", "KG")
    assert (kazakhstan.articles, kazakhstan.total) == (4, 5)
    assert (kazakhstan.first, kazakhstan.last) == (date(2024, 5, 1), date(2025, 2, 3))
    assert not kazakhstan.is_home


def test_people_of_the_country_and_nobody_else(kazakhstan: Dossier) -> None:
    assert set(names(kazakhstan.people)) == {"Ерлан Алимов", "Марат Оспанов"}


def test_an_office_is_that_of_the_newest_article_that_states_one(kazakhstan: Dossier) -> None:
    line = the(kazakhstan.people, "Ерлан Алимов")
    assert "сената" in line.detail.lower()
    assert (line.on, line.articles) == (date(2025, 2, 3), 2)


def test_people_come_by_office(kazakhstan: Dossier) -> None:
    ranks = [rank(line.detail) for line in kazakhstan.people.lines]
    assert ranks == sorted(ranks)


def test_own_side_is_known_from_other_articles(kazakhstan: Dossier) -> None:
    line = the(kazakhstan.home_people, "Азамат Турдиев")
    assert line.articles == 2
    assert "президент" in line.detail.lower()


def test_of_the_home_country_its_own_people_are_the_people(library: Library) -> None:
    home = country_dossier(library, "KG")
    assert names(home.people) == ["Азамат Турдиев"]
    assert home.home_people == Section()
    assert home.is_home


def test_another_home(library: Library) -> None:
    seen_from_germany = country_dossier(library, "KZ", home="DE")
    assert names(seen_from_germany.home_people) == ["Ганс Мюллер"]


def test_places_of_the_country(kazakhstan: Dossier) -> None:
    assert "Астана" in names(kazakhstan.places)
    assert "Ташкент" not in names(kazakhstan.places)


def test_projects_of_articles_that_are_about_the_country(kazakhstan: Dossier) -> None:
    projects = " ".join(names(kazakhstan.projects))
    assert "Камбар-Ата-1" in projects
    assert "Шёлковый мост" not in projects


def test_what_an_article_about_others_names_is_left_out(library: Library) -> None:
    """Uzbekistan has the word in the article on the summit; Turkmenistan is named there once."""
    turkmenistan = country_dossier(library, "TM")
    assert turkmenistan.articles == 1
    assert turkmenistan.projects == turkmenistan.blocs == turkmenistan.home_people == Section()
    assert "Шёлковый мост" in " ".join(names(country_dossier(library, "UZ").projects))


def test_blocs_stand_apart(kazakhstan: Dossier) -> None:
    assert names(kazakhstan.blocs) == ["ШОС"]
    assert "ШОС" not in names(kazakhstan.bodies)


def test_bodies(kazakhstan: Dossier) -> None:
    assert any("энергетики" in name for name in names(kazakhstan.bodies))


def test_headlines_are_newest_first_and_undated_last(kazakhstan: Dossier) -> None:
    assert [line.note.id for line in kazakhstan.headlines.lines] == ["later", "summit", "talks", "undated"]


def test_every_note_is_a_sentence_of_its_source(kazakhstan: Dossier) -> None:
    texts = {document.id: document.text for document in DOCUMENTS}
    for line in all_lines(kazakhstan):
        source = kazakhstan.sources[line.note.source - 1]
        assert (source.position, source.headline.id) == (line.note.source, line.note.id)
        assert line.note.span.of(texts[line.note.id]) == line.note.quotation
        assert line.note.quotation.endswith(".")


def test_sources_are_numbered_as_they_are_first_needed(kazakhstan: Dossier) -> None:
    first_needed = list(dict.fromkeys(line.note.source for line in all_lines(kazakhstan)))
    assert first_needed == [source.position for source in kazakhstan.sources]


def test_a_note_of_a_person_is_the_sentence_of_the_office(kazakhstan: Dossier) -> None:
    line = the(kazakhstan.people, "Марат Оспанов")
    assert (line.note.label.split(".")[1], line.note.id) == ("2", "talks")


def test_a_limit_says_how_many_are_left_out(library: Library) -> None:
    short = country_dossier(library, "KZ", limit=1)
    assert (len(short.headlines.lines), short.headlines.more) == (1, 3)
    assert (len(short.people.lines), short.people.more) == (1, 1)
    assert country_dossier(library, "KZ", limit=0).headlines.more == 0


def test_a_country_that_no_article_names(library: Library) -> None:
    empty = country_dossier(library, "BR")
    assert (empty.articles, empty.first, empty.sources) == (0, None, ())
    assert all_lines(empty) == []


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
    ],
)
def test_precedence(higher: str, lower: str) -> None:
    assert rank(higher) < rank(lower)


def test_no_office_comes_last() -> None:
    assert rank(None) == rank("") == NO_OFFICE
    assert rank("акын") == OTHER_OFFICE


def test_lines_say_what_they_are(kazakhstan: Dossier) -> None:
    assert {line.kind for line in kazakhstan.people.lines} == {EntityKind.PERSON}
    assert {line.kind for line in kazakhstan.headlines.lines} == {None}
