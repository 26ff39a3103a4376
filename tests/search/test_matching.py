"""Where each kind of part stands in a text, with true offsets."""

from __future__ import annotations

import pytest

from kgtui.language import analyse
from kgtui.model import Entity, EntityKind, Facts, Span
from kgtui.search import Matcher, Tier, parse_query

TEXT = (
    "Премьер Адылбек Касымалиев прибыл в Худжанд. Садыр Жапаров и А. Касымалиев обсудили товарооборот с Узбекистаном. "
    "Касымалиева встретил президент. Узбекская сторона довольна; посёлок Жапарово рад."
)


def entity(kind: EntityKind, key: str, name: str, *words: str) -> Entity:
    starts = [TEXT.index(word) for word in words]
    spans = tuple(Span(start, start + len(word)) for start, word in zip(starts, words, strict=True))
    return Entity(kind, key, name, spans)


FACTS = Facts(
    1,
    (
        entity(EntityKind.PERSON, "касымалиев адылбек", "Адылбек Касымалиев", "Адылбек Касымалиев", "Касымалиева"),
        entity(EntityKind.PERSON, "жапаров садыр", "Садыр Жапаров", "Садыр Жапаров"),
        entity(EntityKind.PLACE, "худжанд", "Худжанд", "Худжанд"),
        entity(EntityKind.COUNTRY, "UZ", "Узбекистан", "Узбекистаном", "Узбекская"),
    ),
)


def hits(query: str) -> list[tuple[str, str]]:
    found = Matcher(parse_query(query).root).found(analyse(TEXT), FACTS)
    return [(hit.span.of(TEXT), hit.tier.name.lower()) for hit in found]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("=касымалиев", [("Касымалиев", "exact"), ("Касымалиев", "exact")]),
        ('="садыр жапаров"', [("Садыр Жапаров", "exact")]),
        ('="садыра жапарова"', []),
        ('"садыра жапарова"', [("Садыр Жапаров", "form")]),
        ("касымалеев~", [("Касымалиев", "other"), ("Касымалиев", "other"), ("Касымалиева", "other")]),
        ("жапаров~ -худжанд", [("Жапаров", "exact"), ("Жапарово", "other")]),
        ('"садыр жапар*"', [("Садыр Жапаров", "exact")]),
        ("узбек*", [("Узбекистаном", "exact"), ("Узбекская", "exact")]),
        ("А. Касымалиевым", [("Адылбек Касымалиев", "form"), ("А. Касымалиев", "form")]),
        ("А.К. Касымалиев", [("Адылбек Касымалиев", "exact"), ("А. Касымалиев", "exact")]),
        ("Б. Касымалиев", []),
    ],
)
def test_words_and_phrases(query: str, expected: list[tuple[str, str]]) -> None:
    assert hits(query) == expected


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("рядом(товарооборот, Узбекистан, 3)", ["товарооборот", "Узбекистаном"]),
        ("рядом(Узбекистану, товарооборот, обсудить, 3)", ["обсудили", "товарооборот", "Узбекистаном"]),
        ("рядом(товарооборот, Узбекистан, 1)", []),
        ("рядом(Садыр Жапаров, товарооборот, 6)", ["Садыр Жапаров", "товарооборот"]),
        ("рядом(президент, Узбекистан, 2)", ["президент", "Узбекская"]),
    ],
)
def test_what_stands_near(query: str, words: list[str]) -> None:
    assert [word for word, _tier in hits(query)] == words


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("кто:Жапарову", [("Садыр Жапаров", "form")]),
        ("кто:Адылбек", [("Адылбек Касымалиев", "exact"), ("Касымалиева", "form")]),
        ('кто:="Адылбек Касымалиев"', [("Адылбек Касымалиев", "exact"), ("Касымалиева", "exact")]),
        ("кто:=Касымалиев", []),
        ("кто:(Жапаров -Турчин)", [("Садыр Жапаров", "exact")]),
        ("место:Жапаров", []),
        ("место:Худжанде", [("Худжанд", "form")]),
        ("страна:узбекский", [("Узбекистаном", "related"), ("Узбекская", "form")]),
        ("страна:UZ", [("Узбекистаном", "related"), ("Узбекская", "related")]),
        ("источник:Кабар дата:2025", []),
    ],
)
def test_fields_are_the_mentions_of_their_kind(query: str, expected: list[tuple[str, str]]) -> None:
    assert hits(query) == expected


def test_a_part_knows_its_hits() -> None:
    matcher = Matcher(parse_query("касымалиев кто:Касымалиев -садыр").root)
    words, names = matcher.by_part(analyse(TEXT), FACTS)
    assert [hit.span.of(TEXT) for hit in words] == ["Касымалиев", "Касымалиев", "Касымалиева"]
    assert [hit.span.of(TEXT) for hit in names] == ["Адылбек Касымалиев", "Касымалиева"]


def test_names_of_the_body_alone() -> None:
    body = Span(TEXT.index("Садыр"), len(TEXT))
    found = Matcher(parse_query("место:Худжанд кто:Адылбек").root).found(analyse(TEXT, body), FACTS)
    assert [(hit.span.of(TEXT), hit.tier) for hit in found] == [("Касымалиева", Tier.FORM)]
