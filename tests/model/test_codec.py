"""What a value is as plain JSON, and back."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgtui.model import (
    FACT_TYPES,
    Actor,
    Amount,
    Doubt,
    EntityKind,
    FactKind,
    Figure,
    Period,
    Quote,
    Span,
    Stated,
)
from kgtui.model.codec import plain, revived, revived_field

st.register_type_strategy(float, st.floats(allow_nan=False))
FACTS = st.sampled_from(list(FactKind)).flatmap(lambda kind: st.tuples(st.just(kind), st.from_type(FACT_TYPES[kind])))


@given(FACTS)
def test_a_fact_comes_back_as_it_was(kept: tuple[FactKind, Stated]) -> None:
    kind, fact = kept
    assert revived(FACT_TYPES[kind], json.loads(json.dumps(plain(fact)))) == fact


def test_only_what_is_not_as_usual_is_written() -> None:
    figure = Figure(Span(3, 9), Amount("USD", 1.7e9), countries=("KG",))
    assert plain(figure) == {
        "span": {"start": 3, "end": 9},
        "amount": {"unit": "USD", "value": 1.7e9},
        "countries": ["KG"],
    }


def test_what_another_version_says_more_is_left_out() -> None:
    speech = {"span": {"start": 1, "end": 2}, "parts": [], "direct": True, "mood": "glad", "doubt": "of tomorrow"}
    assert revived(Quote, speech) == Quote(Span(1, 2), (), direct=True, doubt=Doubt.UNSTATED)


@pytest.mark.parametrize(
    "value",
    [None, [], {}, {"start": "2024"}, {"start": 2024, "end": "2024"}, {"start": "2024", "end": "2024", "span": 5}],
)
def test_what_is_no_such_value(value: object) -> None:
    with pytest.raises((TypeError, ValueError, KeyError)):
        revived(Period, value)


def test_one_field() -> None:
    actor = {"kind": "person", "key": "токаев", "name": "Токаев"}
    assert revived_field(Quote, "speaker", actor) == Actor(EntityKind.PERSON, "токаев", "Токаев")
    assert revived_field(Quote, "speaker", None) is None
    with pytest.raises(KeyError):
        revived_field(Quote, "mood", "glad")
