"""A sentence that only says the title again is known, however it is written."""

from __future__ import annotations

import pytest

from kgtui.language.titles import says_title, title_sentence
from kgtui.model import Span


@pytest.mark.parametrize(
    ("sentence", "title", "same"),
    [
        ("Паромная переправа открыта.", "Паромная переправа открыта", True),
        ("Еще одна «переправа»\nоткрыта", "ЕЩЁ ОДНА ПЕРЕПРАВА ОТКРЫТА!", True),
        ("Паромная переправа через Нарын открыта.", "Паромная переправа через…", True),
        ("Паромная переправа через Нарын открыта.", "Паромная пере...", True),
        ("Паромная переправа открыта вчера.", "Паромная переправа открыта", False),
        ("Переправа открыта.", "Паромная переправа открыта", False),
        ("Переправа.", "…", False),
    ],
)
def test_the_words_of_the_title(sentence: str, title: str, same: bool) -> None:
    assert says_title(sentence, title) is same


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Переправа открыта. Её ждали.", "Переправа открыта."),
        ("НАРЫН, 11 ноя – РИА Новости. Переправа открыта. Её ждали.", "Переправа открыта."),
        ("Её ждали. Долго ждали. Переправа открыта.", None),
        ("", None),
    ],
)
def test_the_sentence_stands_at_the_beginning_or_behind_a_dateline(text: str, found: str | None) -> None:
    span = title_sentence(text, Span(0, len(text)), "Переправа открыта")
    assert (span.of(text) if span else None) == found
