"""How a word or a field that was begun may go on."""

from __future__ import annotations

import string

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgtui.library import Library
from kgtui.model import EntityKind

from .conftest import item, named

TEXTS = (
    ("a", "Садыр Жапаров прибыл в Узбекистан.", ("Садыр Жапаров", "Узбекистан")),
    ("b", "Садыр Жапаров вернулся. Жаркая погода.", ("Садыр Жапаров",)),
    ("c", "Айгуль Жапарова открыла таможню в Узгене.", ("Айгуль Жапарова", "Узген")),
    ("d", "Таможенные пошлины на таможне. Проект CASA-1000.", ("CASA-1000",)),
    ("e", "Таможенные пошлины снижены.", ()),
)
KINDS = {
    "Узбекистан": (EntityKind.COUNTRY, "UZ"),
    "Узген": (EntityKind.PLACE, "узген"),
    "CASA-1000": (EntityKind.PROJECT, "casa-1000"),
}


@pytest.fixture
def library(library: Library) -> Library:
    for id_, text, names in TEXTS:
        entities = tuple(
            named(*KINDS.get(name, (EntityKind.PERSON, name.lower())), text, name)  # a person's key is the name
            for name in names
        )
        library.add([item(id_, text, entities=entities)])
    return library


def texts(library: Library, query: str) -> list[str]:
    return [completion.text for completion in library.complete(query, len(query))]


@pytest.mark.parametrize(
    ("begun", "first"),
    [
        ("стр", "страна:"),
        ("pla", "place:"),
        ("кто:Жап", 'кто:="Садыр Жапаров"'),
        ("кто:айг", 'кто:="Айгуль Жапарова"'),
        ('кто:="Садыр Ж', 'кто:="Садыр Жапаров"'),
        ("who:", 'кто:="Садыр Жапаров"'),
        ("страна:Узб", 'страна:"Узбекистан"'),
        ("проект:cas", 'проект:="CASA-1000"'),
        ("источник:", 'источник:="Кабар"'),
        ("кто:;fg", 'кто:="Садыр Жапаров"'),  # on the other layout
        ("rnj^;fg", 'кто:="Садыр Жапаров"'),
        ("кто:Japa", 'кто:="Садыр Жапаров"'),  # in the other alphabet
        ("жап", 'кто:="Садыр Жапаров"'),
        ("пошлины -узг", 'место:="Узген"'),
        ("там", "таможенные"),
        ("Там", "Таможенные"),
        ("nfv", "таможенные"),
        ("пого", "погода"),
    ],
)
def test_the_likeliest_completion_comes_first(library: Library, begun: str, first: str) -> None:
    assert texts(library, begun)[0] == first


@pytest.mark.parametrize("begun", ["", " ", "xqz", "кто:xqz", "дата:20", "погода", "гя", '"'])
def test_where_nothing_goes_on_nothing_is_offered(library: Library, begun: str) -> None:
    assert texts(library, begun) == []


def test_names_come_before_words_and_words_by_frequency(library: Library) -> None:
    offered = library.complete("жа", 2)
    assert [one.shown for one in offered] == ["Садыр Жапаров", "Айгуль Жапарова", "жапаров", "жапарова", "жаркая"]
    assert [one.articles for one in offered] == [2, 1, 2, 1, 1]


def test_a_completion_takes_the_place_of_the_whole_word(library: Library) -> None:
    query = "пошлины узб -погода"
    (completion, *_) = library.complete(query, len("пошлины уз"))
    completed = query[: completion.place.start] + completion.text + query[completion.place.end :]
    assert completed == 'пошлины страна:"Узбекистан" -погода'


@pytest.mark.parametrize("begun", ["кто:Жап", "страна:", "место:узг", "проект:c", "источник:к"])
def test_a_name_finds_as_many_articles_as_it_says(library: Library, begun: str) -> None:
    for completion in library.complete(begun, len(begun)):
        assert library.search(completion.text, mend=False).total == completion.articles


def test_a_removed_article_names_nothing(library: Library) -> None:
    library.remove("a")
    for begun, articles in (("кто:Жап", [1, 1]), ("страна:", [])):
        assert [one.articles for one in library.complete(begun, len(begun))] == articles


@settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text('абвжктуоя:="«»;[^ -' + string.ascii_lowercase, max_size=12), st.integers(0, 12))
def test_any_text_may_be_completed(library: Library, text: str, at: int) -> None:
    for completion in library.complete(text, min(at, len(text))):
        assert completion.place.start <= min(at, len(text)) <= completion.place.end <= len(text)
        assert completion.text
