"""The terms of words: which tier a typed word meets a written one in."""

from __future__ import annotations

import pytest

from kgtui.search.terms import Tier, document_terms, word_terms


def tier(typed: str, written: str) -> Tier | None:
    return word_terms(typed).tier_of(document_terms(written))


@pytest.mark.parametrize(
    ("typed", "written", "expected"),
    [
        ("сталь", "Сталь", Tier.EXACT),
        ("жапарову", "Жапаров", Tier.FORM),
        ("стали", "стала", Tier.FORM),
        ("стали", "сталью", Tier.OTHER),
        ("экономический", "торгово-экономическому", Tier.OTHER),
        ("камбар-ату", "Камбар-Ата-1", Tier.OTHER),
        ("мэр", "мэра", Tier.FORM),
        ("мэр", "мера", None),
        ("белый", "Белому", Tier.FORM),
        ("1250,6", "1 250,6", Tier.FORM),
        ("сша", "С.Ш.А.", Tier.EXACT),
        ("кр", "КР", Tier.EXACT),
        ("Кр", "К.Р.", Tier.EXACT),
        ("КР", "КР-РФ", Tier.OTHER),
        ("КР", "кр", None),
        ("кр", "Кр", None),
        ("руз", "РУз", Tier.EXACT),
        ("ира", "ИРА", Tier.EXACT),
        ("ира", "Ире", Tier.FORM),
        ("ИРА", "Ира", None),
    ],
)
def test_tiers(typed: str, written: str, expected: Tier | None) -> None:
    assert tier(typed, written) is expected


@pytest.mark.parametrize(
    ("typed", "written"),
    [("Алма-Ате", "Алматы"), ("алматы", "Алма-Атой"), ("петербург", "Ленинграде"), ("шымкентом", "Чимкент")],
)
def test_another_name_of_a_place_is_related(typed: str, written: str) -> None:
    assert tier(typed, written) is Tier.RELATED


def test_a_place_that_is_also_a_word_asks_for_no_more_than_itself() -> None:
    assert tier("семья", "Семипалатинск") is None
    assert tier("Семипалатинск", "семья") is None
    assert tier("семипалатинск", "Семей") is Tier.RELATED
