"""What stands near what, and which words are a slip apart: each against the plain definition."""

from __future__ import annotations

from functools import cache
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from kgtui.search.fuzziness import LONGEST, SAME_BEGINNING, is_near, slips_allowed
from kgtui.search.nearness import together

PLACES = st.lists(st.lists(st.integers(0, 30), unique=True, max_size=6).map(sorted), min_size=1, max_size=3)


@given(PLACES, st.integers(0, 12))
def test_parts_stand_together(places: list[list[int]], distance: int) -> None:
    choices = [choice for choice in product(*places) if max(choice) - min(choice) <= distance]
    assert together(places, distance) == [{choice[part] for choice in choices} for part in range(len(places))]


@given(st.text(alphabet="абв", max_size=9), st.text(alphabet="абв", max_size=9))
def test_words_are_near(word: str, other: str) -> None:
    allowed = slips_allowed(word) if other.startswith(word[:SAME_BEGINNING]) else min(1, slips_allowed(word))
    assert is_near(word, other) == (_distance(word, other) <= allowed)


@cache
def _distance(word: str, other: str) -> int:
    """Optimal string alignment, as it is defined."""
    if not word or not other:
        return len(word) + len(other)
    ways = [
        _distance(word[:-1], other) + 1,
        _distance(word, other[:-1]) + 1,
        _distance(word[:-1], other[:-1]) + (word[-1] != other[-1]),
    ]
    if len(word) > 1 and len(other) > 1 and word[-2:] == other[-1] + other[-2]:
        ways.append(_distance(word[:-2], other[:-2]) + 1)
    return min(ways)


def test_what_is_too_long_for_a_word_has_no_slips() -> None:
    word = "ж" * LONGEST
    assert is_near(word, word[1:])
    assert not is_near(word + "ж", word)
