"""Whom the words of an article mean: offices, pronouns and nouns for bodies."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgtui.extraction.cast import Cast, Reference
from kgtui.extraction.context import Context
from kgtui.extraction.names import entities
from kgtui.extraction.tables import table
from kgtui.language import analyse

from .reading_of import cases


def read(text: str) -> tuple[Context, Cast]:
    context = Context(analyse(text))
    return context, Cast(context, entities(context))


def last(text: str, words: str) -> Reference:
    """The last reference in a text that begins with these words."""
    context, cast = read(text)
    start = text.rindex(words)
    return next(r for r in cast.references(0, len(context)) if context.tokens[r.first].start == start)


def names(text: str, words: str) -> list[str]:
    return [actor.name for actor in last(text, words).actors]


@pytest.mark.parametrize("row", table("office_words"), ids=lambda row: row["word"])
def test_a_word_calls_the_holder_of_an_office(row: dict[str, str]) -> None:
    context, cast = read(f"На форуме выступил {row['example']}.")
    [holder] = [r.actor for r in cast.references(0, len(context)) if r.found_by == "name"]
    text = f"На форуме выступил {row['example']}. Вчера {row['word']} вернулся."
    assert last(text, row["word"]).actor == holder


@pytest.mark.parametrize("row", table("body_callings"), ids=lambda row: row["word"])
def test_a_noun_calls_a_body(row: dict[str, str]) -> None:
    text = f"Письмо получило {row['example']}. Ранее {row['word']} уже отвечало."
    assert last(text, row["word"]).actors


@pytest.mark.parametrize(("text", "meant"), cases("references"))
def test_words_mean_those_whom_the_article_names(text: str, meant: str) -> None:
    words, _, wanted = meant.partition(": ")
    assert "; ".join(names(text, words)) == wanted.replace("nobody", "")


WORDS = (
    "президент премьер Киргизии Садыр Жапаров Асанов он она сторона стороны «» — . , заявил министр ведомство МИД и"
    " киргизско-российской кыргызско-корейский представитель музыкант последний"
).split()


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_references_lie_in_order_and_do_not_overlap(text: str) -> None:
    context, cast = read(text)
    stop = 0
    for found in cast.references(0, len(context)):
        assert stop <= found.first < found.stop <= len(context)
        stop = found.stop


def test_a_country_that_is_half_of_a_word_covers_the_word() -> None:
    reference = last("Об этом сообщает РБК-Украина в среду.", "РБК-Украина")
    assert reference.actors[0].name == "Украина"
