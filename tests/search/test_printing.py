"""A query's tree as text, and that text as the same tree again."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgtui.search.query import parse_query, printed
from kgtui.search.query.nodes import Field, Named

TODAY = date(2025, 11, 20)
SIGNS = (
    'газ нефть или OR | - " « » „ “ ” ( ) * ~ = : , . .. рядом( near( кто: страна: дата: орган: Киргизия Гвинея Бисау '
    "Южная "
    "Корея киргизский Республика 2025 2025-11 ноябрь неделя А. Б В.В. Касым-Жомарт CASA-1000 10 персона: UZ ² \u0306"
).split()


def printed_of(query: str) -> str:
    return printed(parse_query(query, TODAY).root)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("касымалиеву", "касымалиеву"),
        ("  Киргизия ", "Киргизия"),
        ('"столица мира', '"столица мира"'),
        ("Тамож*", "тамож*"),
        ("=Ещё", "=еще"),
        ("торговле~", "торговле~"),
        ("газ OR нефть", "газ или нефть"),
        ("(газ или нефть) -уголь", "(газ или нефть) -уголь"),
        ("рост -(газ или нефть)", "рост -(газ или нефть)"),
        ("(газ или нефть) или уголь", "(газ или нефть) или уголь"),
        ("((газ уголь)) нефть", "(газ уголь) нефть"),
        ("-газ", "-газ"),
        ("рост -(2025)", 'рост -"2025"'),
        ('"или"', '"или"'),
        ("Касым-Жомарт", "Касым-Жомарт"),
        ("в.в. Путин", '"В. В. Путин"'),
        ("who:(Асанов | Усенов)", "кто:Асанов или кто:Усенов"),
        ("кто:=Асанов", 'кто:="Асанов"'),
        ('орган:="ОАО "Газ""', 'орган:="ОАО" Газ'),
        ('орган:=«ОАО "Газ"»', 'орган:=«ОАО "Газ"»'),
        ("country:UZ", 'страна:"UZ"'),
        ("страна:Узбекистана", "страна:Узбекистана"),
        ("дата:ноябрь", "дата:2025-11"),
        ("дата:2025-01-01..2025-12-31", "дата:2025"),
        ("дата:неделя", "дата:2025-11-14..2025-11-20"),
        ("дата:..20.11.2025", "дата:..2025-11-20"),
        ("(дата:2025..) 2025 газ", "(дата:2025-01-01..) 2025 газ"),
        ("near(газ, столица мира)", 'рядом(газ, "столица мира", 10)'),
        ("((", ""),
        ("", ""),
    ],
)
def test_the_text_of_a_query(query: str, text: str) -> None:
    assert printed_of(query) == text


def test_a_name_with_marks_of_its_own() -> None:
    for name in ("Газ", 'ОАО "Газ"', "«Газ» и «Нефть»", "„Газ“", "O’Neil"):
        named = Named(Field.BODY, name)
        assert parse_query(printed(named)).root == named


def assert_same_tree(query: str) -> None:
    root = parse_query(query, TODAY).root
    again = parse_query(printed(root), TODAY)
    assert again.root == root
    assert root is None or again.problems == ()


@given(st.text(max_size=40))
@settings(max_examples=5_000, deadline=None)
def test_any_text_gives_a_tree_that_its_text_gives_again(query: str) -> None:
    assert_same_tree(query)


@given(st.lists(st.tuples(st.sampled_from(SIGNS), st.sampled_from(["", " "])), max_size=9))
@settings(max_examples=5_000, deadline=None)
def test_so_does_any_mix_of_signs(signs: list[tuple[str, str]]) -> None:
    assert_same_tree("".join(sign + blank for sign, blank in signs))
