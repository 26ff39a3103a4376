"""The query language: every construct, and any text at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgtui.search.query import parse_query
from kgtui.search.query.nodes import All, Country, Either, Node, Phrase, Prefix, Without, Word, leaves

TRADE, ROAD, YEAR = Word("торговля"), Word("дорога"), Word("2025")


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("торговля", TRADE),
        ("торговля дорога", All((TRADE, ROAD))),
        ("  торговля,\tдорога! ", All((TRADE, ROAD))),
        ('"торговля дорога"', Phrase((TRADE, ROAD))),
        ("«торговля дорога»", Phrase((TRADE, ROAD))),
        ('"торговля дорога', Phrase((TRADE, ROAD))),
        ('"торговля"', TRADE),
        ('"торг* дорога"', Phrase((Prefix("торг"), ROAD))),
        ("торг*", Prefix("торг")),
        ("ТОРГ*", Prefix("торг")),
        ("то*", Word("то")),
        ("торговля -дорога", Without(TRADE, (ROAD,))),
        ("-дорога торговля", Without(TRADE, (ROAD,))),
        ('торговля -"дорога 2025"', Without(TRADE, (Phrase((ROAD, YEAR)),))),
        ("торговля - дорога", All((TRADE, ROAD))),
        ("торговля или дорога", Either((TRADE, ROAD))),
        ("торговля OR дорога", Either((TRADE, ROAD))),
        ("торговля | дорога", Either((TRADE, ROAD))),
        ("торговля дорога или 2025", Either((All((TRADE, ROAD)), YEAR))),
        ("торговля (дорога или 2025)", All((TRADE, Either((ROAD, YEAR))))),
        ("торговля -(дорога или 2025)", Without(TRADE, (Either((ROAD, YEAR)),))),
        ("торговля (дорога", All((TRADE, ROAD))),
        ("торговля) дорога", All((TRADE, ROAD))),
        ("или торговля", All((Word("или"), TRADE))),
        ("торговля или", All((TRADE, Word("или")))),
        ("Касым-Жомарт", Either((Word("Касым-Жомарт"), Phrase((Word("Касым"), Word("Жомарт")))))),
        ("15-й", Word("15-й")),
        ("CASA-1000", Word("CASA-1000")),
        ("Киргизия", Country(Word("Киргизия"), "KG")),
        ("кр", Country(Word("кр"), "KG")),
        ("торговля с Киргизией", All((TRADE, Word("с"), Country(Word("Киргизией"), "KG")))),
        ("Саудовская Аравия", Country(Phrase((Word("Саудовская"), Word("Аравия"))), "SA")),
        ('"Саудовская Аравия"', Country(Phrase((Word("Саудовская"), Word("Аравия"))), "SA")),
        ("киргизский", Word("киргизский")),
    ],
)
def test_a_query_is_read_as(text: str, root: Node) -> None:
    assert parse_query(text).root == root


@pytest.mark.parametrize("text", ["", "   ", "!", '"', '""', "()", "-", "*", "-дорога", "|", "( - )"])
def test_a_query_without_anything_to_find(text: str) -> None:
    assert parse_query(text).root is None


def test_the_text_is_kept_as_typed() -> None:
    assert parse_query('  "Торговля ').text == '  "Торговля '


@given(st.text(alphabet=st.characters(), max_size=60))
def test_any_text_is_a_query(text: str) -> None:
    assert parse_query(text).text == text


@given(st.text(alphabet='аб "«»-*()|или OR 1', max_size=40))
def test_any_mix_of_operators_is_a_query(text: str) -> None:
    root = parse_query(text).root
    assert root is None or list(leaves(root))


def test_leaves_are_what_is_wanted() -> None:
    root = parse_query("торговля (дорога или 2025) -(дорога)").root
    assert root is not None
    assert list(leaves(root)) == [TRADE, ROAD, YEAR]
