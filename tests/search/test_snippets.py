"""Where hits stand, and the sentence that shows them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgtui.language import analyse
from kgtui.model import Span
from kgtui.search import Matcher, Snippet, Tier, parse_query, snippet

from .conftest import facts_of

TEXT = (
    "Делегации прибыли в полдень. Касымалиев встретился с министром.\n"
    "Министр поблагодарил Касымалиева за встречу в столице Таджикистана. Таможня дала добро."
)


def matcher(query: str) -> Matcher:
    return Matcher(parse_query(query).root)


def hits(query: str, text: str = TEXT) -> list[str]:
    return [span.of(text) for span in matcher(query).spans(analyse(text))]


def shown(query: str, text: str = TEXT, width: int = 240) -> Snippet:
    return snippet(analyse(text), matcher(query), width=width)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("касымалиеву", ["Касымалиев", "Касымалиева"]),
        ('"столица Таджикистана"', ["столице Таджикистана"]),
        ("тамож*", ["Таможня"]),
        ('"в столицу"', ["в столице"]),
        ("министр -таможня", ["министром", "Министр"]),
        ("касымалиев или таможня", ["Касымалиев", "Касымалиева", "Таможня"]),
        ("встречу", ["встречу"]),
        ("абракадабра", []),
        ("", []),
    ],
)
def test_hits_stand_where_the_words_stand(query: str, words: list[str]) -> None:
    assert hits(query) == words


def test_a_country_is_shown_by_any_of_its_words() -> None:
    text = "Премьер Киргизии прибыл. Кыргызстан рад."
    found = matcher("кыргызстану").found(analyse(text), facts_of(text, KG="Киргизии"))
    assert [(hit.span.of(text), hit.tier) for hit in found] == [
        ("Киргизии", Tier.RELATED),
        ("Кыргызстан", Tier.FORM),
    ]


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "заголовок 2025\nТело о таможне."
    body = Span(text.index("Тело"), len(text))
    (span,) = matcher("таможня").spans(analyse(text, body))
    assert span.of(text) == "таможне"


def test_the_sentence_with_most_of_the_query() -> None:
    made = shown("касымалиев столица")
    assert made.text == "Министр поблагодарил Касымалиева за встречу в столице Таджикистана."
    assert [span.of(made.text) for span in made.spans] == ["Касымалиева", "столице"]
    assert [span.of(TEXT) for span in made.true_spans] == ["Касымалиева", "столице"]
    assert not made.cut_before
    assert not made.cut_after


def test_another_sentence_than_the_title() -> None:
    text = "Таможня открыта.\nОб этом сказали вчера. В городе теперь есть таможня."
    assert snippet(analyse(text), matcher("таможня"), title="Таможня открыта").text.startswith("В городе")
    assert snippet(analyse(text), matcher("таможня открыта"), title="Таможня открыта").text == "Таможня открыта."


def test_what_follows_a_sentence_that_is_the_title() -> None:
    text = "Таможня «Достук» открыта для грузов. Ждать больше не нужно."
    said = snippet(analyse(text), matcher("таможня"), title="Таможня «Достук» открыта…")
    assert (said.text, said.beyond_title) == ("Таможня «Достук» открыта для грузов.", "Ждать больше не нужно.")
    assert snippet(analyse(text), matcher("ждать"), title="Таможня «Достук» открыта…").beyond_title is None
    assert snippet(analyse(text), matcher("порт"), title="Таможня «Достук» открыта…").text == "Ждать больше не нужно."


def test_without_a_hit_the_first_sentence() -> None:
    assert shown("абракадабра").text == "Делегации прибыли в полдень."
    assert shown("абракадабра", "").text == ""


def test_a_long_sentence_is_cut_at_words_around_its_hit() -> None:
    text = "слово " * 60 + "таможня " + "слово " * 60
    made = shown("таможня", text, width=80)
    assert made.cut_before
    assert made.cut_after
    assert len(made.text) <= 80
    assert made.text == made.place.of(text)
    assert made.text.startswith("слово")
    assert [span.of(made.text) for span in made.spans] == ["таможня"]


def test_the_sentence_whose_hits_stand_closest_together() -> None:
    far, near = "Газ дорожает, пишет сегодня местная газета, и нефть.", "Вчера цены росли: газ и нефть."
    assert shown("газ нефть", f"{far} {near}").text == near


def test_a_long_sentence_is_cut_where_its_hits_stand_closest() -> None:
    made = shown("газ нефть", "газ " + "слово " * 60 + "газ и нефть " + "слово " * 60, width=60)
    assert [span.of(made.text) for span in made.spans] == ["газ", "нефть"]


def test_a_phrase_over_the_end_of_a_sentence_is_shown_whole() -> None:
    made = shown('"столице Таджикистан"', "Говорили в столице. Таджикистан рад.")
    assert [span.of(made.text) for span in made.spans] == ["столице. Таджикистан"]


@given(
    st.text(alphabet="абв. \nКС-", max_size=120),
    st.lists(st.sampled_from(["а", "б*", '"а б"', "абв", "КС"]), min_size=1, max_size=3),
    st.integers(5, 60),
)
def test_a_snippet_is_a_slice_with_spans_inside(text: str, words: list[str], width: int) -> None:
    made = shown(" ".join(words), text, width)
    assert made.text == made.place.of(text)
    assert all(0 <= span.start < span.end <= len(made.text) for span in made.spans)
    assert list(made.spans) == sorted(made.spans)
