"""Every construct of the query language asked of the library of the seeds, and every example of its pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kgtui.locale import LANGUAGES, catalogue

from .conftest import Kgtui

pytestmark = pytest.mark.xdist_group("cli-search")

PAGES = sorted((Path(__file__).parents[2] / "docs").glob("queries*.md"))
ALL = "000 001 002 003 004"


@pytest.mark.parametrize(
    ("query", "articles"),
    [
        ("касымалиеву", "000 001 002 004"),
        ("столица таджикистан", "004"),
        ('"столица Таджикистан"', "004"),
        ("«столица Таджикистан", "004"),
        ('="столице Таджикистана"', "004"),
        ('="столица Таджикистана"', ""),
        ("=Киргизия", "001"),
        ("лифт или кочевник", "002 003"),
        ("лифт | кочевник", "002 003"),
        ("шос -Путин", "002"),
        ('-Касымалиев -"Садыр Жапаров"', ""),
        ("-Касымалиев", "003"),
        ("таможенн*", "003"),
        ('"стратегическ* партнёр"', "001"),
        ("касымалеев~", "000 001 004"),
        ("кто:Жапарову", "001 003"),
        ("who: Жапаров", "001 003"),
        ("rnj:Жапаров", "001 003"),
        ("ктo:Жапаров", "001 003"),  # with a Latin «o»
        ("КТО:Жапаров", "001 003"),
        ('кто:"Садыр Жапаров"', "003"),
        ('кто:="Садыр Жапаров"', "001 003"),
        ("кто:(Жапаров или Турчин)", "001 002 003"),
        ('кто:"А. Касымалиев"', "000 001 002 004"),
        ("кто:А.Касымалиева", "000 001 002 004"),
        ("кто:(А. Касымалиев)", "000 001 002 004"),
        ("кто:Б.Касымалиев", ""),
        ("кто:Касымалиев -кто:Путин", "002 004"),
        ("страна:Узбекистане", "003 004"),
        ("страна:узбекский", "003 004"),
        ("country:uz", "003 004"),
        ("-страна:Россия", "002 003 004"),
        ("-россия", "000 002 003 004"),
        ("орган:ШОС", "000 002"),
        ("место:Худжанде", "004"),
        ("место:Жапаров", ""),
        ("проект:CASA-1000", "004"),
        ("источник:БЕЛТА", "002"),
        ('источник:="РИА Новости"', "001"),
        ("дата:2025-11", "000 001 003"),
        ("дата:2025", ALL),
        ("дата:20.11.2025", "000"),
        ('дата:"сентябрь 2025"', "002"),
        ("дата:2025-09..2025-10", "002"),
        ("дата:2025-11-16..", "000 003"),
        ("дата:..2025-09", "002 004"),
        ("дата:неделя", "000 003"),
        ("дата:сегодня", ""),
        ("-дата:2025-11", "002 004"),
        ("рядом(товарооборот, Кыргызстан, 2)", "000 003"),
        ("near(Таджикистан, столица, 1) место:Худжанд", "004"),
        ("А. Касымалиев", "000 001 002 004"),
        ("А.Касымалиеву", "000 001 002 004"),
        ("Б. Касымалиев", ""),
        ("г. Москва", "000"),
        ("Касымалиев А.", "000 001 002 004"),
        ("кто:Касымалиев А.", "000 001 002 004"),
        ("Касымалиев Б.", ""),
        ("токаев к.-ж.", "003"),
        ("шос NOT Путин", "002"),
        ("шос AND Путин", "000"),
        ("Россия-Таджикистан", ""),
        ("РФ-КР шос", "000"),
        ("Беларусь (лифт или газ)", "002"),
        ("Киргизия", ALL),
        ("киргизский", "001"),
        ("11:35", ""),
    ],
)
def test_a_construct_finds(kgtui: Kgtui, query: str, articles: str) -> None:
    answers = kgtui("search", "--queries", "-", stdin=query.encode()).json_lines
    assert sorted(hit["id"][:3] for hit in answers[0]["hits"]) == articles.split()


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ('"столица Таджикистана"', ["столице Таджикистана"]),
        ("кто:Турчину", ["Александр Турчин"]),
        ("проект:CASA-1000", ["CASA-1000"]),
        ("рядом(сборка, трансформатор, 3)", ["сборке", "трансформаторов"]),
        ("А. Мишустин", []),
        ("М. Мишустин", ["Михаилом Мишустиным"]),
    ],
)
def test_a_snippet_marks_what_was_asked(kgtui: Kgtui, query: str, marked: list[str]) -> None:
    (answer,) = kgtui("search", "--queries", "-", stdin=query.encode()).json_lines
    shown = [hit["snippet"][start:end] for hit in answer["hits"][:1] for start, end in hit["spans"]]
    assert list(dict.fromkeys(shown)) == marked


def examples() -> list[str]:
    """The first column of each table; what a page says in passing is shown in the second."""
    return [query for page in PAGES for query in re.findall(r"^\| `(.+?)` \|", page.read_text("utf-8"), re.MULTILINE)]


@pytest.mark.parametrize("query", examples())
def test_an_example_of_the_page_finds_something(kgtui: Kgtui, query: str) -> None:
    found = kgtui("search", "--json", "--", query)
    assert (found.code, found.err) == (0, "")
    assert found.json["read_as"] is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_help_of_search_shows_constructs_that_find_something(kgtui: Kgtui, language: str) -> None:
    shown = kgtui("search", "--help", "--lang", language).out
    table = str(catalogue(language, "cli")["cli.search.language"])
    queries = re.findall(r"^  (\S.*?)  +\S", table, re.MULTILINE)
    assert table in shown
    assert max(map(len, table.splitlines())) <= 80
    signs = ('"', '="', "*", "~", " -", "А. ", ":", ':="', "..", "near(" if language == "en" else "рядом(")
    assert all(any(sign in query for query in queries) for sign in signs)
    answers = kgtui("search", "--queries", "-", stdin="\n".join(queries).encode()).json_lines
    assert [answer["query"] for answer in answers if not answer["hits"] or answer["read_as"]] == []


def test_both_pages_have_the_same_examples() -> None:
    counts = [len(re.findall(r"^\| `", page.read_text("utf-8"), re.MULTILINE)) for page in PAGES]
    assert len(PAGES) == 2
    assert counts[0] == counts[1] > 25
