"""Offices: class, countries, and the phrase in the nominative."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgtui.gazetteer import Gazetteer, GazetteerMatch, MatchKind
from kgtui.language import word

Found = Callable[[str], tuple[GazetteerMatch, ...]]


def offices(found: Found, text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(m.code, m.name, m.codes) for m in found(text) if m.kind is MatchKind.OFFICE]


@pytest.mark.parametrize(
    ("text", "klass", "name", "codes"),
    [
        ("Председатель Кабмина КР принял участие", "head-of-government", "председатель Кабмина КР", ("KG",)),
        ("с премьер-министром РТ", "head-of-government", "премьер-министр РТ", ("TJ",)),
        ("Президентом Российской Федерации", "head-of-state", "президент Российской Федерации", ("RU",)),
        ("заявил киргизский премьер Иван Иванов", "head-of-government", "киргизский премьер", ("KG",)),
        ("у киргизского премьера", "head-of-government", "киргизский премьер", ("KG",)),
        ("главой МИД Кыргызстана", "foreign-minister", "глава МИД Кыргызстана", ("KG",)),
        (
            "Министру иностранных дел Республики Узбекистан",
            "foreign-minister",
            "министр иностранных дел Республики Узбекистан",
            ("UZ",),
        ),
        (
            "заместителя председателя Кабинета министров",
            "deputy-head-of-government",
            "заместитель председателя Кабинета министров",
            (),
        ),
        (
            "встреча Председателя Кабинета министров КР – Руководителя Администрации Президента КР Ивана",
            "head-of-government",
            "председатель Кабинета министров КР – руководитель Администрации Президента КР",
            ("KG",),
        ),
        ("спикера Жогорку Кенеша", "speaker", "спикер Жогорку Кенеша", ()),
        ("послом Китая в Кыргызстане", "ambassador", "посол Китая в Кыргызстане", ("CN", "KG")),
        (
            "Чрезвычайного и Полномочного Посла КР в Японии",
            "ambassador",
            "чрезвычайный и полномочный посол КР в Японии",
            ("KG", "JP"),
        ),
        ("генсеком ООН", "secretary-general", "генсек ООН", ()),
        (
            "с министром экономики и коммерции КР Иваном Ивановым",
            "minister",
            "министр экономики и коммерции КР",
            ("KG",),
        ),
        (
            "министра инвестиций, промышленности и торговли РУз",
            "minister",
            "министр инвестиций, промышленности и торговли РУз",
            ("UZ",),
        ),
        ("первого заместителя министра финансов", "deputy-minister", "первый заместитель министра финансов", ()),
        ("вице-премьера РФ", "deputy-head-of-government", "вице-премьер РФ", ("RU",)),
        (
            "губернатора Иссык-Кульской области",
            "governor",
            "губернатор Иссык-Кульской области",
            ("KG",),
        ),
        ("председателем Согдийской области", "governor", "председатель Согдийской области", ("TJ",)),
        ("мэру Бишкека", "mayor", "мэр Бишкека", ("KG",)),
        ("мэром города Ош", "mayor", "мэр города Ош", ("KG",)),
        ("экс-президента Кыргызстана", "former-head-of-state", "экс-президент Кыргызстана", ("KG",)),
        ("бывшему премьеру Великобритании", "former-head-of-government", "бывший премьер Великобритании", ("GB",)),
        ("и.о. министра финансов КР", "minister", "и.о. министра финансов КР", ("KG",)),
        ("председателя КНР Си", "head-of-state", "председатель КНР", ("CN",)),
        ("президентом Всемирного банка", "head-of-body", "президент Всемирного банка", ()),
        ("президента компании", "head-of-body", "президент компании", ()),
        (
            "гендиректора ОАО «Электрические станции»",
            "head-of-body",
            "гендиректор ОАО «Электрические станции»",
            (),
        ),
        (
            "директора Государственного агентства по физической культуре и спорту Ивана",
            "head-of-body",
            "директор Государственного агентства по физической культуре и спорту",
            (),
        ),
        ("турецкий лидер призвал", "leader", "турецкий лидер", ("TR",)),
        ("глава Монголии прибыл", "head-of-state", "глава Монголии", ("MN",)),
        ("Главой Республики Башкортостан", "governor", "глава Республики Башкортостан", ("RU",)),
        ("главы киргизского минтранса", "head-of-body", "глава киргизского минтранса", ("KG",)),
        ("Эмир Катара прибыл", "head-of-state", "эмир Катара", ("QA",)),
        ("аким Чаткальского района", "governor", "аким Чаткальского района", ("KG",)),
        ("консулу КР в Казани", "consul", "консул КР в Казани", ("KG", "RU")),
    ],
)
def test_an_office_has_class_wording_and_countries(
    found: Found, text: str, klass: str, name: str, codes: tuple[str, ...]
) -> None:
    assert offices(found, text) == [(klass, name, codes)]


@pytest.mark.parametrize(
    "text",
    [
        "президенты двух стран",
        "глав государств и правительств",
        "Главы правительств двух стран",
        "главы МИД Казахстана и Кыргызстана",
        "После заседания",
        "Аким Келдибеков и Эмир Асанов пели",
        "вице-премьеры курируют",
        "посольство и министерство",
    ],
)
def test_several_holders_or_none_make_no_office(found: Found, text: str) -> None:
    assert offices(found, text) == []


def test_two_offices_of_two_people_stay_apart(found: Found) -> None:
    names = [name for _class, name, _codes in offices(found, "премьер-министр РТ и президент КР")]
    assert names == ["премьер-министр РТ", "президент КР"]


def test_an_office_spans_what_it_states(found: Found) -> None:
    text = "Вчера премьер-министр Республики Казахстан прибыл."
    (office,) = [match for match in found(text) if match.kind is MatchKind.OFFICE]
    (country,) = [match for match in found(text) if match.kind is MatchKind.COUNTRY]
    assert office.span.of(text) == "премьер-министр Республики Казахстан"
    assert office.span.start <= country.span.start
    assert country.span.end <= office.span.end


def test_heads_of_offices_stand_in_the_nominative(gazetteer: Gazetteer) -> None:
    for office in gazetteer.offices:
        for head in office.heads:
            assert any(reading.case == "nomn" for reading in word(head.split()[0]).readings) or "зам" in head, head
