from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgtui.language.likeness import distance, mask, tolerance

letters = st.text("абвежиоруьы", max_size=9)


@pytest.mark.parametrize(
    ("likelier", "typed", "unlikelier"),
    [
        ("касымалиев", "касымалеев", "касымалдев"),  # heard alike
        ("бишкек", "бишкпк", "бишкчк"),  # neighbouring keys
        ("тарифов", "тариффов", "тарифлов"),  # a letter twice
        ("торговля", "тогровля", "тоггровля"),  # swapped
        ("ильхам", "илхам", "ильха"),  # a soft sign left out
        ("макиев", "маниев", "накиев"),  # the first letter is seldom wrong
    ],
)
def test_likely_slips_cost_less(likelier: str, typed: str, unlikelier: str) -> None:
    near = distance(typed, likelier, 9.0)
    far = distance(unlikelier, likelier, 9.0)
    assert near is not None
    assert far is not None
    assert near < far


@given(letters)
def test_a_word_is_no_slip_of_itself(word: str) -> None:
    assert distance(word, word, 0.0) == 0.0


@given(letters, letters, st.floats(0, 3))
def test_a_limit_only_cuts_off(typed: str, meant: str, limit: float) -> None:
    whole = distance(typed, meant, 100.0)
    assert whole is not None
    assert distance(typed, meant, limit) == (whole if whole <= limit else None)


@given(letters, st.data())
def test_one_slip_changes_two_bits_of_a_mask_at_most(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word)))
    letter = data.draw(st.sampled_from("абв"))
    for changed in (word[:at] + letter + word[at:], word[:at] + letter + word[at + 1 :]):
        assert (mask(word) ^ mask(changed)).bit_count() <= 2


def test_short_words_are_not_taken_for_others() -> None:
    assert tolerance("мир") == 0.0
    assert tolerance("бишкек") < tolerance("мирзиеевым")
