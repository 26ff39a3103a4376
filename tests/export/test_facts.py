"""Facts in words: amounts and periods in the house style, and what was understood of each fact."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgtui.export.facts import amount_words, period_words
from kgtui.export.told import fact_line, understood
from kgtui.locale import use_language
from kgtui.model import (
    Actor,
    Amount,
    Approximation,
    Direction,
    Doubt,
    EntityKind,
    Figure,
    FigureKind,
    Meeting,
    MeetingStage,
    Period,
    Promise,
    PromiseStage,
    Quote,
    Span,
)

ASANOV = Actor(EntityKind.PERSON, "асанов нурлан", "Нурлан Асанов")


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (Amount("USD", 1_700_000_000), "1,7 млрд долл. США"),
        (Amount("KGS", 1_250_600_000), "1250,6 млн сомов"),
        (Amount("KGS", 1_234_567), "1 234 567 сомов"),
        (Amount("percent", 15), "15 %"),
        (Amount("percent", None, 10, 12), "10–12 %"),
        (Amount("KGS", None, 1_200_000_000, 1_500_000_000), "1,2–1,5 млрд сомов"),
        (Amount("times", 3.5), "в 3,5 раза"),
        (Amount("times", 2), "в 2 раза"),
        (Amount("times", 6), "в 6 раз"),
        (Amount("times", None, 2, 2.5), "в 2–2,5 раза"),
        (Amount("percent", -2.4), "−2,4 %"),
        (Amount("вагон", 25), "25 вагонов"),
        (Amount("people", 8_000_000), "8 млн чел."),
        (Amount("XAU", 3), "3 XAU"),
        (Amount("percent", 100 / 3), "33,333 %"),
    ],
)
def test_amounts(amount: Amount, words: str) -> None:
    assert amount_words(amount).replace("\u00a0", " ") == words


@given(st.floats(0, 1e15), st.sampled_from(["USD", "percent", "times", "вагон", "?"]), st.sampled_from(Approximation))
def test_any_amount_has_words(value: float, unit: str, approximation: Approximation) -> None:
    assert any(sign.isdigit() for sign in amount_words(Amount(unit, value), approximation))


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2025-01", "2025-08", "янв.–авг. 2025"),
        ("2020", "2024", "2020–2024"),
        ("2025", "2025", "2025"),
        ("2025-11-16", "2025-11-16", "16.11.2025"),
        ("2024-12", "2025-02", "дек. 2024 – февр. 2025"),
    ],
)
def test_periods(start: str, end: str, words: str) -> None:
    assert period_words(Period(start, end)) == words


def test_a_figure_tells_what_was_understood() -> None:
    figure = Figure(
        Span(0, 12),
        Amount("percent", 14),
        FigureKind.CHANGE,
        Approximation.MORE,
        Direction.UP,
        "товарооборот",
        measure="trade",
        countries=("KG", "RU"),
        period=Period("2024", "2024"),
    )
    assert dict(understood(figure)) == {
        "значение": "более 14\u00a0%",
        "что измерено": "товарооборот",
        "мера": "товарооборот",
        "вид": "размер изменения",
        "изменение": "рост",
        "страны": "Кыргызстан, Россия",
        "период": "2024",
        "как найдено": "по правилу",
    }
    assert fact_line(figure, "14процентов").replace("\u00a0", " ") == "товарооборот: рост более 14 %"


def test_what_is_open_or_doubtful_is_said_so() -> None:
    text = "Дорога готова"
    quote = Quote(Span(0, 13), (Span(0, 13),), direct=True, doubt=Doubt.UNSTATED)
    assert dict(understood(quote))["кто сказал"] == "не сказано"
    assert fact_line(quote, text).endswith("(?)")
    meeting = Meeting(Span(0, 13), "talks", "переговоры", MeetingStage.PLANNED, (ASANOV,), date=Period("2025", "2025"))
    assert dict(understood(meeting))["когда"] == "2025, по дню публикации"
    assert fact_line(meeting, text) == "Переговоры: Нурлан Асанов"
    three_years = Figure(Span(0, 13), Amount("percent", 28), period=Period("2022", "2025", doubt=Doubt.UNSTATED))
    assert dict(understood(three_years))["период"] == "2022–2025 (?)"
    promise = Promise(Span(0, 13), PromiseStage.TARGET, "товарооборот", amount=Amount("USD", 5e9))
    assert fact_line(promise, text).replace("\u00a0", " ") == "Цель: товарооборот — 5 млрд долл. США"


def test_english_has_its_own_words() -> None:
    use_language("en")
    try:
        assert amount_words(Amount("USD", 1_700_000_000), Approximation.ABOUT).replace("\u00a0", " ") == (
            "about 1.7 billion USD"
        )
    finally:
        use_language("ru")
