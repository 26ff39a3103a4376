"""Search keys: which forms find which."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kgtui.language.keys import Keys, document_keys, query_keys
from kgtui.language.lemmas import abbreviations, document_lemmas, query_lemmas
from kgtui.language.name_keys import class_stems, surname_stem


def meets(typed: str, written: str) -> bool:
    """Whether a typed form finds a written one, by any of its readings."""
    return not _all(query_keys(typed)).isdisjoint(_all(document_keys(written)))


def likely_meets(typed: str, written: str) -> bool:
    return not query_keys(typed).likely.isdisjoint(document_keys(written).likely)


def _all(keys: Keys) -> frozenset[str]:
    return keys.likely | keys.other | keys.rare


PARADIGMS = {
    "surname in -ов": "Токаев Токаева Токаеву Токаевым Токаеве Токаевой",
    "surname the dictionary reads otherwise": "Жапаров Жапарова Жапарову Жапаровым Жапарове Жапаровой",
    "surname in -ский": "Сикорский Сикорского Сикорскому Сикорским Сикорском Сикорская Сикорской",
    "surname in -ий": "Топчий Топчия Топчию Топчием Топчие Топчии",
    "surname that is an adjective": "Бабий Бабия Бабию Бабием Бабие",
    "surname that is a noun": "Кравец Кравеца Кравецу Кравецом Кравеце",
    "surname in -ко": "Гайдученко Гайдученко",
    "surname in -дзе": "Гогиберидзе Гогиберидзе",
    "surname in -ян": "Мкртчян Мкртчяна Мкртчяну Мкртчяном Мкртчяне",
    "surname in -а": "Расулзода Расулзоды Расулзоде Расулзоду Расулзодой",
    "surname in -ец that loses its vowel": "Стрелец Стрельца Стрельцу Стрельцом Стрельце",
    "surname in -ок that loses its vowel": "Шкварок Шкварка Шкварку Шкварком Шкварке",
    "surname in -я after a vowel": "Цулая Цулаи Цулае Цулаю Цулаей",
    "surname with an article": "аль-Джубейр аль-Джубейра аль-Джубейру аль-Джубейром аль-Джубейре",
    "surname that is a form of a common word": "Квитка Квитки Квитке Квитку Квиткой",
    "short name": "Вэй Вэя Вэю Вэем Вэе",
    "given name that the dictionary gives to women alone": "Ваагн Ваагна Ваагну Ваагном Ваагне",
    "woman's name in -ь": "Айгуль Айгули Айгулью",
    "Kyrgyz letters": "Өмүрбек Омурбека Өмүрбеку Омурбеком",
    "double surname": "Петров-Водкин Петрова-Водкина Петрову-Водкину Петровой-Водкиной",
    "surname of the younger": "Каримов-младший Каримова-младшего Каримову-младшему Каримовым-младшим",
    "given name": "Сердар Сердара Сердару Сердаром Сердаре",
    "double given name": "Касым-Жомарт Касым-Жомарта Касым-Жомарту Касым-Жомартом Касым-Жомарте",
    "country": "Кыргызстан Кыргызстана Кыргызстану Кыргызстаном Кыргызстане",
    "city": "Худжанд Худжанда Худжанду Худжандом Худжанде",
    "ё": "Мирзиёев Мирзиеева Мирзиёеву Мирзиеевым",
}


@pytest.mark.parametrize("forms", PARADIGMS.values(), ids=PARADIGMS)
def test_every_form_of_a_name_finds_every_other(forms: str) -> None:
    for typed in forms.split():
        for written in forms.split():
            assert meets(typed.lower(), written), f"{typed} × {written}"


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("стали", "сталью"),
        ("сталь", "стали"),
        ("суда", "суд"),
        ("суда", "судно"),
        ("люди", "человек"),
        ("чаще", "часто"),
        ("создаёт", "создаются"),
        ("указанный", "указано"),
        ("миллионов", "млн"),
        ("млн", "миллион"),
        ("торгово-экономического", "торгово-экономическому"),
        ("экономический", "торгово-экономических"),
        ("кыргызский", "кыргызско-таджикского"),
        ("кр", "КР"),
        ("самолет", "самолёты"),
        ("CASA-1000", "CASA-1000"),
        ("15", "15"),
        ("24", "24-м"),
        ("1250,6", "1 250,6"),
        ("1250.6", "1 250,6"),
        ("1500000", "1.500.000"),
        ("250", "250"),
        ("США", "С.Ш.А."),
        ("мид", "МИДом"),
        ("ШОС", "ШОСом"),
        ("одкб", "ОДКБ"),
        ("киргизстан", "Киpгизстана"),  # with a Latin letter
        ("парк", "IT-парке"),
        ("жомарт", "Касым-Жомарту"),
    ],
)
def test_a_form_finds_another(typed: str, written: str) -> None:
    assert meets(typed, written)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("бывших", "были"),  # an adjective of its own
        ("печи", "пекли"),  # a noun, a verb
        ("важнейший", "важного"),
        ("киргизский", "Киргизия"),
        ("кыргызстанцы", "Кыргызстан"),
        ("Жапаров", "Токаев"),
        ("Александров", "Александр"),
        ("15", "16"),
    ],
)
def test_a_form_does_not_find_another(typed: str, written: str) -> None:
    assert not meets(typed, written)


def test_the_likely_reading_comes_first() -> None:
    assert likely_meets("стали", "стала")
    assert not likely_meets("стали", "сталью")
    assert likely_meets("жапарову", "Жапаров")


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("следовать", "следующий"),  # an adjective rather than a participle
        ("определить", "определённой"),
        ("частый", "чаще"),  # an adverb rather than an adjective
        ("простой", "просто"),
        ("родиться", "род"),  # a word rather than an abbreviation
    ],
)
def test_a_reading_that_is_seldom_meant_comes_later(typed: str, written: str) -> None:
    assert meets(typed, written)
    assert not likely_meets(typed, written)


@pytest.mark.parametrize(
    ("typed", "sure", "other"),
    [
        ("Жапаров", "Жапаровым", "Жапаровой"),
        ("Жапаровой", "Жапарову", "Жапаровым"),
        ("Сикорская", "Сикорскую", "Сикорского"),
    ],
)
def test_the_gender_that_was_asked_for_comes_first(typed: str, sure: str, other: str) -> None:
    assert likely_meets(typed, sure)
    assert not likely_meets(typed, other)
    assert meets(typed, other)


def test_a_surname_key_is_for_capitalised_words_of_a_text() -> None:
    assert any(key.startswith("~") for key in document_keys("Мамытов").likely)
    assert not any(key.startswith("~") for key in document_keys("мамытов").likely)


def test_letter_case_of_a_query_does_not_matter() -> None:
    assert query_keys("ЖАПАРОВУ") == query_keys("жапарову")


def test_marks_that_nobody_sees_are_left_out() -> None:
    assert document_keys("Кыргызста\u0301н") == document_keys("Кыргызстан")
    assert document_keys("Кыргыз\u00adстан") == document_keys("Кыргызстан")


@pytest.mark.parametrize(
    ("form", "stem"),
    [("касымалиевой", "касымалиев"), ("путиным", "путин"), ("сикорскую", "сикорск"), ("рахмон", None), ("ов", None)],
)
def test_surname_stem(form: str, stem: str | None) -> None:
    assert surname_stem(form) == stem


def test_class_stems() -> None:
    assert class_stems("расулзоду") == {"расулзоду", "расулзод"}
    assert "топчи" in class_stems("топчием")


def test_shares_add_up_for_known_words() -> None:
    assert sum(query_lemmas("стали").values()) == pytest.approx(1.0)
    assert query_lemmas("стали")["стать:"] > query_lemmas("стали")["сталь"] > 0


def test_short_words_stand_for_full_ones() -> None:
    assert abbreviations()["млн"] == "миллион"
    assert "миллион" in document_lemmas("млн")


@given(st.text(max_size=30))
@example("A.¹.")
def test_any_text_has_keys_and_any_single_word_finds_itself(form: str) -> None:
    """Several that are joined («1 250», «С.Ш.А.») are asked for otherwise: by the whole, and by the first where it
    stands."""
    keys = document_keys(form)
    assert keys.likely.isdisjoint(keys.other | keys.rare)
    if " " not in form and form.count(".") < 2:
        assert query_keys(form).exact == keys.exact
