"""What the card of a fact tells beside its line."""

from __future__ import annotations

import pytest

from kgtui.export.fact_details import details, how_found
from kgtui.export.told import fact_line
from kgtui.model import (
    FACTS_VERSION,
    Actor,
    Amount,
    Direction,
    Doubt,
    Entity,
    EntityKind,
    Fact,
    Facts,
    Figure,
    FigureKind,
    Meeting,
    Period,
    Promise,
    PromiseStage,
    Quote,
    Span,
)

HERE = Span(10, 20)
ASANOV = Actor(EntityKind.PERSON, "асанов нурлан", "Нурлан Асанов")
STATISTICS = Actor(EntityKind.ORGANISATION, "нацстатком", "Нацстатком")
FACTS = Facts(
    FACTS_VERSION,
    (Entity(EntityKind.PERSON, ASANOV.key, ASANOV.name, (HERE,), role="министр экономики"),),
    quotes=(Quote(Span(0, 40), (Span(0, 40),), direct=True, speaker=ASANOV),),
    statements=(Quote(Span(50, 90), (Span(50, 90),), direct=False, speaker=STATISTICS),),
)
GROWTH = Figure(
    HERE,
    Amount("percent", 14),
    FigureKind.CHANGE,
    change=Direction.UP,
    about="взаимная торговля",
    measure="trade",
    countries=("KG", "RU"),
    period=Period("2024", "2024"),
    previous=Amount("percent", 3),
)


@pytest.mark.parametrize(
    ("fact", "phrases"),
    [
        (
            GROWTH,
            ["взаимная торговля", "период 2024", "Кыргызстан — Россия", "было 3 %", "говорит Н. Асанов"],
        ),
        (
            Figure(Span(60, 70), Amount("USD", 5e9), FigureKind.TARGET, about="вложения", doubt=Doubt.FORECAST),
            ["период не назван", "чья, не сказано", "данные: Нацстатком"],
        ),
        (FACTS.quotes[0], ["министр экономики"]),
        (Quote(HERE, (HERE,), direct=True), ["кто говорит, не сказано"]),
        (
            Meeting(HERE, "talks", "переговоры", countries=("KG",), place="Ош", date=Period("2025", "2025")),
            ["состоялось", "2025, по дню публикации", "Ош", "Кыргызстан"],
        ),
        (
            Promise(HERE, PromiseStage.PLANNED, "строительство моста", (ASANOV,), due=Period("2026", "2026")),
            ["кто: Нурлан Асанов", "срок 2026"],
        ),
        (Promise(HERE, PromiseStage.PLANNED, "строительство моста"), ["кто, не сказано", "срок не назван"]),
    ],
)
def test_it_tells_what_one_asks_next(fact: Fact, phrases: list[str]) -> None:
    assert [phrase.replace("\u00a0", " ") for phrase in details(fact, FACTS)] == phrases


def test_it_tells_how_sure_it_is() -> None:
    assert how_found(GROWTH) == ["найдено: по правилу"]
    doubtful = Quote(HERE, (HERE,), direct=True, speaker=ASANOV, found_by="role", doubt=Doubt.LIKELY_SPEAKER)
    assert how_found(doubtful)[0].startswith("сомнение: ")


@pytest.mark.parametrize(
    ("kind", "change", "line"),
    [
        (FigureKind.LEVEL, None, "вложения: 5 %"),
        (FigureKind.SHARE, None, "вложения: доля 5 %"),
        (FigureKind.CHANGE, None, "вложения: изменение 5 %"),
        (FigureKind.CHANGE, Direction.DOWN, "вложения: −5 %"),
        (FigureKind.TARGET, None, "вложения: цель 5 %"),
        (FigureKind.FORECAST, Direction.UP, "вложения: прогноз +5 %"),
    ],
)
def test_a_line_says_of_what_kind_a_figure_is(kind: FigureKind, change: Direction | None, line: str) -> None:
    figure = Figure(HERE, Amount("percent", 5), kind, change=change, about="вложения")
    assert fact_line(figure, "около пятипроцентов").replace("\u00a0", " ") == line
