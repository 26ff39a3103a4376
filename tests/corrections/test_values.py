"""What a reader types is understood, or said not to be; nothing else happens."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgtui.corrections import Place
from kgtui.corrections.lines import amended_values
from kgtui.corrections.values import FIELDS, Misunderstood, amendment
from kgtui.model import Amount, Document, Facts, Period, Span

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


@settings(deadline=None)
@given(fields, typed)
def test_any_text_is_understood_or_refused(wanted: tuple[str, str], text: str) -> None:
    kind, field = wanted
    with suppress(Misunderstood):
        change = amendment(Place("a", kind, Span(0, 4), "Пять"), {field: text}, DOCUMENT, FACTS)
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
    assert amended_values(amendment(FIGURE, {field: text}, DOCUMENT, FACTS))[field] == value


def test_an_amount_with_its_unit() -> None:
    values = amended_values(amendment(FIGURE, {"value": "1,7 млрд долларов"}, DOCUMENT, FACTS))
    assert values == {"amount": Amount("USD", 1.7e9), "approximation": None}
