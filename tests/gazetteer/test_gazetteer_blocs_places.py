"""Blocs and their bodies, places and parts of the world."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgtui.gazetteer import Gazetteer, MatchKind
from kgtui.language import analyse

Seen = Callable[[str], list[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("text", "code", "surface"),
    [
        ("Государства ШОС встретились.", "SCO", "ШОС"),
        ("На саммите Шанхайской организации сотрудничества", "SCO", "Шанхайской организации сотрудничества"),
        ("в рамках Евразийского экономического союза", "EAEU", "Евразийского экономического союза"),
        ("Организацией тюркских государств", "OTS", "Организацией тюркских государств"),
        ("О Содружестве Независимых Государств", "CIS", "Содружестве Независимых Государств"),
        ("Евросоюз выделил грант.", "EU", "Евросоюз"),
        ("страны ЕС", "EU", "ЕС"),
        ("заседание Совета Безопасности ООН", "UN-SC", "Совета Безопасности ООН"),
        ("Совбезу ООН", "UN-SC", "Совбезу ООН"),
        ("Генеральной Ассамблеей ООН", "UN-GA", "Генеральной Ассамблеей ООН"),
        ("Всемирным банком", "WB", "Всемирным банком"),
        ("Всемирной организации здравоохранения", "WHO", "Всемирной организации здравоохранения"),
        ("Организации Объединенных Наций", "UN", "Организации Объединенных Наций"),
        (
            "Организации Договора о коллективной безопасности",
            "CSTO",
            "Организации Договора о коллективной безопасности",
        ),
        ("Совета коллективной безопасности ОДКБ", "CSTO-CSC", "Совета коллективной безопасности ОДКБ"),
        ("Евразийской экономической комиссии", "EEC", "Евразийской экономической комиссии"),
        ("САММИТ ТЮРКСОЙ", "TURKSOY", "ТЮРКСОЙ"),
    ],
)
def test_a_bloc_is_found_by_any_name_in_any_case(seen: Seen, text: str, code: str, surface: str) -> None:
    assert ("bloc", code, surface) in seen(text)


@pytest.mark.parametrize(
    "text", ["Мы ес, вот воз и шос.", "Воз сена.", "Совет безопасности собрался.", "Общий таможенный союз."]
)
def test_words_that_only_look_like_blocs(seen: Seen, text: str) -> None:
    assert [match for match in seen(text) if match[0] == "bloc"] == []


def test_countries_inside_the_name_of_a_bloc_are_named_too(seen: Seen) -> None:
    assert {code for _kind, code, _surface in seen("Союзное государство России и Беларуси")} == {
        "UNION-STATE",
        "RU",
        "BY",
    }
    assert {code for _kind, code, _surface in seen("Российско-Кыргызский фонд развития")} == {"RKDF", "RU", "KG"}


def test_a_body_is_found_whole_and_not_its_union_again(seen: Seen) -> None:
    assert [code for kind, code, _surface in seen("Совет Безопасности ООН") if kind == "bloc"] == ["UN-SC"]


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("шос", "SCO"),
        ("ШОС", "SCO"),
        ("SCO", "SCO"),
        ("евразийского экономического союза", "EAEU"),
        ("совбез оон", "UN-SC"),
        ("всемирный банк", "WB"),
    ],
)
def test_a_query_names_a_bloc(gazetteer: Gazetteer, query: str, code: str) -> None:
    bloc = gazetteer.bloc_named(query)
    assert bloc is not None
    assert bloc.code == code


@pytest.mark.parametrize("query", ["", "Кыргызстан", "совет"])
def test_a_query_that_is_no_bloc(gazetteer: Gazetteer, query: str) -> None:
    assert gazetteer.bloc_named(query) is None


def test_every_name_of_every_bloc_names_it(gazetteer: Gazetteer) -> None:
    for bloc in gazetteer.blocs.values():
        for name in bloc.names:
            assert gazetteer.bloc_named(name) is bloc, name
            assert gazetteer.bloc_named(name.lower()) is bloc, name


def test_the_members_of_the_unions_of_the_region(gazetteer: Gazetteer) -> None:
    assert set(gazetteer.blocs["EAEU"].members) == {"KG", "RU", "KZ", "BY", "AM"}
    assert len(gazetteer.blocs["SCO"].members) == 10
    assert len(gazetteer.blocs["EU"].members) == 27
    assert len(gazetteer.blocs["NATO"].members) == 32


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("в городе Худжанд", "Худжанд"),
        ("в Худжанде", "Худжанд"),
        ("на Иссык-Куле", "Иссык-Куль"),
        ("в Баткенской области", "Баткенская область"),
        ("по Жамбылской области", "Жамбылская область"),
        ("в Нью-Йорке", "Нью-Йорк"),
        ("из Джалал-Абада", "Джалал-Абад"),
        ("в Чолпон-Ате", "Чолпон-Ата"),
        ("через Торугартом", "Торугарт"),
        ("пункт «Иркештам»", "Иркештам"),
        ("в Синьцзяне", "Синьцзян"),
        ("в Синьцзян-Уйгурском автономном районе", "Синьцзян"),
        ("страны Центральной Азии", "Центральная Азия"),
        ("страны ЦА договорились", "Центральная Азия"),
        ("рынки Европы", "Европа"),
        ("в Стамбуле и Давосе", "Стамбул"),
        ("в Алма-Ате", "Алматы"),
        ("В КАРАКОЛЕ ОТКРЫТ ЗАВОД", "Каракол"),
        ("Республика Татарстан", "Татарстан"),
        ("Чаткальского района", "Чаткальский район"),
        ("у Персидского залива", "Персидский залив"),
        ("в Канте открыли цех", "Кант"),
        ("в Нарыне", "Нарын"),
        ("у Токтогульского водохранилища", "Токтогульское водохранилище"),
        ("воды рек Чу и Талас", "Чу"),
    ],
)
def test_a_place_is_found_in_any_case(gazetteer: Gazetteer, text: str, name: str) -> None:
    assert name in {m.name for m in gazetteer.match(analyse(text)) if m.kind is MatchKind.PLACE}


@pytest.mark.parametrize(
    "text", ["Философ Иммануил Кант писал.", "Или так, или иначе.", "Семей нет.", "передает САНА.", "Дон Педро"]
)
def test_words_that_only_look_like_places(seen: Seen, text: str) -> None:
    assert seen(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("в Нарынской и Иссык-Кульской областях", ["Нарынская область", "Иссык-Кульская область"]),
        ("Ошской, Баткенской и Таласской областей", ["Ошская область", "Баткенская область", "Таласская область"]),
        ("акимы Кара-Сууского и Араванского районов", ["Кара-Сууский район", "Араванский район"]),
        ("в старой и Ошской области", ["Ошская область"]),
    ],
)
def test_regions_may_share_their_noun(gazetteer: Gazetteer, text: str, names: list[str]) -> None:
    assert [m.name for m in gazetteer.match(analyse(text)) if m.kind is MatchKind.PLACE] == names


def test_parts_of_the_world_are_told_apart(gazetteer: Gazetteer) -> None:
    macro = {place.name for place in gazetteer.places if place.is_macro_region}
    assert {"Центральная Азия", "Европа"} <= macro
    assert "Ош" not in macro
