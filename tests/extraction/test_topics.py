"""What an article is about, by the table of topics."""

from __future__ import annotations

import pytest

from kgtui.extraction.context import Context
from kgtui.extraction.tables import table
from kgtui.extraction.topics.topics import topics
from kgtui.extraction.topics.words import topic_codes, topic_name, topic_words
from kgtui.language import analyse
from kgtui.model import Topic

NOTHING = "Сегодня пришли гости. "


def found(text: str) -> tuple[Topic, ...]:
    return topics(Context(analyse(text)))


def codes(text: str) -> list[str]:
    return [topic.key for topic in found(text)]


@pytest.mark.parametrize("row", table("topics"), ids=topic_codes())
def test_every_word_of_the_table_is_known_by_its_own_form(row: dict[str, str]) -> None:
    for each in row["words"].split("; "):
        form = each.removesuffix("*")
        assert (row["code"], each.endswith("*")) in {(found.topic, found.is_weak) for found in topic_words(form)}, each


def test_a_topic_has_a_name_in_both_languages_and_one_without_a_row_its_code() -> None:
    assert (topic_name("trade", "ru"), topic_name("trade", "en")) == ("торговля", "trade")
    assert topic_name("gone", "ru") == "gone"


def test_one_strong_word_is_enough_in_the_first_three_sentences_only() -> None:
    assert codes(2 * NOTHING + "Товарооборот вырос.") == ["trade"]
    assert codes(3 * NOTHING + "Товарооборот вырос.") == []


def test_two_sentences_are_enough_anywhere() -> None:
    text = 3 * NOTHING + "Товарооборот вырос. " + NOTHING + "Экспорт тоже."
    (topic,) = found(text)
    assert (topic.key, topic.sentences, topic.span.of(text)) == ("trade", 2, "Товарооборот вырос.")


def test_a_weak_word_counts_only_beside_another_word_of_its_topic() -> None:
    assert codes("Дорога была длинной. Дорога была трудной.") == []
    assert codes("Железная дорога строится. Её мост готов, дорога открыта.") == ["transport"]


def test_forms_that_are_hardly_ever_a_word_are_not_it() -> None:
    assert codes("После обеда пришли гости. После ужина они ушли.") == []


def test_words_are_known_in_any_form_case_and_spelling() -> None:
    assert codes("О ЛЬГОТНЫХ ЗАЁМАХ говорили. Дали заем.") == ["finance"]


def test_a_compound_adjective_tells_of_both_its_topics() -> None:
    assert codes("Обсудили торгово-транспортное сотрудничество.") == ["trade", "transport"]


def test_an_article_has_three_topics_at_most_and_those_of_most_sentences() -> None:
    text = "Товарооборот и граница. Экспорт, граница, больница. Туризм. Граница закрыта."
    assert codes(text) == ["border", "trade", "tourism"]
