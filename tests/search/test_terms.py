"""Which words of a query meet which words of a text, and how surely."""

from __future__ import annotations

from itertools import combinations

import pytest

from kgtui.language import analyse
from kgtui.model import Entity, EntityKind, Facts, Span
from kgtui.search import Thing, Tier, Zone, entry, thing_of
from kgtui.search.index.positions import count_of, pack, unpack
from kgtui.search.terms import document_terms, word_terms
from kgtui.search.units import word_unit
from kgtui.search.weights import BODY_STARTS

from .conftest import entry_of


@pytest.mark.parametrize(
    ("typed", "written", "tier"),
    [
        ("касымалиеву", "Касымалиеву", Tier.EXACT),
        ("касымалиеву", "Касымалиев", Tier.FORM),
        ("кр", "КР", Tier.EXACT),
        ("стали", "стала", Tier.FORM),
        ("стали", "сталью", Tier.OTHER),
        ("сталь", "стали", Tier.OTHER),
        ("экономический", "торгово-экономического", Tier.OTHER),
        ("торгово-экономический", "экономического", None),
        ("бывших", "было", None),
        ("Жапаров", "Токаев", None),
    ],
)
def test_tier_of_a_word(typed: str, written: str, tier: Tier | None) -> None:
    assert word_terms(typed).tier_of(document_terms(written)) is tier


def test_a_term_stands_on_one_rung() -> None:
    for rung, other in combinations(word_terms("стали").rungs, 2):
        assert rung.terms.isdisjoint(other.terms)


def test_units_of_an_entry() -> None:
    made = entry_of(7, "Встреча прошла в Киргизии, встреча удалась.", title="Встреча", KG="Киргизии")
    units = made.units[Zone.TEXT]
    body = {unit: [at - BODY_STARTS for at in unpack(packed)] for unit, (_, packed) in units.items()}
    assert body[word_unit("Встреча")] == [-BODY_STARTS, 0]
    assert body[word_unit("встреча")] == [4]
    assert body["@KG"] == [3]
    assert body[".в"] == [-BODY_STARTS, 0]
    assert units[word_unit("Встреча")][0] > 2 * units[word_unit("встреча")][0]  # it stands in the title too
    assert made.length == len(analyse("Встреча прошла в Киргизии встреча удалась").tokens)


def test_names_of_an_entry_stand_in_zones_of_their_own() -> None:
    text = "Садыр Нургожоевич Жапаров и ШОС."
    person = Entity(EntityKind.PERSON, "садыр жапаров", "Садыр Нургожоевич Жапаров", (Span(0, 25),))
    bloc = Entity(EntityKind.BLOC, "SCO", "ШОС", (Span(28, 31),))
    made = entry(1, 0, analyse(""), analyse(text), Facts(1, (person, bloc)), sources=["Кабар"])
    things = {zone: [thing_of(unit) for unit in units if unit[0] == "#"] for zone, units in made.units.items()}
    assert things[Zone.PERSONS] == [Thing("person", "садыр жапаров", "Садыр Нургожоевич Жапаров")]
    assert things[Zone.BODIES] == [Thing("bloc", "sco", "ШОС")]
    assert things[Zone.SOURCES] == [Thing("source", "кабар", "Кабар")]
    assert list(unpack(made.units[Zone.PERSONS][word_unit("Жапаров")][1])) == [2]


@pytest.mark.parametrize("positions", [[0], [65_535], [65_536], [1, 2, 3], [5, 70_000], list(range(0, 200_000, 999))])
def test_positions_come_back(positions: list[int]) -> None:
    packed = pack(positions)
    assert list(unpack(packed)) == positions
    assert count_of(len(packed)) == len(positions)
