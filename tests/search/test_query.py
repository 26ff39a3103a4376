"""The query language: every construct as the tree that it is read as, and any text at all."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgtui.language import fold
from kgtui.search.query import parse_query
from kgtui.search.query.nodes import (
    All,
    Country,
    Dated,
    Either,
    Exact,
    Field,
    Fuzzy,
    InCountry,
    InField,
    Initial,
    Named,
    Near,
    Node,
    Phrase,
    Prefix,
    Without,
    Word,
)
from kgtui.search.query.spellings import wanted_parts

TODAY = date(2025, 11, 20)
TRADE, ROAD, YEAR = Word("торговля"), Word("дорога"), Word("2025")
SAUDI = Phrase((Word("Саудовская"), Word("Аравия")))
ZHAPAROV, TOKAYEV = (InField(Field.PERSON, Word(name)) for name in ("Жапаров", "Токаев"))
NOVEMBER = Dated(date(2025, 11, 1), date(2025, 11, 30))


def root_of(text: str) -> Node | None:
    return parse_query(text, TODAY).root


def initialled(*initials: str, name: str) -> Phrase:
    return Phrase((*map(Initial, initials), Word(name)))


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("торговля", TRADE),
        ("торговля дорога", All((TRADE, ROAD))),
        ("  торговля,\tдорога! ", All((TRADE, ROAD))),
        ("торг*", Prefix("торг")),
        ("ТОРГ*", Prefix("торг")),
        ("то*", Word("то")),
        ("Торговле~", Fuzzy("торговле")),
        ("=Торговле", Exact(("торговле",))),
        ('="Ещё Дорога"', Exact(("еще", "дорога"))),
        ("а=б", All((Word("а"), Word("б")))),
        ("15-й", Word("15-й")),
        ("CASA-1000", Word("CASA-1000")),
        ("Касым-Жомарт", Either((Word("Касым-Жомарт"), Phrase((Word("Касым"), Word("Жомарт")))))),
        ("касы\u0438\u0306", Word("касый")),
    ],
)
def test_words(text: str, root: Node) -> None:
    assert root_of(text) == root


@pytest.mark.parametrize(
    ("text", "root"),
    [
        *((f"{mark}торговля дорога{end}", Phrase((TRADE, ROAD))) for mark, end in ('""', "«»", "„“", "“”", "‹›", "‘’")),
        ('"торговля дорога', Phrase((TRADE, ROAD))),
        ('«торговля дорога" 2025', All((Phrase((TRADE, ROAD)), YEAR))),
        ("«торговля «дорога» 2025»", Phrase((TRADE, ROAD, YEAR))),
        ('торговля" дорога', All((TRADE, ROAD))),
        ('"торговля"', TRADE),
        ('"торг* дорога~"', Phrase((Prefix("торг"), Fuzzy("дорога")))),
        ('"торговля или дорога"', Phrase((TRADE, Word("или"), ROAD))),
        ('"кто: -дорога"', Phrase((Word("кто"), ROAD))),
    ],
)
def test_phrases(text: str, root: Node) -> None:
    assert root_of(text) == root


def behind(name: str, *initials: str) -> Node:
    return Either((Phrase((Word(name), *map(Word, initials))), initialled(fold(initials[0]), name=name)))


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("А. Асанов", initialled("а", name="Асанов")),
        ("А.Асанов", initialled("а", name="Асанов")),
        ('"А. Асанов"', initialled("а", name="Асанов")),
        ("кто:А.Асанов", InField(Field.PERSON, initialled("а", name="Асанов"))),
        ("А. Б. Асанов", Either((initialled("а", "б", name="Асанов"), initialled("а", name="Асанов")))),
        ("А. или Б.", Either((Word("А"), Word("Б")))),
        ("2025 г. дорога", All((YEAR, Word("г"), ROAD))),
        ("Асанов А.", Either((Phrase((Word("Асанов"), Word("А"))), initialled("а", name="Асанов")))),
        ("Асанов А.Б. дорога", All((behind("Асанов", "А", "Б"), ROAD))),
        ("Асанов А. Асанов", All((Word("Асанов"), initialled("а", name="Асанов")))),
        (
            'кто:"Асанов А."',
            Either(
                (
                    InField(Field.PERSON, Phrase((Word("Асанов"), Word("А")))),
                    InField(Field.PERSON, initialled("а", name="Асанов")),
                )
            ),
        ),
    ],
)
def test_initials_before_a_name(text: str, root: Node) -> None:
    assert root_of(text) == root


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("торговля или дорога", Either((TRADE, ROAD))),
        ("торговля OR дорога", Either((TRADE, ROAD))),
        ("торговля | дорога", Either((TRADE, ROAD))),
        ("торговля дорога или 2025", Either((All((TRADE, ROAD)), YEAR))),
        ("торговля (дорога или 2025)", All((TRADE, Either((ROAD, YEAR))))),
        ("торговля -дорога", Without(TRADE, (ROAD,))),
        ("-дорога торговля", Without(TRADE, (ROAD,))),
        ("-дорога", Without(None, (ROAD,))),
        ('торговля -"дорога 2025"', Without(TRADE, (Phrase((ROAD, YEAR)),))),
        ("торговля -(дорога или 2025)", Without(TRADE, (Either((ROAD, YEAR)),))),
        ("торговля -кто:Жапаров", Without(TRADE, (ZHAPAROV,))),
        ("торговля - дорога", All((TRADE, ROAD))),
        ("-5", Without(None, (Word("5"),))),
        ("рост -2025", Without(Word("рост"), (Word("2025"),))),
        ("торговля (дорога", All((TRADE, ROAD))),
        ("торговля) дорога", All((TRADE, ROAD))),
        ("или торговля", TRADE),
        ("торговля или", TRADE),
        ("или", Word("или")),
    ],
)
def test_operators(text: str, root: Node) -> None:
    assert root_of(text) == root


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("кто:Жапаров", ZHAPAROV),
        ("КТО: Жапаров", ZHAPAROV),
        ("who:Жапаров", ZHAPAROV),
        ('кто:"Садыр Жапаров"', InField(Field.PERSON, Phrase((Word("Садыр"), Word("Жапаров"))))),
        ('кто:="Садыр  Жапаров"', Named(Field.PERSON, "Садыр Жапаров")),
        ("кто:=Жапаров", Named(Field.PERSON, "Жапаров")),
        ("кто:(Жапаров или Токаев)", Either((ZHAPAROV, TOKAYEV))),
        ("кто:(Жапаров -Токаев)", Without(ZHAPAROV, (TOKAYEV,))),
        ("орган:ШОС", InField(Field.BODY, Word("ШОС"))),
        ('орган:="ОАО «Газ»"', Named(Field.BODY, "ОАО «Газ»")),
        ("место:Худжанд", InField(Field.PLACE, Word("Худжанд"))),
        ("проект:CASA-1000", InField(Field.PROJECT, Word("CASA-1000"))),
        ("источник:БЕЛ*", InField(Field.SOURCE, Prefix("бел"))),
        ("11:35", All((Word("11"), Word("35")))),
        ("Асанов: дорога", All((Word("Асанов"), ROAD))),
        ("персона:Асанов", All((Word("персона"), Word("Асанов")))),
        ("торговля кто:", TRADE),
        ("кто : торговля", All((Word("кто"), TRADE))),
    ],
)
def test_fields(text: str, root: Node) -> None:
    assert root_of(text) == root


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("Киргизия", Country(Word("Киргизия"), "KG")),
        ("кр", Country(Word("кр"), "KG")),
        ("торговля с Киргизией", All((TRADE, Word("с"), Country(Word("Киргизией"), "KG")))),
        ("Саудовская Аравия", Country(SAUDI, "SA")),
        ('"Саудовская Аравия"', Country(SAUDI, "SA")),
        ("киргизский", Word("киргизский")),
        ("it", Word("it")),
        ("-Киргизия", Without(None, (Word("Киргизия"),))),
        ("страна:Узбекистане", InCountry(Word("Узбекистане"), "UZ")),
        ("страна:узбекский", InCountry(Word("узбекский"), "UZ")),
        ("страна:uz", InCountry(Word("uz"), "UZ")),
        ("страна:Саудовская Аравия торговля", All((InCountry(SAUDI, "SA"), TRADE))),
        ("страна:Атлантида", Word("Атлантида")),
    ],
)
def test_countries(text: str, root: Node) -> None:
    assert root_of(text) == root


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("дата:2025-11", NOVEMBER),
        ("дата:11.2025", NOVEMBER),
        ("дата:ноябрь", NOVEMBER),
        ('дата:"ноябрь 2025"', NOVEMBER),
        ("дата:ноябрь 2025 торговля", All((NOVEMBER, TRADE))),
        ("дата:декабрь", Dated(date(2024, 12, 1), date(2024, 12, 31))),
        ("дата:2025", Dated(date(2025, 1, 1), date(2025, 12, 31))),
        ("дата:2025-11-20", Dated(TODAY, TODAY)),
        ("дата:20.11.2025", Dated(TODAY, TODAY)),
        ("дата:20 ноября 2025", Dated(TODAY, TODAY)),
        ("дата:2025-09..2025-11", Dated(date(2025, 9, 1), date(2025, 11, 30))),
        ("дата:2025-11..2025-09", Dated(date(2025, 9, 1), date(2025, 11, 30))),
        ("дата:2025-11..", Dated(date(2025, 11, 1), None)),
        ("дата:..2025-11", Dated(None, date(2025, 11, 30))),
        ("дата:сегодня", Dated(TODAY, TODAY)),
        ("date:yesterday", Dated(date(2025, 11, 19), date(2025, 11, 19))),
        ("дата:неделя", Dated(date(2025, 11, 14), TODAY)),
        ("дата:месяц", Dated(date(2025, 10, 21), TODAY)),
        ("дата:год", Dated(date(2024, 11, 21), TODAY)),
        ("дата:(2025-11 или 2025-11-20)", Either((NOVEMBER, Dated(TODAY, TODAY)))),
        ("торговля дата:2025-13", TRADE),
    ],
)
def test_dates(text: str, root: Node) -> None:
    assert root_of(text) == root


def test_a_relative_date_moves_with_today() -> None:
    for today in (TODAY, date(2026, 1, 1), date.min):
        root = parse_query("дата:сегодня", today).root
        assert root == Dated(today, today)
    assert parse_query("дата:неделя", date.min).root is None


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("рядом(торговля, дорога, 5)", Near((TRADE, ROAD), 5)),
        ("near(торговля, дорога)", Near((TRADE, ROAD), 10)),
        ("рядом(торговля дорога, 2025)", Near((Phrase((TRADE, ROAD)), YEAR), 10)),
        (
            "рядом(торг*, =дорога, Киргизия)",
            Near((Prefix("торг"), Exact(("дорога",)), Country(Word("Киргизия"), "KG")), 10),
        ),
        ("рядом(торговля дорога)", All((TRADE, ROAD))),
        ("рядом(торговля, (дорога или 2025), 3)", Near((TRADE, Phrase((ROAD, YEAR))), 3)),
        ("рядом (торговля, дорога, 5)", Near((TRADE, ROAD), 5)),
        ("рядом (торговля или дорога)", All((Word("рядом"), Either((TRADE, ROAD))))),
        ("рядом торговля", All((Word("рядом"), TRADE))),
    ],
)
def test_near(text: str, root: Node) -> None:
    assert root_of(text) == root


@pytest.mark.parametrize("text", ["", "   ", "!", '"', '""', "()", "-", "*", "|", "( - )", "=", "кто:", "дата:никогда"])
def test_a_query_without_anything_to_find(text: str) -> None:
    assert root_of(text) is None


def test_the_text_is_kept_as_typed() -> None:
    assert parse_query('  "Торговля ').text == '  "Торговля '


@given(st.text(alphabet=st.characters(), max_size=60))
def test_any_text_is_a_query(text: str) -> None:
    assert parse_query(text).text == text


def test_a_thousand_brackets() -> None:
    assert root_of("(" * 1000 + "торговля" + ")" * 1000) == TRADE


def test_the_parts_of_a_query_are_those_that_are_wanted() -> None:
    root = root_of("торговля (дорога или 2025) -(дорога) Касым-Жомарт")
    spellings = (Word("Касым-Жомарт"), Phrase((Word("Касым"), Word("Жомарт"))))
    assert list(wanted_parts(root)) == [(TRADE,), (ROAD,), (YEAR,), spellings]
