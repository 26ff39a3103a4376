"""What a reader types is understood, or said not to be; nothing else happens."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgtui.corrections import Place
from kgtui.corrections.actors import Named, NobodyMeant
from kgtui.corrections.lines import amended_values
from kgtui.corrections.values import FIELDS, Misunderstood, amendment
from kgtui.model import Actor, Amount, Document, Entity, EntityKind, Facts, Period, Span

DOCUMENT = Document("a", "a.txt", "Пять.", Span(0, 5), "Пять", date(2025, 11, 21))
FACTS = Facts(1, ())
FIGURE = Place("a", "figure", Span(0, 4), "Пять")
fields = st.sampled_from([(kind, field) for kind, several in FIELDS.items() for field in several])
typed = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        ["", "2025-13", "99.99.9999", "0000", "5 %", "Киргизия, РФ", "up", "место", "в прошлом году", "—", ";"]
    ),
)


def nobody(_: EntityKind) -> Iterable[Named]:
    """What a library names that is empty."""
    return ()


@settings(deadline=None)
@given(fields, typed)
def test_any_text_is_understood_or_refused(wanted: tuple[str, str], text: str) -> None:
    kind, field = wanted
    with suppress(Misunderstood, NobodyMeant):
        change = amendment(Place("a", kind, Span(0, 4), "Пять"), {field: text}, DOCUMENT, FACTS, nobody)
        assert amended_values(change)


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("period", "в прошлом году", Period("2024", "2024")),
        ("period", "2025-01/2025-08", Period("2025-01", "2025-08")),
        ("period", "5.3.2025", Period("2025-03-05", "2025-03-05")),
        ("period", "", None),
    ],
)
def test_a_period(field: str, text: str, value: Period | None) -> None:
    assert amended_values(amendment(FIGURE, {field: text}, DOCUMENT, FACTS, nobody))[field] == value


def test_an_amount_with_its_unit() -> None:
    values = amended_values(amendment(FIGURE, {"value": "1,7 млрд долларов"}, DOCUMENT, FACTS, nobody))
    assert values == {"amount": Amount("USD", 1.7e9), "approximation": None}


SAID = "Касымалиев сказал: «Сделаем». Слова передала пресс-служба."
ARTICLE = Document("b", "b.txt", SAID, Span(0, len(SAID)), "Сделаем", date(2025, 11, 21))
SPEAKER = Entity(EntityKind.PERSON, "адылбек касымалиев", "Адылбек Касымалиев", (Span(0, 10),))
PLACE = Entity(EntityKind.PLACE, "сделаем", "Сделаем", (Span(20, 27),))
LIBRARY = (
    Actor(EntityKind.PERSON, "садыр жапаров", "Садыр Жапаров"),
    Actor(EntityKind.PERSON, "айгуль асанова", "Айгуль Асанова"),
    Actor(EntityKind.PERSON, "бакыт асанова", "Бакыт Асанова"),
    Actor(EntityKind.ORGANISATION, "минфин", "Минфин"),
    Actor(EntityKind.ORGANISATION, "мид рф", "МИД РФ"),
)


def speaker(text: str) -> Actor:
    place = Place("b", "quote", Span(20, 27), "Сделаем")
    facts = Facts(1, (SPEAKER, PLACE))
    change = amendment(
        place, {"speaker": text}, ARTICLE, facts, lambda kind: [each for each in LIBRARY if each.kind is kind]
    )
    found = amended_values(change)["speaker"]
    assert isinstance(found, Actor)
    return found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Касымалиев", "Адылбек Касымалиев"),
        ("адылбеку касымалиеву", "Адылбек Касымалиев"),
        ("киргизии", "Кыргызстан"),
        ("ШОС", "ШОС"),
        ("Жапаров", "Садыр Жапаров"),
        ("РФ", "Россия"),  # which a body has in its name
        ("минфин", "Минфин"),
        ("Канат  Бекболотов", "Канат Бекболотов"),
        ("Мирлан Таалай уулу", "Мирлан Таалай уулу"),
        ("=Садыра Жапарова", "Садыра Жапарова"),
    ],
)
def test_who_speaks_is_known_or_named_in_full(text: str, name: str) -> None:
    assert speaker(text).name == name


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("тест", ()),
        ("!", ()),
        ("Бекболотов", ()),
        ("канат бекболотов", ()),
        ("Новый Завод", ()),
        ("=Жапаров", ()),
        ("Сделаем", ()),
        ("Минфим", ("Минфин",)),
        ("Садыр Жапароф", ("Садыр Жапаров",)),
        ("жапа", ("Садыр Жапаров",)),
        ("Асанова", ("Айгуль Асанова", "Бакыт Асанова")),
    ],
)
def test_any_other_word_is_nobody_and_near_names_are_offered(text: str, near: tuple[str, ...]) -> None:
    with pytest.raises(NobodyMeant) as refused:
        speaker(text)
    assert tuple(each.name for each in refused.value.near) == near
    assert all(name in refused.value.message for name in (text.removeprefix("="), *near))
