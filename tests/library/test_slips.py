"""A query that finds nothing as typed is read as what it likely meant."""

from __future__ import annotations

import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgtui.intake import take_in
from kgtui.library import Library, open_library

from .conftest import found, item, settings_for

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("slips") / "library"
    with open_library(folder, settings=settings_for(folder)) as opened:
        take_in([SEEDS], opened)
        yield opened


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Rbhubpbz", "Киргизия"),
        ("rfcsvfkbtde", "касымалиеву"),
        (";fgfhjd", "жапаров"),
        (",birtr", "бишкек"),
        ("СФЫФ-1000", "CASA-1000"),
        ("сфыф1000", "casa-1000"),
        ("casa1000", "casa-1000"),
        ("каса-1000", "casa-1000"),
        ("Japarov", "Жапаров"),
        ("ZHAPAROV", "ЖАПАРОВ"),
        ("Kasymaliev", "Касымалиев"),
        ("kasymaliyevu", "касымалиеву"),
        ("Tokayev", "Токаев"),
        ("Mirziyoyev", "Мирзиеев"),
        ("Rahmon", "Рахмон"),
        ("Kyrgyzstan", "Кыргызстан"),
        ("Bishkek", "Бишкек"),
        ("PT", "РТ"),
        ("Касымалеев", "Касымалиев"),
        ("касымалеевым", "касымалиевым"),
        ("тарговля", "торговля"),
        ("экономичиского", "экономического"),
        ("Кабмиин", "Кабмин"),
        ("казахстантаджикистан", "казахстан таджикистан"),
        ("вкиргизии", "в киргизии"),
        ("премьерминистр", "премьер-министр"),
        ("торг овля", "торговля"),
        ("киргизия таджикистан casa1000", "киргизия таджикистан casa-1000"),
        ("киргизия nfl;brbcnfy", "киргизия таджикистан"),
        ("киргизея -украина", "киргизия -украина"),
        ('"столица Таджикистона"', '"столица Таджикистана"'),
        ('"столица Nfl;brbcnfyf"', '"столица Таджикистана"'),
        ("Japar*", "жапар*"),
        ("rfpf[cnfy bkb rbhubpbz", "казахстан или киргизия"),
        ("сотрудничество Rbhubpbb b Nfl;brbcnfyf", "сотрудничество Киргизии и Таджикистана"),
        ("кто:Japarov", "кто:Жапаров"),
        ("who:Kasymaliev", "кто:Касымалиев"),
        ("rnj^;fgfhjd", "кто:жапаров"),
        ('кто:"Садыр Жапоров"', 'кто:"Садыр Жапаров"'),
        ("кто:Путен", "кто:Путин"),  # a word that the dictionary has is no name of that field
        ("место:Худжант", "место:Худжанд"),
        ("страна:Узбекстан", "страна:Узбекистан"),
        ('страна:"Узбекстан"', 'страна:"Узбекистан"'),
        ("страна:uzbekistan", "страна:узбекистан"),
        ("страна:Ep,trbcnfy", "страна:Узбекистан"),
        ("cnhfyf:Ep,trbcnfy", "страна:Узбекистан"),
        ("страна:кыргызкая республика", "страна:кыргызская республика"),
        ("-страна:Узбекстан -страна:Белорусь кто:Japarov", "кто:Жапаров -страна:Узбекистан -страна:Беларусь"),
        ("страна:(Узбекстан или Нарния)", "страна:(Узбекистан или Нарния)"),
        ("rnj:;fgfhjd", "кто:жапаров"),
        ("ктo:Japarov", "кто:Жапаров"),
        ("проект:casa1000", "проект:casa-1000"),
        ("рядом(киргизея, таджикистон, 10)", "рядом(киргизия, таджикистан, 10)"),
        ("торгово-экономичиский", "торгово-экономический"),
        ("абвгд OR Japarov", "абвгд или Жапаров"),
    ],
)
def test_a_slip_is_understood(seeds: Library, typed: str, meant: str) -> None:
    assert seeds.search(typed, mend=False).total == 0
    results = seeds.search(typed)
    assert results.read_as == meant
    assert [hit.headline.id for hit in results.hits] == [hit.headline.id for hit in seeds.search(meant).hits]
    assert results.query == typed


@pytest.mark.parametrize(
    "query",
    ["торгово экономический", "КЫРГЫЗСТАН", "садыр нургожоевичу жапарову", "касымалиеву", '"столица Таджикистана"'],
)
def test_what_finds_something_is_searched_as_typed(seeds: Library, query: str) -> None:
    results = seeds.search(query)
    assert results.total
    assert results.read_as is None


@pytest.mark.parametrize(
    "query",
    [
        "xkcdqw",
        "asdfgh",
        "йцукен",
        "фывапролд",
        "вратарь",  # a word that is simply not there
        "Люксембург",
        "CASA-1001",  # numbers are not mistaken for each other
        "1999",
        "киргизия xkcdqw",
        "кто:=Japarov",  # exactly so
        "!",
        "киргизия" * 7,  # too long for a word: pasted
        "~",  # the key of a letter, but no letter
        "",
    ],
)
def test_what_means_nothing_here_offers_nothing(seeds: Library, query: str) -> None:
    results = seeds.search(query)
    assert results.total == 0
    assert results.read_as is None
    assert seeds.ranking(query).read_as is None


@settings(deadline=None, max_examples=150)
@given(st.text("абвгдежзиклмнопрстуыья" + string.ascii_letters + ' -";[]0', max_size=24))
def test_whatever_is_offered_finds_something(seeds: Library, query: str) -> None:
    results = seeds.search(query, snippets=False)
    assert results.read_as is None or results.total > 0


def test_the_snippet_is_that_of_the_reading(seeds: Library) -> None:
    hit = seeds.search("Japarov").hits[0]
    assert hit.snippet
    assert all(hit.snippet.text[span.start : span.end].startswith("Жапаров") for span in hit.snippet.spans)
    assert hit.snippet.spans


def test_the_more_frequent_word_is_meant(library: Library) -> None:
    library.add([item(f"a{n}", "Приехал Асанбеков.") for n in range(5)] + [item("b", "Приехал Асанбекав.")])
    assert library.search("Асанбекив").read_as == "Асанбеков"


def test_new_words_are_understood_as_soon_as_they_are_there(library: Library) -> None:
    library.add([item("a", "Приехал Нурлан Асанбеков.")])
    assert library.search("Турдукулав").read_as is None
    library.add([item("b", "Приехал Болот Турдукулов.")])
    assert library.search("Турдукулав").read_as == "Турдукулов"
    assert found(library, "Турдукулав") == ["b"]
