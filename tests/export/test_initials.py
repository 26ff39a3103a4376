"""Names as rows give them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgtui.dossier.values import Person
from kgtui.export.initials import short_name
from kgtui.export.wording import NO_BREAK


@pytest.mark.parametrize(
    ("name", "country", "short"),
    [
        ("Адылбек Касымалиев", "KG", "А. Касымалиев"),
        ("Касым-Жомарт Токаев", "KZ", "К.-Ж. Токаев"),
        ("Владимир Владимирович Путин", "RU", "В. Путин"),
        ("Жапаров Садыр Нургожоевич", "KG", "С. Жапаров"),
        ("Реджеп Тайип Эрдоган", "TR", "Р. Т. Эрдоган"),
        ("С. Жапаров", None, "С. Жапаров"),
        ("Нурланбек Тургунбек уулу", "KG", "Н. Тургунбек уулу"),
        ("Мурат уулу Азамат", "KG", "А. Мурат уулу"),
        ("Ильхам Гейдар оглу Алиев", "AZ", "И. Алиев"),
        ("Мухаммед бен Салман", "SA", "М. бен Салман"),
        ("Си Цзиньпин", "CN", "Си Цзиньпин"),
        ("Ван И", None, "Ван И"),
        ("Путин", "RU", "Путин"),
        ("Гомбожавын Занданшатар", "MN", "Г. Занданшатар"),
        ("Солженицын Александр", "RU", "А. Солженицын"),
    ],
)
def test_initials_and_surname(name: str, country: str | None, short: str) -> None:
    assert short_name(Person("k", name, None, country)) == short.replace(" ", NO_BREAK)


@given(st.text(st.characters(codec="utf-8", categories=("L", "P", "Zs", "Cc")), max_size=30))
def test_any_name_stays_on_one_line(name: str) -> None:
    short = short_name(Person("k", name, None, None))
    assert "\n" not in short
    assert " " not in short
