"""What two articles share: a text put out again is recognised, the same words about others are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgtui.reprints import common_enough, fingerprints, profile, shared_part

LEAD = (
    "Министр транспорта Кыргызстана Талантбек Солтобаев встретился в Ташкенте с узбекским коллегой Илхомом Махкамовым. "
    "Стороны обсудили строительство железной дороги и пропуск грузов через границу в зимние месяцы."
)
MIDDLE = (
    "По словам министра, за девять месяцев перевозки выросли на 17 процентов и достигли 2,4 миллиона тонн. "
    "Он напомнил, что ремонт моста у посёлка Кадамжай должен закончиться до первых холодов."
)
END = (
    "Узбекская сторона предложила открыть склад у пограничного перехода и упростить досмотр скоропортящихся товаров. "
    "Рабочая группа соберётся снова, когда будут готовы расчёты стоимости участка и согласован график поставок рельсов."
)
OTHER = (
    "Метеорологи предупредили жителей высокогорных сёл о сильном ветре и метели, которые продержатся до конца недели. "
    "Школьников младших классов перевели на домашнее обучение, а перевалы закрыли для тяжёлых машин до особого решения."
)
WHOLE = "\n\n".join((LEAD, MIDDLE, END))


def shared(one: str, other: str) -> float:
    first, second = profile(one), profile(other)
    part = shared_part(first, second)
    assert part == shared_part(second, first)
    return part


@pytest.mark.parametrize(
    "again",
    [
        WHOLE,
        f"{LEAD}\n\n{MIDDLE}",
        f"Дорогу обсудили в Ташкенте\n\n{WHOLE}",
        f"БИШКЕК, 11 ноя – РИА Новости. {WHOLE}",
        f"{LEAD}\n\n{OTHER}\n\n{END}",
        f"{WHOLE}\n\n{OTHER}",
        f"{END}\n\n{LEAD}\n\n{MIDDLE}",
        WHOLE.replace("«", '"').replace("ё", "е"),
        WHOLE.replace("По словам министра, за девять месяцев перевозки", "За девять месяцев перевозки, сказал он,"),
        WHOLE.replace("Стороны обсудили", "Стороны, передаёт Кабар, обсудили"),
    ],
    ids="same cut retitled dateline changed added moved typography reworded agency".split(),
)
def test_put_out_again(again: str) -> None:
    assert shared(WHOLE, again) >= 0.6


@pytest.mark.parametrize(
    ("word", "instead"),
    [
        ("Талантбек Солтобаев", "Абсаттар Сыргабаев"),
        ("Илхомом Махкамовым", "Азимом Ибрахимом"),
        ("Ташкенте", "Душанбе"),
        ("17 процентов", "19 процентов"),
        ("2,4 миллиона", "3,1 миллиона"),
        ("девять месяцев", "десять месяцев"),
        ("Кадамжай", "Баткен"),
    ],
)
def test_other_names_or_figures(word: str, instead: str) -> None:
    assert shared(WHOLE, WHOLE.replace(word, instead)) == 0
    assert shared(WHOLE, f"{WHOLE.replace(word, instead)}\n\n{OTHER}") == 0


def test_names_in_another_case_and_figures_written_otherwise_are_the_same() -> None:
    one = "Товарооборот с Узбекистаном составил 12 500 тонн за весь прошедший год, заявил Махкамов журналистам."
    other = "Товарооборот Узбекистана составил 12500 тонн за весь прошедший год, сказал журналистам Махкамов сегодня."
    assert shared(one, other) > 0


def test_what_is_left_out_is_no_contradiction() -> None:
    cut = WHOLE.replace("Талантбек Солтобаев ", "").replace(" и достигли 2,4 миллиона тонн", "")
    assert shared(WHOLE, cut) >= 0.6


def test_a_text_may_be_cut_within_a_name_or_a_figure() -> None:
    for end in ("за девять месяцев перевозки выросли на 1", "у посёлка Кадам"):
        text = WHOLE[: WHOLE.index(end) + len(end)]
        assert shared(WHOLE, text) >= 0.6


def test_texts_on_one_subject_share_nothing() -> None:
    assert shared(f"{LEAD} {MIDDLE}", f"{END} {OTHER}") == 0


def test_an_empty_text_shares_nothing() -> None:
    assert shared("", WHOLE) == 0
    assert fingerprints(()) == frozenset()


WORDS = st.lists(st.integers(0, 9999).map(str), min_size=60, max_size=120, unique=True)


@given(WORDS, WORDS, WORDS)
def test_a_long_common_passage_is_looked_up(passage: list[str], before: list[str], after: list[str]) -> None:
    alone, within = fingerprints(passage), fingerprints(before + passage + after)
    assert common_enough(len(alone & within), len(alone), len(within))


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_two_texts_can_be_compared(one: str, other: str) -> None:
    assert 0 <= shared(one, other) <= 1
