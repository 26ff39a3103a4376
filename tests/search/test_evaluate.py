"""Queries over a real index, against what a reader would find in the texts by hand."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from kgtui.language import analyse
from kgtui.search import Matcher, Tier, parse_query, rank
from kgtui.search.index.whoosh_engine import WhooshEngine
from kgtui.search.query.nodes import All, Country, Either, Node, Without

from .conftest import MakeEngine, entry_of

TEXTS = {
    1: "Глава кабинета министров Касымалиев прибыл в столицу Таджикистана.",
    2: "Таможенное оформление упростят, сообщили в столице. Таджикистан согласен.",
    3: "О встрече с Касымалиевым рассказал министр. Торгово-экономические связи растут.",
    4: "Рабочие варили сталь. Цены на сталь стали выше.",
    5: "Они стали друзьями. Таможня дала добро.",
    6: "Торгово- экономические показатели выросли на 15процентов.",
}


def found(engine: WhooshEngine, query: str) -> dict[int, Tier]:
    root = parse_query(query).root
    assert root is not None
    total, ranked = rank(root, engine.view())
    assert total == len(ranked)
    return {hit.number: hit.tier for hit in ranked}


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("касымалиеву", [1, 3]),
        ("Касымалиев министр", [1, 3]),
        ('"столица Таджикистана"', [1, 2]),  # a full stop between the words is no word
        ('"кабинет министра"', [1]),
        ('"министр кабинета"', []),
        ("тамож*", [2, 5]),
        ("таможенн*", [2]),
        ("там*", [2, 5]),
        ("тамо*", [2, 5]),
        ('"тамож* оформлением"', [2]),
        ("сталь -цена", [5]),
        ("сталь -рабочий", [5]),
        ("касымалиев или таможня", [1, 3, 5]),
        ("(касымалиев или таможня) министр", [1, 3]),
        ("экономический", [3, 6]),
        ("торгово-экономический", [3, 6]),
        ('"торгово экономический"', [6]),
        ("15 процентов", [6]),
        ("абракадабра", []),
        ("касымалиев абракадабра", []),
    ],
)
def test_articles_that_match(make_engine: MakeEngine, query: str, numbers: list[int]) -> None:
    assert sorted(found(make_engine(TEXTS), query)) == numbers


@pytest.mark.parametrize("times", [3, 600, 70_000])
def test_a_phrase_far_in_a_long_text(make_engine: MakeEngine, times: int) -> None:
    engine = make_engine({1: "да " * times + "нет скоро", 2: "скоро да", 3: "скоро нет"})
    assert found(engine, '"нет скоро"') == {1: Tier.EXACT}
    assert found(engine, '"да нет"') == {1: Tier.EXACT}
    assert found(engine, '"скоро да"') == {2: Tier.EXACT}
    engine.write([], [2], 9)
    assert found(engine, '"скоро да"') == {}


def test_the_sure_comes_before_the_doubtful(make_engine: MakeEngine) -> None:
    hits = found(make_engine(TEXTS), "сталь")
    assert list(hits.items()) == [(4, Tier.EXACT), (5, Tier.OTHER)]
    assert found(make_engine(TEXTS), "касымалиеву") == {1: Tier.FORM, 3: Tier.FORM}


def test_a_query_is_as_sure_as_its_least_sure_word(make_engine: MakeEngine) -> None:
    assert found(make_engine(TEXTS), "касымалиев сталью") == {}
    assert found(make_engine(TEXTS), "сталь друзьями") == {5: Tier.OTHER}


def test_title_above_text_then_newest(tmp_path: Path) -> None:
    engine = WhooshEngine.create(tmp_path, "record")
    engine.write(
        [
            entry_of(1, "Договор подписан вчера в полдень.", published=10),
            entry_of(2, "Договор подписан вчера в полдень.", published=30),
            entry_of(3, "Документ подписан вчера в полдень.", title="Договор", published=20),
            entry_of(4, "Документ подписан вчера в полдень.", published=40),
        ],
        (),
        1,
    )
    root = parse_query("договор").root
    assert root is not None
    assert [hit.number for hit in rank(root, engine.view())[1]] == [3, 2, 1]
    assert [hit.number for hit in rank(root, engine.view(), limit=2)[1]] == [3, 2]
    assert rank(root, engine.view(), limit=2)[0] == 3


def test_another_word_for_the_same_country_is_related(tmp_path: Path) -> None:
    engine = WhooshEngine.create(tmp_path, "record")
    engine.write(
        [
            entry_of(1, "Визит в Киргизию.", KG="Киргизию"),
            entry_of(2, "Визит в Кыргызстан.", KG="Кыргызстан"),
            entry_of(3, "Киргизский премьер прибыл.", KG="Киргизский"),
            entry_of(4, "Премьер прибыл."),
        ],
        (),
        1,
    )
    related = Tier.RELATED
    assert found(engine, "киргизия") == {1: Tier.FORM, 2: related, 3: related}
    assert found(engine, "Кыргызстан") == {2: Tier.EXACT, 1: related, 3: related}
    assert found(engine, "киргизский") == {3: Tier.EXACT}
    assert found(engine, "визит киргизия") == {1: Tier.FORM, 2: related}
    assert sorted(found(engine, "премьер -кыргызстан")) == [3, 4]  # another word excludes nothing
    assert sorted(found(engine, "-страна:Кыргызстан")) == [4]  # but where any is asked for
    assert sorted(found(engine, "-(премьер страна:Кыргызстан)")) == [1, 2, 4]
    assert sorted(found(engine, "-(страна:Кыргызстан или визит)")) == [4]


def test_another_name_of_a_place_excludes_nothing(tmp_path: Path) -> None:
    engine = WhooshEngine.create(tmp_path, "record")
    engine.write([entry_of(1, "Визит в Алма-Ату."), entry_of(2, "Визит в Алматы.")], (), 1)
    assert sorted(found(engine, "алматы")) == [1, 2]
    assert sorted(found(engine, "визит -алматы")) == [1]


WORDS = "стали сталь суда суд таможня таможенный торгово-экономический Жапаров Жапарову роман Романа 15 15-й".split()


@pytest.mark.parametrize("seed", range(6))
def test_the_index_finds_what_the_matcher_finds(tmp_path: Path, seed: int) -> None:
    """Two ways to the same answer: postings, and the words of each text one by one."""
    chance = random.Random(seed)  # noqa: S311 - repeatable
    texts = {number: " ".join(chance.choices(WORDS, k=chance.randint(1, 6))) for number in range(1, 60)}
    engine = WhooshEngine.create(tmp_path, "record")
    for start in range(1, 60, 20):  # three segments
        engine.write([entry_of(n, texts[n]) for n in range(start, min(start + 20, 60))], (), start)
    for _ in range(10):
        one, two = chance.choice(WORDS), chance.choice(WORDS)
        initial = two[0].upper()
        for query in (
            one, f'"{one} {two}"', f"{one} {two}", f"{one[:3]}*", f"{one} или {two}", f"{one} -{two}", f'-"{one}"',
            f"={one}", f'="{one} {two}"', f"{one}~", f'"{one}~ {two[:3]}*"', f"рядом({one}, {two}, 2)",
            f"рядом({one[:3]}*, ={two}, {one} {two}, 3)", f"{initial}. {one}", f"{initial}. {initial}. {one}",
        ):  # fmt: skip
            root = parse_query(query).root
            assert root is not None
            expected = {number for number, text in texts.items() if by_hand(root, text)}
            assert set(found(engine, query)) == expected, query


def by_hand(node: Node, text: str) -> bool:
    if isinstance(node, All):
        return all(by_hand(part, text) for part in node.parts)
    if isinstance(node, Either):
        return any(by_hand(part, text) for part in node.parts)
    if isinstance(node, Without):
        likely = (t <= Tier.FORM for part in node.unwanted for t in tiers(part, text))
        return (node.wanted is None or by_hand(node.wanted, text)) and not any(likely)
    return bool(tiers(node, text))


def tiers(node: Node, text: str) -> list[Tier]:
    assert not isinstance(node, Country)
    matcher = Matcher(node)
    return [hit.tier for hit in matcher.found(analyse(text))]
