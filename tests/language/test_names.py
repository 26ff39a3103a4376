"""The nominative of persons' names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgtui.language.declensions import CASES, Declension, Part, declensions
from kgtui.language.name_words import forms as forms_of
from kgtui.language.name_words import is_patronymic, is_surname_shaped, is_syllable
from kgtui.language.names import name_key, nominative, readings

NAMES = """
Адылбеком Касымалиевым = Адылбек Касымалиев
Касымалиеву = Касымалиев
Садыра Жапарова = Садыр Жапаров
Садыром Нургожоевичем Жапаровым = Садыр Нургожоевич Жапаров
Жапарова Садыра Нургожоевича = Жапаров Садыр Нургожоевич
Касым-Жомарта Токаева = Касым-Жомарт Токаев
Токаевым = Токаев
Эмомали Рахмона = Эмомали Рахмон
Гурбангулы Бердымухамедову = Гурбангулы Бердымухамедов
Шавката Мирзиёева = Шавкат Мирзиёев
Кохира Расулзода = Кохир Расулзода
Кохира Расулзоды = Кохир Расулзода
Раджаббоем Ахмадзодой = Раджаббой Ахмадзода
А. Касымалиева = А. Касымалиев
Динары Кутмановой = Динара Кутманова
Айгуль Мамбетказиевой = Айгуль Мамбетказиева
Чолпон Султанбековой = Чолпон Султанбекова
Замиры Сатаровой = Замира Сатарова
Нурлана Тургунбека уулу = Нурлан Тургунбек уулу
Нурланбека Тургунбек уулу = Нурланбек Тургунбек уулу
Жанар Касымбек кызы = Жанар Касымбек кызы
Мехмета Садыка Догана = Мехмет Садык Доган
Тедроса Аданома Гебрейесуса = Тедрос Аданом Гебрейесус
Ван И = Ван И
Си Цзиньпином = Си Цзиньпин
Чжан Вэем = Чжан Вэй
Нарендры Моди = Нарендра Моди
Сигэру Исибы = Сигэру Исиба
Региной Де Доминичис = Регина Де Доминичис
Марике ван дер Берг = Марике ван дер Берг
Урсулы фон дер Ляйен = Урсула фон дер Ляйен
Султаном аль-Маршадом = Султан аль-Маршад
Мухаммедом бин Салманом = Мухаммед бин Салман
Ксавье Беттелем = Ксавье Беттель
Олафом Шольцем = Олаф Шольц
Фрэнком-Вальтером Штайнмайером = Фрэнк-Вальтер Штайнмайер
Михаила Черных = Михаил Черных
Петра Порошенко = Петр Порошенко
Александром Лукашенко = Александр Лукашенко
Льва Толстого = Лев Толстой
Виктору Сергеевичу Киму = Виктор Сергеевич Ким
"""
PAIRS = [line.split(" = ") for line in NAMES.strip().splitlines()]


@pytest.mark.parametrize(("written", "wanted"), PAIRS)
def test_a_name_in_any_case_gets_its_nominative(written: str, wanted: str) -> None:
    assert " ".join(nominative(written.split())) == wanted


@pytest.mark.parametrize("wanted", sorted({pair[1] for pair in PAIRS}))
def test_a_nominative_stays(wanted: str) -> None:
    assert " ".join(nominative(wanted.split(), cases={"nomn"})) == wanted


@pytest.mark.parametrize("row", declensions(), ids=lambda row: row.name)
def test_a_class_of_names_declines_as_its_example(row: Declension) -> None:
    forms = row.example.split()
    assert len(forms) == len(CASES)
    for form, case in zip(forms, CASES, strict=True):
        found = {(f.nominative, f.case, f.gender) for f in forms_of(form, row.part, final=row.part is Part.SURNAME)}
        assert (forms[0], case, row.gender) in found, (form, case)


@pytest.mark.parametrize(
    ("written", "cases", "gender", "wanted"),
    [
        ("Нурзада Ибраева", {"nomn"}, "femn", "Нурзада Ибраева"),
        ("Нурзада Ибраева", {"gent"}, "masc", "Нурзад Ибраев"),
        ("Танака Юми", {"gent"}, "femn", "Танака Юми"),
        ("Жапарова", {"nomn"}, "femn", "Жапарова"),
    ],
)
def test_what_stands_beside_a_name_settles_doubts(written: str, cases: set[str], gender: str, wanted: str) -> None:
    assert " ".join(nominative(written.split(), cases, gender)) == wanted


def test_the_letter_yo_is_that_of_the_text() -> None:
    assert nominative(("Павла", "Грачева")) == ("Павел", "Грачев")


def test_a_key_leaves_the_patronymic_out() -> None:
    assert name_key(("Садыр", "Нургожоевич", "Жапаров")) == "садыр жапаров"
    assert name_key(("Шавкат", "Мирзиёев")) == name_key(("Шавкат", "Мирзиеев"))
    assert name_key(("Сергеевич",)) == "сергеевич"


def test_shapes_of_name_words() -> None:
    assert is_surname_shaped("Касымалиевой")
    assert not is_surname_shaped("Цзиньпином")
    assert is_patronymic("Нургожоевича")
    assert not is_patronymic("Синьцзян")
    assert is_syllable("Хуэй")
    assert not is_syllable("Садыр")


@given(
    st.lists(st.text("абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВЯ-.’ aZ1", min_size=1, max_size=9), min_size=1, max_size=4)
)
def test_any_words_are_read_somehow(words: list[str]) -> None:
    found = readings(tuple(words))
    assert found
    assert all(len(reading.words) == len(words) for reading in found)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Шавкат Мирзиёев", "Шавкат Мирзиеев"),
        ("Акылбек Жапаров", "Акылбек Джапаров"),
        ("Сооронбай Жээнбеков", "Сооронбай Жеенбеков"),
        ("Гурбангулы Бердымухамедов", "Гурбангулы Бердимухамедов"),
        ("Мухаммед Асанов", "Мохаммад Асанов"),
    ],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert name_key(one.split()) == name_key(other.split())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Садыр Жапаров", "Акылбек Жапаров"),
        ("Айгуль Жапарова", "Акылбек Жапаров"),
        ("А. Касымалиев", "Адылбек Касымалиев"),
        ("Касымалиев", "Адылбек Касымалиев"),
    ],
)
def test_people_of_one_surname_keep_keys_of_their_own(one: str, other: str) -> None:
    assert name_key(one.split()) != name_key(other.split())
