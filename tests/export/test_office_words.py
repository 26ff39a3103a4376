"""An office in our own voice."""

from __future__ import annotations

import pytest

from kgtui.export.office_words import office_words
from kgtui.gazetteer import in_house_style


@pytest.mark.parametrize(
    ("office", "country", "shown"),
    [
        ("премьер-министр РТ", "TJ", "Премьер-министр РТ"),
        ("киргизский премьер", "KG", "Премьер"),
        ("президент Киргизии", "KG", "Президент Кыргызстана"),
        ("посол Киргизской Республики в Белоруссии", "KG", "Посол Кыргызской Республики в Беларуси"),
        ("глава МИД Казахстана и Кыргызстана", "KZ", "Глава МИД Казахстана"),
        ("глава МИД Казахстана и Кыргызстана", "KG", "Глава МИД Кыргызстана"),
        ("премьер Казахстана и Узбекистана", None, "Премьер"),
        ("посол Казахстана в Кыргызстане", "KZ", "Посол Казахстана в Кыргызстане"),
        ("министр\nобороны\x1b", None, "Министр обороны␛"),
    ],
)
def test_offices(office: str, country: str | None, shown: str) -> None:
    assert office_words(office, country) == shown


@pytest.mark.parametrize(
    ("written", "ours"),
    [
        ("в Киргизии", "в Кыргызстане"),
        ("из Киргизии", "из Кыргызстана"),
        ("с Белоруссией и Туркменией", "с Беларусью и Туркменистаном"),
        ("киргизская сторона", "кыргызская сторона"),
        ("Киргизско-Российский университет", "Кыргызско-Российский университет"),
        ("Киргизскую Республику", "Кыргызскую Республику"),
        ("Кыргызстан, Россия", "Кыргызстан, Россия"),
        ("", ""),
    ],
)
def test_states_as_we_call_them(written: str, ours: str) -> None:
    assert in_house_style(written) == ours
