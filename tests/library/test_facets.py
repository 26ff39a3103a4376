"""Facets: a result narrowed by a value has exactly as many articles as the value says."""

from __future__ import annotations

import random
from itertools import chain

import pytest

from kgtui.intake import seed
from kgtui.library import Library
from kgtui.library.results import FacetKind
from kgtui.model import EntityKind

from .conftest import Item, item, named

ALL = "-абракадабра"
THINGS = (
    (EntityKind.COUNTRY, "KG", ("Кыргызстан", "Киргизия")),
    (EntityKind.COUNTRY, "SA", ("Саудовская Аравия",)),
    (EntityKind.BLOC, "SCO", ("ШОС",)),
    (EntityKind.PERSON, "садыр жапаров", ("Садыр Нургожоевич Жапаров", "Садыр Жапаров")),
    (EntityKind.PERSON, "шавкат мирзиеев", ("Шавкат Мирзиёев",)),
    (EntityKind.PERSON, "жапаров", ("Жапаров",)),
    (EntityKind.ORGANISATION, "пресс служба шос", ("пресс-служба ШОС",)),
    (EntityKind.ORGANISATION, "завод заря", ("завод «Заря»", 'завод "Заря"')),
    (EntityKind.PLACE, "иссык-куль", ("Иссык-Куль",)),
)


def made(number: int, chance: random.Random) -> Item:
    chosen = [(kind, key, chance.choice(names)) for kind, key, names in THINGS if chance.random() < 0.4]
    text = " ".join(["Договор" if number % 2 else "Встреча", *(name for *_, name in chosen)]) + "."
    entities = tuple(named(kind, key, text, name) for kind, key, name in chosen)
    return item(f"a{number}", text, day=1 + number % 28, entities=entities)


def assert_each_value_narrows_to_its_count(library: Library, query: str) -> None:
    numbers = library.ranking(query).numbers
    values = list(chain.from_iterable(facet.values for facet in library.facets(numbers, limit=0)))
    assert values
    for value in values:
        assert library.search(f"{query} {value.query}", mend=False).total == value.articles, value


@pytest.mark.parametrize("query", [ALL, "касымалиеву", "киргизия"])
def test_of_the_seeds(library: Library, query: str) -> None:
    seed(library)
    assert_each_value_narrows_to_its_count(library, query)


@pytest.mark.parametrize("query", [ALL, "договор", "жапарову"])
def test_of_articles_made_by_chance(library: Library, query: str) -> None:
    chance = random.Random(1)  # noqa: S311 - repeatable
    for start in range(0, 60, 20):
        library.add(made(number, chance) for number in range(start, start + 20))
    library.add(made(number, chance) for number in range(5))  # again, changed
    library.remove("a7")
    assert_each_value_narrows_to_its_count(library, query)


def test_a_thing_has_the_name_that_readers_expect(library: Library) -> None:
    chance = random.Random(2)  # noqa: S311 - repeatable
    library.add(made(number, chance) for number in range(20))
    names = {facet.kind: [value.name for value in facet.values] for facet in library.facets(library.numbers())}
    assert "Садыр Жапаров" in names[FacetKind.PERSON]
    assert "Садыр Нургожоевич Жапаров" not in names[FacetKind.PERSON]
    assert names[FacetKind.MONTH] == ["2025-11"]
    assert names[FacetKind.SOURCE] == ["Кабар"]
