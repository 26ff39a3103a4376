"""Which words of a query meet which words of a text, and how surely."""

from __future__ import annotations

from itertools import combinations

import pytest

from kgtui.language import analyse
from kgtui.search import Tier, Zone
from kgtui.search.index.positions import count_of, pack, unpack
from kgtui.search.terms import document_terms, word_terms

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


def test_positions_of_an_entry() -> None:
    made = entry_of(7, "Встреча прошла в Киргизии, встреча удалась.", title="Встреча", KG="Киргизии")
    body, title = made.terms[Zone.BODY], made.terms[Zone.TITLE]
    assert list(unpack(body["=встреча"])) == [0, 4]
    assert list(unpack(body["@KG"])) == [3]
    assert list(unpack(title["=встреча"])) == [0]
    assert list(unpack(body["*встр"])) == [0, 4]
    assert made.length == len(analyse("Встреча прошла в Киргизии встреча удалась").tokens)


@pytest.mark.parametrize("positions", [[0], [65_535], [65_536], [1, 2, 3], [5, 70_000], list(range(0, 200_000, 999))])
def test_positions_come_back(positions: list[int]) -> None:
    packed = pack(positions)
    assert list(unpack(packed)) == positions
    assert count_of(len(packed)) == len(positions)
