"""Words found chunk by chunk stand where they are found word by word."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgtui.language import analyse
from kgtui.model import Span
from kgtui.search import Tier, parse_query
from kgtui.search.query.nodes import Asked
from kgtui.search.runs import Runs
from kgtui.search.terms import searched_tokens
from kgtui.settings import seeds_folder

WORDS = "договор Россия США КНР N таможне* президентт~ =встречи торгово ШОС в с а Жапаров м2 Бишкеке н".split()
TEXTS = sorted([*seeds_folder().glob("*.txt"), *(Path(__file__).parent.parent / "texts").glob("dev/*.txt")])


def asked(word: str) -> Asked:
    root = parse_query(word).root
    return getattr(root, "words", root)  # of a country its words


def found(word: str, text: str, within: Span) -> tuple[Iterable[tuple[Span, Tier]] | None, list[tuple[Span, Tier]]]:
    """Chunk by chunk, and word by word."""
    runs, words = Runs(), searched_tokens(analyse(text, within))
    at_once = runs.at_once(asked(word), text, within, set(within.of(text).split()))
    one_by_one = runs.of(asked(word), words)
    return at_once, [(Span(words[run.first].start, words[run.last].end), run.tier) for run in one_by_one]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_in_articles(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for word in WORDS:
        at_once, one_by_one = found(word, text, Span(0, len(text)))
        assert at_once is None or sorted(at_once) == one_by_one, word


SIGNS = "СШАКНРNnвса.,-«»\"'№ \n\t\u0301"
PIECES = [*SIGNS, "С.Ш.А.", " N 15", "1 250", "м2", "договор", "Россия", "Жапаров К.Р.", "торгово-"]


@given(st.lists(st.sampled_from(PIECES), max_size=24), st.sampled_from(WORDS), st.data())
def test_in_anything(pieces: list[str], word: str, data: st.DataObject) -> None:
    text = "".join(pieces)
    start = data.draw(st.integers(0, len(text)))
    at_once, one_by_one = found(word, text, Span(start, data.draw(st.integers(start, len(text)))))
    assert at_once is None or sorted(at_once) == one_by_one


def test_few_texts_need_all_their_words() -> None:
    text = "В США сказали: «Н. С. Иванов из К.Н.Р. приехал»."
    at_once, _ = found("США", text, Span(0, len(text)))
    assert at_once == [(Span(2, 5), Tier.EXACT)]
    assert found("КНР", text, Span(0, len(text)))[0] is None  # whether «К.Н.Р.» is one word, its neighbours tell
