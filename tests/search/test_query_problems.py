"""What a query says of itself: each kind of misunderstanding, with its place."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgtui.search.query import ProblemKind, parse_query


def marked(query: str) -> list[tuple[str, str]]:
    """The kind of each problem and what stands at its place."""
    problems = parse_query(query, date(2025, 11, 20)).problems
    return [(problem.kind.value, problem.place.of(query)) for problem in problems]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ('газ "нефть', [("unclosed_quote", '"')]),
        ('газ="нефть', [("unclosed_quote", '"')]),
        ("газ» нефть", [("unclosed_quote", "»")]),
        ("газ (нефть", [("unclosed_bracket", "(")]),
        ("рядом(газ, нефть", [("unclosed_bracket", "рядом(")]),
        ("газ) нефть)", [("unopened_bracket", ")"), ("unopened_bracket", ")")]),
        ("газ кто:", [("empty_field", "кто:")]),
        ('газ кто:=""', [("empty_field", "кто:")]),
        ("газ кто:()", [("empty_field", "кто:")]),
        ("кто: или газ", [("empty_field", "кто:"), ("dangling_operator", "или")]),
        ("автор:Асанов", [("unknown_field", "автор:")]),
        ("страна:Атлантида", [("unknown_country", "Атлантида")]),
        ("дата:завтрак", [("bad_date", "завтрак")]),
        ("дата:2025-13 газ", [("bad_date", "2025-13")]),
        ('дата:"давным давно"', [("bad_date", '"давным давно"')]),
        ("рядом(газ)", [("bad_near", "рядом(")]),
        ("рядом(газ, -нефть, уголь)", [("bad_near", "-")]),
        ("га*", [("short_prefix", "га*")]),
        ("газ там*ня*", [("star_inside", "там*ня*"), ("short_prefix", "ня*")]),
        ('"га*з нефть"', [("star_inside", "га*з")]),
        ("рядом (газ, -нефть, уголь)", [("bad_near", "-")]),
        ("газ или", [("dangling_operator", "или")]),
        ("газ | | нефть", [("dangling_operator", "|"), ("dangling_operator", "|")]),
        ("!?", [("nothing_to_search", "!?")]),
    ],
)
def test_a_problem_stands_at_its_place(query: str, expected: list[tuple[str, str]]) -> None:
    assert marked(query) == expected


@pytest.mark.parametrize(
    "query",
    ["газ -нефть", "в 11:35", "http://kabar.kg/", "Асанов: дорога готова", "2024–2025", "газ, нефть; уголь", "", "  "],
)
def test_ordinary_text_has_no_problems(query: str) -> None:
    assert marked(query) == []


def test_a_text_of_many_words_is_read_at_its_beginning() -> None:
    words = ["(газ", *["нефть"] * 199, "уголь", "лифт)"]
    assert marked(" ".join(words)) == [("too_long", "уголь лифт)")]
    assert marked(" ".join(words[1:200])) == []
    assert parse_query(" ".join(words)).root == parse_query("(" + " ".join(["газ", *words[1:200]]) + ")").root


@pytest.mark.parametrize("sign", ["«", "“", '"', "(", "кто:(", "-(", "рядом(", "=", "А.", "1 "])
def test_a_million_signs_are_read(sign: str) -> None:
    """Which would not end if the other of each were sought among all that follow."""
    assert parse_query(sign * 300_000).problems[-1].kind is ProblemKind.TOO_LONG


def test_every_kind_is_met() -> None:
    queries = ["а " * 201, '"', "(", ")", "кто:", "а:б", "страна:ы", "дата:ы", "рядом(а)", "а*", "а*б", "а или", "!"]
    assert {kind for query in queries for kind, _ in marked(query)} == {kind.value for kind in ProblemKind}


@given(st.text(alphabet='аб "«»-*()|:=кто,рядом', max_size=40))
def test_places_lie_in_the_query(query: str) -> None:
    for problem in parse_query(query).problems:
        assert 0 <= problem.place.start < problem.place.end <= len(query)
