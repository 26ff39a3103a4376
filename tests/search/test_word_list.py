"""Words kept in one text are found as in a dictionary."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kgtui.search.slips.word_list import WordList

WORDS = st.text("абвя-'9\U0001f600", min_size=1, max_size=4)
COUNTED = st.dictionaries(WORDS, st.integers(1, 9))


@given(COUNTED, COUNTED, WORDS)
def test_words_are_looked_up_whole_and_by_how_they_begin(
    forms: dict[str, int], lemmas: dict[str, int], typed: str
) -> None:
    words = WordList(forms, lemmas)
    for word in {*forms, *lemmas, typed}:
        assert words.articles(word) == max(forms.get(word, 0), lemmas.get(word, 0))
        assert words.is_form(word) == (word in forms)
    assert words.begins(typed) == any(word.startswith(typed) for word in {*forms, *lemmas})
    alike = {words[number] for number, _ in words.of_shape(typed[0], len(typed))}
    assert alike == {word for word in {*forms, *lemmas} if word[0] == typed[0] and len(word) == len(typed)}
