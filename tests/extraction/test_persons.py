"""Who is named in an article, with what office, of which country."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kgtui.extraction.extract import extract
from kgtui.language import analyse
from kgtui.model import EntityKind

from .reading_of import cases, document, entities, names

PERSON = EntityKind.PERSON


@pytest.mark.parametrize(("text", "wanted"), cases("persons"))
def test_persons_with_office_and_country(text: str, wanted: str) -> None:
    found = [f"{e.name} | {e.role or '-'} | {e.country or '-'}" for e in entities(text, PERSON)]
    assert "; ".join(found) == wanted


@pytest.mark.parametrize(("text", "wanted"), cases("no_persons"))
def test_what_is_no_person(text: str, wanted: str) -> None:
    assert "; ".join(names(text, PERSON)) == wanted


JOINED = [
    ("Глава Кабмина Адылбек Касымалиев выступил. По словам Касымалиева, рост продолжится. А.Касымалиев добавил.", 3),
    ("Президент Садыр Жапаров прибыл. Садыр Нургожоевич открыл школу. Жапаров Садыр Нургожоевич уехал.", 3),
    ("Посол Ким Кван Чжэ выступил. Посол Ким добавил, что рад.", 2),
    ("Прибыл Султан аль-Маршад. Аль-Маршад подписал договор.", 2),
]


@pytest.mark.parametrize(("text", "mentions"), JOINED)
def test_mentions_of_one_person_are_joined(text: str, mentions: int) -> None:
    (person,) = entities(text, PERSON)
    assert len(person.spans) == mentions


def test_two_given_names_are_two_persons_and_a_bare_surname_is_neither() -> None:
    text = "Встретились Садыр Жапаров и Акылбек Жапаров. Об этом сообщил Жапаров."
    found = entities(text, PERSON)
    assert [person.name for person in found] == ["Садыр Жапаров", "Акылбек Жапаров"]
    assert [len(person.spans) for person in found] == [1, 1]


def test_articles_of_arabic_names_join_nobody() -> None:
    text = "Прибыли Джасем аль-Будайви и Мухаммед аль-Джассер."
    assert names(text, PERSON) == ["Джасем аль-Будайви", "Мухаммед аль-Джассер"]


def test_a_key_is_the_same_in_every_article() -> None:
    (first,) = entities("Президент Садыр Нургожоевич Жапаров выступил.", PERSON)
    (second,) = entities("Встреча с президентом Садыром Жапаровым.", PERSON)
    assert first.key == second.key == "садыр жапаров"


def test_a_surname_in_capitals_is_shown_in_small_letters() -> None:
    assert names("Бишкек - 24.kg, Асель СУЛТАНБЕКОВА", PERSON) == ["Асель Султанбекова"]


def test_an_undeclined_name_is_not_shortened() -> None:
    assert names("Премьер-министра РТ Кохира Расулзода встретил посол.", PERSON) == ["Кохир Расулзода"]


def test_the_span_of_an_office_is_in_the_text() -> None:
    text = "Выступил президент Казахстана Касым-Жомарт Токаев."
    (person,) = entities(text, PERSON)
    assert person.role_span is not None
    assert person.role_span.of(text) == "президент Казахстана"


@pytest.mark.parametrize(("year", "office"), [(2015, "депутат Жогорку Кенеша"), (2024, "председатель Кабмина КР")])
def test_an_office_given_in_an_earlier_year_is_not_the_present_one(year: int, office: str) -> None:
    text = "Председатель Кабмина КР Марат Кадыров в 2015 году избран депутатом Жогорку Кенеша."
    read = replace(document(text), published=date(year, 3, 1))
    (person,) = (e for e in extract(read, analyse(text, read.body)).entities if e.kind is PERSON)
    assert person.role == office
